#include "client/cli/notice_input.hpp"

#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace kotobashi::cli {

namespace {
// What a bulletin suggests for this topic.
link::outcome<boost::json::value> suggested(context& c, const std::string& bulletin_id,
                                            const std::string& topic) {
  auto all = c.all_items("/api/v1/bulletins");
  if (!all) return all.error();
  for (auto& each : *all) {
    auto read = link::read_record<bulletin>(std::move(each));
    if (!read || read->id.value != bulletin_id) continue;
    auto found = std::ranges::find(read->suggestions, topic, &suggestion::template_);
    if (found != read->suggestions.end()) return std::move(found->parameters);
    return link::failure(refuse(refusal_code::not_found, "the bulletin does not suggest " + topic));
  }
  return link::failure(refuse(refusal_code::not_found, "there is no bulletin " + bulletin_id));
}

link::outcome<boost::json::value> base_of(context& c, const notice_input& typed, boost::json::value before) {
  if (!typed.parameters_file.empty()) {
    auto content = read_whole_file(typed.parameters_file);
    if (!content) return link::failure(content.error());
    auto parsed = json::parse(*content);
    if (!parsed) return link::failure(parsed.error());
    return std::move(*parsed);
  }
  if (!typed.bulletin.empty()) return suggested(c, typed.bulletin, typed.topic);
  return before;
}
} // namespace

void add_words_options(CLI::App& to, notice_input& into) {
  to.add_option("topic", into.topic, "earthquake, water … (see templates)");
  to.add_option("-p,--param", into.parameters, "name=value; lists with commas");
  to.add_option("--params-file", into.parameters_file, "all parameters as a JSON object");
  to.add_option("--bulletin", into.bulletin, "take the parameters that this bulletin suggests");
  to.add_option("--text", into.text, "free Japanese text instead of a topic; - or @FILE reads it");
  to.add_option("--languages", into.languages, "ja,en,vi …; default: all")->delimiter(',');
}

link::outcome<notice_words> words_of(context& c, const notice_input& typed, boost::json::value before) {
  notice_words out;
  if (!typed.text.empty()) {
    auto content = read_text(typed.text);
    if (!content) return link::failure(content.error());
    out.text = std::move(*content);
  }
  if (typed.topic.empty()) return out;
  out.topic = typed.topic;
  auto topic = find_topic(c, typed.topic);
  if (!topic) return topic.error();
  auto base = base_of(c, typed, std::move(before));
  if (!base) return base.error();
  auto parameters = read_parameters(*topic, std::move(*base), typed.parameters);
  if (!parameters) return link::failure(parameters.error());
  out.parameters = std::move(*parameters);
  return out;
}

} // namespace kotobashi::cli
