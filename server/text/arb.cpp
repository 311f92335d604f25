#include "server/text/arb.hpp"

#include "server/model/value.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>

namespace kotobashi::words {

namespace js = boost::json;

namespace {
std::size_t line_at(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, offset), '\n'));
}

std::string_view view(const js::string& from) {
  return {from.data(), from.size()};
}

class reader {
public:
  reader(const std::string& file, std::string_view bytes, std::vector<problem>& found)
      : file_(file), bytes_(bytes), found_(found) {}

  std::optional<arb_file> read() {
    js::monotonic_resource memory;
    auto parsed = parse(&memory);
    if (!parsed) return std::nullopt;
    if (!parsed->is_object()) {
      found_.push_back({file_, {}, 1, "expected an object of texts"});
      return std::nullopt;
    }
    arb_file out;
    const js::object& all = parsed->get_object();
    out.entries.reserve(all.size() / 2);
    for (const auto& [key, value] : all) {
      if (key == "@@locale" && value.is_string()) out.locale = view(value.get_string());
      if (key.starts_with('@')) continue;
      if (auto entry = read_entry(std::string(key), value, all)) out.entries.push_back(std::move(*entry));
    }
    refuse_orphans(all);
    return out;
  }

private:
  std::optional<js::value> parse(js::memory_resource* memory) {
    js::stream_parser parser{js::storage_ptr(memory)};
    js::error_code failed;
    auto read = parser.write_some(bytes_.data(), bytes_.size(), failed);
    if (!failed && read < bytes_.size()) {
      auto rest = bytes_.find_first_not_of(" \t\r\n", read);
      if (rest != bytes_.npos) {
        add_at(rest, "something follows the end");
        return std::nullopt;
      }
    }
    if (!failed) parser.finish(failed);
    if (failed) {
      add_at(read, "this is not JSON: " + failed.message());
      return std::nullopt;
    }
    return parser.release();
  }

  void add_at(std::size_t offset, std::string what) {
    found_.push_back({file_, {}, line_at(bytes_, offset), std::move(what)});
  }
  void add(const std::string& key, std::string what) {
    found_.push_back({file_, key, line_of(bytes_, key), std::move(what)});
  }

  std::optional<arb_entry> read_entry(std::string key, const js::value& text, const js::object& all) {
    if (!text.is_string()) {
      add(key, "expected a text");
      return std::nullopt;
    }
    arb_entry out;
    out.text = view(text.get_string());
    if (!valid_utf8(out.text)) {
      add(key, "the text contains U+0000");
      return std::nullopt;
    }
    out.key = std::move(key);
    const js::value* about = all.if_contains("@" + out.key);
    if (!about) return out;
    if (about->is_object() && read_about(about->get_object(), out)) return out;
    if (!about->is_object()) add("@" + out.key, "expected an object");
    return std::nullopt;
  }

  bool read_about(const js::object& about, arb_entry& out) {
    if (const js::value* status = about.if_contains("x-status")) {
      if (!status->is_string() || (*status != "drafted" && *status != "checked")) {
        add("@" + out.key, "x-status is neither drafted nor checked");
        return false;
      }
      out.status = *status == "checked" ? text_status::checked : text_status::drafted;
    }
    if (const js::value* hash = about.if_contains("x-source-hash")) {
      out.source_hash = read_hash(*hash);
      if (!out.source_hash) {
        add("@" + out.key, "x-source-hash is not 16 hex digits");
        return false;
      }
    }
    read_source_notes(about, out);
    return true;
  }

  static std::optional<std::uint64_t> read_hash(const js::value& from) {
    if (!from.is_string() || from.get_string().size() != 16) return std::nullopt;
    auto digits = view(from.get_string());
    std::uint64_t hash = 0;
    auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return hash;
  }

  static void read_source_notes(const js::object& about, arb_entry& out) {
    if (const js::value* description = about.if_contains("description");
        description && description->is_string())
      out.description = view(description->get_string());
    if (const js::value* terms = about.if_contains("x-terms"); terms && terms->is_array())
      for (const auto& term : terms->get_array())
        if (term.is_string()) out.terms.emplace_back(view(term.get_string()));
    if (const js::value* all = about.if_contains("placeholders"); all && all->is_object())
      for (const auto& [name, value] : all->get_object()) {
        const js::value* type = value.is_object() ? value.get_object().if_contains("type") : nullptr;
        out.placeholders.emplace_back(name,
                                      type && type->is_string() ? std::string(view(type->get_string())) : "");
      }
  }

  void refuse_orphans(const js::object& all) {
    for (const auto& [key, value] : all)
      if (key.starts_with('@') && !key.starts_with("@@") && !all.contains(key.substr(1)))
        add(std::string(key), "describes a text that is not there");
  }

  const std::string& file_;
  std::string_view bytes_;
  std::vector<problem>& found_;
};
} // namespace

std::optional<arb_file> read_arb(const std::string& file, std::string_view bytes,
                                 std::vector<problem>& found) {
  return reader(file, bytes, found).read();
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
