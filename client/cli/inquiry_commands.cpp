#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
struct details {
  std::string which, channel = "phone", language = "und", area, topic, content, contact, emergency, source,
                     state, merged_into, answer_language;
  std::vector<std::string> visible_to;
  bool confidential = false, tourist = false;
};

std::string number_of(const inquiry& one) {
  return (one.confidential ? "c" : "") + std::to_string(one.number);
}

void print(const context& c, const inquiry_view& one) {
  std::vector<std::vector<std::string>> out{{c.say("number"), number_of(one)},
                                            {c.say("state"), c.say(one.state)},
                                            {c.say("channel"), c.say(one.channel)},
                                            {c.say("language"), one.language.value},
                                            {c.say("topic"), one.topic ? c.say(*one.topic) : ""},
                                            {c.say("area"), one.area},
                                            {c.say("emergency"), c.say(one.emergency)},
                                            {c.say("time"), local_time(one.received_at)},
                                            {c.say("content"), one.content.reveal().value},
                                            {c.say("contact"), one.contact.reveal().value}};
  for (const auto& each : one.answers)
    out.push_back({c.say("answers"), each.content.reveal().value + "  (" + each.source_checked.value + ")"});
  out.push_back({c.say("id"), one.id.value});
  std::cout << aligned({}, out);
}

int list(context& c) {
  return c.show_list<inquiry_view>("/api/v1/inquiries?limit=200", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({number_of(each), c.say(each.state), local_time(each.received_at), c.say(each.channel),
                      each.language.value, each.topic ? c.say(*each.topic) : "",
                      each.content.reveal().value});
    std::cout << aligned({c.say("number"), c.say("state"), c.say("time"), c.say("channel"), c.say("language"),
                          c.say("topic"), c.say("content")},
                         rows);
  });
}

link::outcome<new_inquiry> inquiry_of(context& c, const details& typed) {
  new_inquiry out;
  auto channel = read_word<inquiry_channel>("channel", typed.channel);
  if (!channel) return link::failure(channel.error());
  out.channel = *channel;
  out.language = typed.language;
  if (!typed.area.empty()) out.area = typed.area;
  if (!typed.topic.empty()) {
    auto topic = read_word<inquiry_topic>("topic", typed.topic);
    if (!topic) return link::failure(topic.error());
    out.topic = *topic;
  }
  if (!typed.emergency.empty()) {
    auto emergency = read_word<emergency_check>("emergency", typed.emergency);
    if (!emergency) return link::failure(emergency.error());
    out.emergency = *emergency;
  }
  auto content = read_text(typed.content);
  if (!content) return link::failure(content.error());
  out.content = text<4000>(std::move(*content));
  if (!typed.contact.empty()) out.contact = text<200>(typed.contact);
  if (typed.confidential || !typed.visible_to.empty()) out.confidential = true;
  if (typed.tourist) out.tourist = true;
  for (const auto& each : typed.visible_to) {
    auto accounts = link::ask_for<link::page<account_view>>(c.link(), "/api/v1/accounts?limit=500");
    if (!accounts) return accounts.error();
    for (const auto& one : accounts->items)
      if (one.name == each || one.id.value == each) out.visible_to.push_back(one.id);
  }
  return out;
}

int create(context& c, const details& typed) {
  auto input = inquiry_of(c, typed);
  if (!input) return c.failed(input.error());
  if (input->visible_to.size() != typed.visible_to.size())
    return c.failed(refuse_field("visible_to", "unknown", "there is no such account"));
  return c.send<inquiry_view>(link::verb::post, "/api/v1/inquiries", *input,
                              [&](const auto& one) { print(c, one); });
}

int show(context& c, const details& typed) {
  auto one = find_inquiry(c, typed.which);
  if (!one) return c.failed(one.error());
  return c.show<inquiry_view>("/api/v1/inquiries/" + one->id.value, [&](const auto& got) { print(c, got); });
}

