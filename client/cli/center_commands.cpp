#include "client/cli/commands.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
using rows = std::vector<std::vector<std::string>>;

std::string dispatch_text(const context& c, const activation& one) {
  if (!one.on_site_open) return c.say("stopped");
  std::string out = c.say("open");
  for (const auto& each : one.on_site_areas) out += ' ' + each;
  if (one.on_site_until) out += ' ' + c.say("until") + ' ' + local_time(*one.on_site_until);
  return out;
}

void print(const context& c, const activation& one) {
  rows out{{c.say("title"), one.title.value},
           {c.say("mode"), c.say(one.mode)},
           {c.say("state"), c.say(one.state)},
           {c.say("hazard"), c.say(one.hazard)}};
  if (one.occurred_at) out.push_back({c.say("occurred_at"), local_time(*one.occurred_at)});
  out.push_back({c.say("activated_at"), local_time(one.activated_at)});
  if (one.closed_at) out.push_back({c.say("closed_at"), local_time(*one.closed_at)});
  out.push_back({c.say("on_site_dispatch"), dispatch_text(c, one)});
  out.push_back({c.say("id"), one.id.value});
  std::cout << aligned({}, out);
}

void print(const context& c, const center_view& center) {
  std::cout << aligned({}, {{c.say("center"), c.in() == tongue::ja ? center.name : center.name_en},
                            {c.say("state"), c.say(center.state)},
                            {c.say("board"), center.board_url}});
  if (center.activation) print(c, *center.activation);
}

void print(const context& c, const overview& now) {
  auto count = [](std::int64_t value) { return std::to_string(value); };
  rows out{{c.say("notices_published"), count(now.notices_published)},
           {c.say("inquiries_open"), count(now.inquiries_open)},
           {c.say("requests_open"), count(now.requests_open)},
           {c.say("requests_under_way"), count(now.requests_under_way)},
           {c.say("volunteers"), count(now.volunteers)},
           {c.say("volunteers_out"), count(now.volunteers_out)}};
  const machine_state& machine = now.machine;
  if (machine.battery_percent) out.push_back({c.say("battery"), count(*machine.battery_percent) + " %"});
  if (machine.on_mains) out.push_back({c.say("on_mains"), c.say(*machine.on_mains ? "yes" : "no")});
  out.push_back({c.say("disk_free"), count(machine.disk_free_mib) + " MiB"});
  out.push_back({c.say("database"), count(machine.database_mib) + " MiB"});
  out.push_back(
      {c.say("last_backup"), machine.last_backup ? local_time(*machine.last_backup) : c.say("none")});
  for (const auto& each : now.attentions)
    out.push_back({c.say("attention"), c.say(each.kind) + ' ' + count(each.number) +
                                           (each.since ? "  " + local_time(*each.since) : std::string())});
  for (const auto& each : machine.text_problems) out.push_back({"!", each});
  std::cout << aligned({}, out);
}

struct opening {
  std::string title, hazard = "earthquake", at, bulletin;
  bool drill = false, ends_drill = false, despite_age = false;
};

int activate(context& c, const opening& wish) {
  new_activation input;
  input.title = wish.title;
  auto struck = read_word<hazard>("hazard", wish.hazard);
  if (!struck) return c.failed(struck.error());
  input.hazard = *struck;
  input.mode = wish.drill ? activation_mode::drill : activation_mode::actual;
  if (!wish.at.empty()) {
    auto at = read_time(wish.at, c.now());
    if (!at) return c.failed(at.error());
    input.occurred_at = *at;
  }
  if (!wish.bulletin.empty()) input.bulletin = id<bulletin>{wish.bulletin};
  if (wish.ends_drill) input.ends_drill = true;
  if (wish.despite_age) input.despite_age = true;
  return c.send<activation>(link::verb::post, "/api/v1/activations", input,
                            [&](const auto& one) { print(c, one); });
}

// Says what is still open. May the center be closed all the same: by --with-open-work, or by a person now?
bool may_close(const context& c, const overview& now, bool with_open_work) {
  if (now.inquiries_open + now.requests_open + now.requests_under_way == 0) return true;
  auto count = [&](std::string_view name, std::int64_t value) {
    return c.say(name) + ' ' + std::to_string(value);
  };
  std::cerr << "kotobashictl: " << c.say("still_open") << ": " << count("inquiries_open", now.inquiries_open)
            << ", " << count("requests_open", now.requests_open) << ", "
            << count("requests_under_way", now.requests_under_way) << '\n';
  if (with_open_work || !is_terminal()) return with_open_work;
  return ask_person(c.in() == tongue::ja ? "それでも閉鎖しますか (yes/no) "
                                         : "Close the center all the same? (yes/no) ") == "yes";
}

