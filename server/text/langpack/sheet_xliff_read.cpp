#include "server/text/langpack/sheet.hpp"
#include "server/text/langpack/xml_guard.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace kotobashi::langpack {

namespace {
constexpr std::string_view xliff_2 = "urn:oasis:names:tc:xliff:document:2.0"; // of 2.1 and 2.2 as well
constexpr std::size_t max_depth = 32;                                         // of groups, and of marks

bool same_tag(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view namespace_of(const pugi::xml_node& root) {
  std::string_view name = root.name();
  auto colon = name.find(':');
  auto attribute = colon == name.npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return root.attribute(attribute.c_str()).value();
}

result<void> check_root(const pugi::xml_node& root, std::string_view tag) {
  auto refused = [](std::string what) { return refuse(refusal_code::unsupported, std::move(what)); };
  std::string version = root.attribute("version").value();
  if (local_name(root) != "xliff") return refused("this is neither XLIFF nor CSV");
  if (namespace_of(root) != xliff_2 || !version.starts_with("2."))
    return refused("this is XLIFF " + version.substr(0, 10) + "; what export writes is XLIFF 2.0");
  std::string source = root.attribute("srcLang").value(), target = root.attribute("trgLang").value();
  if (!same_tag(source, words::source_language)) return refused("the file's srcLang is not ja");
  if (!same_tag(target, tag))
    return refused("the file's trgLang is " + (target.empty() ? "missing" : target.substr(0, 40)) + ", not " +
                   std::string(tag));
  return {};
}

// The text of <source>, <target> or a mark in it.
class content_reader {
public:
  explicit content_reader(std::string& broken) : broken_(broken) {}

  std::string read(const pugi::xml_node& node, std::size_t depth = 0) {
    std::string out;
    for (const auto& each : node.children()) {
      if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) out += each.value();
      if (each.type() == pugi::node_element) out += read_inline(each, depth + 1);
    }
    return out;
  }

private:
  std::string read_inline(const pugi::xml_node& node, std::size_t depth) {
    auto name = local_name(node);
    if (depth > max_depth) return fail("marks stand too deep in each other");
    if (name == "mrk") return read(node, depth);
    if (name == "sm" || name == "em") return {};
    if (name == "cp") return code_point(node.attribute("hex").value());
    return fail("has the inline code <" + std::string(name.substr(0, 20)) +
                ">; placeholders are plain text here");
  }

  std::string code_point(std::string_view hex) {
    std::uint32_t value = 0;
    auto [end, failed] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    bool whole = failed == std::errc() && end == hex.data() + hex.size();
    bool sound = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (!whole || !sound) return fail("has <cp> without a character");
    std::string out;
    words::append(out, value);
    return out;
  }

  std::string fail(std::string what) {
    if (broken_.empty()) broken_ = std::move(what);
    return {};
  }

  std::string& broken_;
};

class xliff_reader {
public:
  explicit xliff_reader(std::string_view bytes) : bytes_(bytes) {}

  std::vector<returned_text> read(const pugi::xml_node& root) {
    for (const auto& file : root.children())
      if (local_name(file) == "file") read_units(file, file.attribute("id").value(), 0);
    return std::move(out_);
  }

private:
  void read_units(const pugi::xml_node& in, const std::string& section, std::size_t depth) {
    for (const auto& each : in.children()) {
      if (local_name(each) == "unit") read_unit(each, section);
      if (local_name(each) == "group" && depth < max_depth) read_units(each, section, depth + 1);
    }
  }

  void read_unit(const pugi::xml_node& unit, const std::string& section) {
    returned_text one;
    one.line = line_of(unit);
    one.full_key = section + "/" + unit.attribute("id").value();
    bool all_checked = true, any_target = false, all_targets = true; // of its segments
    std::string text;
    for (const auto& part : unit.children()) {
      auto name = local_name(part);
      if (name == "notes")
        for (const auto& note : part.children())
          if (note.type() == pugi::node_element) one.remarks.emplace_back(note.text().get());
      if (name != "segment" && name != "ignorable") continue;
      auto source = child(part, "source"), target = child(part, "target");
      one.source += content_reader(one.broken).read(source);
      text += content_reader(one.broken).read(target || name == "segment" ? target : source);
      if (target.attribute("order")) one.broken = "its segments stand in another order";
      if (name != "segment") continue;
      (target ? any_target : all_targets) = target ? true : false;
      std::string_view state = part.attribute("state").value();
      all_checked = all_checked && (state == "reviewed" || state == "final");
    }
    one.checked = all_checked;
    if (any_target && !all_targets) one.broken = "only a part of it is translated";
    if (any_target) one.text = std::move(text);
    out_.push_back(std::move(one));
  }

  static pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
    for (const auto& each : of.children())
      if (local_name(each) == name) return each;
    return {};
  }

  // Asked in the order of the file.
  std::size_t line_of(const pugi::xml_node& node) {
    auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    for (; counted_ < at && counted_ < bytes_.size(); ++counted_)
      if (bytes_[counted_] == '\n') ++line_;
    return line_;
  }

  std::string_view bytes_;
  std::size_t counted_ = 0, line_ = 1;
  std::vector<returned_text> out_;
};
} // namespace

result<std::vector<returned_text>> read_xliff(std::string_view bytes, std::string_view tag) {
  pugi::xml_document document;
  auto root = parse_xml(bytes, document);
  if (!root) return root.error();
  if (auto checked = check_root(*root, tag); !checked) return checked.error();
  return xliff_reader(bytes).read(*root);
}

} // namespace kotobashi::langpack
