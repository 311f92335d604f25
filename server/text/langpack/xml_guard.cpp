#include "server/text/langpack/xml_guard.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace kotobashi::langpack {

namespace {
refusal malformed(std::string_view bytes, std::size_t at, std::string_view what) {
  auto before = bytes.substr(0, std::min(at, bytes.size()));
  return refuse(refusal_code::malformed, "this is not the XML of a sheet: line " +
                                             std::to_string(std::ranges::count(before, '\n') + 1) + ", " +
                                             std::string(what));
}

// "&#x3042;" of a character that XML may hold; pugixml would make a NUL or half a character of others.
bool is_character_reference(std::string_view from) {
  auto digits = from.substr(2, from.find(';') - 2);
  bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  std::uint32_t c = 0;
  auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), c, hex ? 16 : 10);
  if (failed != std::errc() || end != digits.data() + digits.size() || digits.empty()) return false;
  bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
  return !control && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

bool is_known_reference(std::string_view from) {
  constexpr std::array<std::string_view, 5> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
  from = from.substr(0, 12);
  if (from.starts_with("&#") && from.find(';') != from.npos) return is_character_reference(from);
  return std::ranges::any_of(known, [&](std::string_view each) { return from.starts_with(each); });
}

// Where a comment, a CDATA section or an instruction that begins at `at` ends; `at` where none does.
std::size_t skip_opaque(std::string_view bytes, std::size_t at) {
  using pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<pair, 3> opaque = {pair{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
  for (const auto& [open, close] : opaque) {
    if (!bytes.substr(at).starts_with(open)) continue;
    auto end = bytes.find(close, at + open.size());
    return end == bytes.npos ? bytes.size() : end + close.size(); // the parser says that it never ends
  }
  return at;
}

std::optional<refusal> find_forbidden(std::string_view bytes) {
  for (auto at = bytes.find_first_of("<&"); at != bytes.npos; at = bytes.find_first_of("<&", at)) {
    if (auto end = skip_opaque(bytes, at); end != at) {
      at = end;
      continue;
    }
    if (bytes.substr(at).starts_with("<!"))
      return malformed(bytes, at, "a DOCTYPE or a declaration; neither is read");
    if (bytes[at] == '&' && !is_known_reference(bytes.substr(at)))
      return malformed(bytes, at, "a reference that XML does not have by itself");
    ++at;
  }
  return std::nullopt;
}

std::optional<refusal> check_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  std::string declaration(bytes.substr(0, std::min(bytes.find("?>"), bytes.size())));
  std::ranges::transform(declaration, declaration.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (declaration.find("encoding") == declaration.npos || declaration.find("utf-8") != declaration.npos)
    return std::nullopt;
  return malformed(bytes, 0, "the encoding is not UTF-8");
}
} // namespace

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

result<pugi::xml_node> parse_xml(std::string_view bytes, pugi::xml_document& into) {
  if (auto refused = check_encoding(bytes)) return *refused;
  if (auto refused = find_forbidden(bytes)) return *refused;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  auto parsed = into.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8);
  if (!parsed) return malformed(bytes, static_cast<std::size_t>(parsed.offset), parsed.description());
  pugi::xml_node root;
  for (const auto& each : into.children()) {
    if (each.type() != pugi::node_element) continue;
    if (root) return malformed(bytes, static_cast<std::size_t>(each.offset_debug()), "a second root element");
    root = each;
  }
  return root;
}

} // namespace kotobashi::langpack
