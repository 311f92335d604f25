#include "server/roster/roster.hpp"

#include "tests/fuzz/fuzz.hpp"

#include <vector>

using namespace kotobashi;

namespace {
roster::vocabulary few_words() {
  roster::vocabulary words;
  auto add = [&](auto& to, auto value, const char* word) { to.add(value, word, roster::fold(word)); };
  using roster::column;
  add(words.columns, column::number, "番号");
  add(words.columns, column::name, "氏名");
  add(words.columns, column::kana, "カナ");
  add(words.columns, column::birth_date, "生年月日");
  add(words.columns, column::phone, "電話");
  add(words.columns, column::email, "メール");
  add(words.columns, column::languages, "言語");
  add(words.columns, column::spoken, "話す言語");
  add(words.columns, column::written, "書く言語");
  add(words.columns, column::specialties, "専門");
  add(words.columns, column::note, "備考");
  add(words.levels, level::native, "native");
  add(words.levels, level::intermediate, "中級");
  add(words.specialties, specialty::medical, "医療");
  words.add_language({{"zh"}, {"zh-Hans", "zh-Hant"}}, {"中国語"});
  words.add_language({{"zh"}, {"zh-Hant"}}, {"zh-Hant"});
  return words;
}

volunteer stored(const volunteer_fields& fields) {
  volunteer one;
  one.number = fields.number;
  one.name = fields.name;
  one.kana = fields.kana.value_or(one.kana);
  one.birth_date = fields.birth_date.value_or(one.birth_date);
  one.phone = fields.phone.value_or(one.phone);
  one.spoken = fields.spoken;
  one.written = fields.written;
  one.specialties = fields.specialties;
  one.note = fields.note.value_or(one.note);
  return one;
}
} // namespace

// Every row is a person, blank, or refused with a line and a reason; who was taken is known again in what is
// exported.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto words = few_words();
  const instant today{1'800'000'000'000'000};
  auto read = roster::read_roster(fuzz::text(data, size), words, {}, today);
  if (!read) {
    fuzz::must_hold(!read.error().detail.empty());
    return 0;
  }
  fuzz::must_hold(read->outcome.accepted == static_cast<int>(read->volunteers.size()));
  for (const auto& each : read->outcome.rejected)
    fuzz::must_hold(each.line > 0 && !each.code.empty() && !each.detail.empty());
  std::vector<volunteer> people;
  int identified = 0;
  for (const auto& each : read->volunteers) {
    const auto& one = people.emplace_back(stored(each));
    identified += !one.number.empty() || !one.birth_date.reveal().empty() || !one.phone.reveal().empty();
  }
  if (people.empty()) return 0;
  auto again = roster::read_roster(roster::write_roster(people, words), words, people, today);
  fuzz::must_hold(again.has_value());
  fuzz::must_hold(again->outcome.accepted <= static_cast<int>(people.size()) - identified);
  for (const auto& each : again->outcome.rejected) fuzz::must_hold(each.code == "duplicate");
  return 0;
}
