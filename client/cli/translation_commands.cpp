#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"
#include "server/model/translation.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace kotobashi::cli {

namespace {
using table = std::vector<std::vector<std::string>>;
const std::string all_of_them = "/api/v1/translations";

struct details {
  std::string which, text;
  bool done = false;
};

std::string numbers(const translation_view& one) {
  std::string out;
  for (auto each : one.notices) out += (out.empty() ? "" : ", ") + std::to_string(each);
  return out;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

void print(const context& c, const translation_view& one) {
  table out{{c.say("id"), one.id.value},
            {c.say("language"), one.language.value},
            {c.say("state"), c.say(one.state)},
            {c.say("notices"), numbers(one)}};
  auto add = [&](const char* key, const std::optional<std::string>& value) {
    if (value) out.push_back({c.say(key), *value});
  };
  add("claimed_by", one.claimed_by);
  add("translated_by", one.translated_by);
  add("checked_by", one.checked_by);
  std::cout << aligned({}, out) << '\n' << printable_lines(one.source.value) << '\n';
  if (one.said) std::cout << '\n' << printable_lines(one.said->value) << '\n';
}

int list(context& c, const details& typed) {
  return c.show_list<translation_view>(all_of_them + (typed.done ? "?done=1" : ""), [&](const auto& all) {
    table rows;
    for (const auto& each : all)
      rows.push_back({short_id(each.id.value), each.language.value, c.say(each.state),
                      each.claimed_by.value_or(each.translated_by.value_or("")), numbers(each),
                      first_line(each.source)});
    std::cout << aligned(
        {c.say("id"), c.say("language"), c.say("state"), c.say("holders"), c.say("notices"), c.say("source")},
        rows);
  });
}

int show(context& c, const details& typed) {
  auto one = find_translation(c, typed.which);
  if (!one) return c.failed(one.error());
  return c.show<translation_view>(all_of_them + '/' + one->id.value,
                                  [&](const auto& seen) { print(c, seen); });
}

int memory(context& c, const details& typed) {
  auto one = find_translation(c, typed.which);
  if (!one) return c.failed(one.error());
  return c.show_list<memory_offer>(all_of_them + '/' + one->id.value + "/memory", [&](const auto& all) {
    table rows;
    for (const auto& each : all)
      rows.push_back({std::to_string(each.line), std::to_string(each.percent) + '%',
                      c.say(each.checked ? text_status::checked : text_status::drafted),
                      first_line(each.source), first_line(each.said)});
    std::cout << aligned({c.say("line"), "", c.say("state"), c.say("source"), c.say("said")}, rows);
  });
}

template <class Input>
int act(context& c, const translation_view& one, const std::string& what, const Input& input) {
  return c.send<translation_view>(
      link::verb::post, all_of_them + '/' + one.id.value + '/' + what, input,
      [&](const auto& now) { print(c, now); }, std::to_string(one.revision));
}

int simple(context& c, const details& typed, const std::string& what) {
  auto one = find_translation(c, typed.which);
  if (!one) return c.failed(one.error());
  return act(c, *one, what, boost::json::value(boost::json::object()));
}

int submit(context& c, const details& typed) {
  auto said = read_text(typed.text);
  if (!said) return c.failed(said.error());
  auto one = find_translation(c, typed.which);
  if (!one) return c.failed(one.error());
  return act(c, *one, "submit", submit_translation{std::move(*said)});
}

int check(context& c, const details& typed) {
  check_translation input;
  if (!typed.text.empty()) {
    auto said = read_text(typed.text);
    if (!said) return c.failed(said.error());
    input.text = std::move(*said);
  }
  auto one = find_translation(c, typed.which);
  if (!one) return c.failed(one.error());
  return act(c, *one, "check", input);
}
} // namespace

void add_translation_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("translation", "Texts that no template has, into each language (翻訳)")
                    ->require_subcommand(1);
  auto typed = std::make_shared<details>();
  auto add = [&](const char* name, const char* help, std::function<int(context&, const details&)> does) {
    auto* command = group->add_subcommand(name, help);
    command->callback([typed, does, &run] { run = [typed, does](context& c) { return does(c, *typed); }; });
    return command;
  };
  auto add_for_one = [&](const char* name, const char* help,
                         std::function<int(context&, const details&)> does) {
    auto* command = add(name, help, std::move(does));
    command->add_option("translation", typed->which, "id, or its last six or more characters")->required();
    return command;
  };
  auto step = [](const char* what) {
    return [what](context& c, const details& d) { return simple(c, d, what); };
  };

  add("list", "What waits, and for whom", list)->add_flag("--done", typed->done, "finished ones too");
  add_for_one("show", "One of them", show);
  add_for_one("memory", "How similar lines were translated before", memory);
  add_for_one("claim", "Take it, for an hour", step("claim"));
  add_for_one("release", "Give it back", step("release"));
  add_for_one("submit", "Enter the translation (訳文)", submit)
      ->add_option("text", typed->text, "the title on the first line; - or @FILE reads it")
      ->required();
  add_for_one("check", "Confirm somebody else's translation (確認)", check)
      ->add_option("--text", typed->text, "corrected; - or @FILE reads it");
}

} // namespace kotobashi::cli
