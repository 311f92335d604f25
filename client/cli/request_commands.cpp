#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/request_input.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
using table = std::vector<std::vector<std::string>>;

struct details {
  request_input wish;
  std::string which, who, outcome, reason;
  bool by_telephone = false, mine = false;
};

template <class Request>
std::string number_of(const Request& one) {
  if constexpr (requires { one.confidential; })
    return (one.confidential ? "c" : "") + std::to_string(one.number);
  else
    return std::to_string(one.number);
}

template <class Request>
table common(const context& c, const Request& one) {
  table out{{c.say("number"), number_of(one)},
            {c.say("state"), c.say(one.state)},
            {c.say("kind"), c.say(one.kind) + ", " + c.say(one.mode)},
            {c.say("language"), one.language.value},
            {c.say("area"), one.area},
            {c.say("summary"), one.summary.value},
            {c.say("starts_at"), local_time(one.starts_at)},
            {c.say("ends_at"), local_time(one.ends_at)},
            {c.say("admission"), c.say(one.admission)}};
  if (one.specialty) out.push_back({c.say("specialty"), c.say(*one.specialty)});
  return out;
}

void print(const context& c, const request_view& one) {
  table out = common(c, one);
  out.push_back({c.say("place"), one.place.reveal().value});
  out.push_back({c.say("contact"), one.contact.reveal().value});
  out.push_back({c.say("details"), one.details.reveal().value});
  for (const auto& each : one.assignments)
    out.push_back({c.say("holders"), each.volunteer_name + "  " + c.say(each.state) +
                                         (each.by_telephone ? "  " + c.say("by_telephone") : std::string())});
  for (const auto& each : one.calls)
    out.push_back({c.say("calls"), local_time(each.at) + "  " + c.say(each.outcome)});
  if (one.cancelled_because) out.push_back({c.say("reason"), one.cancelled_because->value});
  out.push_back({c.say("id"), one.id.value});
  std::cout << aligned({}, out);
}

void print(const context& c, const request_for_volunteer& one) {
  table out = common(c, one);
  if (one.mine) out.push_back({c.say("holders"), c.say(*one.mine)});
  if (one.place) out.push_back({c.say("place"), *one.place});
  if (one.contact) out.push_back({c.say("contact"), *one.contact});
  if (one.details) out.push_back({c.say("details"), *one.details});
  out.push_back({c.say("id"), one.id.value});
  std::cout << aligned({}, out);
}

template <class Request>
int list_as(context& c) {
  return c.show_list<Request>("/api/v1/requests?limit=200", [&](const auto& all) {
    table rows;
    for (const auto& each : all)
      rows.push_back({number_of(each), c.say(each.state), c.say(each.kind), each.language.value, each.area,
                      local_time(each.starts_at), each.summary.value});
    std::cout << aligned({c.say("number"), c.say("state"), c.say("kind"), c.say("language"), c.say("area"),
                          c.say("starts_at"), c.say("summary")},
                         rows);
  });
}

// Staff and volunteers get other views of the same request.
int show_reply(context& c, link::call what) {
  if (c.is_volunteer())
    return c.show<request_for_volunteer>(std::move(what), [&](const auto& one) { print(c, one); });
  return c.show<request_view>(std::move(what), [&](const auto& one) { print(c, one); });
}

int list(context& c) {
  return c.is_volunteer() ? list_as<request_for_volunteer>(c) : list_as<request_view>(c);
}

int create(context& c, const details& typed) {
  auto input = request_of(c, typed.wish);
  if (!input) return c.failed(input.error());
  return c.send<request_view>(link::verb::post, "/api/v1/requests", *input,
                              [&](const auto& one) { print(c, one); });
}

int show(context& c, const details& typed) {
  auto which = find_request(c, typed.which);
  if (!which) return c.failed(which.error());
  return show_reply(c, link::call{.path = "/api/v1/requests/" + *which});
}

