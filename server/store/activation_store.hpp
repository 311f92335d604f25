#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

// The activation that is not closed.
std::optional<activation> current_activation(connection& db);
// The one that counts: not closed, else the one closed last.
std::optional<activation> latest_activation(connection& db);
std::vector<activation> activations(connection& db, const page_wish& which);

// The next number of a series ("notice", "request", …) within an activation, from 1 on without gaps.
std::int64_t next_number(unit_of_work& work, const id<activation>& of, std::string_view series);

} // namespace kotobashi::store
