#include "client/cli/context.hpp"

#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"
#include "client/link/keys.hpp"
#include "client/link/known_servers.hpp"

#include <chrono>
#include <fstream>
#include <stdexcept>

namespace kotobashi::cli {

namespace {
// The line that a secret stands in, without its end.
std::string first_line(const std::string& text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

bool confirm_on_terminal(const link::pin& shown, const link::address& server,
                         const link::known_servers& known) {
  if (!is_terminal()) {
    std::cerr << "kotobashictl: " << server.authority() << " is not known yet; give --pin or --ca-file.\n"
              << "Its key is " << link::to_string(shown) << '\n';
    return false;
  }
  std::cerr << "First connection to " << server.authority()
            << ".\nCompare with the server's screen or sheet:\n  " << link::to_string(shown) << "\n  "
            << link::for_people(shown) << '\n';
  auto answer = ask_person("Is it the same? (yes/no) ");
  if (!answer || *answer != "yes") return false;
  link::known_servers file = known;
  if (!file.remember(server, shown)) std::cerr << "It could not be saved, so you will be asked again.\n";
  return true;
}
} // namespace

context::context(options from) : given_(std::move(from)), tongue_(tongue_of(given_.lang)) {}

context::~context() {
  if (!link_ || !me_) return;
  // A command's session ends with it, where the server is there to be told.
  link::call farewell{.verb = link::verb::del, .path = "/api/v1/sessions/current"};
  farewell.give_up_after = std::chrono::milliseconds(200);
  (void)link::ask(*link_, std::move(farewell));
}

link::outcome<link::answer> context::ask(link::call what) {
  auto& over = link();
  if (!link::changes(what.verb)) return link::ask(over, std::move(what));
  ++changes_;
  std::string key = given_.idempotency_key;
  if (key.empty())
    key = link::new_idempotency_key();
  else if (changes_ > 1)
    key += '-' + std::to_string(changes_);
  what.idempotency_key = key;
  auto got = link::ask(over, std::move(what));
  if (!got && !got.error().refused)
    unanswered_ = given_.idempotency_key.empty() ? key : given_.idempotency_key;
  return got;
}

instant context::now() const {
  return instant::from(std::chrono::system_clock::now());
}

link::connection& context::link() {
  if (!link_) connect();
  return *link_;
}

const account_view& context::me() {
  link();
  return *me_;
}

link::trust context::trust_for(const link::address& server) const {
  link::trust out;
  out.ca_file = given_.ca_file;
  if (!given_.pin.empty()) {
    out.pinned = link::parse_pin(given_.pin);
    if (!out.pinned) throw ended{usage("--pin: expected sha256/BASE64 or 64 hex digits")};
  }
  if (out.pinned || !out.ca_file.empty() || !server.secure) return out;
  const link::known_servers known(link::known_servers::default_file());
  out.pinned = known.find(server);
  if (!out.pinned)
    out.confirm = [server, known](const link::pin& shown, const std::function<void(bool)>& answer) {
      answer(confirm_on_terminal(shown, server, known));
    };
  return out;
}

sign_in context::who() const {
  sign_in with;
  if (!given_.link_token_file.empty()) {
    auto token = read_whole_file(given_.link_token_file);
    if (!token) throw ended{usage(token.error().detail)};
    const std::string line = first_line(*token);
    with.link_token = line.substr(line.find('#') + 1); // the whole link is good too
    return with;
  }
  if (given_.account.empty()) throw ended{usage("give --account (or KOTOBASHI_ACCOUNT)")};
  with.account = given_.account;
  if (!given_.password_file.empty()) {
    auto password = read_whole_file(given_.password_file);
    if (!password) throw ended{usage(password.error().detail)};
    with.password = first_line(*password);
  } else if (is_terminal()) {
    with.password = ask_person(given_.account + "'s password: ", true);
  }
  if (!with.password) throw ended{usage("give --password-file (or KOTOBASHI_PASSWORD_FILE)")};
  return with;
}

void context::connect() {
  auto server = link::parse_address(given_.server);
  if (!server) throw ended{usage("--server: " + server.error().errors[0].detail)};
  sign_in with = who();
  link::settings how;
  how.server = *server;
  how.trusted = trust_for(*server);
  how.language = tongue_ == tongue::ja ? "ja" : "en";
  how.give_up_after = std::chrono::milliseconds(static_cast<std::int64_t>(given_.wait_seconds * 1000));
  try {
    link_ = std::make_unique<link::connection>(how);
  } catch (const std::runtime_error& wrong) {
    throw ended{usage(wrong.what())};
  }
  auto session = link::sign_in_and_wait(*link_, std::move(with));
  if (!session) throw ended{failed(session.error())};
  me_ = session->account;
  if (given_.as_json) return;
  if (auto center = link::ask_for<center_view>(*link_, "/api/v1/center")) use_time_zone(center->time_zone);
}

int context::failed(const link::failure& why) const {
  if (why.refused) return failed(*why.refused);
  std::cerr << "kotobashictl: " << given_.server << ": " << why.said << '\n';
  if (!unanswered_.empty())
    std::cerr << "kotobashictl: it may have been done; the same command with --idempotency-key "
              << unanswered_ << " does it once\n";
  return unreachable;
}

int context::failed(const refusal& why) const {
  std::cerr << "kotobashictl: " << json::name_of(why.code);
  if (tongue_ == tongue::ja) std::cerr << "（" << say(why.code) << "）";
  if (!why.detail.empty()) std::cerr << ": " << printable(why.detail);
  std::cerr << '\n';
  for (const auto& each : why.errors)
    std::cerr << "  " << printable(each.field) << ": " << each.code << ": " << printable(each.detail) << '\n';
  return refused;
}

int context::usage(const std::string& what) const {
  std::cerr << "kotobashictl: " << what << '\n';
  return wrong_usage;
}

link::outcome<boost::json::array> context::all_items(const std::string& path, std::size_t most) {
  boost::json::array all;
  std::string next;
  do {
    auto got =
        link::ask(link(), link::call{.path = next.empty() ? path : link::with_query(path, "after", next)});
    if (!got) return got.error();
    auto page = link::read_answer<link::page<boost::json::value>>(*got);
    if (!page) return page.error();
    for (auto& each : page->items) {
      if (most > 0 && all.size() == most) return all;
      all.push_back(std::move(each));
    }
    next = page->next;
  } while (!next.empty());
  return all;
}

int context::write_out(const std::string& body, const std::string& file) const {
  if (file.empty()) {
    std::cout << body;
    return fine;
  }
  std::ofstream out(file, std::ios::binary);
  out << body;
  out.close();
  return out ? fine : usage("cannot write " + file);
}

int context::print_json(std::string_view body) const {
  std::cout << body << '\n';
  return fine;
}

int context::print_json(const boost::json::value& value) const {
  return print_json(json::to_string(value));
}

} // namespace kotobashi::cli