int candidates(context& c, const details& typed) {
  auto which = find_request(c, typed.which);
  if (!which) return c.failed(which.error());
  return c.show_list<candidate>("/api/v1/requests/" + *which + "/candidates", [&](const auto& all) {
    table rows;
    for (const auto& each : all)
      rows.push_back({each.name, each.phone, c.say(each.presence),
                      each.refusal ? c.say(*each.refusal) : c.say("yes"),
                      each.last_call ? c.say(*each.last_call) : ""});
    std::cout << aligned({c.say("name"), c.say("phone"), c.say("presence"), "", c.say("last_call")}, rows);
  });
}

template <class Input>
int act(context& c, const details& typed, const std::string& what, const Input& input) {
  auto which = find_request(c, typed.which);
  if (!which) return c.failed(which.error());
  return show_reply(c, link::call{.verb = link::verb::post,
                                  .path = "/api/v1/requests/" + *which + '/' + what,
                                  .body = json::write_string(input)});
}

int claim(context& c, const details& typed) {
  return act(c, typed, "claim", boost::json::value(boost::json::object()));
}

int assign(context& c, const details& typed) {
  auto person = find_volunteer(c, typed.who);
  if (!person) return c.failed(person.error());
  assign_request input{person->id, {}};
  if (typed.by_telephone) input.by_telephone = true;
  return act(c, typed, "assign", input);
}

int call(context& c, const details& typed) {
  auto outcome = read_word<call_result>("outcome", typed.outcome);
  if (!outcome) return c.failed(outcome.error());
  auto person = find_volunteer(c, typed.who);
  if (!person) return c.failed(person.error());
  return act(c, typed, "calls", new_call_outcome{person->id, *outcome});
}

int cancel(context& c, const details& typed) {
  return act(c, typed, "cancel", cancel_request{typed.reason});
}

// approve, release, start, finish: staff name the volunteer, a volunteer means themselves.
int of_person(context& c, const details& typed, const std::string& what) {
  of_volunteer input;
  if (!typed.who.empty()) {
    auto person = find_volunteer(c, typed.who);
    if (!person) return c.failed(person.error());
    input.volunteer = person->id;
  }
  return act(c, typed, what, input);
}
} // namespace

void add_request_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("request", "Requests for people (派遣)")->require_subcommand(1);
  auto typed = std::make_shared<details>();
  auto add = [&](const char* name, const char* help, std::function<int(context&, const details&)> does) {
    auto* command = group->add_subcommand(name, help);
    command->callback([typed, does, &run] { run = [typed, does](context& c) { return does(c, *typed); }; });
    return command;
  };
  auto add_for_one = [&](const char* name, const char* help,
                         std::function<int(context&, const details&)> does) {
    auto* command = add(name, help, std::move(does));
    command->add_option("request", typed->which, "number or id")->required();
    return command;
  };

  add_request_options(*add("create", "Ask for people", create), typed->wish);
  group->add_subcommand("list", "All that you may see")->callback([&run] { run = list; });
  add_for_one("show", "One request", show);
  add_for_one("candidates", "Who fits, and why the others do not", candidates);
  add_for_one("claim", "Take it (引き受け), as a volunteer", claim);
  auto* assigning = add_for_one("assign", "Offer it to a volunteer", assign);
  assigning->add_option("volunteer", typed->who, "register's number, name or id")->required();
  assigning->add_flag("--by-telephone", typed->by_telephone, "accepted on the telephone: taken at once");
  auto* calling = add_for_one("call", "Enter the outcome of a call", call);
  calling->add_option("volunteer", typed->who, "register's number, name or id")->required();
  calling->add_option("outcome", typed->outcome, "accepted, declined, absent, call_back")->required();
  for (const char* what : {"approve", "release", "start", "finish"}) {
    auto* command = add_for_one(what, "Of a volunteer's place in it",
                                [what](context& c, const details& d) { return of_person(c, d, what); });
    command->add_option("volunteer", typed->who, "register's number, name or id; a volunteer leaves it out");
  }
  add_for_one("cancel", "Cancel with a reason", cancel)
      ->add_option("reason", typed->reason, "why")
      ->required();
}

} // namespace kotobashi::cli
