#include "server/app/center_file.hpp"

#include "server/model/json.hpp"
#include "server/text/toml_reader.hpp"

#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

namespace kotobashi::app {

namespace {
using domain::center;
using words::problem;
using words::toml_reader;

bool digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && digits(text.substr(0, 2), 2) && digits(text.substr(3), 2) &&
         text.substr(0, 2) < "24" && text.substr(3) < "60";
}

bool is_time_zone(const std::string& name) {
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  return *zone != icu::TimeZone::getUnknown();
}

bool is_web_address(std::string_view text) {
  bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && text.size() > text.find("://") + 3 && text.find_first_of(" \t\"'<>?#\\") == text.npos;
}

class reader {
public:
  reader(std::string file, std::vector<problem>& found) : file_(std::move(file)), found_(found) {}

  center read(const toml::table& whole) {
    toml_reader from(whole, file_, {}, found_);
    out_.names = names(from, "name");
    out_.time_zone = from.optional_text("time_zone").value_or("Asia/Tokyo");
    if (!is_time_zone(out_.time_zone))
      from.add("time_zone", "there is no time zone " + quoted(out_.time_zone));
    read_address(from);
    if (const auto* each = from.table("municipality")) read_municipality(*each);
    for (const auto* each : from.tables("area")) read_area(*each);
    if (out_.areas.empty()) from.add("area", "there is no [[area]]");
    for (const auto* each : from.tables("region")) read_region(*each);
    for (const auto* each : from.tables("tsunami_coast")) read_coast(*each);
    if (const auto* each = from.table("trigger")) read_trigger(*each);
    if (const auto* each = from.table("policy", false)) read_policy(*each);
    if (const auto* each = from.table("contact")) read_contacts(*each);
    from.refuse_others();
    return std::move(out_);
  }

private:
  static std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

  domain::names names(toml_reader& from, std::string_view key) {
    auto all = from.texts_by_language(key);
    if (!all.contains("ja")) from.add(key, "there is no name in Japanese (ja)");
    for (const auto& [language, name] : all)
      if (!valid_language_tag(language) || name.empty())
        from.add(key, quoted(language) + " is not a language and its name");
    return all;
  }

  std::string code(toml_reader& from, std::string_view key, std::size_t length) {
    auto text = from.text(key);
    if (!text.empty() && !digits(text, length))
      from.add(key, quoted(text) + " is not a code of " + std::to_string(length) + " digits");
    return text;
  }

  void read_address(toml_reader& from) {
    auto& address = out_.public_base_url;
    address = from.optional_text("public_base_url").value_or("");
    while (address.ends_with('/')) address.pop_back();
    if (!address.empty() && !is_web_address(address))
      from.add("public_base_url", quoted(address) + " is not an address such as https://center.example.jp");
  }

  void read_municipality(const toml::table& table) {
    toml_reader from(table, file_, "municipality", found_);
    out_.municipality.code = code(from, "code", 5);
    out_.municipality.names = names(from, "name");
    from.refuse_others();
  }

  void read_area(const toml::table& table) {
    toml_reader from(table, file_, "area", found_);
    domain::own_area area;
    area.code = code(from, "code", 5);
    area.jma_code = code(from, "jma_code", 7);
    area.names = names(from, "name");
    for (std::string_view key : {"code", "jma_code"})
      if (!codes_.insert(from.text(key)).second)
        from.add(key, quoted(from.text(key)) + " stands there twice");
    from.refuse_others();
    out_.areas.push_back(std::move(area));
  }

  void read_region(const toml::table& table) {
    toml_reader from(table, file_, "region", found_);
    auto region = from.text("code");
    if (!digits(region, 3)) from.add("code", quoted(region) + " is not a code of 3 digits");
    out_.regions.push_back({region, from.text("name")});
    from.refuse_others();
  }

  void read_coast(const toml::table& table) {
    toml_reader from(table, file_, "tsunami_coast", found_);
    domain::tsunami_coast coast;
    coast.code = from.text("code");
    if (!digits(coast.code, 3)) from.add("code", quoted(coast.code) + " is not a code of 3 digits");
    coast.name = from.text("name");
    coast.areas = from.texts("areas");
    for (const auto& each : coast.areas)
      if (!out_.area(each)) from.add("areas", quoted(each) + " is none of the areas above");
    from.refuse_others();
    out_.tsunami_coasts.push_back(std::move(coast));
  }

  template <class E>
  std::optional<E> choice(toml_reader& from, std::string_view key, std::string_view what) {
    auto text = from.optional_text(key);
    if (!text) return std::nullopt;
    auto value = json::from_name<E>(*text);
    if (!value) from.add(key, "there is no " + std::string(what) + ' ' + quoted(*text));
    return value;
  }

