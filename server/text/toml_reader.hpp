#pragma once

#include "server/text/problem.hpp"

#include <boost/json/value.hpp>
#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// TOML files, with every mistake named by file, key and line.
namespace kotobashi::words {

// The bytes of a file; nothing, and a problem, where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file, std::vector<problem>& found);
std::optional<toml::table> read_toml(const std::filesystem::path& file, std::string_view bytes,
                                     std::vector<problem>& found);

// Takes members out of one table and reports what is missing, of another type or not known.
class toml_reader {
public:
  toml_reader(const toml::table& from, std::string file, std::string prefix, std::vector<problem>& found)
      : from_(from), file_(std::move(file)), prefix_(std::move(prefix)), found_(found) {}

  std::string text(std::string_view key, bool required = true);
  std::optional<std::string> optional_text(std::string_view key);
  std::optional<std::int64_t> whole(std::string_view key);
  std::optional<double> real(std::string_view key);
  bool flag(std::string_view key, bool otherwise = false);
  // A list of texts, or one text alone.
  std::vector<std::string> texts(std::string_view key);
  std::map<std::string, std::string> texts_by_language(std::string_view key);
  boost::json::value json(std::string_view key);
  const toml::table* table(std::string_view key, bool required = true);
  // [[key]]: every table in it.
  std::vector<const toml::table*> tables(std::string_view key);

  // Called last: members that nobody asked for are mistakes.
  void refuse_others();
  void add(std::string_view key, std::string what);

private:
  const toml::node* take(std::string_view key);
  template <class T>
  std::optional<T> take_as(std::string_view key, const char* expected);

  const toml::table& from_;
  std::string file_, prefix_;
  std::vector<problem>& found_;
  std::vector<std::string> asked_;
};

} // namespace kotobashi::words
