#pragma once

#include "client/cli/context.hpp"

#include <functional>
#include <string>
#include <utility>

namespace CLI {
class App;
}

// One function a group of commands. Each adds its subcommands to `to`; the one that was typed sets `run`.
namespace kotobashi::cli {

using action = std::function<int(context&)>;

void add_center_commands(CLI::App& to, action& run);    // center, overview, activate, close, report, dispatch
void add_bulletin_commands(CLI::App& to, action& run);  // bulletin
void add_topic_commands(CLI::App& to, action& run);     // languages, templates, preview
void add_notice_commands(CLI::App& to, action& run);    // notice …
void add_volunteer_commands(CLI::App& to, action& run); // volunteers …
void add_request_commands(CLI::App& to, action& run);   // request …
void add_inquiry_commands(CLI::App& to, action& run);   // inquiry …
void add_record_commands(CLI::App& to, action& run);    // log, account, audit, events

void add_translation_commands(CLI::App& to, action& run); // translation …
void add_wording_commands(CLI::App& to, action& run);     // wording …

// The program, for main() and for tests.
int run_program(int count, const char* const* arguments);

} // namespace kotobashi::cli
