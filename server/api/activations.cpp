#include "server/api/board_refresh.hpp"
#include "server/api/ending.hpp"
#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/domain/activation.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/roster_store.hpp"

namespace kotobashi::api {

namespace {
auto show_activation = [](store::connection& db, const id<activation>& which) {
  return store::get(db, which);
};

void end_drill(store::unit_of_work& work, const id<account>& who, const activation& drill) {
  store::save(work, drill);
  end_requests_of(work, who, drill);
  store::clear_copy(work, drill.id);
  store::tell(work, who, "activation.closed", drill.id, drill.revision);
}

result<id<activation>> open_one(store::unit_of_work& work, const call& from, const new_activation& wish) {
  std::optional<bulletin> why;
  if (wish.bulletin) {
    auto found = store::get(work.db(), *wish.bulletin);
    if (!found) return refuse_field("bulletin", "unknown", "there is no such bulletin");
    why = std::move(*found);
  }
  auto made = domain::open_center(wish, store::current_activation(work.db()), why, work.new_id<activation>(),
                                  work.now());
  if (!made) return made.error();
  if (made->ended_drill) end_drill(work, from.from.who, *made->ended_drill);
  store::add(work, made->opened);
  if (made->opened.mode == activation_mode::drill) store::copy_roster(work, made->opened.id);
  store::tell(work, from.from.who, "activation.opened", made->opened.id, 1);
  return made->opened.id;
}
} // namespace

awaitable<reply> list_activations(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<activation>> {
    return store::activations(in.db(), *wish);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> create_activation(services& of, const call& from) {
  auto wish = input<new_activation>(from);
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) { return open_one(work, from, *wish); };
  reply out = co_await change(of, from, "activation.create", 201, job, show_activation);
  co_await refresh_board(of);
  co_return out;
}

awaitable<reply> get_current_activation(services& of, const call&) {
  auto look = [](store::reader& in) -> result<activation> {
    if (auto found = store::latest_activation(in.db())) return std::move(*found);
    return refuse(refusal_code::not_found, "the center has not been opened yet");
  };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> close_activation(services& of, const call& from) {
  auto job = [&](store::unit_of_work& work) -> result<id<activation>> {
    auto current = open_center(work.db());
    if (!current) return current.error();
    auto closed = domain::close_center(std::move(*current), work.now());
    if (!closed) return closed.error();
    if (closed->mode == activation_mode::drill) {
      end_drill(work, from.from.who, *closed);
    } else {
      store::save(work, *closed);
      end_requests_of(work, from.from.who, *closed);
      store::tell(work, from.from.who, "activation.closed", closed->id, closed->revision);
    }
    return closed->id;
  };
  reply out = co_await change(of, from, "activation.close", 200, job, show_activation);
  co_await refresh_board(of);
  co_return out;
}

awaitable<reply> set_on_site_dispatch(services& of, const call& from) {
  auto wish = input<dispatch_opening>(from);
  if (!wish) co_return problem(wish.error());
  for (std::size_t i = 0; i < wish->areas.size(); ++i) {
    if (!of.center.area(wish->areas[i]))
      co_return problem(
          refuse_field("areas[" + std::to_string(i) + "]", "unknown", "this is not an area of the center"));
  }
  auto job = [&](store::unit_of_work& work) -> result<id<activation>> {
    auto current = open_center(work.db());
    if (!current) return current.error();
    auto set = domain::set_dispatch(std::move(*current), *wish, work.now());
    if (!set) return set.error();
    store::save(work, *set);
    store::tell(work, from.from.who, wish->open ? "dispatch.opened" : "dispatch.stopped", set->id,
                set->revision);
    return set->id;
  };
  co_return co_await change(of, from, "dispatch.set", 200, job, show_activation);
}

} // namespace kotobashi::api
