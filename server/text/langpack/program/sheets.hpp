#pragma once

#include "server/text/langpack/accept.hpp"
#include "server/text/library.hpp"

#include <string>
#include <vector>

// The commands that give texts out of the packs and take them back. Each prints what it did and returns the
// program's exit code.
namespace kotobashi::langpack {

struct sheet_options {
  std::string templates = "templates", langpacks = "langpacks";
  std::string format, language, output, file, by;
  std::vector<std::string> only, keys;
  bool dry_run = false, partial = false, all_languages = false, json = false;
};

int run_export(const words::library& all, const sheet_options& with);
int run_import(const sheet_options& with);
int run_accept(const sheet_options& with, edit_kind kind);

} // namespace kotobashi::langpack
