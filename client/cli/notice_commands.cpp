#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/notice_input.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <map>

namespace kotobashi::cli {

namespace {
struct details {
  notice_input words;
  std::string which, issuer, bulletin_number, source_at, follows, expires, reason;
  std::vector<std::string> channels;
  bool read_back = false;
};

std::string name_of(const notice& one) {
  return one.number ? std::to_string(*one.number) : short_id(one.id.value);
}

std::string title_of(const notice_view& one, std::string_view language) {
  auto found =
      std::ranges::find_if(one.texts, [&](const auto& each) { return each.language.value == language; });
  return found == one.texts.end() ? one.template_ : found->title;
}

std::string ready_of(const notice_view& one) {
  return std::to_string(one.ready_count) + '/' + std::to_string(one.language_count);
}

void print(const context& c, const notice_view& one) {
  std::vector<std::vector<std::string>> out{{c.say("number"), name_of(one)},
                                            {c.say("state"), c.say(one.state)},
                                            {c.say("topic"), one.template_},
                                            {c.say("ready"), ready_of(one)}};
  if (one.published_at) out.push_back({c.say("published_at"), local_time(*one.published_at)});
  if (one.expires_at) out.push_back({c.say("expires_at"), local_time(*one.expires_at)});
  if (one.source) out.push_back({c.say("source"), one.source->issuer.value});
  if (one.withdrawn_because) out.push_back({c.say("reason"), one.withdrawn_because->value});
  out.push_back({c.say("id"), one.id.value});
  std::cout << aligned({}, out);
  for (const auto& each : one.texts)
    std::cout << "\n── " << each.language.value << "  " << c.say(each.status) << "  "
              << c.say(each.ready ? "ready" : "not_ready") << '\n'
              << printable(each.title) << '\n'
              << printable_lines(each.body) << '\n';
}

int list(context& c) {
  return c.show_list<notice_view>("/api/v1/notices?limit=200", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({name_of(each), c.say(each.state),
                      each.published_at ? local_time(*each.published_at) : "", ready_of(each),
                      title_of(each, c.in() == tongue::ja ? "ja" : "en")});
    std::cout << aligned(
        {c.say("number"), c.say("state"), c.say("published_at"), c.say("ready"), c.say("title")}, rows);
  });
}

// Source and expiry, which creating and correcting share.
template <class Input>
result<void> add_source(const context& c, const details& typed, Input& into) {
  if (!typed.issuer.empty()) {
    notice_source from{typed.issuer, {}, {}};
    if (!typed.bulletin_number.empty()) from.bulletin_number = typed.bulletin_number;
    if (!typed.source_at.empty()) {
      auto at = read_time(typed.source_at, c.now());
      if (!at) return at.error();
      from.at = *at;
    }
    into.source = std::move(from);
  }
  if (!typed.expires.empty()) {
    auto at = read_time(typed.expires, c.now());
    if (!at) return at.error();
    into.expires_at = *at;
  }
  return {};
}

int create(context& c, const details& typed) {
  auto said = words_of(c, typed.words);
  if (!said) return c.failed(said.error());
  new_notice input;
  input.template_ = said->topic;
  input.parameters = said->parameters;
  input.text = said->text;
  input.languages = typed.words.languages;
  for (const auto& each : typed.channels) {
    auto one = read_word<channel>("channels", each);
    if (!one) return c.failed(one.error());
    input.channels.push_back(*one);
  }
  if (!typed.follows.empty()) {
    auto parent = find_notice(c, typed.follows);
    if (!parent) return c.failed(parent.error());
    input.follows = parent->id;
  }
  if (auto added = add_source(c, typed, input); !added) return c.failed(added.error());
  return c.send<notice_view>(link::verb::post, "/api/v1/notices", input,
                             [&](const auto& one) { print(c, one); });
}

// Area, order and time are read before a critical notice goes: by who calls with --read-back, or here and
// now.
bool read_back(const context& c, const details& typed, const notice_view& one) {
  if (typed.read_back || !one.critical || !is_terminal()) return typed.read_back;
  std::cerr << printable(title_of(one, "ja")) << '\n' << printable(json::to_string(one.parameters)) << '\n';
  auto answer = ask_person(c.in() == tongue::ja
                               ? "区域・指示・時刻を読み上げて確認しましたか (yes/no) "
                               : "Have area, order and time been read aloud, and are they right? (yes/no) ");
  return answer == "yes";
}

// Why a text stays behind.
std::string_view held_because(const notice_language& one, const notice_view& in) {
  if (one.status == text_status::missing) return "not_translated";
  if (one.status == text_status::outdated) return "original_has_changed";
  const bool left_out = std::ranges::find(in.left_out, one.language.value) != in.left_out.end();
  return left_out ? "not_chosen" : "unconfirmed_(policy)";
}

// One line for the languages that did not go out, whatever standard output says.
void warn_of_held_back(const context& c, const notice_view& out) {
  std::map<std::string_view, std::string> held;
  for (const auto& each : out.texts)
    if (!each.ready) held[held_because(each, out)] += ' ' + each.language.value;
  if (held.empty()) return;
  std::cerr << "kotobashictl: " << c.say("did_not_go_out");
  for (const auto& [why, languages] : held)
    std::cerr << (why == held.begin()->first ? ": " : "; ") << c.say(why) << ':' << languages;
  std::cerr << '\n';
}

// Publishes or corrects, and says which languages stayed behind.
int send_out(context& c, const notice_view& on, std::string_view what, const boost::json::value& input) {
  const std::string path = "/api/v1/notices/" + on.id.value + '/' + std::string(what);
  auto got = c.ask(link::call{.verb = link::verb::post,
                              .path = path,
                              .body = json::to_string(input),
                              .if_match = std::to_string(on.revision)});
  if (!got) return c.failed(got.error());
  auto out = link::read_answer<notice_view>(*got);
  if (!out) return c.failed(out.error());
  if (c.given().as_json)
    c.print_json(got->body);
  else
    print(c, *out);
  warn_of_held_back(c, *out);
  return fine;
}

int act(context& c, const notice_view& on, std::string_view what, const boost::json::value& input) {
  const std::string path = "/api/v1/notices/" + on.id.value + '/' + std::string(what);
  return c.send<notice_view>(
      link::verb::post, path, input, [&](const auto& one) { print(c, one); }, std::to_string(on.revision));
}

int publish(context& c, const details& typed) {
  auto one = find_notice(c, typed.which);
  if (!one) return c.failed(one.error());
  publish_notice input;
  if (!typed.words.languages.empty()) input.languages = typed.words.languages;
  if (read_back(c, typed, *one)) input.read_back = true;
  return send_out(c, *one, "publish", json::write(input));
}

int correct(context& c, const details& typed) {
  auto one = find_notice(c, typed.which);
  if (!one) return c.failed(one.error());
  notice_input words = typed.words;
  words.topic = one->template_;
  auto said = words_of(c, words, one->parameters);
  if (!said) return c.failed(said.error());
  correct_notice input;
  input.parameters = said->parameters;
  input.text = said->text ? said->text : one->free_text;
  if (!words.languages.empty()) input.languages = words.languages;
  if (read_back(c, typed, *one)) input.read_back = true;
  if (auto added = add_source(c, typed, input); !added) return c.failed(added.error());
  return send_out(c, *one, "correct", json::write(input));
}

int withdraw(context& c, const details& typed) {
  auto one = find_notice(c, typed.which);
  if (!one) return c.failed(one.error());
  return act(c, *one, "withdraw", json::write(withdraw_notice{typed.reason}));
}

int show(context& c, const std::string& which) {
  auto one = find_notice(c, which);
  if (!one) return c.failed(one.error());
  return c.show<notice_view>("/api/v1/notices/" + one->id.value, [&](const auto& got) { print(c, got); });
}

void add_source_options(CLI::App& to, details& into) {
  to.add_option("--issuer", into.issuer, "who the news is from: 川崎市 …");
  to.add_option("--bulletin-number", into.bulletin_number, "第12報 …");
  to.add_option("--source-at", into.source_at, "time of the source");
  to.add_option("--expires", into.expires, "when it stops being valid: +24h …");
}
} // namespace

