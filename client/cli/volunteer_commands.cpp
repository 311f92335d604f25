#include "client/cli/commands.hpp"
#include "client/cli/find.hpp"
#include "client/cli/terminal.hpp"
#include "client/cli/values.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/parse.hpp>

namespace kotobashi::cli {

namespace {
std::string skills(const context& c, const std::vector<language_skill>& all) {
  std::string out;
  for (const auto& each : all) {
    out += (out.empty() ? "" : ", ") + each.language.value;
    if (each.level != level::unknown) out += ' ' + c.say(each.level);
  }
  return out;
}

template <class E>
std::string words_of(const context& c, const std::vector<E>& all) {
  std::string out;
  for (E each : all) out += (out.empty() ? "" : ", ") + c.say(each);
  return out;
}

void print(const context& c, const volunteer& one) {
  std::cout << aligned({}, {{c.say("number"), one.number.value},
                            {c.say("name"), one.name.reveal().value},
                            {c.say("kana"), one.kana.reveal().value},
                            {c.say("state"), c.say(one.state)},
                            {c.say("presence"), c.say(one.presence)},
                            {c.say("phone"), one.phone.reveal().value},
                            {c.say("email"), one.email.reveal().value},
                            {c.say("area"), one.area.value},
                            {c.say("spoken"), skills(c, one.spoken)},
                            {c.say("written"), skills(c, one.written)},
                            {c.say("does"), words_of(c, one.does)},
                            {c.say("specialty"), words_of(c, one.specialties)},
                            {c.say("hours"), one.hours.value},
                            {c.say("id"), one.id.value}});
}

int list(context& c) {
  return c.show_list<volunteer>("/api/v1/volunteers?limit=500", [&](const auto& all) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : all)
      rows.push_back({each.number.value, each.name.reveal().value, c.say(each.state), c.say(each.presence),
                      skills(c, each.spoken), words_of(c, each.specialties)});
    std::cout << aligned({c.say("number"), c.say("name"), c.say("state"), c.say("presence"), c.say("spoken"),
                          c.say("specialty")},
                         rows);
  });
}

void print_rows(const context& c, std::string_view title, const std::vector<rejected_row>& all) {
  if (all.empty()) return;
  std::cout << '\n' << c.say(title) << '\n';
  std::vector<std::vector<std::string>> rows;
  for (const auto& each : all)
    rows.push_back({std::to_string(each.line), each.field, each.code, each.detail});
  std::cout << aligned({c.say("line"), c.say("field"), "", ""}, rows);
}

// Rows that were refused and nothing taken: that is a refusal as a whole.
int import_file(context& c, const std::string& file, bool dry_run) {
  auto content = read_whole_file(file);
  if (!content) return c.failed(content.error());
  link::call what{.verb = link::verb::post, .path = "/api/v1/volunteers/import", .body = std::move(*content)};
  if (dry_run) what.path += "?dry_run=1";
  what.content_type = "text/csv";
  bool nothing = false;
  const int shown = c.show<import_outcome>(std::move(what), [&](const import_outcome& got) {
    nothing = got.accepted == 0 && !got.rejected.empty();
    std::cout << aligned({}, {{c.say("accepted"), std::to_string(got.accepted)},
                              {c.say("rejected"), std::to_string(got.rejected.size())},
                              {c.say("warnings"), std::to_string(got.warnings.size())},
                              {c.say("blank"), std::to_string(got.blank)},
                              {c.say("charset"), got.charset}});
    print_rows(c, "rejected", got.rejected);
    print_rows(c, "warnings", got.warnings);
  });
  return nothing ? static_cast<int>(refused) : shown;
}

int write_export(context& c, const std::string& file) {
  auto got = link::ask(c.link(), link::call{.path = "/api/v1/volunteers/export.csv"});
  if (!got) return c.failed(got.error());
  return c.write_out(got->body, file);
}

int make_link(context& c, const std::string& called) {
  auto person = find_volunteer(c, called);
  if (!person) return c.failed(person.error());
  const std::string path = "/api/v1/volunteers/" + person->id.value + "/link";
  return c.show<link_created>(link::call{.verb = link::verb::post, .path = path, .body = "{}"},
                              [&](const link_created& made) {
                                std::cout << qr_code(made.url) << made.url << '\n'
                                          << c.say("until") << ' ' << local_time(made.expires_at) << '\n';
                              });
}

