#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/links.hpp"
#include "server/api/roster_fields.hpp"
#include "server/domain/request.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/roster_store.hpp"

namespace kotobashi::api {

namespace {
constexpr auto number_taken = "somebody else of the register has this number";
auto show_volunteer = [](store::connection& db, const id<volunteer>& which) { return store::get(db, which); };
} // namespace

awaitable<reply> list_volunteers(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<volunteer>> {
    return store::roster(in.db(), store::roster_in_use(store::current_activation(in.db())), *wish);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> get_volunteer(services& of, const call& from) {
  auto which = path_id<volunteer>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) { return store::get(in.db(), *which); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> create_volunteer(services& of, const call& from) {
  auto wish = input<volunteer_fields>(from);
  if (!wish) co_return problem(wish.error());
  if (auto wrong = wrong_in(*wish, {}, of.now())) co_return problem(*wrong);
  auto job = [&](store::unit_of_work& work) -> result<id<volunteer>> {
    volunteer made = from_fields(*wish);
    made.id = work.new_id<volunteer>();
    made.drill = store::roster_in_use(store::current_activation(work.db()));
    made.registered_at = work.now();
    if (store::is_number_taken(work.db(), made)) return refuse_field("number", "duplicate", number_taken);
    store::add_volunteer(work, made, sort_key(made), sort_version());
    store::tell(work, from.from.who, "volunteer.registered", made.id, 1);
    return made.id;
  };
  co_return co_await change(of, from, "volunteer.create", 201, job, show_volunteer);
}

// Who leaves, or is suspended, is signed out.
awaitable<reply> change_volunteer(services& of, const call& from) {
  auto which = path_id<volunteer>(from);
  auto patch = json::parse(from.body);
  if (!which) co_return problem(which.error());
  if (!patch) co_return problem(patch.error());
  std::vector<id<session>> ended;
  auto job = [&](store::unit_of_work& work) -> result<id<volunteer>> {
    auto one = store::get(work.db(), *which);
    if (!one) return one.error();
    if (auto stale = if_match(from, one->revision)) return *stale;
    const auto before = fields_of(*one);
    auto fields = json::read_as<volunteer_fields>(json::merge_patch(json::write(before), *patch));
    if (!fields) return fields.error();
    if (auto wrong = wrong_in(*fields, before, work.now())) return *wrong;
    volunteer changed = from_fields(*fields);
    changed.id = one->id;
    changed.drill = one->drill;
    changed.copy_of = one->copy_of;
    changed.registered_at = one->registered_at;
    changed.revision = one->revision + 1;
    if (store::is_number_taken(work.db(), changed)) return refuse_field("number", "duplicate", number_taken);
    store::save_volunteer(work, changed, sort_key(changed), sort_version());
    ended.clear();
    if (domain::has_left(changed)) ended = revoke_all(work, changed.id);
    store::tell(work, from.from.who, "volunteer.changed", changed.id, changed.revision);
    return changed.id;
  };
  reply out = co_await change(of, from, "volunteer.change", 200, job, show_volunteer);
  if (out.status != 200) co_return out;
  for (const auto& each : ended) of.sessions.end(each);
  co_return out;
}

} // namespace kotobashi::api
