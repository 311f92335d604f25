#include "server/text/langpack/program/sheets.hpp"

#include "server/model/json.hpp"
#include "server/text/langpack/import.hpp"
#include "server/text/langpack/sheet.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace kotobashi::langpack {

namespace {
int say(const refusal& why) {
  fmt::print(stderr, "{}\n", why.detail);
  return 1;
}

// One byte more than a sheet may have is enough to refuse it.
std::optional<std::string> read_bounded(const std::string& file) {
  std::error_code failed;
  if (std::filesystem::is_directory(file, failed)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes(max_sheet_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& each : all) out += (out.empty() ? "" : ", ") + each;
  return out.empty() ? "none" : out;
}

// What comes from a sheet cannot steer the terminal.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

void show(const import_report& report, const sheet_options& with) {
  for (const auto& each : report.refused) fmt::print("{}\n", one_line(to_string(each)));
  for (const auto& each : report.remarks)
    fmt::print("{}\n", one_line(fmt::format("{}:{}: {}: remark by {}: {}", with.file, each.line, each.key,
                                            each.by.empty() ? "?" : each.by, each.remark)));
  fmt::print("{} checked, {} drafted, {} unchanged, {} refused: {}\n", report.checked, report.drafted,
             report.unchanged, report.refused.size(),
             report.written                             ? "written"
             : with.dry_run                             ? "nothing is written (--dry-run)"
             : !report.refused.empty() && !with.partial ? "nothing is written (--partial takes what is right)"
                                                        : "there is nothing to write");
}
} // namespace

int run_export(const words::library& all, const sheet_options& with) {
  std::vector<text_status> only;
  for (const auto& each : with.only)
    only.push_back(each == "missing"    ? text_status::missing
                   : each == "outdated" ? text_status::outdated
                   : each == "checked"  ? text_status::checked
                                        : text_status::drafted);
  auto made = make_sheet(all, with.language, only);
  if (!made) return say(made.error());
  if (made->rows.empty())
    return say(refuse(refusal_code::not_found, "there are no such texts: nothing is exported"));
  auto bytes = with.format == "xliff" ? to_xliff(*made)
               : with.format == "csv" ? to_csv(*made)
                                      : to_review_page(*made);
  if (with.output.empty()) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
      throw std::runtime_error("cannot write");
    return 0;
  }
  std::ofstream to(with.output, std::ios::binary);
  if (!to.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush())
    throw std::runtime_error(with.output + " cannot be written");
  fmt::print(stderr, "{} texts\n", made->rows.size());
  return 0;
}

int run_import(const sheet_options& with) {
  auto bytes = read_bounded(with.file);
  if (!bytes) return say(refuse(refusal_code::not_found, with.file + " cannot be read"));
  auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  auto report = import_sheet(*bytes, {with.templates, with.langpacks, with.language, with.file, with.by,
                                      instant::from(now), with.partial, with.dry_run});
  if (!report) return say(report.error());
  if (with.json)
    fmt::print("{}\n", json::to_string(json::write(*report)));
  else
    show(*report, with);
  return report->refused.empty() ? 0 : 1;
}

int run_accept(const sheet_options& with, edit_kind kind) {
  auto done = accept_edit(with.templates, with.langpacks, with.keys, kind, with.all_languages);
  if (!done) return say(done.error());
  if (with.json) return fmt::print("{}\n", json::to_string(json::write(*done))), 0;
  for (const auto& each : *done)
    fmt::print("{}: kept in {}; outdated in {}\n", each.key, joined(each.kept), joined(each.outdated));
  return 0;
}

} // namespace kotobashi::langpack
