#include "server/text/value_writer.hpp"

#include "server/text/clock.hpp"
#include "server/text/free_text.hpp"
#include "server/text/ruby.hpp"

#include <charconv>
#include <stdexcept>
#include <variant>

namespace kotobashi::words {

namespace {
// A term inside of a value: its words are the value, its {n} a number.
class term_host final : public message_host {
public:
  term_host(run_builder& to, std::string_view parameter, std::string_view number)
      : to_(to), parameter_(parameter), number_(number) {}
  void words(const std::string& text, const std::string& ruby) override { to_.value(text, parameter_, ruby); }
  void value(const std::string& name) override {
    if (number_.empty()) refuse(name);
    to_.value(number_, parameter_);
  }
  void number(double, const std::string& of) override { refuse(of); }
  double number_of(const std::string& name) override { refuse(name); }
  std::string key_of(const std::string& name) override { refuse(name); }
  std::string plural_category(double) override { return "other"; }

private:
  [[noreturn]] static void refuse(const std::string& name) {
    throw std::logic_error("a term asks for {" + name + "}, which no one gives");
  }
  run_builder& to_;
  std::string_view parameter_;
  std::string_view number_;
};

int minutes_of(std::string_view clock) {
  int hours = 0, minutes = 0;
  std::from_chars(clock.data(), clock.data() + 2, hours);
  std::from_chars(clock.data() + 3, clock.data() + 5, minutes);
  return hours * 60 + minutes;
}

bool reads_kanji(const pack& in) {
  return in.about().script == "Hans" || in.about().script == "Hant";
}
bool is_japanese(const pack& in) {
  return in.has_ruby();
}
} // namespace

void value_writer::write(const parameter& of, const std::vector<given_value>& values, run_builder& to) {
  bool first = true;
  for (const auto& each : values) {
    if (!first) to.words(in_.about().list);
    first = false;
    std::visit([&](const auto& one) { write_one(one, target{of, to}); }, each);
  }
}

void value_writer::write_term(std::string_view key, target out, std::string_view number) {
  const message* term = words_.term(key);
  if (!term) return;
  term_host host(out.to, out.of.name, number);
  term->write(host);
}

// A name that somebody gave in some language.
void value_writer::write_named(const std::string& text, std::string_view language, target out) {
  if (language == in_.about().tag && in_.has_ruby())
    out.to.value(read_ruby(text), out.of.name);
  else
    out.to.value(typed_run(text, language, out.of.name), true);
}

void value_writer::note_japanese(std::string_view text, target out) {
  if (in_.about().tag != source_language) words_.note("not_translated", out.of.name, text);
}

void value_writer::write_one(const area_value& value, target out) {
  if (!value.code.empty()) return write_term("area." + value.code, out);
  note_japanese(value.text, out);
  out.to.value(typed_run(value.text, source_language, out.of.name), true);
}

void value_writer::write_japanese_name(const place& known, target out) {
  run name = typed_run(known.name, source_language, out.of.name);
  if (in_.is_plain()) name.language = in_.about().tag;
  if (in_.is_plain() && !known.reading.empty()) name.ruby = known.reading;
  out.to.value(std::move(name));
}

void value_writer::write_place(const place& known, target out) {
  auto own = known.names.find(in_.about().tag);
  auto english = known.names.find("en");
  if (is_japanese(in_)) {
    if (own != known.names.end() && in_.is_plain()) return write_named(own->second, in_.about().tag, out);
    return write_japanese_name(known, out);
  }
  std::string_view name, language;
  if (own != known.names.end())
    name = own->second, language = own->first;
  else if (reads_kanji(in_))
    return write_japanese_name(known, out);
  else if (english != known.names.end())
    name = english->second, language = "en";
  else
    name = known.romanised, language = "ja-Latn";
  if (name.empty()) {
    note_japanese(known.name, out);
    return write_japanese_name(known, out);
  }
  for (std::string_view rest = in_.about().place; !rest.empty();) {
    auto open = rest.find('{');
    auto close = rest.find('}', open);
    out.to.words(rest.substr(0, open));
    if (close == rest.npos) break;
    if (rest.substr(open, close - open + 1) == "{name}")
      write_named(std::string(name), language, out);
    else
      write_japanese_name(known, out);
    rest.remove_prefix(close + 1);
  }
}

void value_writer::write_one(const place_value& value, target out) {
  if (value.id.empty()) {
    place typed;
    typed.name = value.name;
    typed.romanised = value.romanised;
    return write_place(typed, out);
  }
  const place* known = from_.find_place(value.id);
  if (!known) throw std::invalid_argument("there is no place " + value.id);
  write_place(*known, out);
}

void value_writer::write_one(instant value, target out) {
  write_clock(date_time_text(in_.about(), with_, value), in_, out.of.name, out.to);
}

void value_writer::write_one(const period_value& value, target out) {
  write_clock(period_text(in_.about(), with_, value.from, value.to), in_, out.of.name, out.to);
}

void value_writer::write_one(const number_value& value, target out) {
  if (!value.value) return write_term("number." + value.described, out);
  auto number = with_.number(*value.value, out.of.decimals);
  if (value.qualifier.empty())
    out.to.value(number, out.of.name);
  else
    write_term("number." + value.qualifier, out, number);
}

void value_writer::write_one(const choice_value& value, target out) {
  write_term(out.of.terms + "." + value.key, out);
}

void value_writer::write_one(const money_value& value, target out) {
  auto text = with_.money(value.amount, value.currency);
  if (in_.is_plain())
    out.to.value(read_clock_ruby(text), out.of.name);
  else
    out.to.value(text, out.of.name);
}

void value_writer::write_one(const language_value& value, target out) {
  write_term("language." + value.code, out);
}

void value_writer::write_one(const text_value& value, target out) {
  auto found = value.by_language.find(in_.about().tag);
  if (found == value.by_language.end()) {
    found = value.by_language.find(std::string(source_language));
    if (found == value.by_language.end()) throw std::invalid_argument("a text without its Japanese");
    note_japanese(found->second, out);
  }
  out.to.value(typed_run(found->second, found->first, out.of.name), true);
}

void value_writer::write_center(target out) {
  if (!context_.contact) throw std::invalid_argument("the center's own contact was asked for and not given");
  const auto& contact = *context_.contact;
  auto name = contact.names.find(in_.about().tag);
  if (name == contact.names.end() && !is_japanese(in_)) name = contact.names.find("en");
  if (name == contact.names.end()) name = contact.names.find(std::string(source_language));
  if (name != contact.names.end()) write_named(name->second, name->first, out);
  write_ways(contact.phone, context_.url, contact.from, contact.to, out);
}

void value_writer::write_one(const contact_value& value, target out) {
  if (value.center) return write_center(out);
  out.to.value(typed_run(value.name, source_language, out.of.name), true);
  write_ways(value.phone, value.url, value.from, value.to, out);
}

// Digits and addresses read from left to right in every language.
void value_writer::write_ways(const std::string& phone, const std::string& url, const std::string& from,
                              const std::string& to, target out) {
  for (const std::string* each : {&phone, &url}) {
    if (each->empty()) continue;
    out.to.words(in_.about().list);
    out.to.value(run{sanitise(*each), in_.about().tag, direction::ltr, {}, out.of.name}, true);
  }
  if (from.size() != 5 || to.size() != 5) return;
  out.to.words(in_.about().list);
  write_clock(fill(in_.about().period, {{"from", with_.time_of_day(minutes_of(from))},
                                        {"to", with_.time_of_day(minutes_of(to))}}),
              in_, out.of.name, out.to);
}

} // namespace kotobashi::words
