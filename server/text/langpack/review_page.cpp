#include "server/model/json.hpp"
#include "server/text/langpack/sheet.hpp"
#include "server/text/langpack/variants.hpp"
#include "server/text/langpack/xml_writing.hpp"

namespace kotobashi::langpack {

namespace {
// Lengths in points, as on paper. The heading stands in <thead>, the foot in <tfoot>: browsers repeat both on
// every page. `@bottom-right` is for those that can.
constexpr std::string_view style = R"(
@page { size: A4 landscape; margin: 12mm 12mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif } }
* { box-sizing: border-box }
body { margin: 0; font-size: 11pt; line-height: 1.4; color: #000; background: #fff }
h1 { font-size: 18pt; line-height: 1.3; margin: 0 0 3mm }
p { margin: 0 0 2mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: .5pt solid #555; padding: 1mm 2mm; vertical-align: top; overflow-wrap: anywhere; text-align: start }
th { font-size: 10pt; background: #eee; print-color-adjust: exact; -webkit-print-color-adjust: exact }
tr { break-inside: avoid }
thead .page, tfoot td { border: 0; background: none; font-size: 9pt; font-weight: normal; padding: 0 0 1mm }
.box { width: 12mm } .source { width: 36% } .remark { width: 25% }
.ticks { text-align: center }
.tick { display: inline-block; width: 7mm; height: 7mm; border: 1pt solid #000; border-radius: 1mm }
.number { display: block; font-size: 8pt }
.translation { font-size: 14pt; line-height: 1.6 }
.text { break-inside: avoid } .text + .text { margin-top: 1mm }
.branch, .about { font-size: 8pt; line-height: 1.3; color: #333 }
.english { font-size: 10pt }
.value { border: .5pt dashed #000; border-radius: 1mm; padding: 0 1mm; font-size: 80%; font-family: "Noto Sans", sans-serif }
.section th { font-size: 12pt; break-after: avoid }
.lines { display: flex; flex-wrap: wrap; gap: 3mm 8mm; margin: 4mm 0 } .lines > span { flex: 1 0 70mm; border-bottom: .5pt solid #000; padding-bottom: 1mm }
)";

// A family's name as a string of CSS inside of <style>.
std::string css_string(std::string_view name) {
  std::string out = "\"";
  for (char c : name)
    if (c != '"' && c != '\\' && c != '<' && c != '\n') out += c;
  return out + '"';
}

std::string fonts_of(const words::language& of) {
  std::string out;
  for (const auto& each : of.fonts) out += css_string(each) + ", ";
  return out + "sans-serif";
}

class html_writer final : public variant_writer {
public:
  std::string words(const std::string& text, const std::string& ruby) const override {
    auto base = with_breaks(escape_xml(text));
    return ruby.empty() ? base
                        : "<ruby>" + base + "<rp>（</rp><rt>" + escape_xml(ruby) + "</rt><rp>）</rp></ruby>";
  }
  std::string value(const std::string& name) const override {
    return "<bdi class=\"value\" lang=\"en\" dir=\"ltr\">" + escape_xml(name) + "</bdi>";
  }

  static std::string with_breaks(std::string_view escaped) {
    std::string out;
    for (char c : escaped) c == '\n' ? out += "<br>" : out += c;
    return out;
  }
};

std::string attributes_of(const words::language& of) {
  return " lang=\"" + escape_xml(of.tag) + "\" dir=\"" +
         (of.direction == words::direction::rtl ? "rtl" : "ltr") + "\"";
}

// The text with all its branches; as it was written where ICU cannot read it.
std::string text_of(const words::pack& in, const std::string& text, std::string_view css_class = "text") {
  words::message made(text, in.has_ruby());
  auto open = "<div class=\"" + std::string(css_class) + "\"" + attributes_of(in.about()) + ">";
  if (made.error()) return open + html_writer::with_breaks(escape_xml(text)) + "</div>";
  std::string out;
  for (const auto& each : variants(made, html_writer())) {
    out += open + each.says;
    if (!each.branches.empty())
      out += " <bdi class=\"branch\" lang=\"en\" dir=\"ltr\">[" + escape_xml(each.branches) + "]</bdi>";
    out += "</div>";
  }
  return out;
}

std::string_view status_in_two_languages(text_status of) {
  switch (of) {
  case text_status::missing: return "未翻訳 missing";
  case text_status::drafted: return "下書き drafted";
  case text_status::checked: return "確認済み checked";
  case text_status::outdated: return "要見直し outdated";
  }
  return {};
}

std::string_view title_of(words::section of) {
  switch (of) {
  case words::section::phrases: return "お知らせの文 <span lang=\"en\">Phrases of notices</span>";
  case words::section::terms: return "用語 <span lang=\"en\">Terms</span>";
  case words::section::pages: return "画面の文 <span lang=\"en\">Texts of pages</span>";
  }
  return {};
}

class page_writer {
public:
  explicit page_writer(const sheet& from) : from_(from), about_(from.language.about()) {}

  std::string write() {
    head();
    introduction();
    table_head();
    std::optional<words::section> current;
    for (const auto& each : from_.rows) {
      if (current != each.where) {
        if (current) out_ += "</tbody>\n";
        out_ += "<tbody>\n<tr class=\"section\"><th colspan=\"4\">" + std::string(title_of(each.where)) +
                "</th></tr>\n";
        current = each.where;
      }
      row(each);
    }
    if (current) out_ += "</tbody>\n";
    return out_ + "</table>\n</body>\n</html>\n";
  }

private:
  void head() {
    out_ += "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
            escape_xml(about_.name_ja) + " " + escape_xml(about_.name_en) +
            " – 翻訳の確認用紙 Review sheet</title>\n<style>" + std::string(style) +
            "body { font-family: " + fonts_of(from_.source.about()) + " }\n" +
            ":lang(en) { font-family: \"Noto Sans\", sans-serif }\n" +
            ".own { font-family: " + fonts_of(about_) + " }\n</style>\n</head>\n<body>\n";
  }

  void introduction() {
    out_ += "<h1><span class=\"own\"" + attributes_of(about_) + ">" + escape_xml(about_.name) + "</span> " +
            escape_xml(about_.name_ja) + " <span lang=\"en\">" + escape_xml(about_.name_en) +
            "</span></h1>\n"
            "<p>"
            "訳文を読んで、正しければ左の四角に✓を書いてください。直すところがあれば、右の欄に正しい文を書い"
            "てください。"
            "点線の中の言葉には、日時や場所などが入ります。</p>\n"
            "<p lang=\"en\">Read the translation. If it is right, tick the box. If it is not, write the "
            "right text "
            "on the right. Words in dashed boxes stand for values such as times and places.</p>\n"
            "<div class=\"lines\"><span>確認した人 <span lang=\"en\">Checked by</span>:</span>"
            "<span>確認した日 <span lang=\"en\">Date</span>:</span></div>\n";
  }

  void table_head() {
    out_ += "<table>\n<colgroup><col class=\"box\"><col class=\"source\"><col><col "
            "class=\"remark\"></colgroup>\n<thead>\n<tr><td class=\"page\" colspan=\"4\">Kotobashi 言葉橋 – "
            "翻訳の確認用紙 <span "
            "lang=\"en\">Review sheet</span> – " +
            escape_xml(about_.name_ja) + " <span lang=\"en\">" + escape_xml(about_.name_en) +
            "</span></td></tr>\n<tr><th class=\"ticks\">✓</th><th>日本語 <span "
            "lang=\"en\">Japanese" +
            (about_.tag == "en" ? "" : ", English") +
            "</span></th><th>訳文 <span lang=\"en\">Translation</span></th><th "
            "class=\"remark\">直した文・メモ <span "
            "lang=\"en\">Correction, note</span></th></tr>\n</thead>\n<tfoot>\n<tr><td colspan=\"4\">" +
            escape_xml(about_.tag) + " · " + escape_xml(about_.version) + "</td></tr>\n</tfoot>\n";
  }

  void row(const sheet_row& of) {
    out_ += "<tr id=\"" + std::string(name_of(of.where)) + "." + escape_xml(of.key) +
            "\"><td class=\"ticks\"><span class=\"tick\"></span><span class=\"number\">" +
            std::to_string(++number_) + "</span></td><td>" + text_of(from_.source, of.source);
    if (from_.english && !of.english.empty()) out_ += text_of(*from_.english, of.english, "english");
    notes(of);
    out_ += "</td><td class=\"translation own\">" + (of.text ? text_of(from_.language, *of.text) : "") +
            "</td><td></td></tr>\n";
  }

  void notes(const sheet_row& of) {
    out_ += "<div class=\"about\" lang=\"en\">" + html_writer::with_breaks(escape_xml(of.note));
    if (!of.note.empty()) out_ += " · ";
    out_ += escape_xml(of.full_key) + " · " + std::string(status_in_two_languages(of.status));
    for (const auto& each : of.terms) out_ += "<br>" + escape_xml(each);
    out_ += "</div>";
  }

  const sheet& from_;
  const words::language& about_;
  std::string out_;
  std::size_t number_ = 0;
};
} // namespace

std::string to_review_page(const sheet& from) {
  return page_writer(from).write();
}

} // namespace kotobashi::langpack