  std::optional<intensity> threshold(toml_reader& from, std::string_view key) {
    auto value = choice<intensity>(from, key, "intensity");
    if (value == intensity::unknown || value == intensity::five_lower_or_more_unknown)
      from.add(key, "this is what is missing, not an intensity to wait for");
    return value;
  }

  void read_trigger(const toml::table& table) {
    toml_reader from(table, file_, "trigger", found_);
    auto& trigger = out_.trigger;
    auto opens = threshold(from, "opens");
    if (!table.contains("opens")) from.add("opens", "is missing");
    trigger.opens = opens.value_or(trigger.opens);
    trigger.liaison = threshold(from, "liaison");
    trigger.advice = threshold(from, "advice").value_or(std::min(intensity::four, trigger.opens));
    if (trigger.advice > trigger.liaison.value_or(trigger.opens))
      from.add("advice", "is stronger than what comes after it");
    if (trigger.liaison && *trigger.liaison > trigger.opens) from.add("liaison", "is stronger than opens");
    trigger.tsunami = choice<domain::tsunami_category>(from, "tsunami", "tsunami category");
    if (trigger.tsunami && *trigger.tsunami < domain::tsunami_category::advisory)
      from.add("tsunami", "expected advisory, warning or major_warning");
    trigger.missing_value_opens = from.flag("missing_value_opens", true);
    from.refuse_others();
  }

  void read_policy(const toml::table& table) {
    toml_reader from(table, file_, "policy", found_);
    auto& policies = out_.policies;
    policies.texts.drafted_goes_out = from.flag("drafted_texts_go_out", policies.texts.drafted_goes_out);
    policies.texts.drafted_critical_goes_out =
        from.flag("drafted_critical_texts_go_out", policies.texts.drafted_critical_goes_out);
    if (auto minutes = within(from, "rest_minutes", 0, 24 * 60))
      policies.rest.between = std::chrono::minutes{*minutes};
    if (auto hours = within(from, "hours_per_day", 1, 24)) policies.rest.per_day = std::chrono::hours{*hours};
    if (table.contains("by_approval")) read_lanes(from);
    from.refuse_others();
  }

  static std::optional<std::int64_t> within(toml_reader& from, std::string_view key, std::int64_t least,
                                            std::int64_t most) {
    auto value = from.whole(key);
    if (value && (*value < least || *value > most))
      from.add(key, "expected from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
  }

  void read_lanes(toml_reader& from) {
    auto& lanes = out_.policies.by_approval;
    lanes = {false, false, false};
    for (const auto& each : from.texts("by_approval")) {
      if (each == "on_site")
        lanes.on_site = true;
      else if (each == "medical")
        lanes.medical = true;
      else if (each == "confidential")
        lanes.confidential = true;
      else
        from.add("by_approval", quoted(each) + " is none of on_site, medical, confidential");
    }
  }

  void read_contacts(const toml::table& table) {
    toml_reader from(table, file_, "contact", found_);
    if (const auto* day = from.table("day")) out_.day = read_contact(*day, "contact.day");
    if (const auto* night = from.table("night", false)) out_.night = read_contact(*night, "contact.night");
    from.refuse_others();
  }

  domain::center_contact read_contact(const toml::table& table, std::string prefix) {
    toml_reader from(table, file_, std::move(prefix), found_);
    domain::center_contact contact;
    contact.names = names(from, "name");
    contact.phone = from.text("phone");
    if (contact.phone.find_first_not_of("0123456789-+() ") != contact.phone.npos)
      from.add("phone", quoted(contact.phone) + " is not a telephone number");
    contact.email = from.optional_text("email").value_or("");
    contact.from = from.optional_text("from").value_or("");
    contact.to = from.optional_text("to").value_or("");
    if (!contact.from.empty() && !is_time(contact.from))
      from.add("from", quoted(contact.from) + " is not a time such as 09:00");
    if (!contact.to.empty() && !is_time(contact.to))
      from.add("to", quoted(contact.to) + " is not a time such as 17:00");
    if (contact.from.empty() != contact.to.empty()) from.add("from", "from and to go together");
    from.refuse_others();
    return contact;
  }

  std::string file_;
  std::vector<problem>& found_;
  std::set<std::string> codes_;
  center out_;
};
} // namespace

result<domain::center> read_center_file(const std::filesystem::path& file) {
  std::vector<problem> found;
  auto bytes = words::read_file(file, found);
  auto table = bytes ? words::read_toml(file, *bytes, found) : std::nullopt;
  center read;
  if (table) read = reader(file.string(), found).read(*table);
  if (found.empty()) return read;
  std::ranges::stable_sort(found, {}, &problem::line);
  std::string line = to_string(found.front());
  if (found.size() > 1) line += " (and " + std::to_string(found.size() - 1) + " more)";
  std::ranges::replace(line, '\n', ' ');
  return refuse(refusal_code::invalid, std::move(line));
}

} // namespace kotobashi::app
