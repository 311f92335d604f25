#include "server/text/langpack/accept.hpp"
#include "server/text/langpack/lint.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
using namespace kotobashi::langpack;

namespace {
// Fixtures in which somebody edited the Japanese of quake.title, and Arabic was of an older text already.
class edited_fixture : public broken_fixture {
public:
  edited_fixture() {
    edit("langpacks/ja/phrases.arb", "\"@quake.title\": {",
         "\"@quake.title\": {\n    \"x-source-hash\": \"3c3ab4154383823b\",");
    edit("langpacks/ja/phrases.arb", "地震がありました", "地震がありました。");
    edit("langpacks/ar/phrases.arb", "3c3ab4154383823b", "00000000000000aa");
  }
  result<std::vector<accepted_text>> accept(std::vector<std::string> keys, edit_kind kind,
                                            bool all = false) const {
    return accept_edit(path("templates"), path("langpacks"), keys, kind, all);
  }
  // Languages in which lint finds the title outdated.
  std::string outdated() const {
    std::string out;
    for (const auto& each : lint(load()))
      if (each.rule == "outdated" && each.key == "quake.title") out += each.language + " ";
    return out;
  }
};

using list = std::vector<std::string>;
} // namespace

TEST_CASE("lint asks what an edit of the Japanese means, and calls translations outdated until then") {
  edited_fixture packs;
  CHECK(packs.outdated() == "ja ja-simple ar en ne ru ");
}

TEST_CASE("an edit that means the same leaves translations what they were") {
  edited_fixture packs;
  auto before = read_file(packs.path("langpacks/en/phrases.arb"));
  auto done = packs.accept({"quake.title"}, edit_kind::same_meaning).value();
  REQUIRE(done.size() == 1);
  CHECK(done[0].key == "quake.title");
  CHECK(done[0].kept == list{"ja-simple", "en", "ne", "ru"});
  CHECK(done[0].outdated == list{"ar"});
  CHECK(packs.outdated() == "ar ");
  auto after = read_file(packs.path("langpacks/en/phrases.arb"));
  CHECK(after.size() == before.size());
  CHECK(after.find("3c3ab4154383823b") == after.npos);
}

TEST_CASE("an edit that means something else outdates translations, and the next one is told from it") {
  edited_fixture packs;
  auto done = packs.accept({"phrases/quake.title"}, edit_kind::another_meaning).value();
  CHECK(done.at(0).kept.empty());
  CHECK(packs.outdated() == "ja-simple ar en ne ru ");
  packs.edit("langpacks/ja/phrases.arb", "地震がありました。", "地震が、ありました。");
  auto next = packs.accept({"quake.title"}, edit_kind::same_meaning).value();
  CHECK(next.at(0).kept.empty());
  CHECK(packs.outdated() == "ja-simple ar en ne ru ");
}

TEST_CASE("translations of an older text are kept where all are asked for") {
  edited_fixture packs;
  packs.accept({"quake.title"}, edit_kind::same_meaning, true).value();
  CHECK(packs.outdated() == "");
}

TEST_CASE("what was not edited is refused, and nothing is written of the rest") {
  edited_fixture packs;
  auto before = read_file(packs.path("langpacks/en/phrases.arb"));
  auto refused = [&](const list& keys) { return packs.accept(keys, edit_kind::same_meaning).error().detail; };
  CHECK(refused({"quake.title", "none"}) == "there is no text none");
  CHECK(refused({"quake.title", "terms/quake.title"}) == "there is no text terms/quake.title");
  CHECK(refused({"quake.title", "quake.at"}) == "quake.at: x-source-hash is missing in ja, so nobody knows "
                                                "what it said before (--all-languages keeps all)");
  packs.edit("langpacks/ja/phrases.arb", "\"@quake.at\": {",
             "\"@quake.at\": {\n    \"x-source-hash\": \"6b970e810f14aec4\",");
  CHECK(refused({"quake.title", "quake.at"}) == "quake.at: the Japanese was not edited");
  CHECK(read_file(packs.path("langpacks/en/phrases.arb")) == before);
}
