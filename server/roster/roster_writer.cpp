#include "server/roster/csv.hpp"
#include "server/roster/formula.hpp"
#include "server/roster/languages.hpp"
#include "server/roster/roster.hpp"

#include <array>

namespace kotobashi::roster {

namespace {
constexpr std::array columns{
    column::number,  column::name,        column::kana,  column::gender,        column::birth_date,
    column::phone,   column::email,       column::area,  column::spoken,        column::written,
    column::does,    column::specialties, column::hours, column::qualification, column::qualification_until,
    column::insured, column::note,        column::state, column::presence};

template <class Value>
std::string labels(const std::vector<Value>& values, const word_table<Value>& table) {
  std::string all;
  for (const auto& each : values) all += (all.empty() ? "" : "、") + table.label(each);
  return all;
}

std::string cell(const volunteer& one, column of, const vocabulary& words) {
  switch (of) {
  case column::number: return one.number.value;
  case column::name: return one.name.reveal().value;
  case column::kana: return one.kana.reveal().value;
  case column::gender: return one.gender == gender::unknown ? std::string() : words.genders.label(one.gender);
  case column::birth_date: return one.birth_date.reveal().value;
  case column::phone: return one.phone.reveal().value;
  case column::email: return one.email.reveal().value;
  case column::area: return one.area.value;
  case column::spoken: return write_spoken(one.spoken, words);
  case column::written: return write_written(one.written, words);
  case column::does: return labels(one.does, words.abilities);
  case column::specialties: return labels(one.specialties, words.specialties);
  case column::hours: return one.hours.value;
  case column::qualification: return one.qualification.value;
  case column::qualification_until:
    return one.qualification_until ? one.qualification_until->value : std::string();
  case column::insured: return one.insured ? words.answers.label(*one.insured) : std::string();
  case column::note: return one.note.reveal().value;
  case column::state: return words.states.label(one.state);
  case column::presence: return words.presences.label(one.presence);
  case column::languages: break; // written as spoken and written
  }
  return {};
}
} // namespace

std::string write_roster(std::span<const volunteer> volunteers, const vocabulary& words) {
  std::vector<std::string> row;
  for (column each : columns) row.push_back(words.columns.label(each));
  std::string file = "\xEF\xBB\xBF" + write_csv(row);
  for (const auto& one : volunteers) {
    row.clear();
    for (column each : columns) row.push_back(guarded(cell(one, each, words)));
    file += write_csv(row);
  }
  return file;
}

} // namespace kotobashi::roster