int answer_it(context& c, const details& typed) {
  auto one = find_inquiry(c, typed.which);
  if (!one) return c.failed(one.error());
  auto content = read_text(typed.content);
  if (!content) return c.failed(content.error());
  new_answer input;
  input.content = text<4000>(std::move(*content));
  input.source_checked = typed.source;
  if (!typed.answer_language.empty()) input.language = typed.answer_language;
  return c.send<inquiry_view>(link::verb::post, "/api/v1/inquiries/" + one->id.value + "/answers", input,
                              [&](const auto& got) { print(c, got); });
}

// A merge patch of what was typed and nothing else.
int update(context& c, const details& typed) {
  auto one = find_inquiry(c, typed.which);
  if (!one) return c.failed(one.error());
  boost::json::object patch;
  auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) patch[name] = value;
  };
  set("state", typed.state);
  set("topic", typed.topic);
  set("area", typed.area);
  set("emergency", typed.emergency);
  if (typed.language != "und") set("language", typed.language);
  if (!typed.content.empty()) {
    auto content = read_text(typed.content);
    if (!content) return c.failed(content.error());
    set("content", *content);
  }
  set("contact", typed.contact);
  if (!typed.merged_into.empty()) {
    auto into = find_inquiry(c, typed.merged_into);
    if (!into) return c.failed(into.error());
    set("merged_into", into->id.value);
  }
  return c.send<inquiry_view>(
      link::verb::patch, "/api/v1/inquiries/" + one->id.value, boost::json::value(patch),
      [&](const auto& got) { print(c, got); }, std::to_string(one->revision));
}

void add_common_options(CLI::App& to, details& into) {
  to.add_option("--language", into.language, "of the person: vi, zh …; und: not known");
  to.add_option("--area", into.area, "code of the ward");
  to.add_option("--topic", into.topic, "evacuation, medical, relatives …");
  to.add_option("--emergency", into.emergency, "was it a case for 119: not_emergency, sent_to_119");
  to.add_option("--content", into.content, "what was said; - or @FILE reads it");
  to.add_option("--contact", into.contact, "how to reach the person");
}
} // namespace

void add_inquiry_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("inquiry", "Inquiries (相談)")->require_subcommand(1);
  auto typed = std::make_shared<details>();
  auto add = [&](const char* name, const char* help, int (*does)(context&, const details&)) {
    auto* command = group->add_subcommand(name, help);
    command->callback([typed, does, &run] { run = [typed, does](context& c) { return does(c, *typed); }; });
    return command;
  };
  auto which = [&](CLI::App* command) {
    command->add_option("inquiry", typed->which, "number or id")->required();
  };

  auto* creating = add("create", "Record one", create);
  creating->add_option("--channel", typed->channel, "phone, walk_in, shelter, email, web, sms");
  add_common_options(*creating, *typed);
  creating->get_option("--content")->required();
  creating->add_flag("--confidential", typed->confidential, "seen by you and those who are named only");
  creating->add_option("--visible-to", typed->visible_to, "accounts")->delimiter(',');
  creating->add_flag("--tourist", typed->tourist, "somebody who is passing through");

  group->add_subcommand("list", "All that you may see")->callback([&run] { run = list; });
  which(add("show", "One inquiry", show));

  auto* answering = add("answer", "Answer (回答)", answer_it);
  which(answering);
  answering->add_option("--content", typed->content, "what was said; - or @FILE reads it")->required();
  answering->add_option("--source", typed->source, "what it was checked against")->required();
  answering->add_option("--language", typed->answer_language, "of the answer");

  auto* updating = add("update", "Change it", update);
  which(updating);
  add_common_options(*updating, *typed);
  updating->add_option("--state", typed->state, "open, waiting, answered, closed");
  updating->add_option("--merged-into", typed->merged_into, "number of the inquiry that is the same");
}

} // namespace kotobashi::cli
