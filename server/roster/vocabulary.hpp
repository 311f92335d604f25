#pragma once

#include "server/model/result.hpp"
#include "server/model/volunteer.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// The words of rosters (templates/roster.toml): how offices head their columns, name languages and levels,
// say yes and no. A word is compared folded: full and half width, hiragana and katakana, upper and lower case
// and spaces make no difference.
namespace kotobashi::roster {

// What a column holds. languages: both spoken and written, by roster name.
enum class column {
  number,
  name,
  kana,
  gender,
  birth_date,
  phone,
  email,
  area,
  languages,
  spoken,
  written,
  does,
  specialties,
  hours,
  qualification,
  qualification_until,
  insured,
  note,
  state,
  presence
};
BOOST_DESCRIBE_ENUM(column, number, name, kana, gender, birth_date, phone, email, area, languages, spoken,
                    written, does, specialties, hours, qualification, qualification_until, insured, note,
                    state, presence)

// What a roster name stands for: 中国語 is spoken zh and written zh-Hans and zh-Hant.
struct known_language {
  std::vector<language_tag> spoken, written;
};

// Words for the values of one kind.
template <class Value>
class word_table {
public:
  void add(Value value, std::string label, std::string folded) {
    labels_.try_emplace(value, std::move(label));
    values_.try_emplace(std::move(folded), value);
  }
  std::optional<Value> find(const std::string& folded) const {
    auto at = values_.find(folded);
    if (at == values_.end()) return std::nullopt;
    return at->second;
  }
  // The first word given for the value: how it is written.
  const std::string& label(Value value) const {
    static const std::string none;
    auto at = labels_.find(value);
    return at == labels_.end() ? none : at->second;
  }
  const std::map<std::string, Value>& all() const { return values_; }

private:
  std::map<Value, std::string> labels_;
  std::map<std::string, Value> values_;
};

// Is this the tag of a language that ICU has a name for? "vn" is none, "fa" and "yue" are.
bool is_language(std::string_view tag);

// How words are compared.
std::string fold(std::string_view text);

class vocabulary {
public:
  word_table<column> columns;
  word_table<level> levels;
  word_table<gender> genders;
  word_table<request_kind> abilities;
  word_table<kotobashi::specialty> specialties;
  word_table<bool> answers;
  word_table<volunteer_state> states;
  word_table<kotobashi::presence> presences;
  std::set<std::string> nothing; // "なし", "-": an empty cell in other words

  void add_language(known_language language, const std::vector<std::string>& names);
  // By a name of the file, else by a name that ICU knows in Japanese or English, else by its tag.
  std::optional<known_language> language(std::string_view name) const;
  // A name that `language` gives back with exactly this tag spoken (or written); the tag itself where there
  // is none.
  std::string spoken_name(const language_tag& tag) const;
  std::string written_name(const language_tag& tag) const;
  // Headers are read more freely than values: 氏名（漢字）, ※電話番号, E-mail are what they seem.
  std::optional<column> header(std::string_view text) const;

private:
  std::map<std::string, known_language> languages_;
  std::map<std::string, std::string> spoken_names_, written_names_;
};

// The refusal's detail is one line that names file, line and what is wrong.
result<vocabulary> read_vocabulary(const std::filesystem::path& file);

} // namespace kotobashi::roster
