#include "client/cli/request_input.hpp"

#include "client/cli/find.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
// Where `typed` is given: read by `read` into `into`, or the reason why not.
template <class To, class Read>
void take(std::optional<refusal>& wrong, const std::string& typed, To& into, Read read) {
  if (wrong || typed.empty()) return;
  if (auto got = read(typed))
    into = std::move(*got);
  else
    wrong = got.error();
}

template <class E>
auto word_for(const char* field) {
  return [field](const std::string& typed) { return read_word<E>(field, typed); };
}

// Text for one person's eyes.
template <std::size_t Max>
result<personal<text<Max>>> read_secret(const std::string& typed) {
  auto got = read_text(typed);
  if (!got) return got.error();
  return personal<text<Max>>(text<Max>(std::move(*got)));
}

std::optional<refusal> read_simple(const request_input& typed, instant now, new_request& out) {
  std::optional<refusal> wrong;
  auto time = [now](const std::string& text) { return read_time(text, now); };
  take(wrong, typed.kind, out.kind, word_for<request_kind>("kind"));
  take(wrong, typed.mode, out.mode, word_for<request_mode>("mode"));
  take(wrong, typed.specialty, out.specialty, word_for<specialty>("specialty"));
  take(wrong, typed.gender, out.gender_preference, word_for<gender>("gender_preference"));
  take(wrong, typed.admission, out.admission, word_for<admission>("admission"));
  take(wrong, typed.starts, out.starts_at, time);
  take(wrong, typed.ends, out.ends_at, time);
  take(wrong, typed.place, out.place, read_secret<200>);
  take(wrong, typed.contact, out.contact, read_secret<200>);
  take(wrong, typed.details, out.details, read_secret<2000>);
  return wrong;
}
} // namespace

void add_request_options(CLI::App& to, request_input& into) {
  to.add_option("--kind", into.kind, "interpret, translate, check, accompany")->capture_default_str();
  to.add_option("--mode", into.mode, "on_site, phone, video")->capture_default_str();
  to.add_option("--language", into.language, "as it is spoken: vi, zh, yue …")->required();
  to.add_option("--area", into.area, "code of the ward")->required();
  to.add_option("--summary", into.summary, "what every matching volunteer may read: no person in it")
      ->required();
  to.add_option("--specialty", into.specialty, "medical, legal …");
  to.add_option("--starts", into.starts, "time, or +30m")->capture_default_str();
  to.add_option("--ends", into.ends, "time, or +2h")->capture_default_str();
  to.add_option("--places", into.places, "how many people")->capture_default_str();
  to.add_option("--place", into.place, "where exactly; - or @FILE reads it");
  to.add_option("--contact", into.contact, "whom to ask for there; - or @FILE reads it");
  to.add_option("--details", into.details, "for who takes it; - or @FILE reads it");
  to.add_option("--gender", into.gender, "of the interpreter, where it matters: female, male");
  to.add_option("--admission", into.admission, "first_come, by_approval");
  to.add_option("--exclude", into.excluded, "volunteers who must not meet the person")->delimiter(',');
  to.add_option("--inquiry", into.inquiry, "number of the inquiry that it comes from");
  to.add_flag("--confidential", into.confidential, "only named people see it");
}

link::outcome<new_request> request_of(context& c, const request_input& typed) {
  new_request out;
  if (auto wrong = read_simple(typed, c.now(), out)) return link::failure(*wrong);
  out.language = typed.language;
  out.area = typed.area;
  out.summary = typed.summary;
  out.places = typed.places;
  if (typed.confidential) out.confidential = true;
  for (const auto& each : typed.excluded) {
    auto person = find_volunteer(c, each);
    if (!person) return person.error();
    out.excluded.push_back(person->id);
  }
  if (!typed.inquiry.empty()) {
    auto from = find_inquiry(c, typed.inquiry);
    if (!from) return from.error();
    out.inquiry = from->id;
  }
  return out;
}

} // namespace kotobashi::cli
