#pragma once

#include "tests/support/center/center.hpp"

#include <boost/json/array.hpp>

namespace kotobashi::test {

// Registers a volunteer who translates, with `written` as in the API, and signs them in: the token.
std::string token_of(const running_center& center, const std::string& number,
                     const boost::json::array& written);
// One who writes the language as a native.
std::string writer(const running_center& center, const std::string& number, std::string_view language = "vi");

} // namespace kotobashi::test
