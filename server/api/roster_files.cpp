#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/roster_fields.hpp"
#include "server/roster/roster.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/roster_store.hpp"

namespace kotobashi::api {

namespace {
std::vector<volunteer> whole_roster(store::connection& db) {
  return store::whole_roster(db, store::roster_in_use(store::current_activation(db)));
}

void add_all(store::unit_of_work& work, const call& from, const std::vector<volunteer_fields>& people) {
  const auto drill = store::roster_in_use(store::current_activation(work.db()));
  for (const auto& each : people) {
    volunteer made = from_fields(each);
    made.id = work.new_id<volunteer>();
    made.drill = drill;
    made.registered_at = work.now();
    store::add_volunteer(work, made, sort_key(made), sort_version());
    store::tell(work, from.from.who, "volunteer.registered", made.id, 1);
  }
}
} // namespace

// Everybody who can be taken comes in with one commit, or nobody does. The outcome is not a record, so a
// repeat cannot be answered from one: it is refused, and the roster says what came of the first time.
awaitable<reply> import_roster(services& of, const call& from) {
  auto wish = from.parameter("dry_run").value_or("0");
  const bool dry = wish == "1" || wish == "true";
  if (!dry && wish != "0" && wish != "false")
    co_return problem(refuse_field("dry_run", "unknown", "expected 1 or 0"));
  const std::string hash = detail::hash_of(from, "roster.import");
  auto job = [&](store::unit_of_work& work) -> result<import_outcome> {
    auto past = work.recall(from.from.who.value, *from.idempotency_key, hash);
    if (!past) return past.error();
    if (*past) return refuse(refusal_code::conflict, "this file was imported already: look at the roster");
    auto read = roster::read_roster(from.body, of.roster_words, whole_roster(work.db()), work.now());
    if (!read) return read.error();
    read->outcome.dry_run = dry;
    if (dry) return std::move(read->outcome);
    add_all(work, from, read->volunteers);
    work.remember(from.from.who.value, *from.idempotency_key, hash, 200, "");
    return std::move(read->outcome);
  };
  co_return reply_of(co_await of.db.write(job));
}

awaitable<reply> export_roster(services& of, const call&) {
  auto look = [](store::reader& in) -> result<std::vector<volunteer>> { return whole_roster(in.db()); };
  auto people = co_await of.db.read(look);
  if (!people) co_return problem(people.error());
  reply out;
  out.content_type = "text/csv; charset=utf-8";
  out.body = roster::write_roster(*people, of.roster_words);
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"roster.csv\"");
  out.headers.emplace_back("Cache-Control", "no-store");
  co_return out;
}

} // namespace kotobashi::api
