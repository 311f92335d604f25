#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// The files of templates/ and static/, built into the program (cmake/embed.cmake).
namespace kotobashi::web {

struct embedded_file {
  std::string_view name; // "static/board.css"
  std::string_view hash; // first 12 hex digits of the content's SHA-256
  const unsigned char* data;
  std::size_t size;

  std::string_view bytes() const { return {reinterpret_cast<const char*>(data), size}; }
};

std::span<const embedded_file> embedded_files();
// The file's bytes; a name that was not built in is a bug (std::logic_error).
std::string_view embedded(std::string_view name);

} // namespace kotobashi::web
