#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/domain/activation.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/log_store.hpp"

#include <charconv>

namespace kotobashi::api {

awaitable<reply> list_log(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<log_entry>> {
    auto current = store::latest_activation(in.db());
    return current ? store::log_entries(in.db(), current->id, *wish) : std::vector<log_entry>{};
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> add_log_entry(services& of, const call& from) {
  auto wish = input<new_log_entry>(from);
  if (!wish) co_return problem(wish.error());
  if (wish->content.empty()) co_return problem(refuse_field("content", "required", "write what happened"));
  if (auto no = domain::not_yet("at", wish->at, of.now())) co_return problem(*no);
  auto job = [&](store::unit_of_work& work) -> result<id<log_entry>> {
    auto current = open_center(work.db());
    if (!current) return current.error();
    log_entry made;
    made.id = work.new_id<log_entry>();
    made.activation = current->id;
    made.number = store::next_number(work, current->id, "log");
    made.at = wish->at.value_or(work.now());
    made.from = wish->from.value_or("");
    made.to = wish->to.value_or("");
    made.medium = wish->medium.value_or("");
    made.content = wish->content;
    made.action = wish->action.value_or("");
    made.owner = wish->owner.value_or("");
    made.by = from.from.who;
    store::add(work, made);
    store::tell(work, from.from.who, "log.added", made.id, 1);
    return made.id;
  };
  auto show = [](store::connection& db, const id<log_entry>& which) { return store::get(db, which); };
  co_return co_await change(of, from, "log.add", 201, job, show);
}

awaitable<reply> list_audit(services& of, const call& from) {
  std::int64_t before = 0;
  if (auto after = from.parameter("after")) {
    auto [end, error] = std::from_chars(after->data(), after->data() + after->size(), before);
    if (error != std::errc{} || end != after->data() + after->size() || before < 1)
      co_return problem(refuse_field("after", "format", "take it from `next` of the page before"));
  }
  constexpr std::int64_t limit = 200;
  auto look = [&](store::reader& in) -> result<std::vector<audit_line>> {
    return store::audit_lines(in.db(), before, limit);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, {{}, limit}, found->empty() ? "" : std::to_string(found->back().seq));
}

} // namespace kotobashi::api
