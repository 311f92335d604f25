#include "server/store/engine/ledger.hpp"

#include "server/store/engine/event_log.hpp"

#include <algorithm>

namespace kotobashi::store {

namespace {
void write_counter(connection& db, std::string_view name, std::int64_t value) {
  db.run("UPDATE counter SET value = $value WHERE name = $name", "value", value, "name", name);
}
} // namespace

void ledger::begin() {
  if (known_) return;
  at_ = {};
  events_.clear();
  at_.event = counter(db_, "event");
  at_.audit = counter(db_, "audit");
  if (at_.audit > 0) {
    auto row = db_.query("SELECT hash FROM audit WHERE seq = $seq", "seq", at_.audit);
    if (!row.step()) throw error(0, 0, "database: the last audit line is missing");
    auto hash = row.get<std::string>(0);
    std::copy_n(hash.begin(), std::min(hash.size(), at_.hash.size()), at_.hash.begin());
  }
  written_ = at_;
  known_ = true;
}

ledger::position ledger::here() const {
  position out = at_;
  out.events = events_.size();
  return out;
}

void ledger::back_to(const position& earlier) {
  at_ = earlier;
  events_.resize(earlier.events);
}

void ledger::before_commit() {
  if (at_.event != written_.event) write_counter(db_, "event", at_.event);
  if (at_.audit != written_.audit) write_counter(db_, "audit", at_.audit);
}

std::vector<event> ledger::committed() {
  written_ = at_;
  return std::exchange(events_, {});
}

void ledger::forget() {
  known_ = false;
  events_.clear();
}

std::int64_t ledger::add_event(event&& happened) {
  happened.seq = at_.event + 1;
  db_.run("INSERT INTO event (seq, kind, entity, id, revision, at) VALUES ($seq, $kind, $entity, $id, "
          "$revision, $at)",
          "seq", happened.seq, "kind", happened.kind, "entity", happened.entity, "id", happened.id,
          "revision", happened.revision, "at", happened.at);
  events_.push_back(std::move(happened));
  return ++at_.event;
}

void ledger::add_audit(instant at, std::string_view who, std::string_view what, std::string_view entity,
                       std::string_view of) {
  audit_line line{at_.audit + 1,   at, {std::string(who)}, std::string(what), std::string(entity),
                  std::string(of), {}};
  hex_digest hash = audit_digest(at_.audit > 0 ? view(at_.hash) : std::string_view(), line);
  db_.run("INSERT INTO audit (seq, at, who, what, entity, \"of\", hash) "
          "VALUES ($seq, $at, $who, $what, $entity, $of, $hash)",
          "seq", line.seq, "at", at, "who", line.who, "what", what, "entity", entity, "of", of, "hash",
          view(hash));
  ++at_.audit;
  at_.hash = hash;
}

} // namespace kotobashi::store
