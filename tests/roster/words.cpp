#include "tests/roster/words.hpp"

#include "server/model/json.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <array>

namespace kotobashi::test {

const roster::vocabulary& words() {
  static const auto read = [] {
    auto found = roster::read_vocabulary(source_directory() / "templates/roster.toml");
    if (found.has_error()) MESSAGE(found.error().detail);
    REQUIRE(found.has_value());
    return *found;
  }();
  return read;
}

roster::roster_reading imported(std::string_view file, std::span<const volunteer> existing) {
  auto read = roster::read_roster(file, words(), existing, *from_rfc3339("2026-11-24T00:00:00Z"));
  if (read.has_error()) MESSAGE(read.error().detail);
  REQUIRE(read.has_value());
  return *read;
}

volunteer stored(const volunteer_fields& fields) {
  volunteer one;
  one.number = fields.number;
  one.name = fields.name;
  one.kana = fields.kana.value_or(one.kana);
  one.gender = fields.gender.value_or(one.gender);
  one.birth_date = fields.birth_date.value_or(one.birth_date);
  one.phone = fields.phone.value_or(one.phone);
  one.email = fields.email.value_or(one.email);
  one.area = fields.area.value_or(one.area);
  one.spoken = fields.spoken;
  one.written = fields.written;
  one.does = fields.does;
  one.specialties = fields.specialties;
  one.hours = fields.hours.value_or(one.hours);
  one.qualification = fields.qualification.value_or(one.qualification);
  one.qualification_until = fields.qualification_until;
  one.insured = fields.insured;
  one.note = fields.note.value_or(one.note);
  one.state = fields.state.value_or(volunteer_state::registered);
  one.presence = fields.presence.value_or(presence::off);
  return one;
}

std::string shown(const std::vector<language_skill>& skills) {
  std::string all;
  for (const auto& each : skills) {
    all += (all.empty() ? "" : " ") + each.language.value;
    if (each.level != level::unknown) all += "/" + std::string(json::name_of(each.level));
  }
  return all;
}

std::string in_charset(std::string_view utf8, const char* icu_name) {
  auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  auto size = text.extract(0, text.length(), nullptr, 0, icu_name);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), icu_name);
  return bytes;
}

} // namespace kotobashi::test
