#include "client/cli/commands.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kotobashi::cli {

namespace {
struct news {
  std::string file;
  std::string hazard, tsunami, at, issuer;
  std::vector<std::string> areas;
  bool drill = false;
};

std::string areas_text(const context& c, const std::vector<area_intensity>& areas) {
  std::string out;
  for (const auto& each : areas) out += (out.empty() ? "" : ", ") + each.code + ' ' + c.say(each.intensity);
  return out;
}

std::string decision(const context& c, bool suggested, bool undecided) {
  return c.say(suggested ? "yes" : undecided ? "not_known" : "no");
}

void print(const context& c, const bulletin_reply& told) {
  std::vector<std::vector<std::string>> out{
      {c.say("title"), told.title},
      {c.say("kind"), c.say(told.kind)},
      {c.say("status"), c.say(told.status) + ", " + c.say(told.action)}};
  if (told.occurred_at) out.push_back({c.say("occurred_at"), local_time(*told.occurred_at)});
  if (!told.areas.empty()) out.push_back({c.say("intensity"), areas_text(c, told.areas)});
  std::string suggested = decision(c, told.activation_suggested, told.undecided);
  if (told.activation_suggested && told.mode) suggested += ", " + c.say(*told.mode);
  out.push_back({c.say("activation_suggested"), suggested});
  if (told.old) out.push_back({c.say("old"), c.say("yes")});
  if (told.ahead) out.push_back({c.say("ahead_of_the_clock"), c.say("yes")});
  for (const auto& each : told.suggestions)
    out.push_back({c.say("suggestions"), each.template_ + ' ' + json::to_string(each.parameters)});
  for (const auto& each : told.withdraws) out.push_back({c.say("withdraws"), each});
  if (told.duplicate_of) out.push_back({c.say("duplicate_of"), *told.duplicate_of});
  out.push_back({c.say("id"), told.id.value});
  std::cout << aligned({}, out);
}

int send_file(context& c, const std::string& file) {
  auto content = read_whole_file(file);
  if (!content) return c.failed(content.error());
  link::call what{.verb = link::verb::post, .path = "/api/v1/bulletins", .body = std::move(*content)};
  what.content_type = "application/xml";
  return c.show<bulletin_reply>(std::move(what), [&](const auto& told) { print(c, told); });
}

int send_dialog(context& c, const news& heard) {
  dialog_bulletin input;
  auto struck = read_word<hazard>("hazard", heard.hazard);
  if (!struck) return c.failed(struck.error());
  input.hazard = *struck;
  for (const auto& each : heard.areas) {
    auto area = read_area_intensity(each);
    if (!area) return c.failed(area.error());
    input.areas.push_back(std::move(*area));
  }
  if (!heard.tsunami.empty()) {
    auto warned = read_word<tsunami_news>("tsunami", heard.tsunami);
    if (!warned) return c.failed(warned.error());
    input.tsunami = *warned;
  }
  if (!heard.at.empty()) {
    auto at = read_time(heard.at, c.now());
    if (!at) return c.failed(at.error());
    input.occurred_at = *at;
  }
  if (heard.drill) input.drill = true;
  if (!heard.issuer.empty()) input.issuer = heard.issuer;
  return c.send<bulletin_reply>(link::verb::post, "/api/v1/bulletins", input,
                                [&](const auto& told) { print(c, told); });
}
} // namespace

void add_bulletin_commands(CLI::App& to, action& run) {
  auto heard = std::make_shared<news>();
  auto* command =
      to.add_subcommand("bulletin", "News from outside: a JMA telegram's file, or what the radio said");
  auto* file = command->add_option("file", heard->file, "telegram (XML)");
  auto* struck =
      command->add_option("--hazard", heard->hazard, "earthquake, tsunami, flood …")->excludes(file);
  command->add_option("--area", heard->areas, "14131=five_upper, 14132=unknown …")
      ->delimiter(',')
      ->needs(struck);
  command
      ->add_option(
          "--tsunami", heard->tsunami,
          "warning at the center's coasts: none, advisory, warning, major_warning; absent: not known")
      ->needs(struck);
  command->add_option("--at", heard->at, "when it struck; absent: not known")->needs(struck);
  command->add_option("--issuer", heard->issuer, "who said so: NHK, 防災行政無線 …")->needs(struck);
  command->add_flag("--drill", heard->drill, "a drill's news")->needs(struck);
  command->callback([heard, &run] {
    run = [heard](context& c) {
      if (!heard->file.empty()) return send_file(c, heard->file);
      if (!heard->hazard.empty()) return send_dialog(c, *heard);
      return c.usage("bulletin: give a file or --hazard");
    };
  });
  auto most = std::make_shared<std::size_t>(20);
  auto* listing = to.add_subcommand("bulletins", "Bulletins that came in, newest first");
  listing->add_option("--limit", *most, "how many");
  listing->callback([most, &run] {
    run = [most](context& c) {
      return c.show_list<bulletin>(
          "/api/v1/bulletins",
          [&](const std::vector<bulletin>& all) {
            std::vector<std::vector<std::string>> rows;
            for (const auto& each : all)
              rows.push_back({local_time(each.received_at), c.say(each.status), each.title,
                              decision(c, each.trigger_met, each.undecided), each.id.value});
            std::cout << aligned(
                {c.say("time"), c.say("status"), c.say("title"), c.say("activation_suggested"), c.say("id")},
                rows);
          },
          *most);
    };
  });
}

} // namespace kotobashi::cli