int close(context& c, bool with_open_work) {
  auto now = link::ask_for<overview>(c.link(), "/api/v1/overview");
  if (!now) return c.failed(now.error());
  if (!may_close(c, *now, with_open_work)) {
    std::cerr << "kotobashictl: " << c.say("not_closed") << ": --with-open-work\n";
    return refused;
  }
  return c.show<activation>(
      link::call{.verb = link::verb::post, .path = "/api/v1/activations/current/close", .body = "{}"},
      [&](const auto& one) { print(c, one); });
}

int report(context& c, const std::string& which) {
  std::string id = which;
  if (id.empty()) {
    auto current = link::ask_for<activation>(c.link(), "/api/v1/activations/current");
    if (!current) return c.failed(current.error());
    id = current->id.value;
  }
  const std::string path = "/api/v1/activations/" + id + "/report";
  const std::string text = path + "?format=text&lang=" + (c.in() == tongue::ja ? "ja" : "en");
  return c.show<link::answer>(c.given().as_json ? path : text,
                              [](const link::answer& got) { std::cout << printable_lines(got.body); });
}

int set_dispatch(context& c, bool open, const std::vector<std::string>& areas, const std::string& until) {
  dispatch_opening input{open, areas, {}};
  if (!until.empty()) {
    auto at = read_time(until, c.now());
    if (!at) return c.failed(at.error());
    input.until = *at;
  }
  return c.send<activation>(link::verb::put, "/api/v1/activations/current/dispatch", input,
                            [&](const auto& one) { print(c, one); });
}

void add_activate(CLI::App& to, action& run) {
  auto wish = std::make_shared<opening>();
  auto* command = to.add_subcommand("activate", "Open the center (設置)");
  command->add_option("title", wish->title, "what people call it")->required();
  command->add_option("--hazard", wish->hazard, "earthquake, flood, typhoon …");
  command->add_option("--at", wish->at, "when it struck");
  command->add_option("--bulletin", wish->bulletin, "id of the bulletin that made you do it");
  command->add_flag("--drill", wish->drill, "a drill (訓練)");
  command->add_flag("--ends-drill", wish->ends_drill, "end the drill that is going on: this is real");
  command->add_flag("--despite-age", wish->despite_age,
                    "although the bulletin is old, ahead of the clock, cancelled or a drill's");
  command->callback([wish, &run] { run = [wish](context& c) { return activate(c, *wish); }; });
}

void add_dispatch(CLI::App& to, action& run) {
  struct where {
    std::vector<std::string> areas;
    std::string until;
  };
  auto* group = to.add_subcommand("dispatch", "On-site dispatch (派遣): open or stop")->require_subcommand(1);
  auto wish = std::make_shared<where>();
  auto* open = group->add_subcommand("open", "Volunteers may be sent out");
  open->add_option("--area", wish->areas, "codes of wards; none: all of the center's")->delimiter(',');
  open->add_option("--until", wish->until, "ends by itself at this time");
  open->callback(
      [wish, &run] { run = [wish](context& c) { return set_dispatch(c, true, wish->areas, wish->until); }; });
  group->add_subcommand("stop", "Nobody is sent out")->callback([&run] {
    run = [](context& c) { return set_dispatch(c, false, {}, {}); };
  });
}
} // namespace

void add_center_commands(CLI::App& to, action& run) {
  to.add_subcommand("center", "The center and its state")->callback([&run] {
    run = [](context& c) {
      return c.show<center_view>("/api/v1/center", [&](const auto& one) { print(c, one); });
    };
  });
  to.add_subcommand("overview", "Counters, what needs attention, the server's machine")->callback([&run] {
    run = [](context& c) {
      return c.show<overview>("/api/v1/overview", [&](const auto& one) { print(c, one); });
    };
  });
  add_activate(to, run);
  auto with_open_work = std::make_shared<bool>(false);
  auto* closing = to.add_subcommand("close", "Close the center (閉鎖)");
  closing->add_flag("--with-open-work", *with_open_work, "although inquiries or requests are still open");
  closing->callback(
      [with_open_work, &run] { run = [with_open_work](context& c) { return close(c, *with_open_work); }; });
  auto which = std::make_shared<std::string>();
  auto* reporting = to.add_subcommand("report", "The closing report (閉所報告)");
  reporting->add_option("activation", *which, "id; default: the one that is open or was last");
  reporting->callback([which, &run] { run = [which](context& c) { return report(c, *which); }; });
  add_dispatch(to, run);
}

} // namespace kotobashi::cli
