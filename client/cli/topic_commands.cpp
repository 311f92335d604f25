#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/notice_input.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
std::string label(const context& c, const client::labels& from) {
  auto own = from.find(c.in() == tongue::ja ? "ja" : "en");
  if (own != from.end()) return own->second;
  return from.empty() ? std::string() : from.begin()->second;
}

void print(const context& c, const client::template_view& topic) {
  std::cout << topic.id << "  " << label(c, topic.name) << (topic.critical ? "  " + c.say("critical") : "")
            << "\n\n";
  std::vector<std::vector<std::string>> rows;
  for (const auto& each : topic.parameters) {
    std::string choices;
    for (const auto& key : each.keys) choices += (choices.empty() ? "" : "|") + key;
    rows.push_back({each.name + (each.required ? "*" : ""), each.type + (each.list ? "[]" : ""),
                    label(c, each.label),
                    choices.empty() && !each.example.is_null() ? json::to_string(each.example) : choices});
  }
  for (const auto& each : topic.switches)
    rows.push_back({each.name, "switch", label(c, each.label), each.default_ ? "true" : "false"});
  std::cout << aligned({}, rows);
}

int list_topics(context& c) {
  return c.show_list<client::template_view>("/api/v1/templates", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({std::to_string(each.number), each.id, each.category, label(c, each.name)});
    std::cout << aligned({c.say("number"), c.say("id"), c.say("category"), c.say("name")}, rows);
  });
}

int list_languages(context& c) {
  return c.show_list<client::language_view>("/api/v1/languages", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({each.tag.value, c.in() == tongue::ja ? each.name_ja : each.name_en, each.name});
    std::cout << aligned({c.say("id"), c.say("language"), c.say("name")}, rows);
  });
}

int preview(context& c, const notice_input& wish) {
  auto said = words_of(c, wish);
  if (!said) return c.failed(said.error());
  preview_wish input{said->topic, said->parameters, said->text, wish.languages, {}};
  link::call what{.verb = link::verb::post, .path = "/api/v1/preview", .body = json::write_string(input)};
  what.in_order = false;
  return c.show<client::preview_reply>(std::move(what), [&](const client::preview_reply& got) {
    for (const auto& each : got.texts) {
      std::cout << "── " << each.language.value << "  " << c.say(each.status) << "  "
                << c.say(each.ready ? "ready" : "not_ready") << '\n'
                << printable(each.title) << '\n'
                << printable_lines(each.body) << "\n\n";
    }
  });
}
} // namespace

void add_topic_commands(CLI::App& to, action& run) {
  to.add_subcommand("languages", "Languages that packs exist for")->callback([&run] {
    run = list_languages;
  });
  auto id = std::make_shared<std::string>();
  auto* topics = to.add_subcommand("templates", "Topics of notices; with an id, what has to be filled in");
  topics->add_option("id", *id, "topic, such as earthquake");
  topics->callback([id, &run] {
    run = [id](context& c) {
      if (id->empty()) return list_topics(c);
      return c.show<client::template_view>("/api/v1/templates/" + *id,
                                           [&](const auto& one) { print(c, one); });
    };
  });
  auto wish = std::make_shared<notice_input>();
  auto* previewing = to.add_subcommand("preview", "What a notice would say in every language");
  add_words_options(*previewing, *wish);
  previewing->callback([wish, &run] { run = [wish](context& c) { return preview(c, *wish); }; });
}

} // namespace kotobashi::cli
