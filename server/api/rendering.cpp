#include "server/api/rendering.hpp"

#include "server/domain/notice.hpp"
#include "server/model/json.hpp"
#include "server/text/free_text.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
words::render_context context_of(const services& of) {
  words::render_context out;
  out.time_zone = of.center.time_zone;
  out.contact = of.center.day;
  out.url = of.center.public_base_url;
  out.now = of.now();
  return out;
}

// Shelter staff read the Japanese beside every other language, so it is always made.
std::vector<std::string> with_source(std::vector<std::string> languages) {
  if (!languages.empty() && std::ranges::find(languages, words::source_language) == languages.end())
    languages.emplace_back(words::source_language);
  return languages;
}

result<rendered_notice> from_topic(const services& of, const std::string& id,
                                   const boost::json::value& parameters,
                                   const std::vector<std::string>& languages) {
  const words::topic* topic = of.texts.find_topic(id);
  if (!topic) return refuse_field("template", "unknown", "there is no such topic");
  boost::json::value given = parameters.is_null() ? boost::json::value(boost::json::object{}) : parameters;
  auto values = words::check_parameters(of.texts, *topic, given, "parameters", of.now());
  if (!values) return values.error();
  auto texts = words::render(of.texts, *topic, *values, with_source(languages), context_of(of));
  if (!texts) return texts.error();
  return rendered_notice{topic->critical, std::move(*texts), topic->channels};
}

words::rendered text_of(const words::language& in) {
  words::rendered out;
  out.language = in.tag;
  out.direction = in.direction;
  out.status = text_status::missing;
  return out;
}

// The first line is the title.
words::rendered japanese(const words::language& in, const std::string& typed) {
  words::rendered out = text_of(in);
  auto paragraphs = words::free_text(typed, in.tag);
  if (paragraphs.empty()) return out;
  out.title = std::move(paragraphs.front());
  out.body.assign(std::make_move_iterator(paragraphs.begin() + 1), std::make_move_iterator(paragraphs.end()));
  out.status = text_status::checked; // the center's own words
  return out;
}

result<rendered_notice> from_text(const services& of, const std::string& typed,
                                  const std::vector<std::string>& languages) {
  rendered_notice out;
  for (const auto& each : of.texts.languages()) {
    bool wanted = languages.empty() || std::ranges::find(languages, each.tag) != languages.end();
    if (each.tag == words::source_language) {
      out.texts.push_back(japanese(each, typed));
      if (out.texts.back().title.empty()) return refuse_field("text", "required", "write the text");
    } else if (wanted) {
      out.texts.push_back(text_of(each));
    }
  }
  out.channels = {channel::board};
  return out;
}
} // namespace

result<rendered_notice> render_notice(const services& of, const std::optional<std::string>& topic,
                                      const boost::json::value& parameters,
                                      const std::optional<text<4000>>& free_text,
                                      const std::vector<std::string>& languages) {
  if (topic.has_value() == free_text.has_value())
    return refuse_field("template", "required", "give either a template with parameters, or text");
  return topic ? from_topic(of, *topic, parameters, languages) : from_text(of, free_text->value, languages);
}

bool is_ready(const services& of, bool critical, const words::rendered& one) {
  return domain::is_ready(one.status, one.language, critical, of.center.policies.texts);
}

void freeze(const words::rendered& said, notice_text& to, instant now) {
  to.status = said.status;
  to.title = words::to_plain(said.title, said.direction);
  to.body = words::to_plain(said.body, said.direction);
  to.title_runs = json::write(said.title);
  to.body_runs = json::write(said.body);
  to.at = now;
}

std::optional<instant> expiry_of(const services& of, const std::string& topic, instant published_at) {
  const auto* found = of.texts.find_topic(topic);
  return found ? words::expiry(*found, published_at) : std::nullopt;
}

} // namespace kotobashi::api
