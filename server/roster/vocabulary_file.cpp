#include "server/model/json.hpp"
#include "server/roster/vocabulary.hpp"
#include "server/text/toml_reader.hpp"

#include <algorithm>
#include <type_traits>

namespace kotobashi::roster {

namespace {
using words::problem;
using words::toml_reader;

class reader {
public:
  reader(std::string file, std::vector<problem>& found) : file_(std::move(file)), found_(found) {}

  vocabulary read(const toml::table& whole) {
    toml_reader from(whole, file_, {}, found_);
    read_words(from, "columns", out_.columns);
    read_words(from, "levels", out_.levels);
    read_words(from, "genders", out_.genders);
    read_words(from, "abilities", out_.abilities);
    read_words(from, "specialties", out_.specialties);
    read_words(from, "states", out_.states);
    read_words(from, "presences", out_.presences);
    read_answers(from);
    for (const auto& word : from.texts("nothing")) out_.nothing.insert(fold(word));
    for (const auto* each : from.tables("language")) read_language(*each);
    from.refuse_others();
    return std::move(out_);
  }

private:
  template <class Value>
  void add(toml_reader& from, std::string_view key, Value value, word_table<Value>& to) {
    auto all = from.texts(key);
    if (all.empty()) from.add(key, "there are no words");
    for (const auto& word : all) {
      if (to.find(fold(word))) from.add(key, "\"" + word + "\" stands there twice");
      to.add(value, word, fold(word));
    }
  }

  template <class Value>
  void read_words(toml_reader& whole, std::string_view name, word_table<Value>& to) {
    const auto* table = whole.table(name);
    if (!table) return;
    toml_reader from(*table, file_, std::string(name), found_);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Value>>([&](auto each) {
      if (table->contains(each.name)) add(from, each.name, each.value, to);
    });
    from.refuse_others();
  }

  void read_answers(toml_reader& whole) {
    const auto* table = whole.table("answers");
    if (!table) return;
    toml_reader from(*table, file_, "answers", found_);
    add(from, "yes", true, out_.answers);
    add(from, "no", false, out_.answers);
    from.refuse_others();
  }

  std::vector<language_tag> tags(toml_reader& from, std::string_view key) {
    std::vector<language_tag> all;
    for (const auto& tag : from.texts(key)) {
      if (!valid_language_tag(tag)) from.add(key, "\"" + tag + "\" is not a language tag");
      all.emplace_back(tag);
    }
    if (all.empty()) from.add(key, "is missing");
    return all;
  }

  void read_language(const toml::table& table) {
    toml_reader from(table, file_, "language", found_);
    known_language language{tags(from, "spoken"), tags(from, "written")};
    auto names = from.texts("names");
    if (names.empty()) from.add("names", "there are no names");
    for (const auto& name : names)
      if (!languages_.insert(fold(name)).second) from.add("names", "\"" + name + "\" stands there twice");
    from.refuse_others();
    out_.add_language(std::move(language), names);
  }

  std::string file_;
  std::vector<problem>& found_;
  std::set<std::string> languages_;
  vocabulary out_;
};
} // namespace

result<vocabulary> read_vocabulary(const std::filesystem::path& file) {
  std::vector<problem> found;
  auto bytes = words::read_file(file, found);
  auto table = bytes ? words::read_toml(file, *bytes, found) : std::nullopt;
  vocabulary read;
  if (table) read = reader(file.string(), found).read(*table);
  if (found.empty()) return read;
  return refuse(refusal_code::invalid, to_string(found.front()));
}

} // namespace kotobashi::roster
