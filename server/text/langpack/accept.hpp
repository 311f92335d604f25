#pragma once

#include "server/model/result.hpp"

#include <boost/describe/class.hpp>

#include <filesystem>
#include <string>
#include <vector>

// After a Japanese text was edited. Its own x-source-hash in langpacks/ja still tells what it said before; it
// is brought up to date here, so that the next edit is told from this one.
namespace kotobashi::langpack {

enum class edit_kind {
  same_meaning,   // translations of what it said before stay what they are
  another_meaning // they are outdated
};

struct accepted_text {
  std::string key;
  std::vector<std::string> kept, outdated; // languages
};
BOOST_DESCRIBE_STRUCT(accepted_text, (), (key, kept, outdated))

// `keys` with or without section ("phrases/nankai.ended"). `all_languages`: a translation of an even older
// text is kept too. Refused, before anything is written: an unknown key, a text that was not edited, one of
// which nobody knows what it said before. Throws std::runtime_error where a file cannot be read or written.
result<std::vector<accepted_text>> accept_edit(const std::filesystem::path& templates,
                                               const std::filesystem::path& langpacks,
                                               const std::vector<std::string>& keys, edit_kind kind,
                                               bool all_languages = false);

} // namespace kotobashi::langpack
