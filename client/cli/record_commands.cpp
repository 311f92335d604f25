#include "client/cli/commands.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace kotobashi::cli {

namespace {
struct log_line {
  std::string content, from, to, medium, action, owner, at;
};

int add_log(context& c, const log_line& typed) {
  new_log_entry input;
  auto content = read_text(typed.content);
  if (!content) return c.failed(content.error());
  input.content = std::move(*content);
  if (!typed.from.empty()) input.from = typed.from;
  if (!typed.to.empty()) input.to = typed.to;
  if (!typed.medium.empty()) input.medium = typed.medium;
  if (!typed.action.empty()) input.action = typed.action;
  if (!typed.owner.empty()) input.owner = typed.owner;
  if (!typed.at.empty()) {
    auto at = read_time(typed.at, c.now());
    if (!at) return c.failed(at.error());
    input.at = *at;
  }
  return c.send<log_entry>(link::verb::post, "/api/v1/log", input, [](const log_entry& made) {
    std::cout << made.number << "  " << local_time(made.at) << "  " << printable(made.content.value) << '\n';
  });
}

int list_log(context& c) {
  return c.show_list<log_entry>("/api/v1/log?limit=500", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({std::to_string(each.number), local_time(each.at), each.from.value, each.to.value,
                      each.medium.value, each.content.value, each.action.value});
    std::cout << aligned({c.say("number"), c.say("time"), c.say("from"), c.say("to"), c.say("medium"),
                          c.say("content"), c.say("action")},
                         rows);
  });
}

std::string roles_of(const context& c, const account_view& one) {
  std::string out;
  for (role each : one.roles) out += (out.empty() ? "" : ", ") + c.say(each);
  return out;
}

int list_accounts(context& c) {
  return c.show_list<account_view>("/api/v1/accounts", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({each.name, roles_of(c, each), each.disabled ? c.say("disabled") : "", each.id.value});
    std::cout << aligned({c.say("name"), c.say("roles"), "", c.say("id")}, rows);
  });
}

result<std::string> new_password(const std::string& name, const std::string& file) {
  if (file.empty()) {
    auto typed = is_terminal() ? ask_person("Password for " + name + ": ", true) : std::nullopt;
    if (!typed) return refuse_field("password", "required", "give --new-password-file");
    return *typed;
  }
  auto content = read_whole_file(file);
  if (!content) return content.error();
  return content->substr(0, content->find_first_of("\r\n"));
}

int change_account(context& c, const std::string& name, account_change input) {
  auto accounts = link::ask_for<link::page<account_view>>(c.link(), "/api/v1/accounts?limit=500");
  if (!accounts) return c.failed(accounts.error());
  auto one = std::ranges::find(accounts->items, name, &account_view::name);
  if (one == accounts->items.end())
    return c.failed(refuse(refusal_code::not_found, "there is no such account"));
  return c.send<account_view>(link::verb::patch, "/api/v1/accounts/" + one->id.value, input,
                              [&](const account_view& changed) {
                                std::cout << changed.name << "  " << roles_of(c, changed) << "  "
                                          << (changed.disabled ? c.say("disabled") : "") << '\n';
                              });
}

int add_account(context& c, const std::string& name, const std::vector<std::string>& roles,
                const std::string& file) {
  new_account input;
  input.name = name;
  for (const auto& each : roles) {
    auto one = read_word<role>("roles", each);
    if (!one) return c.failed(one.error());
    input.roles.push_back(*one);
  }
  auto password = new_password(name, file);
  if (!password) return c.failed(password.error());
  input.password = *password;
  return c.send<account_view>(link::verb::post, "/api/v1/accounts", input, [&](const account_view& made) {
    std::cout << made.name << "  " << roles_of(c, made) << '\n';
  });
}

int list_audit(context& c, std::size_t most) {
  return c.show_list<audit_line>(
      "/api/v1/audit",
      [&](const auto& all) {
        std::vector<std::vector<std::string>> rows;
        for (const auto& each : all)
          rows.push_back({std::to_string(each.seq), local_time(each.at), each.what, each.entity, each.of,
                          each.who.value});
        std::cout << aligned(
            {c.say("number"), c.say("time"), c.say("what"), c.say("record"), c.say("id"), c.say("who")},
            rows);
      },
      most);
}

void print_event(const context& c, const link::event_message& what) {
  if (c.given().as_json)
    std::cout << json::to_string(boost::json::object{{"cursor", what.cursor},
                                                     {"kind", what.kind},
                                                     {"entity", what.entity},
                                                     {"id", what.id},
                                                     {"at", to_rfc3339(what.at)},
                                                     {"body", what.body}});
  else
    std::cout << local_time(what.at) << "  " << what.kind << "  " << what.id;
  std::cout << std::endl; // whoever reads a pipe wants each event when it comes
}

