#pragma once

#include "server/model/log.hpp"
#include "server/store/engine/digest.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kotobashi::store {

// The value of a row of `counter`: "event", "event_trimmed" or "audit".
std::int64_t counter(connection& db, std::string_view name);

struct event_page {
  bool resync = false;       // the position is no longer kept, or never was: start from the records
  std::vector<event> events; // in order, without a gap
};

// The events after position `after`, at most `limit`.
event_page events_after(connection& db, std::int64_t after, std::int64_t limit);
// The highest seq there is; 0: none yet.
std::int64_t last_event(connection& db);
// Forgets the events up to and including `upto`.
void trim_events(unit_of_work& work, std::int64_t upto);
// Forgets idempotency records older than `before`. How many.
std::int64_t purge_idempotency(unit_of_work& work, instant before);

// Follows the chain of hashes from its start. The seq of the first line that does not fit; nothing: all fit.
std::optional<std::int64_t> first_broken_audit_line(connection& db);
// The hash of a line that follows a line with the hash `before` (empty: it is the first): SHA-256, in hex,
// over before, seq, at in microseconds, who, what, entity and of, each followed by a newline.
hex_digest audit_digest(std::string_view before, const audit_line& line);

} // namespace kotobashi::store
