#include "server/model/json.hpp"
#include "server/text/langpack/lint.hpp"
#include "server/text/langpack/program/sheets.hpp"
#include "server/text/langpack/status.hpp"
#include "server/text/render.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// kotobashi-langpack works on the files of templates/ and langpacks/ without a server. Exit codes: 0; 1 with
// findings or refusals, with a text that is missing or with parameters that are not right; 2 where the files
// cannot be read; CLI11's for a wrong command line.
namespace {
using namespace kotobashi;

struct options {
  std::string topic, parameters, center_name, center_phone = "000-0000-0000";
  std::vector<std::string> languages;
  langpack::lint_options lint;
  langpack::sheet_options sheet;
  bool hints = false;
};

void print(const json::js::value& value) {
  fmt::print("{}\n", json::to_string(value));
}

int run_lint(const words::library& all, options& with) {
  with.lint.languages = with.languages;
  if (!with.hints) with.lint.without.emplace_back("plain_morae_hint");
  auto found = langpack::lint(all, with.lint);
  if (with.sheet.json) {
    print(json::write(found));
  } else {
    for (const auto& each : found) fmt::print("{}\n", langpack::to_string(each));
    fmt::print(stderr, "{} findings\n", found.size());
  }
  return found.empty() ? 0 : 1;
}

int run_status(const words::library& all, const options& with) {
  auto found = langpack::status(all);
  if (with.sheet.json) return print(json::write(found)), 0;
  const std::string states =
      fmt::format("{:>7} {:>7} {:>7} {:>8}", "missing", "drafted", "checked", "outdated");
  auto counts = [](const langpack::tally& of) {
    return fmt::format("{:>7} {:>7} {:>7} {:>8}", of.missing, of.drafted, of.checked, of.outdated);
  };
  fmt::print("{:<10} {:>7}   {:<34}   {:<34}   {}\n", "", "topics", "phrases", "terms", "pages");
  fmt::print("{:<10} {:>7}   {:<34}   {:<34}   {}\n", "language", "ready", states, states, states);
  for (const auto& each : found)
    fmt::print("{:<10} {:>3}/{:<3}   {:<34}   {:<34}   {}\n", each.language, each.topics_ready, each.topics,
               counts(each.phrases), counts(each.terms), counts(each.pages));
  return 0;
}

words::render_context context_of(const options& with) {
  words::render_context out;
  out.now = instant::from(std::chrono::system_clock::now());
  domain::names names{{"ja", "災害多言語支援センター"}, {"en", "Disaster Multilingual Support Center"}};
  if (!with.center_name.empty()) names = {{"ja", with.center_name}};
  out.contact = domain::center_contact{std::move(names), with.center_phone, {}, {}, {}};
  return out;
}

int refuse(const refusal& why) {
  fmt::print(stderr, "{}\n", why.detail);
  for (const auto& each : why.errors) fmt::print(stderr, "{}: {} ({})\n", each.field, each.detail, each.code);
  return 1;
}

result<json::js::value> parameters_of(const words::topic& topic, const options& with) {
  if (with.parameters.empty()) return json::js::value(langpack::example_of(topic));
  std::ifstream in(with.parameters, std::ios::binary);
  if (!in) return kotobashi::refuse(refusal_code::not_found, with.parameters + " cannot be read");
  return json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

void show(const words::rendered& text) {
  fmt::print("== {} ({})\n", text.language, json::name_of(text.status));
  for (const auto& each : text.problems) fmt::print("!! {} {} {}\n", each.code, each.key, each.detail);
  if (text.status == text_status::missing) return;
  fmt::print("{}\n{}\n", words::to_plain(text.title, text.direction),
             words::to_plain(text.body, text.direction));
}

int run_render(const words::library& all, const options& with) {
  const auto* topic = all.find_topic(with.topic);
  if (!topic) return refuse(kotobashi::refuse(refusal_code::not_found, "there is no topic " + with.topic));
  auto given = parameters_of(*topic, with);
  if (!given) return refuse(given.error());
  auto values = words::check_parameters(all, *topic, *given);
  if (!values) return refuse(values.error());
  auto texts = words::render(all, *topic, *values, with.languages, context_of(with));
  if (!texts) return refuse(texts.error());
  bool missing = false;
  for (const auto& each : *texts) {
    missing = missing || each.status == text_status::missing;
    if (!with.sheet.json) show(each);
  }
  if (with.sheet.json) print(json::write(*texts));
  return missing ? 1 : 0;
}

struct commands {
  CLI::App *lint, *status, *render, *export_, *import, *accept, *outdate;
};

CLI::App* add_common(CLI::App& app, options& with, const char* name, const char* what) {
  auto* command = app.add_subcommand(name, what);
  command->add_option("--templates", with.sheet.templates, "directory of the topics")->capture_default_str();
  command->add_option("--langpacks", with.sheet.langpacks, "directory of the packs")->capture_default_str();
  if (std::string_view(name) != "export") command->add_flag("--json", with.sheet.json, "write JSON");
  return command;
}

void add_looking(CLI::App& app, options& with, commands& to) {
  to.lint = add_common(app, with, "lint", "what a program can find wrong; exit code 1 with findings");
  to.lint->add_option("--language", with.languages, "only this language; may be repeated");
  to.lint->add_option("--without", with.lint.without, "leave a rule out; may be repeated")
      ->check(CLI::IsMember(langpack::lint_rules()));
  to.lint->add_flag("--hints", with.hints, "sentences over 24 morae too");
  to.status = add_common(app, with, "status", "how far each language is");
  to.render = add_common(app, with, "render", "a topic in every language");
  to.render->add_option("topic", with.topic, "the topic's id")->required();
  to.render->add_option("--parameters", with.parameters, "JSON file; without it the topic's examples");
  to.render->add_option("--language", with.languages, "only this language; may be repeated");
  to.render->add_option("--center-name", with.center_name, "what the contact \"center\" shows");
  to.render->add_option("--center-phone", with.center_phone, "and its number")->capture_default_str();
}

void add_sheets(CLI::App& app, options& with, commands& to) {
  auto& sheet = with.sheet;
  to.export_ = add_common(app, with, "export", "one language's texts, to be checked elsewhere");
  to.export_->add_option("--format", sheet.format, "xliff, csv or html (to print)")
      ->required()
      ->check(CLI::IsMember({"xliff", "csv", "html"}));
  to.export_->add_option("--language", sheet.language, "the language's tag")->required();
  to.export_->add_option("--output", sheet.output, "file; without it standard output");
  to.export_->add_option("--only", sheet.only, "only texts in this state; may be repeated")
      ->check(CLI::IsMember({"missing", "drafted", "outdated", "checked"}));
  to.import = add_common(app, with, "import", "takes an XLIFF or CSV sheet back; exit code 1 with refusals");
  to.import->add_option("file", sheet.file, "the sheet")->required();
  to.import->add_option("--language", sheet.language, "the language's tag")->required();
  to.import->add_option("--by", sheet.by, "who checked it")->required();
  to.import->add_flag("--dry-run", sheet.dry_run, "change no file");
  to.import->add_flag("--partial", sheet.partial, "take what is right, though something else is refused");
  to.accept = add_common(app, with, "accept", "a Japanese text was edited and means the same");
  to.accept->add_flag("--all-languages", sheet.all_languages, "translations that were outdated before too");
  to.outdate = add_common(app, with, "outdate", "a Japanese text was edited and means something else");
  for (auto* each : {to.accept, to.outdate})
    each->add_option("key", sheet.keys, "keys of the texts")->required();
}

int run(int argc, char** argv) {
  options with;
  commands given{};
  CLI::App app("Works on the texts of Kotobashi: templates/ and langpacks/.");
  app.require_subcommand(1);
  add_looking(app, with, given);
  add_sheets(app, with, given);
  CLI11_PARSE(app, argc, argv);
  if (given.import->parsed()) return langpack::run_import(with.sheet);
  if (given.accept->parsed()) return langpack::run_accept(with.sheet, langpack::edit_kind::same_meaning);
  if (given.outdate->parsed()) return langpack::run_accept(with.sheet, langpack::edit_kind::another_meaning);
  words::library all(with.sheet.templates, with.sheet.langpacks);
  if (given.lint->parsed()) return run_lint(all, with);
  for (const auto& each : all.problems()) fmt::print(stderr, "{}\n", words::to_string(each));
  if (given.export_->parsed()) return langpack::run_export(all, with.sheet);
  return given.status->parsed() ? run_status(all, with) : run_render(all, with);
}
} // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
}