void add_notice_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("notice", "Notices (お知らせ)")->require_subcommand(1);
  auto typed = std::make_shared<details>();
  auto add = [&](const char* name, const char* help, int (*does)(context&, const details&)) {
    auto* command = group->add_subcommand(name, help);
    command->callback([typed, does, &run] { run = [typed, does](context& c) { return does(c, *typed); }; });
    return command;
  };

  auto* creating = add("create", "Make a draft", create);
  add_words_options(*creating, typed->words);
  add_source_options(*creating, *typed);
  creating->add_option("--channels", typed->channels, "board,signage,sheet …")->delimiter(',');
  creating->add_option("--follows", typed->follows, "number of the notice that this continues");

  auto* publishing = add("publish", "Publish what is ready (発信)", publish);
  publishing->add_option("notice", typed->which, "number or id")->required();
  publishing->add_option("--languages", typed->words.languages, "only these; default: all that are ready")
      ->delimiter(',');
  publishing->add_flag("--read-back", typed->read_back, "area, order and time were read aloud and are right");

  auto* correcting = add("correct", "Publish a correction (訂正)", correct);
  correcting->add_option("notice", typed->which, "number or id")->required();
  correcting->add_option("-p,--param", typed->words.parameters, "what is different: name=value");
  correcting->add_option("--params-file", typed->words.parameters_file, "all parameters as a JSON object");
  correcting->add_option("--text", typed->words.text, "free Japanese text; - or @FILE reads it");
  correcting
      ->add_option("--languages", typed->words.languages,
                   "only these; default: all that are ready, but for those that were left out before")
      ->delimiter(',');
  correcting->add_flag("--read-back", typed->read_back, "area, order and time were read aloud and are right");
  add_source_options(*correcting, *typed);

  auto* withdrawing = add("withdraw", "Withdraw (取消し)", withdraw);
  withdrawing->add_option("notice", typed->which, "number or id")->required();
  withdrawing->add_option("reason", typed->reason, "why")->required();

  group->add_subcommand("list", "All notices")->callback([&run] { run = list; });
  auto* showing = group->add_subcommand("show", "One notice in all languages");
  showing->add_option("notice", typed->which, "number or id")->required();
  showing->callback([typed, &run] { run = [typed](context& c) { return show(c, typed->which); }; });
}

} // namespace kotobashi::cli
