#include "tests/web/samples.hpp"

#include "server/model/json.hpp"
#include "server/text/free_text.hpp"
#include "server/text/parameters.hpp"
#include "server/text/render.hpp"
#include "tests/support/files.hpp"

#include <boost/algorithm/string/erase.hpp>

#include <stdexcept>

namespace kotobashi::test {

namespace {
instant at(const char* text) {
  return from_rfc3339(text).value();
}

boost::json::value examples_of(const words::topic& topic) {
  boost::json::object out;
  for (const words::parameter& one : topic.parameters)
    if (!one.example.is_null()) out[one.name] = one.example;
  for (const words::topic_switch& one : topic.switches) out[one.name] = one.default_;
  return out;
}

notice record_of(std::int64_t number, bool critical) {
  notice out;
  out.id = {"0190a000-0000-7000-8000-0000000000" + std::to_string(10 + number)};
  out.number = number;
  out.state = notice_state::published;
  out.critical = critical;
  out.created_at = at("2011-03-11T05:50:00Z");
  out.published_at = out.created_at + std::chrono::minutes(number);
  return out;
}

notice_text text_of(const words::rendered& from) {
  notice_text out;
  out.language = from.language;
  out.status = from.status;
  out.ready = from.status != text_status::missing;
  out.title = words::to_plain(std::span<const words::run>(from.title), from.direction);
  out.body = words::to_plain(std::span<const words::paragraph>(from.body), from.direction);
  out.title_runs = json::write(from.title);
  out.body_runs = json::write(from.body);
  return out;
}
} // namespace

const words::library& real_library() {
  static const words::library library(source_directory() / "templates", source_directory() / "langpacks");
  return library;
}

domain::center sample_center() {
  domain::center out;
  out.names = {{"ja", "川崎市災害時多言語支援センター"},
               {"en", "Kawasaki Disaster Multilingual Support Center"}};
  out.day = {{}, "044-435-7000", "", "09:00", "17:00"};
  out.night = domain::center_contact{{}, "044-200-2111", "", "17:00", "09:00"};
  return out;
}

activation sample_opening(activation_mode mode, activation_state state) {
  activation out;
  out.title = "地震";
  out.mode = mode;
  out.state = state;
  out.activated_at = at("2011-03-11T05:48:00Z");
  return out;
}

instant sample_now() {
  return at("2011-03-11T06:30:00Z");
}

web::posted sample_notice(std::string_view topic, std::int64_t number, const boost::json::object& instead) {
  const words::topic* of = real_library().find_topic(topic);
  if (!of) throw std::out_of_range("no topic " + std::string(topic));
  auto parameters = examples_of(*of);
  for (const auto& [name, value] : instead) parameters.as_object()[name] = value;
  auto values = words::check_parameters(real_library(), *of, parameters);
  words::render_context context;
  context.contact = sample_center().day;
  context.now = sample_now();
  web::posted out{record_of(number, of->critical), {}, {}};
  out.record.template_ = of->id;
  out.record.source = notice_source{"川崎市", text<60>("第12報"), at("2011-03-11T05:49:00Z")};
  for (const words::language& language : real_library().languages())
    out.texts.push_back(
        text_of(words::render(real_library(), *of, values.value(), language.tag, context).value()));
  return out;
}

web::posted plain_notice(std::string_view language, const std::string& title, const std::string& body,
                         std::int64_t number) {
  web::posted out{record_of(number, false), {}, {}};
  notice_text text;
  text.language = std::string(language);
  text.status = text_status::checked;
  text.ready = true;
  text.title = title;
  text.body = body;
  text.title_runs = json::write(words::paragraph{words::typed_run(title, language, "text")});
  text.body_runs = json::write(words::free_text(body, language));
  out.texts.push_back(text);
  return out;
}

void correct(web::posted& one, instant when) {
  one.record.current += 1;
  one.record.revision += 1;
  one.record.corrected_at = when;
}

void withdraw(web::posted& one, instant when) {
  one.record.state = notice_state::withdrawn;
  one.record.revision += 1;
  one.record.withdrawn_at = when;
}

std::string page_html(std::string_view language, std::string_view key, const words::page_arguments& values) {
  words::page_text text = real_library().page(language, key, values);
  std::string out = words::to_html(std::span<const words::run>(text.runs), text.language);
  for (std::string_view tag : {"<rb>", "</rb>", "</rp>", "</rt>"}) boost::algorithm::erase_all(out, tag);
  if (text.language == language) return out;
  std::string direction = text.direction == words::direction::rtl ? "rtl" : "ltr";
  return "<span lang=\"" + text.language + "\" dir=\"" + direction + "\">" + out + "</span>";
}

board board_of(std::vector<web::posted> notices, activation_mode mode, activation_state state) {
  for (auto& each : notices) web::mark_corrections(each);
  return {sample_center(), sample_opening(mode, state), std::move(notices)};
}

} // namespace kotobashi::test
