#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

std::vector<log_entry> log_entries(connection& db, const id<activation>& of, const page_wish& which);
std::vector<audit_line> audit_lines(connection& db, std::int64_t before, std::int64_t limit);

// Bulletins that speak of the same event, oldest first.
std::vector<bulletin> bulletins_of_event(connection& db, std::string_view event_id);
std::vector<bulletin> bulletins(connection& db, const page_wish& which);

} // namespace kotobashi::store
