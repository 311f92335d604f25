#pragma once

#include "server/model/instant.hpp"

#include <string>

namespace kotobashi::words {

// "2011-03-11 14:46", on the clock of an IANA time zone: for logs and reports, the same in every language.
std::string local_time(const std::string& time_zone, instant at);

} // namespace kotobashi::words
