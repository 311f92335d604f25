#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kotobashi::langpack {

// Changes an ARB file: what nobody touches keeps its place and its value. The shape is that of the packs: two
// spaces a level, one member a line, UTF-8 as it is.
class arb_editor {
public:
  // A file that does not exist yet begins with "@@locale" alone. Throws std::runtime_error where it cannot be
  // read or is not an object.
  arb_editor(std::filesystem::path file, std::string_view locale);

  bool has(std::string_view key) const { return position(key) != members_.size(); }
  // A new text stands after `before`, with its "@key" behind it; an empty or unknown `before`: at the end.
  void set_text(std::string_view key, std::string_view text, std::string_view before);
  // The object "@key", made where there is none; the text must be there. Valid until the next text is set.
  boost::json::object& about(std::string_view key);

  const std::filesystem::path& file() const { return file_; }
  std::string bytes() const;

private:
  std::size_t position(std::string_view key) const; // members_.size() where it is not

  std::filesystem::path file_;
  std::vector<std::pair<std::string, boost::json::value>> members_;
};

// Writes beside the file, then renames: a reader sees the old file or the new one. Throws
// std::system_error.
void write_atomically(const std::filesystem::path& file, std::string_view bytes);

} // namespace kotobashi::langpack
