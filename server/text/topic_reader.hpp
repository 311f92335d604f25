#pragma once

#include "server/text/pack.hpp"
#include "server/text/problem.hpp"
#include "server/text/topic.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace kotobashi::words {

// templates/<id>.toml. Nothing, and problems, where anything in it is wrong: a member, a phrase or a term
// that the source pack does not have, a phrase that asks for a value which may be absent.
std::optional<topic> read_topic(const std::filesystem::path& file, const pack& source,
                                std::vector<problem>& found);

// Keys of the terms "<group>.*" in the order of the source's file.
std::vector<std::string> keys_of_group(const pack& source, std::string_view group);

} // namespace kotobashi::words
