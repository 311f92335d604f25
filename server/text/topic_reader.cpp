#include "server/text/topic_reader.hpp"

#include "server/model/json.hpp"
#include "server/text/toml_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace kotobashi::words {

namespace {
template <class E>
E read_enum(toml_reader& from, std::string_view key) {
  auto text = from.text(key);
  if (auto value = json::from_name<E>(text)) return *value;
  if (!text.empty()) from.add(key, "there is no " + text);
  return {};
}

template <class E>
std::vector<E> read_enums(toml_reader& from, std::string_view key) {
  std::vector<E> out;
  for (const auto& text : from.texts(key)) {
    if (auto value = json::from_name<E>(text))
      out.push_back(*value);
    else
      from.add(key, "there is no " + text);
  }
  return out;
}

bool is_date(const std::optional<std::string>& text) {
  return !text || from_rfc3339(*text + "T00:00:00Z");
}

bool is_name(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

class reader {
public:
  reader(const std::filesystem::path& file, const pack& source, std::vector<problem>& found)
      : file_(file), source_(source), found_(found) {}

  std::optional<topic> read() {
    auto before = found_.size();
    auto bytes = read_file(file_, found_);
    auto table = bytes ? read_toml(file_, *bytes, found_) : std::nullopt;
    if (!table) return std::nullopt;
    toml_reader from(*table, file_.string(), {}, found_);
    read_head(from);
    if (const auto* cap = from.table("cap")) read_cap(*cap);
    for (const auto* each : from.tables("parameter")) read_parameter(*each);
    for (const auto* each : from.tables("switch")) read_switch(*each);
    refuse_same_names(from);
    out_.title_at = check_phrase(from, "title", out_.title, {});
    for (const auto* each : from.tables("body")) read_body(*each);
    if (out_.body.empty()) from.add("body", "there is no [[body]]");
    from.refuse_others();
    if (found_.size() != before) return std::nullopt;
    return std::move(out_);
  }

private:
  void read_head(toml_reader& from) {
    out_.id = from.text("id");
    if (out_.id + ".toml" != file_.filename()) from.add("id", "is not the name of the file");
    out_.number = from.whole("topic").value_or(0);
    out_.category = read_enum<category>(from, "category");
    out_.phase = read_enum<phase>(from, "phase");
    out_.critical = from.flag("critical");
    out_.hazards = read_enums<hazard>(from, "hazards");
    out_.title = from.text("title");
    out_.channels = read_enums<channel>(from, "channels");
    out_.expires_after = from.optional_text("expires_after");
    if (out_.expires_after && !duration_from_iso8601(*out_.expires_after))
      from.add("expires_after", "is not a duration such as PT24H or P3D");
    out_.wording_valid_from = from.optional_text("wording_valid_from");
    out_.wording_valid_until = from.optional_text("wording_valid_until");
    if (!is_date(out_.wording_valid_from)) from.add("wording_valid_from", "is not a date such as 2021-05-20");
    if (!is_date(out_.wording_valid_until))
      from.add("wording_valid_until", "is not a date such as 2021-05-20");
    out_.name = from.texts_by_language("name");
    if (!out_.name.contains("ja") || !out_.name.contains("en")) from.add("name", "ja and en must be there");
  }

  void read_cap(const toml::table& table) {
    toml_reader from(table, file_.string(), "cap", found_);
    out_.cap = {from.text("category"), from.text("event"),     from.text("urgency"),
                from.text("severity"), from.text("certainty"), from.text("response")};
    from.refuse_others();
  }

  void read_parameter(const toml::table& table) {
    toml_reader from(table, file_.string(), "parameter", found_);
    parameter one;
    one.name = from.text("name");
    if (!is_name(one.name)) from.add("name", "is not lower-case letters, digits and _");
    one.type = read_enum<parameter_type>(from, "type");
    one.list = from.flag("list");
    one.required = from.flag("required");
    one.terms = from.text("terms", one.type == parameter_type::choice);
    one.keys = from.texts("keys");
    one.decimals = from.whole("decimals").value_or(0);
    if (one.decimals < 0 || one.decimals > 6) from.add("decimals", "must be from 0 to 6");
    one.maximum = from.whole("maximum");
    if (one.maximum && one.type != parameter_type::number) from.add("maximum", "is for numbers only");
    one.past = from.flag("past");
    if (one.past && one.type != parameter_type::datetime) from.add("past", "is for a datetime only");
    one.max_length = from.whole("max_length").value_or(one.max_length);
    one.label = from.texts_by_language("label");
    if (!one.label.contains("ja") || !one.label.contains("en")) from.add("label", "ja and en must be there");
    one.example = from.json("example");
    if (one.type == parameter_type::choice) read_keys(from, one);
    from.refuse_others();
    out_.parameters.push_back(std::move(one));
  }

  void read_keys(toml_reader& from, parameter& one) {
    auto all = keys_of_group(source_, one.terms);
    if (all.empty() && !one.terms.empty()) from.add("terms", "there are no terms " + one.terms + ".*");
    for (const auto& key : one.keys)
      if (std::ranges::find(all, key) == all.end())
        from.add("keys", "there is no term " + one.terms + "." + key);
    if (one.keys.empty()) one.keys = std::move(all);
  }

  void read_switch(const toml::table& table) {
    toml_reader from(table, file_.string(), "switch", found_);
    topic_switch one{from.text("name"), from.flag("default"), from.texts_by_language("label")};
    if (!is_name(one.name)) from.add("name", "is not lower-case letters, digits and _");
    if (!one.label.contains("ja") || !one.label.contains("en")) from.add("label", "ja and en must be there");
    from.refuse_others();
    out_.switches.push_back(std::move(one));
  }

  void refuse_same_names(toml_reader& from) {
    std::set<std::string_view> seen;
    for (const auto& each : out_.parameters)
      if (!seen.insert(each.name).second) from.add("parameter", each.name + " stands twice");
    for (const auto& each : out_.switches)
      if (!seen.insert(each.name).second) from.add("switch", each.name + " stands twice");
  }

  void read_body(const toml::table& table) {
    toml_reader from(table, file_.string(), "body", found_);
    body_phrase one;
    one.phrase = from.text("phrase");
    one.when = from.texts("when");
    for (const auto& text : one.when) one.conditions.push_back(read_condition(from, text));
    one.at = check_phrase(from, "phrase", one.phrase, one.conditions);
    from.refuse_others();
    out_.body.push_back(std::move(one));
  }

  // "magnitude", "switch.aftershocks", "drinkable = boil|no", "drinkable != boil".
  condition read_condition(toml_reader& from, std::string_view text) {
    condition out;
    auto trim = [](std::string_view part) {
      auto first = part.find_first_not_of(' ');
      if (first == part.npos) return std::string();
      return std::string(part.substr(first, part.find_last_not_of(' ') - first + 1));
    };
    auto equals = text.find('=');
    if (text.starts_with("switch.")) {
      out.is_kind = condition::kind::on;
      out.name = text.substr(std::string_view("switch.").size());
      if (!find_switch(out_, out.name)) from.add("when", "there is no switch " + out.name);
      return out;
    }
    if (equals == text.npos) {
      out.is_kind = condition::kind::given;
      out.name = trim(text);
      if (!find_parameter(out_, out.name)) from.add("when", "there is no parameter " + out.name);
      return out;
    }
    bool differs = equals > 0 && text[equals - 1] == '!';
    out.is_kind = differs ? condition::kind::is_not : condition::kind::is;
    out.name = trim(text.substr(0, differs ? equals - 1 : equals));
    for (auto rest = text.substr(equals + 1);;) {
      auto bar = rest.find('|');
      out.values.push_back(trim(rest.substr(0, bar)));
      if (bar == rest.npos) break;
      rest.remove_prefix(bar + 1);
    }
    check_compared(from, out);
    return out;
  }

  void check_compared(toml_reader& from, const condition& one) {
    const parameter* compared = find_parameter(out_, one.name);
    if (!compared || compared->type != parameter_type::choice)
      return from.add("when", one.name + " is not a choice");
    for (const auto& key : one.values)
      if (std::ranges::find(compared->keys, key) == compared->keys.end())
        from.add("when", one.name + " has no key " + key);
  }

  // Every value that the phrase asks for must be there whenever the phrase is. Gives the phrase's position.
  std::size_t check_phrase(toml_reader& from, std::string_view member, const std::string& key,
                           const std::vector<condition>& conditions) {
    const entry* phrase = key.empty() ? nullptr : source_.find(section::phrases, key);
    if (phrase)
      check_arguments(from, member, *phrase, conditions);
    else if (!key.empty())
      from.add(member, "there is no phrase " + key);
    return phrase ? static_cast<std::size_t>(phrase - source_.all(section::phrases).data()) : 0;
  }

  void check_arguments(toml_reader& from, std::string_view member, const entry& phrase,
                       const std::vector<condition>& conditions) {
    const std::string& key = phrase.key;
    const message& text = source_.made(phrase, nullptr).message;
    if (text.error()) return from.add(member, "the phrase " + key + " is broken: " + text.error()->what);
    for (const auto& each : text.arguments()) {
      auto mistake = mistake_in(each, conditions);
      if (!mistake.empty())
        from.add(member, "the phrase " + key + " asks for {" + each.name + "}, " + mistake);
    }
  }

  std::string mistake_in(const message_argument& asked, const std::vector<condition>& conditions) const {
    using kind = message_argument::kind;
    if (find_switch(out_, asked.name))
      return asked.is_kind == kind::select ? "" : "which is a switch: only select can ask for it";
    const parameter* given = find_parameter(out_, asked.name);
    if (!given) return "which is no parameter";
    if (asked.is_kind == kind::plural && given->type != parameter_type::number && !given->list)
      return "which is no number: plural needs one";
    bool sure = given->required || std::ranges::any_of(conditions, [&](const condition& each) {
                  return each.name == asked.name && each.is_kind != condition::kind::is_not;
                });
    return sure ? "" : "which may be absent: a `when` must ask for it";
  }

  const std::filesystem::path& file_;
  const pack& source_;
  std::vector<problem>& found_;
  topic out_;
};
} // namespace

std::optional<topic> read_topic(const std::filesystem::path& file, const pack& source,
                                std::vector<problem>& found) {
  return reader(file, source, found).read();
}

std::vector<std::string> keys_of_group(const pack& source, std::string_view group) {
  std::vector<std::pair<std::uint32_t, std::string>> found;
  for (const entry& each : source.all(section::terms))
    if (each.key.size() > group.size() + 1 && each.key.starts_with(group) && each.key[group.size()] == '.')
      found.emplace_back(each.order, each.key.substr(group.size() + 1));
  std::ranges::sort(found);
  std::vector<std::string> out;
  for (auto& [order, key] : found) out.push_back(std::move(key));
  return out;
}

} // namespace kotobashi::words
