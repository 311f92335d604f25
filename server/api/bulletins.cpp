#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/store/log_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace kotobashi::api {

namespace {
// Up to 4 MB of XML: not on the I/O thread.
awaitable<result<domain::telegram>> read_telegram(std::string file) {
  co_return bulletins::read_telegram(file);
}

awaitable<result<domain::telegram>> read_input(const services& of, const call& from) {
  if (from.content_type != "application/json")
    co_return co_await asio::co_spawn(of.heavy, read_telegram(from.body), asio::use_awaitable);
  auto dialog = input<dialog_bulletin>(from);
  if (!dialog) co_return dialog.error();
  co_return domain::from_dialog(*dialog, of.center, of.now());
}

// The reply to a repeat: what was said then, from the record.
bulletin_reply reply_from(const bulletin& kept) {
  bulletin_reply out;
  out.id = kept.id;
  out.kind = kept.kind;
  out.status = kept.status;
  out.action = kept.action;
  out.title = kept.title;
  out.occurred_at = kept.occurred_at;
  out.areas = kept.areas;
  if (!kept.withdrawn) out.suggestions = kept.suggestions;
  out.activation_suggested = kept.trigger_met && !kept.withdrawn;
  out.undecided = kept.undecided && !kept.withdrawn;
  return out;
}

result<id<bulletin>> take_in(const services& of, store::unit_of_work& work, const call& from,
                             const domain::telegram& told, bulletin_reply& made) {
  auto known = store::bulletins_of_event(work.db(), told.event_id);
  made = domain::suggest(told, of.center, work.now(), known);
  if (made.duplicate_of) {
    made.id = {*made.duplicate_of};
    return made.id;
  }
  made.id = work.new_id<bulletin>();
  auto record = domain::record_of(told, made, work.now());
  store::add(work, record);
  for (const auto& which : made.withdraws) {
    auto before = store::get<bulletin>(work.db(), {which});
    if (!before) continue;
    before->withdrawn = true;
    store::save(work, *before);
  }
  store::tell(work, from.from.who, "bulletin.received", record.id, 1);
  return record.id;
}
} // namespace

awaitable<reply> create_bulletin(services& of, const call& from) {
  auto told = co_await read_input(of, from);
  if (!told) co_return problem(told.error());
  std::optional<bulletin_reply> made;
  auto job = [&](store::unit_of_work& work) { return take_in(of, work, from, *told, made.emplace()); };
  auto show = [&](store::connection& db, const id<bulletin>& which) -> result<bulletin_reply> {
    if (made) return *made;
    auto kept = store::get(db, which);
    if (!kept) return kept.error();
    return reply_from(*kept);
  };
  co_return co_await change(of, from, "bulletin.create", 201, job, show);
}

awaitable<reply> list_bulletins(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<bulletin>> {
    return store::bulletins(in.db(), *wish);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

} // namespace kotobashi::api
