#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"
#include "server/model/wording.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace kotobashi::cli {

namespace {
const std::string all_of_them = "/api/v1/wording-reviews";

struct details {
  std::string language, text, file;
  std::string state = "open";
  std::vector<std::string> which;
  bool right = false;
};

std::string filter(const details& typed) {
  std::string out = "?limit=500";
  if (!typed.language.empty()) out += "&language=" + typed.language;
  if (!typed.text.empty()) out += "&key=" + typed.text;
  if (typed.state != "all") out += "&state=" + typed.state;
  return out;
}

std::string what(const context& c, const wording_review_view& one) {
  return one.said ? one.said->value : c.say("right");
}

int list(context& c, const details& typed) {
  return c.show_list<wording_review_view>(all_of_them + filter(typed), [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({short_id(each.id.value), each.language.value, c.say(each.state), each.by.value_or(""),
                      each.key, each.was.value, what(c, each)});
    std::cout << aligned({c.say("id"), c.say("language"), c.say("state"), c.say("by"), c.say("text"),
                          c.say("was"), c.say("proposed")},
                         rows);
  });
}

// One after the other, so that what was decided stays decided where another is refused.
int decide(context& c, const std::vector<wording_review_view>& all, const std::string& how) {
  for (const auto& each : all) {
    auto made = c.ask(link::call{
        .verb = link::verb::post, .path = all_of_them + '/' + each.id.value + '/' + how, .body = "{}"});
    if (!made) {
      std::cerr << each.language.value << ' ' << each.key << ": ";
      return c.failed(made.error());
    }
    if (!c.given().as_json)
      std::cout << each.language.value << ' ' << each.key << ": " << what(c, each) << '\n';
  }
  if (c.given().as_json) return c.print_json(boost::json::object{{"decided", all.size()}});
  return fine;
}

int decide_named(context& c, const details& typed, const std::string& how) {
  std::vector<wording_review_view> all;
  for (const auto& each : typed.which) {
    auto one = find_wording_review(c, each);
    if (!one) return c.failed(one.error());
    all.push_back(std::move(*one));
  }
  return decide(c, all, how);
}

int accept(context& c, const details& typed) {
  if (!typed.right && typed.which.empty()) return c.usage("name a review, or use --right with --language");
  if (!typed.right) return decide_named(c, typed, "accept");
  details open = typed;
  open.state = "open";
  auto items = c.all_items(all_of_them + filter(open));
  if (!items) return c.failed(items.error());
  std::vector<wording_review_view> all;
  for (auto& each : *items) {
    auto one = link::read_record<wording_review_view>(std::move(each));
    if (!one) return c.failed(link::detail::unreadable(one.error()));
    bool twice = std::ranges::any_of(
        all, [&](const auto& other) { return other.language == one->language && other.key == one->key; });
    if (!one->said && !twice) all.push_back(std::move(*one));
  }
  return decide(c, all, "accept");
}

int write_sheet(context& c, const details& typed) {
  auto got =
      link::ask(c.link(), link::call{.path = "/api/v1/wordings/accepted.csv?language=" + typed.language});
  if (!got) return c.failed(got.error());
  return c.write_out(got->body, typed.file);
}
} // namespace

void add_wording_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("wording", "Prepared texts that volunteers checked (文の確認)")
                    ->require_subcommand(1);
  auto typed = std::make_shared<details>();
  auto add = [&](const char* name, const char* help, std::function<int(context&, const details&)> does) {
    auto* command = group->add_subcommand(name, help);
    command->callback([typed, does, &run] { run = [typed, does](context& c) { return does(c, *typed); }; });
    return command;
  };
  auto language = [&](CLI::App* of) { return of->add_option("--language", typed->language, "vi, ne …"); };
  auto reviews = [&](CLI::App* of) {
    return of->add_option("review", typed->which, "ids, or their last six or more characters");
  };

  auto* listing = add("list", "What they said, newest first", list);
  language(listing);
  listing->add_option("--text", typed->text, "the history of one text, by its key");
  listing->add_option("--state", typed->state, "open (default), accepted, declined, overtaken, all");
  auto* accepting = add("accept", "Take it over: notices made from now on say it", accept);
  auto* named = reviews(accepting);
  accepting->add_flag("--right", typed->right, "all texts of the language that were found right")
      ->needs(language(accepting))
      ->excludes(named);
  reviews(add("decline", "Leave the text as it is", [](context& c, const details& d) {
    return decide_named(c, d, "decline");
  }))->required();
  auto* exporting = add("export", "What was accepted, as a sheet for kotobashi-langpack import", write_sheet);
  language(exporting)->required();
  exporting->add_option("-o,--output", typed->file, "file; default: standard output");
}

} // namespace kotobashi::cli
