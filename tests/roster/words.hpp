#pragma once

#include "server/roster/roster.hpp"
#include "server/roster/vocabulary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::test {

// templates/roster.toml
const roster::vocabulary& words();
roster::roster_reading imported(std::string_view file, std::span<const volunteer> existing = {});
// As the store would keep it.
volunteer stored(const volunteer_fields& fields);
// "zh/native en": tags, and levels where they are known.
std::string shown(const std::vector<language_skill>& skills);
std::string in_charset(std::string_view utf8, const char* icu_name);

} // namespace kotobashi::test
