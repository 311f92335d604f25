#include "server/api/roster_fields.hpp"

#include "server/roster/cells.hpp"
#include "server/roster/vocabulary.hpp"
#include "server/text/search.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
const words::sorter& japanese_order() {
  static const words::sorter made("ja");
  return made;
}

bool is_date(const std::string& given) {
  return from_rfc3339(given + "T00:00:00Z").has_value() && given.size() == 10;
}

// What is typed in a field that may be left out, where it is not what stood there before.
template <class Field>
std::string changed(const std::optional<Field>& given, const std::optional<Field>& before) {
  return !given || given == before ? std::string() : given->reveal().value;
}

void look_at_reach(const volunteer_fields& given, const volunteer_fields& before,
                   std::vector<field_error>& to) {
  if (auto phone = changed(given.phone, before.phone);
      !phone.empty() && roster::read_phone(phone).number.empty())
    to.push_back({"phone", "format",
                  "this is not one telephone number such as 090-0000-0000; put a second one into the note"});
  if (auto email = changed(given.email, before.email); !email.empty() && !roster::read_email(email))
    to.push_back({"email", "format", "this is not an e-mail address"});
}

void look_at_birth(const volunteer_fields& given, const volunteer_fields& before, instant now,
                   std::vector<field_error>& to) {
  auto born = changed(given.birth_date, before.birth_date);
  if (born.empty()) return;
  if (!is_date(born))
    to.push_back({"birth_date", "format", "expected a date such as 1978-04-04"});
  else if (born < "1900" || born > to_rfc3339(now).substr(0, 10))
    to.push_back({"birth_date", "range", "nobody in this roster was born then"});
}

void look_at_languages(std::string_view field, const std::vector<language_skill>& given,
                       const std::vector<language_skill>& before, std::vector<field_error>& to) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto& tag = given[i].language;
    bool stood = std::ranges::find(before, tag, &language_skill::language) != before.end();
    if (!stood && !roster::is_language(tag.value))
      to.push_back({std::string(field) + '[' + std::to_string(i) + "].language", "unknown",
                    "there is no such language"});
  }
}
} // namespace

std::optional<refusal> wrong_in(const volunteer_fields& given, const volunteer_fields& before, instant now) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  if (given.name.reveal().empty()) wrong.errors.push_back({"name", "required", "give the name"});
  look_at_birth(given, before, now, wrong.errors);
  look_at_reach(given, before, wrong.errors);
  look_at_languages("spoken", given.spoken, before.spoken, wrong.errors);
  look_at_languages("written", given.written, before.written, wrong.errors);
  if (given.qualification_until && !is_date(given.qualification_until->value))
    wrong.errors.push_back({"qualification_until", "format", "expected a date such as 2027-03-31"});
  if (wrong.errors.empty()) return std::nullopt;
  return wrong;
}

volunteer from_fields(const volunteer_fields& given) {
  volunteer out;
  out.number = given.number;
  out.name = given.name;
  out.kana = given.kana.value_or(personal<text<80>>{});
  out.gender = given.gender.value_or(gender::unknown);
  out.birth_date = given.birth_date.value_or(personal<text<10>>{});
  out.phone = given.phone.value_or(personal<text<30>>{});
  out.email = given.email.value_or(personal<text<120>>{});
  out.area = given.area.value_or("");
  out.spoken = given.spoken;
  out.written = given.written;
  out.does = given.does;
  out.specialties = given.specialties;
  out.hours = given.hours.value_or("");
  out.qualification = given.qualification.value_or("");
  out.qualification_until = given.qualification_until;
  out.insured = given.insured;
  out.note = given.note.value_or(personal<text<1000>>{});
  out.state = given.state.value_or(volunteer_state::registered);
  out.presence = given.presence.value_or(presence::off);
  return out;
}

volunteer_fields fields_of(const volunteer& one) {
  return {one.number,  one.name,        one.kana,  one.gender,        one.birth_date,
          one.phone,   one.email,       one.area,  one.spoken,        one.written,
          one.does,    one.specialties, one.hours, one.qualification, one.qualification_until,
          one.insured, one.note,        one.state, one.presence};
}

std::string sort_key(const volunteer& one) {
  const auto& kana = one.kana.reveal().value;
  return japanese_order().key(kana.empty() ? one.name.reveal().value : kana);
}

std::string sort_version() {
  return japanese_order().version();
}

} // namespace kotobashi::api