// What the connection's thread tells the waiting one. Shared, since a last call may come while the wait ends.
struct watch {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t seen = 0;
  bool over = false;
};

// Follows until `most` events have come (0: for ever) or the session ends.
int follow(context& c, std::string after, std::size_t most) {
  if (after.empty()) {
    auto center = link::ask_for<center_view>(c.link(), "/api/v1/center");
    if (!center) return c.failed(center.error());
    after = center->cursor;
  }
  auto state = std::make_shared<watch>();
  auto on_event = c.link().event_arrived.observe([&c, state, most](const link::event_message& what) {
    std::lock_guard lock(state->mutex);
    if (most > 0 && state->seen == most) return;
    print_event(c, what);
    ++state->seen;
    state->changed.notify_all();
  });
  auto on_status = c.link().status_changed.observe([state](const link::status& now) {
    std::lock_guard lock(state->mutex);
    state->over = now.session == link::session_state::signed_out;
    if (now.reach == link::reach::away) std::cerr << "kotobashictl: away: " << now.why.message() << std::endl;
    if (now.following) std::cerr << "kotobashictl: live" << std::endl;
    state->changed.notify_all();
  });
  c.link().follow(after);
  std::unique_lock lock(state->mutex);
  state->changed.wait(lock, [&] { return state->over || (most > 0 && state->seen == most); });
  const bool over = state->over;
  lock.unlock();
  c.link().unfollow();
  return over ? c.failed(link::failure(link::link_error::sign_in_needed)) : static_cast<int>(fine);
}

void add_log_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("log", "The chronology (クロノロジー)")->require_subcommand(1);
  auto line = std::make_shared<log_line>();
  auto* adding = group->add_subcommand("add", "Add a line");
  adding->add_option("content", line->content, "what happened; - or @FILE reads it")->required();
  adding->add_option("--from", line->from, "who told");
  adding->add_option("--to", line->to, "whom");
  adding->add_option("--medium", line->medium, "phone, fax …");
  adding->add_option("--action", line->action, "what is done about it");
  adding->add_option("--owner", line->owner, "by whom");
  adding->add_option("--at", line->at, "when; default: now");
  adding->callback([line, &run] { run = [line](context& c) { return add_log(c, *line); }; });
  group->add_subcommand("list", "All lines")->callback([&run] { run = list_log; });
}

void add_account_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("account", "Accounts")->require_subcommand(1);
  struct words {
    std::string name, file;
    std::vector<std::string> roles;
  };
  auto typed = std::make_shared<words>();
  auto* adding = group->add_subcommand("add", "Make an account");
  adding->add_option("name", typed->name, "what is typed to sign in")->required();
  adding->add_option("--role", typed->roles, "lead, coordinator, editor, desk, observer")
      ->delimiter(',')
      ->required();
  adding->add_option("--new-password-file", typed->file, "its password; else it is asked for");
  adding->callback([typed, &run] {
    run = [typed](context& c) { return add_account(c, typed->name, typed->roles, typed->file); };
  });
  auto with_name = [&](const char* command, const char* help) {
    auto* made = group->add_subcommand(command, help);
    made->add_option("name", typed->name, "as it signs in")->required();
    return made;
  };
  auto* password = with_name("password", "Give an account another password");
  password->add_option("--new-password-file", typed->file, "the password; else it is asked for");
  password->callback([typed, &run] {
    run = [typed](context& c) {
      auto chosen = new_password(typed->name, typed->file);
      if (!chosen) return c.failed(chosen.error());
      return change_account(c, typed->name, {.password = *chosen, .roles = {}, .disabled = {}});
    };
  });
  for (bool off : {true, false})
    with_name(off ? "disable" : "enable", off ? "Let nobody sign in with it" : "Let it sign in again")
        ->callback([typed, off, &run] {
          run = [typed, off](context& c) {
            return change_account(c, typed->name, {.password = {}, .roles = {}, .disabled = off});
          };
        });
  group->add_subcommand("list", "All accounts")->callback([&run] { run = list_accounts; });
}
} // namespace

void add_record_commands(CLI::App& to, action& run) {
  add_log_commands(to, run);
  add_account_commands(to, run);
  auto most = std::make_shared<std::size_t>(50);
  auto* auditing = to.add_subcommand("audit", "Who changed what, newest first");
  auditing->add_option("--limit", *most, "how many; 0: all")->capture_default_str();
  auditing->callback([most, &run] { run = [most](context& c) { return list_audit(c, *most); }; });

  auto after = std::make_shared<std::string>();
  auto count = std::make_shared<std::size_t>(0);
  auto* following = to.add_subcommand("events", "Follow what happens");
  following->add_option("--after", *after, "cursor to go on from");
  following->add_option("--count", *count, "stop after so many");
  following->callback(
      [after, count, &run] { run = [after, count](context& c) { return follow(c, *after, *count); }; });
}

} // namespace kotobashi::cli
