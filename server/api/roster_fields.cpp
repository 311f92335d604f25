#include "server/api/roster_fields.hpp"

#include "server/text/search.hpp"

namespace kotobashi::api {

namespace {
const words::sorter& japanese_order() {
  static const words::sorter made("ja");
  return made;
}

bool is_date(const std::string& given) {
  return from_rfc3339(given + "T00:00:00Z").has_value() && given.size() == 10;
}
} // namespace

std::optional<refusal> wrong_in(const volunteer_fields& given) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  if (given.name.reveal().empty()) wrong.errors.push_back({"name", "required", "give the name"});
  if (given.birth_date && !given.birth_date->reveal().empty() && !is_date(given.birth_date->reveal().value))
    wrong.errors.push_back({"birth_date", "format", "expected a date such as 1978-04-04"});
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
