#include "server/text/render.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

// Every topic in every language, with the topic's examples, against tests/golden/<tag>/<topic>.txt.
// KOTOBASHI_UPDATE_GOLDEN=1 writes the files anew: what changed is then read in the diff.

using namespace kotobashi;
namespace fs = std::filesystem;

namespace {
std::string written(const words::paragraph& runs, words::direction direction) {
  words::paragraph marked = runs;
  for (auto& each : marked)
    if (each.ruby) each.text = "｜" + each.text + "《" + *each.ruby + "》";
  return words::to_plain(marked, direction) + "\n";
}

std::string golden(const words::rendered& text) {
  std::string out = written(text.title, text.direction) + "\n";
  for (const auto& each : text.body) out += written(each, text.direction);
  return out;
}

std::set<fs::path> files_in(const fs::path& directory) {
  std::set<fs::path> out;
  if (!fs::exists(directory)) return out;
  for (const auto& each : fs::recursive_directory_iterator(directory))
    if (each.is_regular_file() && each.path().extension() == ".txt") out.insert(each.path());
  return out;
}
} // namespace

TEST_CASE("every topic says in every language what it said before") {
  auto source = test::source_directory();
  words::library all(source / "templates", source / "langpacks");
  for (const auto& each : all.problems()) FAIL_CHECK(words::to_string(each));
  bool update = std::getenv("KOTOBASHI_UPDATE_GOLDEN") != nullptr;
  auto stale = files_in(source / "tests/golden");

  words::render_context context;
  context.now = *from_rfc3339("2026-07-01T00:00:00Z");
  context.contact = domain::center_contact{
      {{"ja", "川崎市災害多言語支援センター"}, {"en", "Kawasaki Disaster Multilingual Support Center"}},
      "044-000-0000",
      {},
      "09:00",
      "17:00"};
  for (const auto& topic : all.topics()) {
    boost::json::object example;
    for (const auto& each : topic.parameters)
      if (!each.example.is_null()) example.emplace(each.name, each.example);
    auto given = words::check_parameters(all, topic, example);
    REQUIRE_MESSAGE(given.has_value(), topic.id);
    auto texts = words::render(all, topic, *given, std::vector<std::string>{}, context);
    REQUIRE(texts.has_value());
    for (const auto& text : *texts) {
      if (text.status == text_status::missing) continue;
      auto file = source / "tests/golden" / text.language / (topic.id + ".txt");
      stale.erase(file);
      if (update) {
        fs::create_directories(file.parent_path());
        test::write_file(file, golden(text));
      }
      REQUIRE_MESSAGE(fs::exists(file), file.string());
      CHECK_MESSAGE(test::read_file(file) == golden(text), file.string());
    }
  }
  for (const auto& each : stale) {
    if (update) fs::remove(each);
    CHECK_MESSAGE(update, each.string() << " belongs to no text");
  }
}