int revoke(context& c, const std::string& called) {
  auto person = find_volunteer(c, called);
  if (!person) return c.failed(person.error());
  auto got =
      c.ask(link::call{.verb = link::verb::del, .path = "/api/v1/volunteers/" + person->id.value + "/link"});
  return got ? static_cast<int>(fine) : c.failed(got.error());
}

result<boost::json::value> read_fields(const std::string& argument) {
  auto text = read_text(argument);
  if (!text) return text.error();
  boost::system::error_code wrong;
  auto fields = boost::json::parse(*text, wrong);
  if (wrong || !fields.is_object())
    return refuse(refusal_code::malformed,
                  "the fields are a JSON object, for example {\"number\": \"V054\", \"name\": \"…\"}");
  return fields;
}

int add(context& c, const std::string& fields) {
  auto input = read_fields(fields);
  if (!input) return c.failed(input.error());
  return c.send<volunteer>(link::verb::post, "/api/v1/volunteers", *input,
                           [&](const auto& one) { print(c, one); });
}

int change(context& c, const std::string& called, const std::string& fields) {
  auto input = read_fields(fields);
  if (!input) return c.failed(input.error());
  auto person = find_volunteer(c, called);
  if (!person) return c.failed(person.error());
  return c.send<volunteer>(
      link::verb::patch, "/api/v1/volunteers/" + person->id.value, *input,
      [&](const auto& one) { print(c, one); }, std::to_string(person->revision));
}

int show(context& c, const std::string& called) {
  auto person = find_volunteer(c, called);
  if (!person) return c.failed(person.error());
  return c.show<volunteer>("/api/v1/volunteers/" + person->id.value, [&](const auto& one) { print(c, one); });
}
} // namespace

void add_volunteer_commands(CLI::App& to, action& run) {
  auto* group = to.add_subcommand("volunteers", "The roster (名簿)")->require_subcommand(1);
  struct typed_words {
    std::string who, file, fields;
    bool dry_run = false;
  };
  auto typed = std::make_shared<typed_words>();
  group->add_subcommand("list", "Everyone")->callback([&run] { run = list; });

  auto with_person = [&](const char* name, const char* help, int (*does)(context&, const std::string&)) {
    auto* command = group->add_subcommand(name, help);
    command->add_option("volunteer", typed->who, "register's number, name or id")->required();
    command->callback(
        [typed, does, &run] { run = [typed, does](context& c) { return does(c, typed->who); }; });
  };
  with_person("show", "One person", show);
  with_person("link", "Make a personal link, with its QR code", make_link);
  with_person("revoke", "Revoke the person's links", revoke);

  const char* fields_help = "JSON object; - reads it from standard input, @FILE from a file";
  auto* adding = group->add_subcommand("add", "Add one person");
  adding->add_option("fields", typed->fields, fields_help)->required();
  adding->callback([typed, &run] { run = [typed](context& c) { return add(c, typed->fields); }; });
  auto* changing = group->add_subcommand("change", "Change what is known of one person");
  changing->add_option("volunteer", typed->who, "register's number, name or id")->required();
  changing->add_option("fields", typed->fields, fields_help)->required();
  changing->callback(
      [typed, &run] { run = [typed](context& c) { return change(c, typed->who, typed->fields); }; });

  auto* importing = group->add_subcommand("import", "Read a roster from CSV in any charset");
  importing->add_option("file", typed->file, "CSV")->required();
  importing->add_flag("--dry-run", typed->dry_run, "only say what would come of it");
  importing->callback(
      [typed, &run] { run = [typed](context& c) { return import_file(c, typed->file, typed->dry_run); }; });
  auto* exporting = group->add_subcommand("export", "Write the roster as CSV");
  exporting->add_option("-o,--output", typed->file, "file; default: standard output");
  exporting->callback([typed, &run] { run = [typed](context& c) { return write_export(c, typed->file); }; });
}

} // namespace kotobashi::cli
