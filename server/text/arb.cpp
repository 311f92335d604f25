#include "server/text/arb.hpp"

#include "server/model/value.hpp"
#include "server/text/utf8.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace kotobashi::words {

namespace js = boost::json;

namespace {
std::size_t line_at(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, offset), '\n'));
}

std::optional<std::uint64_t> read_hash(std::string_view digits) {
  std::uint64_t hash = 0;
  auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  if (digits.size() != 16 || failed != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return hash;
}

// Takes the events of Boost.JSON's parser: no tree is built of files that are read once. Levels: 1 texts and
// "@key", 2 the members of "@key", 3 and 4 what stands in placeholders and x-terms.
struct arb_handler {
  using sv = js::string_view;
  using ec = js::error_code;
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max(),
                               max_array_size = max_object_size, max_key_size = max_object_size,
                               max_string_size = max_object_size;

  arb_file out;
  std::vector<std::pair<std::string, std::string>> mistakes; // key, what
  bool is_object = true;
  std::size_t level = 0;
  std::vector<std::string> keys{5}; // the member at each level
  std::string buffer;

  bool on_document_begin(ec&) { return true; }
  bool on_document_end(ec&) { return true; }
  bool on_object_begin(ec&) { return open(true); }
  bool on_object_end(std::size_t, ec&) { return --level, true; }
  bool on_array_begin(ec&) { return open(false); }
  bool on_array_end(std::size_t, ec&) { return --level, true; }
  bool on_key_part(sv part, std::size_t, ec&) { return buffer.append(part.data(), part.size()), true; }
  bool on_key(sv part, std::size_t, ec& failed) {
    on_key_part(part, 0, failed);
    if (level < keys.size()) keys[level] = buffer;
    buffer.clear();
    if (level == 1 && keys[1].starts_with('@') && !keys[1].starts_with("@@")) begin_about();
    return true;
  }
  bool on_string_part(sv part, std::size_t, ec&) { return buffer.append(part.data(), part.size()), true; }
  bool on_string(sv part, std::size_t, ec& failed) {
    on_string_part(part, 0, failed);
    take_text();
    buffer.clear();
    return true;
  }
  bool on_number_part(sv, ec&) { return true; }
  bool on_int64(std::int64_t, sv, ec&) { return other(); }
  bool on_uint64(std::uint64_t, sv, ec&) { return other(); }
  bool on_double(double, sv, ec&) { return other(); }
  bool on_bool(bool, ec&) { return other(); }
  bool on_null(ec&) { return other(); }
  bool on_comment_part(sv, ec&) { return true; }
  bool on_comment(sv, ec&) { return true; }

private:
  arb_entry* about = nullptr; // of level 2

  bool open(bool object) {
    if (level == 0) is_object = object;
    bool describes = object && keys[1].starts_with('@');
    if (level == 1 && !describes) other();
    ++level;
    return true;
  }

  bool other() {
    if (level == 0) is_object = false;
    if (level == 1 && !keys[1].starts_with("@@"))
      mistakes.emplace_back(keys[1], keys[1].starts_with('@') ? "expected an object" : "expected a text");
    return true;
  }

  void begin_about() {
    std::string_view name = std::string_view(keys[1]).substr(1);
    auto found = std::find_if(out.entries.rbegin(), out.entries.rend(),
                              [&](const auto& each) { return each.key == name; });
    about = found == out.entries.rend() ? nullptr : &*found;
    if (!about) mistakes.emplace_back(keys[1], "must follow the text that it describes");
  }

  void take_text() {
    if (level == 0) is_object = false;
    if (level == 1) return take_entry();
    if (!about || !keys[1].starts_with('@')) return;
    if (level == 2) take_member();
    if (level == 3 && keys[2] == "x-terms") about->terms.push_back(buffer);
    if (level == 4 && keys[2] == "placeholders" && keys[4] == "type")
      about->placeholders.emplace_back(keys[3], buffer);
  }

  void take_entry() {
    if (keys[1] == "@@locale") out.locale = buffer;
    if (keys[1].starts_with("@@")) return;
    if (keys[1].starts_with('@')) {
      other();
    } else if (buffer.find('\0') != buffer.npos) {
      mistakes.emplace_back(keys[1], "the text contains U+0000");
    } else {
      arb_entry& next = out.entries.emplace_back();
      next.key = keys[1];
      next.text = buffer;
    }
  }

  void take_member() {
    if (keys[2] == "description") about->description = buffer;
    if (keys[2] == "x-status") {
      about->status = buffer == "checked" ? text_status::checked : text_status::drafted;
      if (buffer != "checked" && buffer != "drafted")
        mistakes.emplace_back(about->key, "x-status is neither drafted nor checked");
    }
    if (keys[2] == "x-source-hash") {
      about->source_hash = read_hash(buffer);
      if (!about->source_hash) mistakes.emplace_back(about->key, "x-source-hash is not 16 hex digits");
    }
  }
};

void refuse_doubles(arb_handler& in) {
  std::vector<std::string_view> keys;
  for (const auto& each : in.out.entries) keys.push_back(each.key);
  std::ranges::sort(keys);
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (keys[i] == keys[i - 1] && (i < 2 || keys[i] != keys[i - 2]))
      in.mistakes.emplace_back(keys[i], "stands twice");
}

// Why the parser stopped before the rest.
std::string reason(const js::error_code& failed, std::string_view rest) {
  bool replacement = rest.starts_with("\uFFFD");
  bool malformed = !rest.empty() && take_code_point(rest) == U'\uFFFD' && !replacement;
  return malformed ? "this is not UTF-8" : "this is not JSON: " + failed.message();
}
} // namespace

std::optional<arb_file> read_arb(const std::string& file, std::string_view bytes,
                                 std::vector<problem>& found) {
  js::basic_parser<arb_handler> parser{js::parse_options{}};
  js::error_code failed;
  auto read = parser.write_some(false, bytes.data(), bytes.size(), failed);
  auto rest = bytes.find_first_not_of(" \t\r\n", read);
  arb_handler& all = parser.handler();
  if (failed) {
    found.push_back({file, all.keys[1], line_at(bytes, read), reason(failed, bytes.substr(read))});
    return std::nullopt;
  }
  if (rest != bytes.npos || !all.is_object) {
    found.push_back({file,
                     {},
                     line_at(bytes, rest == bytes.npos ? 0 : rest),
                     all.is_object ? "something follows the end" : "expected an object of texts"});
    return std::nullopt;
  }
  refuse_doubles(all);
  for (const auto& mistake : all.mistakes) {
    const auto& [key, what] = mistake;
    found.push_back({file, key, line_of(bytes, key), what});
    std::erase_if(all.out.entries, [&](const arb_entry& each) { return each.key == mistake.first; });
  }
  return std::move(all.out);
}

std::size_t line_of(std::string_view bytes, std::string_view key) {
  std::string quoted = "\"" + std::string(key) + "\"";
  for (auto at = bytes.find(quoted); at != bytes.npos; at = bytes.find(quoted, at + 1)) {
    auto next = bytes.find_first_not_of(" \t\r\n", at + quoted.size());
    if (next != bytes.npos && bytes[next] == ':') return line_at(bytes, at);
  }
  return 0;
}

} // namespace kotobashi::words
