#include "client/cli/commands.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdlib>

namespace kotobashi::cli {

namespace {
void add_options(CLI::App& to, options& into) {
  to.add_option("--server", into.server, "https://host:port, or http on this computer")
      ->envname("KOTOBASHI_SERVER")
      ->capture_default_str();
  to.add_option("--account", into.account, "who you are")->envname("KOTOBASHI_ACCOUNT");
  to.add_option("--password-file", into.password_file, "file whose first line is the password")
      ->envname("KOTOBASHI_PASSWORD_FILE");
  to.add_option("--link-token-file", into.link_token_file,
                "a volunteer's personal link, instead of account and password");
  to.add_flag("--json", into.as_json, "print the server's JSON");
  to.add_option("--pin", into.pin, "the server's key: sha256/BASE64 or 64 hex digits")
      ->envname("KOTOBASHI_PIN");
  to.add_option("--ca-file", into.ca_file, "the center's CA (PEM)")->envname("KOTOBASHI_CA_FILE");
  to.add_option("--lang", into.lang, "ja or en; default: LANG")->take_last();
  to.add_option("--idempotency-key", into.idempotency_key,
                "for running a command again that had no answer: it is done once");
  to.add_option("--wait", into.wait_seconds, "seconds to wait for a server that is away")
      ->capture_default_str();
}

std::string language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return value;
  return "en";
}
} // namespace

int run_program(int count, const char* const* arguments) {
  CLI::App app("Runs a disaster multilingual support center from the command line.", "kotobashictl");
  app.require_subcommand(1);
  app.fallthrough(); // --json may stand behind the command too
  options given;
  add_options(app, given);
  action run;
  add_center_commands(app, run);
  add_bulletin_commands(app, run);
  add_topic_commands(app, run);
  add_notice_commands(app, run);
  add_volunteer_commands(app, run);
  add_request_commands(app, run);
  add_inquiry_commands(app, run);
  add_translation_commands(app, run);
  add_wording_commands(app, run);
  add_record_commands(app, run);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? static_cast<int>(fine) : static_cast<int>(wrong_usage);
  }
  if (given.lang.empty()) given.lang = language_of_environment();
  context with(given);
  try {
    return run(with);
  } catch (const ended& early) {
    return early.code;
  }
}

} // namespace kotobashi::cli
