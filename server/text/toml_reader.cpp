#include "server/text/toml_reader.hpp"

#include <algorithm>
#include <fstream>

namespace kotobashi::words {

std::optional<std::string> read_file(const std::filesystem::path& file, std::vector<problem>& found) {
  if (std::error_code ignored; std::filesystem::is_directory(file, ignored)) {
    found.push_back({file.string(), {}, 0, "is a directory, not a file"});
    return std::nullopt;
  }
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  auto size = in ? static_cast<std::streamoff>(in.tellg()) : -1;
  std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)), '\0');
  if (in) in.seekg(0).read(bytes.data(), size);
  if (!in) {
    found.push_back({file.string(), {}, 0, "cannot be read"});
    return std::nullopt;
  }
  return bytes;
}

std::optional<toml::table> read_toml(const std::filesystem::path& file, std::string_view bytes,
                                     std::vector<problem>& found) {
  try {
    return toml::parse(bytes);
  } catch (const toml::parse_error& failed) {
    found.push_back({file.string(), {}, failed.source().begin.line, std::string(failed.description())});
    return std::nullopt;
  }
}

namespace {
boost::json::value to_json(const toml::node& from) {
  if (const auto* table = from.as_table()) {
    boost::json::object out;
    for (const auto& [key, value] : *table) out.emplace(key.str(), to_json(value));
    return out;
  }
  if (const auto* array = from.as_array()) {
    boost::json::array out;
    for (const auto& each : *array) out.push_back(to_json(each));
    return out;
  }
  if (const auto* text = from.as_string()) return boost::json::value(boost::json::string_view(text->get()));
  if (const auto* whole = from.as_integer()) return whole->get();
  if (const auto* real = from.as_floating_point()) return real->get();
  if (const auto* flag = from.as_boolean()) return flag->get();
  return nullptr; // dates: parameters write them as text
}
} // namespace

void toml_reader::add(std::string_view key, std::string what) {
  const toml::node* node = from_.get(key);
  auto line = (node ? node->source() : from_.source()).begin.line;
  std::string path =
      prefix_.empty() || key.empty() ? prefix_ + std::string(key) : prefix_ + "." + std::string(key);
  found_.push_back({file_, path, line, std::move(what)});
}

const toml::node* toml_reader::take(std::string_view key) {
  asked_.emplace_back(key);
  return from_.get(key);
}

template <class T>
std::optional<T> toml_reader::take_as(std::string_view key, const char* expected) {
  const toml::node* node = take(key);
  if (!node) return std::nullopt;
  if (auto value = node->value_exact<T>()) return value;
  add(key, std::string("expected ") + expected);
  return std::nullopt;
}

std::string toml_reader::text(std::string_view key, bool required) {
  auto value = optional_text(key);
  if (required && !from_.contains(key)) add(key, "is missing");
  return value.value_or("");
}

std::optional<std::string> toml_reader::optional_text(std::string_view key) {
  return take_as<std::string>(key, "a text");
}

std::optional<std::int64_t> toml_reader::whole(std::string_view key) {
  return take_as<std::int64_t>(key, "a whole number");
}

std::optional<double> toml_reader::real(std::string_view key) {
  const toml::node* node = take(key);
  if (!node) return std::nullopt;
  if (node->is_number()) return node->value<double>();
  add(key, "expected a number");
  return std::nullopt;
}

bool toml_reader::flag(std::string_view key, bool otherwise) {
  return take_as<bool>(key, "true or false").value_or(otherwise);
}

std::vector<std::string> toml_reader::texts(std::string_view key) {
  std::vector<std::string> out;
  const toml::node* node = take(key);
  if (!node) return out;
  if (const auto* one = node->as_string()) return {one->get()};
  if (const auto* array = node->as_array()) {
    for (const auto& each : *array) {
      if (const auto* text = each.as_string())
        out.push_back(text->get());
      else
        add(key, "expected a list of texts");
    }
    return out;
  }
  add(key, "expected a list of texts");
  return out;
}

std::map<std::string, std::string> toml_reader::texts_by_language(std::string_view key) {
  std::map<std::string, std::string> out;
  const toml::node* node = take(key);
  if (!node) return out;
  const auto* table = node->as_table();
  if (!table) {
    add(key, "expected texts by language");
    return out;
  }
  for (const auto& [language, value] : *table) {
    if (const auto* text = value.as_string())
      out.emplace(language.str(), text->get());
    else
      add(key, "expected texts by language");
  }
  return out;
}

boost::json::value toml_reader::json(std::string_view key) {
  const toml::node* node = take(key);
  return node ? to_json(*node) : boost::json::value(nullptr);
}

const toml::table* toml_reader::table(std::string_view key, bool required) {
  const toml::node* node = take(key);
  if (!node) {
    if (required) add(key, "is missing");
    return nullptr;
  }
  if (!node->is_table()) add(key, "expected a table");
  return node->as_table();
}

std::vector<const toml::table*> toml_reader::tables(std::string_view key) {
  std::vector<const toml::table*> out;
  const toml::node* node = take(key);
  if (!node) return out;
  const auto* array = node->as_array();
  if (!array) add(key, "expected [[" + std::string(key) + "]]");
  if (!array) return out;
  for (const auto& each : *array) {
    if (const auto* table = each.as_table())
      out.push_back(table);
    else
      add(key, "expected [[" + std::string(key) + "]]");
  }
  return out;
}

void toml_reader::refuse_others() {
  for (const auto& [key, value] : from_)
    if (std::ranges::find(asked_, key.str()) == asked_.end()) add(key.str(), "there is no such member");
}

} // namespace kotobashi::words
