#include "server/model/json.hpp"
#include "server/model/request.hpp"
#include "server/web/accept_language.hpp"
#include "server/web/pages.hpp"
#include "server/web/parts.hpp"

#include <array>

namespace kotobashi::web {

namespace {
// What the scripts say; names of enumerators follow below.
constexpr std::array page_keys{"chooser.title",
                               "board.drill_prefix",
                               "board.drill_banner",
                               "board.drill_explained",
                               "board.now_real",
                               "board.as_of",
                               "board.number",
                               "board.japanese_original",
                               "volunteer.title",
                               "volunteer.sign_in_by_link",
                               "volunteer.link_invalid",
                               "volunteer.signed_out",
                               "volunteer.sign_out",
                               "volunteer.connection_lost",
                               "volunteer.safety_first",
                               "volunteer.secret",
                               "volunteer.my_requests",
                               "volunteer.waiting_requests",
                               "volunteer.open_requests",
                               "volunteer.no_open_requests",
                               "volunteer.number",
                               "volunteer.claim",
                               "volunteer.release",
                               "volunteer.start",
                               "volunteer.finish",
                               "volunteer.keep",
                               "volunteer.confirm_claim",
                               "volunteer.confirm_release",
                               "volunteer.confirm_finish",
                               "volunteer.claimed",
                               "volunteer.waiting_approval",
                               "volunteer.no_longer_open",
                               "volunteer.cancelled_by_center",
                               "volunteer.released",
                               "volunteer.started",
                               "volunteer.sending",
                               "volunteer.summary",
                               "volunteer.finished",
                               "volunteer.by_approval",
                               "volunteer.from_to",
                               "volunteer.area",
                               "volunteer.place",
                               "volunteer.contact",
                               "volunteer.details",
                               "volunteer.language",
                               "volunteer.memory",
                               "volunteer.use",
                               "volunteer.line_empty",
                               "volunteer.numbers_missing",
                               "volunteer.numbers_check",
                               "volunteer.numbers_right",
                               "volunteer.wording.title",
                               "volunteer.wording.open",
                               "volunteer.wording.question",
                               "volunteer.wording.left",
                               "volunteer.wording.right",
                               "volunteer.wording.change",
                               "volunteer.wording.send",
                               "volunteer.wording.back",
                               "volunteer.wording.later",
                               "volunteer.wording.keep",
                               "volunteer.wording.wrong",
                               "volunteer.wording.sent",
                               "volunteer.wording.none",
                               "volunteer.call_center",
                               "refusal.other"};
constexpr std::array placeholders{"time",    "number", "from",  "to",       "area",    "place",
                                  "contact", "text",   "phone", "language", "percent", "numbers"};

boost::json::value pieces(const words::paragraph& runs) {
  boost::json::array out;
  for (const words::run& run : runs) {
    if (run.parameter)
      out.push_back(boost::json::object{{"value", *run.parameter}});
    else if (run.ruby)
      out.push_back(boost::json::array{run.text, *run.ruby});
    else
      out.push_back(boost::json::value(run.text));
  }
  return out;
}

class collection {
public:
  collection(const words::library& library, std::string_view language)
      : library_(library), language_(language) {
    for (const char* name : placeholders) arguments_.emplace_back(name, std::string(name));
  }
  // Some refusals are never told to volunteers and have no text.
  void page(const std::string& key) {
    if (!library_.has_page(key)) return;
    words::page_text text = library_.page(language_, key, arguments_);
    if (text.language == language_) {
      texts[key] = pieces(text.runs);
      return;
    }
    texts[key] = boost::json::object{{"language", text.language},
                                     {"direction", direction_name(text.direction)},
                                     {"pieces", pieces(text.runs)}};
  }
  template <class Enum>
  void pages_of(const std::string& start) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
        [&](auto each) { page(start + std::string(json::key_of(each.name))); });
  }
  void terms_of(const std::string& group) {
    for (const std::string& key : library_.term_keys(group))
      if (auto term = library_.term(language_, group + "." + key))
        texts[group + "." + key] = boost::json::array{*term};
  }

