#pragma once

#include "client/link/call.hpp"

#include <QString>

#include <vector>

namespace kotobashi::desktop {

// What to tell a person who is back about their changes that had no answer when they left.
QString tellTakenBack(const std::vector<link::call_info>& all);

} // namespace kotobashi::desktop
