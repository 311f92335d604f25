#include "server/roster/row_reader.hpp"

#include "server/model/json.hpp"
#include "server/model/visible.hpp"
#include "server/roster/cells.hpp"
#include "server/roster/dates.hpp"
#include "server/roster/formula.hpp"
#include "server/roster/languages.hpp"

#include <algorithm>
#include <map>

namespace kotobashi::roster {

namespace {
class row_reader {
public:
  row_reader(const csv_row& row, const header_row& headers, const vocabulary& words, instant today,
             import_outcome& report)
      : row_(row), headers_(headers), words_(words), today_(today), report_(report) {}

  std::optional<volunteer_fields> read() {
    auto before = report_.rejected.size();
    if (has_right_length()) {
      take_cells();
      read_person();
      read_reach();
      read_abilities();
      read_rest();
    }
    if (report_.rejected.size() != before) return std::nullopt;
    for (auto& each : warnings_) report_.warnings.push_back(std::move(each));
    return std::move(out_);
  }

private:
  void reject(column at, std::string code, std::string detail) {
    report_.rejected.push_back({row_.line, headers_.label(at), std::move(code), std::move(detail)});
  }
  void warn(std::string header, std::string code, std::string detail) {
    warnings_.push_back({row_.line, std::move(header), std::move(code), std::move(detail)});
  }

  bool has_right_length() {
    auto wanted = headers_.labels.size(), has = row_.fields.size();
    if (has < wanted) {
      report_.rejected.push_back({row_.line,
                                  {},
                                  "short_row",
                                  "this row has " + std::to_string(has) + " of " + std::to_string(wanted) +
                                      " columns; from \"" + headers_.labels[has] + "\" on they are missing"});
      return false;
    }
    bool more = std::any_of(row_.fields.begin() + static_cast<std::ptrdiff_t>(wanted), row_.fields.end(),
                            [](const auto& each) { return !tidy(each).empty(); });
    if (more)
      report_.rejected.push_back({row_.line,
                                  {},
                                  "long_row",
                                  "this row has " + std::to_string(has) + " columns and the headers are " +
                                      std::to_string(wanted) + "; is a comma missing its quotes?"});
    return !more;
  }

  void take_cells() {
    for (std::size_t i = 0; i < headers_.labels.size(); ++i) {
      const auto& label = headers_.labels[i];
      auto cell = tidy(exposed(row_.fields[i]));
      if (has_private_character(cell))
        warn(label, "private_character",
             "a character here exists only on the computer that the file comes from (外字)");
      if (!headers_.meanings[i]) continue;
      auto meaning = *headers_.meanings[i];
      if (says_nothing(meaning, cell)) cell.clear();
      if (looks_like_formula(cell))
        warn(label, "formula", "this begins like a formula; it was taken as text");
      cells_[meaning] = std::move(cell);
    }
  }

  // なし is an answer where yes or no is asked for, and may be all that a note says.
  bool says_nothing(column meaning, const std::string& cell) const {
    if (meaning == column::note || (meaning == column::insured && words_.answers.find(fold(cell))))
      return false;
    return words_.nothing.contains(fold(cell));
  }

  const std::string& cell(column of) const {
    static const std::string none;
    auto at = cells_.find(of);
    return at == cells_.end() ? none : at->second;
  }

  // The text where it is not longer than the record allows and has nothing in it that texts must not have.
  template <std::size_t Max>
  text<Max> checked(column of, const std::string& value) {
    json::problems found;
    text<Max> out;
    json::read(json::js::value(json::js::string_view(value)), out, found);
    for (auto& each : found.take()) reject(of, each.code, each.detail);
    return out;
  }
  template <std::size_t Max>
  std::optional<text<Max>> optional_text(column of, const std::string& value) {
    if (value.empty()) return std::nullopt;
    return checked<Max>(of, value);
  }
  template <std::size_t Max>
  std::optional<personal<text<Max>>> private_text(column of, const std::string& value) {
    if (value.empty()) return std::nullopt;
    return personal<text<Max>>(checked<Max>(of, value));
  }

  template <class Value>
  std::optional<Value> choice(column of, const word_table<Value>& table, std::string_view such_as) {
    const auto& given = cell(of);
    if (given.empty()) return std::nullopt;
    auto value = table.find(fold(given));
    if (!value)
      reject(of, "unknown",
             "\"" + given + "\" is not known here; expected words such as " + std::string(such_as));
    return value;
  }

  std::string date(column of) {
    const auto& given = cell(of);
    if (given.empty()) return {};
    auto read = read_date(given);
    if (read.date.empty()) reject(of, read.code, read.detail);
    if (read.odd_era)
      warn(headers_.label(of), "era",
           "\"" + given + "\" lies outside of that era; it was taken as " + read.date);
    return read.date;
  }

  void read_person() {
    out_.number = checked<40>(column::number, half_width(cell(column::number)));
    const auto& name = cell(column::name);
    if (!shows_something(name)) reject(column::name, "required", "there is no name");
    out_.name = checked<80>(column::name, name);
    out_.kana = private_text<80>(column::kana, katakana(cell(column::kana)));
    out_.gender = choice(column::gender, words_.genders, "女, 男, その他");
    auto born = date(column::birth_date);
    if (!born.empty() && (born < "1900" || born > to_rfc3339(today_).substr(0, 10)))
      reject(column::birth_date, "range", "nobody in this roster was born on " + born);
    if (!born.empty()) out_.birth_date = personal<text<10>>(text<10>(born));
  }

