#include "server/text/arb.hpp"
#include "server/text/formatters.hpp"
#include "server/text/hash.hpp"
#include "server/text/pack.hpp"
#include "server/text/toml_reader.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace kotobashi::words {

namespace {
void require_names(toml_reader& from, std::string_view key, const std::string& pattern,
                   std::initializer_list<std::string_view> names) {
  for (auto name : names)
    if (!pattern.empty() && pattern.find("{" + std::string(name) + "}") == pattern.npos)
      from.add(key, "there is no {" + std::string(name) + "} in it");
}

void refuse_unwanted(const toml::table& in, toml_reader& from) {
  for (const auto& [key, value] : in)
    if (const auto* text = value.as_string())
      if (auto unwanted = unwanted_character(text->get()))
        from.add(key.str(), name_of(*unwanted) + " may not stand in a text");
}
} // namespace

struct pack::reader {
  pack& to;
  std::vector<problem>& found;
  std::string bytes_of_all{};

  bool read() {
    auto before = found.size();
    read_about();
    if (found.size() != before) return false;
    for (section each : {section::phrases, section::terms, section::pages})
      if (!read_texts(each)) return false;
    to.about_.version = to_hex(text_hash(bytes_of_all));
    return true;
  }

  void read_about() {
    auto file = to.directory_ / "pack.toml";
    auto bytes = read_file(file, found);
    auto table = bytes ? read_toml(file, *bytes, found) : std::nullopt;
    if (!table) return;
    bytes_of_all += *bytes;
    toml_reader from(*table, file.string(), {}, found);
    language& out = to.about_;
    out.tag = from.text("tag");
    out.name = from.text("name");
    out.name_ja = from.text("name_ja");
    out.name_en = from.text("name_en");
    out.icu_locale = from.text("icu_locale");
    auto direction = from.text("direction");
    out.direction = direction == "rtl" ? direction::rtl : direction::ltr;
    if (direction != "rtl" && direction != "ltr") from.add("direction", "expected ltr or rtl");
    out.script = from.text("script");
    out.fonts = from.texts("fonts");
    read_patterns(from);
    to.order_ = from.whole("order").value_or(1000);
    if (const auto* body = from.table("body", false)) read_body_orders(*body, file.string());
    refuse_unwanted(*table, from);
    if (out.tag != to.directory_.filename()) from.add("tag", "is not the name of the directory");
    from.refuse_others();
  }

  void read_patterns(toml_reader& from) {
    language& out = to.about_;
    out.date = from.text("date");
    out.time = from.text("time");
    out.time_on_the_hour = from.text("time_on_the_hour", false);
    out.datetime = from.text("datetime");
    out.period = from.text("period");
    out.period_from = from.text("period_from");
    out.period_to = from.text("period_to");
    out.list = from.text("list");
    out.place = from.text("place");
    require_names(from, "datetime", out.datetime, {"date", "time"});
    require_names(from, "period", out.period, {"from", "to"});
    require_names(from, "period_from", out.period_from, {"from"});
    require_names(from, "period_to", out.period_to, {"to"});
    require_names(from, "place", out.place, {"name"});
  }

  void read_body_orders(const toml::table& body, const std::string& file) {
    toml_reader from(body, file, "body", found);
    for (const auto& [topic, phrases] : body)
      to.body_orders_.emplace_back(topic.str(), from.texts(topic.str()));
  }

  bool read_texts(section of) {
    auto file = to.directory_ / file_of(of);
    if (to.about_.tag != source_language && !std::filesystem::exists(file))
      return true; // nothing translated yet
    auto bytes = read_file(file, found);
    auto arb = bytes ? read_arb(file.string(), *bytes, found) : std::nullopt;
    if (!arb) return false;
    bytes_of_all += *bytes;
    if (arb->locale != to.about_.tag) {
      found.push_back({file.string(), "@@locale", line_of(*bytes, "@@locale"), "is not " + to.about_.tag});
      return false;
    }
    place(std::move(arb->entries), to.texts_.at(static_cast<std::size_t>(of)));
    return true;
  }

  static void place(std::vector<arb_entry> from, std::vector<entry>& to) {
    std::vector<std::uint32_t> by_key(from.size());
    for (std::uint32_t i = 0; i < by_key.size(); ++i) by_key[i] = i;
    std::ranges::sort(by_key, {}, [&](std::uint32_t i) -> const std::string& { return from[i].key; });
    to = std::vector<entry>(from.size());
    for (std::size_t i = 0; i < by_key.size(); ++i) {
      arb_entry& one = from[by_key[i]];
      to[i].key = std::move(one.key);
      to[i].text = std::move(one.text);
      to[i].declared = one.status;
      to[i].source_hash = one.source_hash;
      to[i].order = by_key[i];
    }
  }
};

std::unique_ptr<pack> pack::read(const std::filesystem::path& directory, std::vector<problem>& found) {
  std::unique_ptr<pack> out(new pack);
  out->directory_ = directory;
  if (!reader{*out, found}.read()) return nullptr;
  return out;
}

} // namespace kotobashi::words
