#include "tests/text/fixture.hpp"

#include "server/model/json.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <stdexcept>

namespace kotobashi::test {

namespace fs = std::filesystem;

fs::path fixtures() {
  return source_directory() / "tests/text/fixtures";
}

const words::library& fixture() {
  static const words::library made(fixtures() / "templates", fixtures() / "langpacks");
  return made;
}

broken_fixture::broken_fixture() {
  std::string pattern = (fs::temp_directory_path() / "kotobashi-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a temporary directory");
  path_ = pattern;
  fs::copy(fixtures(), path_, fs::copy_options::recursive);
}

broken_fixture::~broken_fixture() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void broken_fixture::edit(std::string_view file, std::string_view from, std::string_view to) const {
  auto text = read_file(path(file));
  auto at = text.find(from);
  if (at == text.npos)
    throw std::runtime_error(std::string(from) + " does not stand in " + std::string(file));
  text.replace(at, from.size(), to);
  write_file(path(file), text);
}

words::render_context context() {
  words::render_context out;
  out.now = *from_rfc3339("2026-07-01T12:00:00Z");
  out.contact = domain::center_contact{
      {{"ja", "災害多言語支援センター"}, {"en", "Support Center"}}, "044-455-8811", {}, "09:00", "17:30"};
  return out;
}

words::rendered rendered_text(std::string_view topic, std::string_view parameters, std::string_view language,
                              const words::render_context& with) {
  const auto* of = fixture().find_topic(topic);
  REQUIRE(of != nullptr);
  auto given = words::check_parameters(fixture(), *of, json::parse(parameters).value());
  if (!given) INFO(given.error().errors.front().field, ": ", given.error().errors.front().detail);
  REQUIRE(given.has_value());
  auto out = words::render(fixture(), *of, *given, language, with);
  REQUIRE(out.has_value());
  return *out;
}

std::string body(std::string_view topic, std::string_view parameters, std::string_view language) {
  auto out = rendered_text(topic, parameters, language);
  return words::to_plain(out.body, out.direction);
}

} // namespace kotobashi::test