  void read_reach() {
    if (const auto& given = cell(column::phone); !given.empty()) {
      auto [number, lost] = read_phone(given);
      if (number.empty())
        reject(column::phone, "format",
               "this is not one telephone number such as 090-0000-0000; put a second one into the notes");
      if (lost)
        warn(headers_.label(column::phone), "leading_zero",
             "the 0 at its beginning was missing and was put back");
      out_.phone = private_text<30>(column::phone, number);
    }
    if (const auto& given = cell(column::email); !given.empty()) {
      auto address = read_email(given);
      if (!address) reject(column::email, "format", "this is not an e-mail address");
      out_.email = private_text<120>(column::email, address.value_or(""));
    }
    out_.area = optional_text<60>(column::area, cell(column::area));
  }

  void take_languages(column of, bool spoken, bool written) {
    auto read = read_languages(cell(of), words_);
    for (const auto& each : read.unknown)
      reject(of, "unknown",
             "\"" + each + "\" is no language that is known here; see [[language]] in roster.toml");
    for (const auto& each : read.unsure)
      keep(of, each, "the language was taken, its level was not understood");
    if (spoken) merge(out_.spoken, read.spoken);
    if (written) merge(out_.written, read.written);
  }

  static void merge(std::vector<language_skill>& to, const std::vector<language_skill>& more) {
    for (const auto& each : more) {
      auto at = std::ranges::find(to, each.language, &language_skill::language);
      if (at == to.end())
        to.push_back(each);
      else
        at->level = std::max(at->level, each.level);
    }
  }

  template <class Value>
  std::vector<Value> several(column of, const word_table<Value>& table) {
    std::vector<Value> all;
    auto add = [&](Value value) {
      if (std::ranges::find(all, value) == all.end()) all.push_back(value);
    };
    for (const auto& part : parts_of(cell(of))) {
      if (auto value = table.find(fold(part))) {
        add(*value);
        continue;
      }
      for (const auto& smaller : words_in(part)) {
        if (auto value = table.find(fold(smaller)))
          add(*value);
        else
          keep(of, smaller, "this word is not known here");
      }
    }
    return all;
  }

  // 医療・法律: the middle dot separates, where the whole is not one word.
  static std::vector<std::string> words_in(const std::string& part) {
    std::string commas;
    constexpr std::string_view dot = "・";
    for (std::string_view rest = part; !rest.empty();) {
      bool is_dot = rest.starts_with(dot);
      commas += is_dot || rest.front() == ' ' ? ',' : rest.front();
      rest.remove_prefix(is_dot ? dot.size() : 1);
    }
    return parts_of(commas);
  }

  // What was not understood is not lost: it goes to the notes, under its header.
  void keep(column of, const std::string& what, const std::string& why) {
    if (!kept_.empty()) kept_ += '\n';
    kept_ += headers_.label(of) + ": " + what;
    warn(headers_.label(of), "kept_in_note", "\"" + what + "\": " + why + "; it was put into the notes");
  }

  void read_abilities() {
    take_languages(column::languages, true, true);
    take_languages(column::spoken, true, false);
    take_languages(column::written, false, true);
    if (out_.spoken.empty() && out_.written.empty())
      warn(headers_.label(column::languages), "no_language", "this person has no language");
    out_.does = several(column::does, words_.abilities);
    // A register of interpreters that has no such column: that is what its people do.
    if (headers_.label(column::does).empty()) out_.does = {request_kind::interpret};
    out_.specialties = several(column::specialties, words_.specialties);
  }

  void read_rest() {
    out_.hours = optional_text<200>(column::hours, cell(column::hours));
    out_.qualification = optional_text<200>(column::qualification, cell(column::qualification));
    if (auto until = date(column::qualification_until); !until.empty())
      out_.qualification_until = text<10>(until);
    out_.insured = choice(column::insured, words_.answers, "有, 無, ○, ×");
    out_.state = choice(column::state, words_.states, "登録, 休止, 退会");
    out_.presence = choice(column::presence, words_.presences, "待機, 来所");
    auto note = cell(column::note);
    if (!note.empty() && !kept_.empty()) note += '\n';
    out_.note = private_text<1000>(column::note, note + kept_);
  }

  const csv_row& row_;
  const header_row& headers_;
  const vocabulary& words_;
  instant today_;
  import_outcome& report_;
  std::vector<rejected_row> warnings_;
  std::map<column, std::string> cells_;
  std::string kept_;
  volunteer_fields out_;
};
} // namespace

const std::string& header_row::label(column of) const {
  static const std::string none;
  for (std::size_t i = 0; i < meanings.size(); ++i)
    if (meanings[i] == of) return labels[i];
  return none;
}

bool is_blank(const csv_row& row) {
  return std::ranges::all_of(row.fields, [](const auto& each) { return tidy(each).empty(); });
}

std::optional<volunteer_fields> read_row(const csv_row& row, const header_row& headers,
                                         const vocabulary& words, instant today, import_outcome& report) {
  return row_reader(row, headers, words, today, report).read();
}

} // namespace kotobashi::roster