  boost::json::object texts;

private:
  const words::library& library_;
  std::string language_;
  words::page_arguments arguments_;
};

// ICU's "ar@numbers=latn" as browsers want it. Years are western everywhere.
std::string browser_locale(const std::string& icu) {
  std::string out = icu.substr(0, icu.find('@'));
  for (char& c : out)
    if (c == '_') c = '-';
  out += "-u-ca-gregory";
  auto numbers = icu.find("numbers=");
  if (numbers != icu.npos) out += "-nu-" + icu.substr(numbers + 8, icu.find(';', numbers) - numbers - 8);
  return out;
}

mustache::data languages(const words::library& library, std::string_view current) {
  mustache::list out;
  for (const words::language& one : library.languages()) {
    mustache::data option;
    option.set("tag", one.tag);
    option.set("name", one.name);
    option.set("current", one.tag == current);
    out.push_back(std::move(option));
  }
  return out;
}

mustache::data telephones(const speaker& says, const domain::center& center) {
  mustache::list out;
  auto add = [&](const domain::center_contact& contact) {
    mustache::data one;
    one.set("phone", contact.phone);
    one.set("hours", contact.from.empty() ? "" : contact.from + "–" + contact.to);
    one.set("line", says.html_with("volunteer.call_center", "phone", phone_link(contact)));
    out.push_back(std::move(one));
  };
  add(center.day);
  if (center.night) add(*center.night);
  return out;
}

// Without script the page can do nothing; the telephone can.
mustache::data without_script(const words::library& library, const domain::center& center) {
  mustache::list out;
  for (std::string_view tag : {"ja", "en"}) {
    if (!library.find_language(tag)) continue;
    speaker says(library, tag, center.time_zone);
    mustache::data line;
    line.set("language", says.tag());
    line.set("direction", says.direction());
    line.set("text", says.html("volunteer.call_center", {{"phone", center.day.phone}}));
    out.push_back(std::move(line));
  }
  return out;
}
} // namespace

std::string volunteer_page(const words::library& library, const domain::center& center,
                           std::string_view accept_language) {
  auto wanted = wanted_languages(library, accept_language);
  speaker says(library, wanted.empty() ? words::source_language : std::string_view(wanted.front()->tag),
               center.time_zone);
  mustache::data values;
  set_common(values, library, says, center, mood::normal);
  values.set("choose", says.plain("chooser.title"));
  values.set("heading", says.html("volunteer.title"));
  values.set("languages", languages(library, says.tag()));
  values.set("telephones", telephones(says, center));
  values.set("call", says.plain("volunteer.call_center", {{"phone", center.day.phone}}));
  values.set("no_script", without_script(library, center));
  frame around{says.tag(),
               says.direction(),
               says.plain("volunteer.title"),
               false,
               {"pages.css", "volunteer.css"},
               {"volunteer-calls.js", "volunteer-texts.js", "volunteer-cards.js", "volunteer-numbers.js",
                "volunteer-translations.js", "volunteer-wordings.js", "volunteer.js"},
               ""};
  return document(around, fill("volunteer", std::move(values)));
}

std::string volunteer_texts(const words::library& library, std::string_view language,
                            std::string_view time_zone) {
  const words::language& reader = language_of(library, language);
  collection all(library, language);
  for (const char* key : page_keys) all.page(key);
  all.pages_of<request_kind>("volunteer.kind.");
  all.pages_of<request_mode>("volunteer.mode.");
  all.pages_of<specialty>("volunteer.specialty.");
  all.pages_of<assignment_state>("volunteer.state.");
  all.pages_of<refusal_code>("refusal.");
  all.terms_of("area");
  all.terms_of("language");
  return json::to_string(boost::json::object{{"language", reader.tag},
                                             {"direction", direction_name(reader.direction)},
                                             {"locale", browser_locale(reader.icu_locale)},
                                             {"time_zone", std::string(time_zone)},
                                             {"hour12", reader.time.find('a') != std::string::npos},
                                             {"texts", all.texts}});
}

} // namespace kotobashi::web
