#include "server/text/runs.hpp"

#include "server/text/free_text.hpp"

namespace kotobashi::words {

namespace {
constexpr std::string_view first_strong_isolate = "\u2068", left_to_right_isolate = "\u2066",
                           right_to_left_isolate = "\u2067", pop_isolate = "\u2069";

void escape_to(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default: out += c;
    }
  }
}

void write_content(std::string& out, const run& one) {
  if (!one.ruby) {
    if (one.text == "\n")
      out += "<br>";
    else
      escape_to(out, one.text);
    return;
  }
  out += "<ruby><rb>";
  escape_to(out, one.text);
  out += "</rb><rp>（</rp><rt>";
  escape_to(out, *one.ruby);
  out += "</rt><rp>）</rp></ruby>";
}

void write_inserted(std::string& out, std::span<const run> runs) {
  bool inserted = false;
  auto turn = [&](bool on) {
    if (on != inserted) out += on ? "<ins>" : "</ins>";
    inserted = on;
  };
  for (const run& each : runs) {
    turn(each.changed.value_or(false));
    write_content(out, each);
  }
  turn(false);
}

bool same_wrapping(const run& a, const run& b) {
  return a.language == b.language && a.direction == b.direction && a.parameter == b.parameter;
}

void open_element(std::string& out, const run& one, std::string_view name) {
  out += '<';
  out += name;
  out += " lang=\"";
  escape_to(out, one.language);
  out += one.direction == direction::rtl ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">";
}

void write_html(std::string& out, std::span<const run> runs, std::string_view surrounding_language) {
  for (std::size_t i = 0; i < runs.size();) {
    const run& first = runs[i];
    std::string_view element = first.parameter ? "bdi" : first.language != surrounding_language ? "span" : "";
    if (!element.empty()) open_element(out, first, element);
    std::size_t end = i;
    while (end < runs.size() && same_wrapping(first, runs[end])) ++end;
    write_inserted(out, runs.subspan(i, end - i));
    i = end;
    if (!element.empty()) ((out += "</") += element) += '>';
  }
}

std::string_view isolate_for(const run& one) {
  if (direction_of(one.text) == one.direction) return first_strong_isolate;
  return one.direction == direction::rtl ? right_to_left_isolate : left_to_right_isolate;
}

void write_plain(std::string& out, std::span<const run> runs, words::direction surrounding) {
  for (std::size_t i = 0; i < runs.size();) {
    const run& first = runs[i];
    bool isolated = first.parameter && surrounding == direction::rtl;
    if (isolated) out += isolate_for(first);
    for (; i < runs.size() && same_wrapping(first, runs[i]); ++i) out += runs[i].text;
    if (isolated) out += pop_isolate;
  }
}
} // namespace

std::string to_html(std::span<const run> runs, std::string_view surrounding_language) {
  std::string out;
  write_html(out, runs, surrounding_language);
  return out;
}

std::string to_html(std::span<const paragraph> body, std::string_view surrounding_language) {
  std::string out;
  for (const paragraph& each : body) {
    out += "<p>";
    write_html(out, each, surrounding_language);
    out += "</p>\n";
  }
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  escape_to(out, text);
  return out;
}

std::string to_plain(std::span<const run> runs, words::direction surrounding) {
  std::string out;
  write_plain(out, runs, surrounding);
  return out;
}

std::string to_plain(std::span<const paragraph> body, words::direction surrounding) {
  std::string out;
  std::size_t length = 0;
  for (const paragraph& each : body)
    for (const run& one : each) length += one.text.size() + 8; // with the isolates
  out.reserve(length);
  for (const paragraph& each : body) {
    if (!out.empty()) out += '\n';
    write_plain(out, each, surrounding);
  }
  return out;
}

} // namespace kotobashi::words
