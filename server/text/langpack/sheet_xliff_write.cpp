#include "server/text/langpack/sheet.hpp"
#include "server/text/langpack/xml_writing.hpp"

namespace kotobashi::langpack {

namespace {
std::string_view state_of(text_status status) {
  switch (status) {
  case text_status::missing: return "state=\"initial\"";
  case text_status::outdated: return "state=\"initial\" subState=\"kotobashi:outdated\"";
  case text_status::drafted: return "state=\"translated\"";
  case text_status::checked: return "state=\"reviewed\"";
  }
  return {};
}

void write_note(std::string& to, std::string_view category, std::string_view text) {
  if (text.empty()) return;
  to += "        <note category=\"" + std::string(category) + "\">" + escape_xml(text) + "</note>\n";
}

std::string notes_of(const sheet_row& row) {
  std::string out;
  write_note(out, "about", row.note);
  for (const auto& each : row.terms) write_note(out, "term", each);
  write_note(out, "english", row.english);
  return out.empty() ? out : "      <notes>\n" + out + "      </notes>\n";
}

void write_unit(std::string& to, const sheet_row& row) {
  to += "    <unit id=\"" + escape_xml(row.key) + "\">\n" + notes_of(row);
  to += "      <segment " + std::string(state_of(row.status)) + ">\n";
  to += "        <source xml:space=\"preserve\">" + escape_xliff(row.source) + "</source>\n";
  if (row.text) to += "        <target xml:space=\"preserve\">" + escape_xliff(*row.text) + "</target>\n";
  to += "      </segment>\n    </unit>\n";
}
} // namespace

std::string to_xliff(const sheet& from) {
  const auto& about = from.language.about();
  std::string_view direction = about.direction == words::direction::rtl ? "rtl" : "ltr";
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ja\" trgLang=\"" +
      escape_xml(about.tag) + "\">\n";
  for (auto where : sections) {
    std::string units;
    for (const auto& row : from.rows)
      if (row.where == where) write_unit(units, row);
    if (units.empty()) continue; // a <file> without a unit is not valid
    out += "  <file id=\"" + std::string(name_of(where)) + "\" original=\"" + escape_xml(about.tag) + "/" +
           std::string(words::file_of(where)) + "\" canResegment=\"no\" srcDir=\"ltr\" trgDir=\"" +
           std::string(direction) + "\">\n" + units + "  </file>\n";
  }
  return out + "</xliff>\n";
}

} // namespace kotobashi::langpack
