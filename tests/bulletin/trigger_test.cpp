#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"
#include "tests/bulletin/examples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kotobashi;
using domain::suggest;
using domain::trigger_level;
using test::city;
using test::intensity_body;
using test::telegram_xml;

namespace {
const instant now = *from_rfc3339("2030-01-01T09:10:00+09:00");

domain::telegram read(const std::string& xml) {
  auto told = bulletins::read_telegram(xml);
  if (told.has_error()) MESSAGE(told.error().detail);
  REQUIRE(told.has_value());
  return *told;
}

std::string max_int(std::string_view value) {
  return "<MaxInt>" + std::string(value) + "</MaxInt>";
}

domain::telegram kawasaki_ku(std::string_view value, test::telegram_parts parts = {}) {
  parts.body = intensity_body(city("川崎川崎区", "1413100", max_int(value)));
  return read(telegram_xml(parts));
}

// As the store would have kept it.
bulletin kept(const domain::telegram& told, std::string id) {
  bulletin_reply reply;
  reply.id.value = std::move(id);
  return domain::record_of(told, reply, now);
}

std::vector<std::string> templates(const bulletin_reply& reply) {
  std::vector<std::string> ids;
  for (const auto& each : reply.suggestions) ids.push_back(each.template_);
  return ids;
}
} // namespace

TEST_CASE("levels: nothing below advice, then advice, liaison where there is one, opening") {
  auto own = test::kawasaki();
  own.trigger.opens = intensity::six_lower;
  own.trigger.liaison = intensity::five_upper;
  CHECK(level_of(kawasaki_ku("3"), own) == trigger_level::none);
  CHECK(level_of(kawasaki_ku("4"), own) == trigger_level::advice);
  CHECK(level_of(kawasaki_ku("5-"), own) == trigger_level::advice);
  CHECK(level_of(kawasaki_ku("5+"), own) == trigger_level::liaison);
  CHECK(level_of(kawasaki_ku("6-"), own) == trigger_level::opens);
  own.trigger.liaison.reset();
  CHECK(level_of(kawasaki_ku("5+"), own) == trigger_level::advice);
}

TEST_CASE("a missing value counts as 5 lower, and opens unless the center says otherwise") {
  auto own = test::kawasaki();
  own.trigger.opens = intensity::six_lower;
  auto silent = kawasaki_ku("!5-");
  CHECK(level_of(silent, own) == trigger_level::opens);
  own.trigger.missing_value_opens = false;
  CHECK(level_of(silent, own) == trigger_level::advice);
  own.trigger.opens = intensity::five_lower;
  CHECK(level_of(silent, own) == trigger_level::opens);
  auto reply = suggest(silent, own, now);
  CHECK(json::write(reply.areas) ==
        test::json(R"([{"code": "14131", "intensity": "five_lower_or_more_unknown"}])"));
  CHECK(reply.suggestions.at(0).parameters.at("intensity") == "five_lower_or_more_unknown");
}

TEST_CASE("a ward that sent no value opens, whatever is known of the others") {
  auto of_the_other = [](std::string_view value) {
    return read(telegram_xml(
        {.body = intensity_body(city("川崎幸区", "1413200", "<Condition>震度５弱以上未入電</Condition>") +
                                city("川崎川崎区", "1413100", max_int(value)))}));
  };
  auto own = test::kawasaki();
  for (std::string_view value : {"3", "5-", "5+"}) {
    CAPTURE(value);
    CHECK(level_of(of_the_other(value), own) == trigger_level::opens);
    CHECK(suggest(of_the_other(value), own, now).activation_suggested);
  }
  own.trigger.missing_value_opens = false;
  auto reply = suggest(of_the_other("5-"), own, now);
  CHECK_FALSE(reply.activation_suggested);
  CHECK(reply.undecided);
}

TEST_CASE("a telegram that says nothing of intensities leaves it undecided; one that does, does not") {
  auto hypocentre = kawasaki_ku("3", {.title = "震源に関する情報"});
  CHECK(suggest(hypocentre, test::kawasaki(), now).undecided);
  CHECK_FALSE(suggest(kawasaki_ku("3"), test::kawasaki(), now).undecided);
  CHECK_FALSE(suggest(kawasaki_ku("6-"), test::kawasaki(), now).undecided);
}

TEST_CASE("a ward that sent no value is not left out because another sent a higher one") {
  auto told = read(telegram_xml(
      {.body = intensity_body(city("川崎川崎区", "1413100", "<Condition>震度５弱以上未入電</Condition>") +
                              city("川崎幸区", "1413200", max_int("5+")))}));
  auto reply = suggest(told, test::kawasaki(), now);
  CHECK(templates(reply) == std::vector<std::string>{"earthquake", "earthquake", "more_earthquakes"});
  CHECK(reply.suggestions[0].parameters.at("areas") == test::json(R"(["14132"])"));
  CHECK(reply.suggestions[1].parameters.at("areas") == test::json(R"(["14131"])"));
  CHECK(reply.suggestions[1].parameters.at("intensity") == "five_lower_or_more_unknown");
}

TEST_CASE("strong shaking elsewhere offers nothing here") {
  auto told = read(telegram_xml({.body = intensity_body(city("横浜中区", "1410400", max_int("7")))}));
  auto reply = suggest(told, test::kawasaki(), now);
  CHECK(reply.areas.empty());
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.activation_suggested);
}

TEST_CASE("a code is compared whole: another municipality whose code begins alike is another") {
  for (std::string_view code : {"14131", "141310", "14131000", "14130"}) {
    auto told = read(telegram_xml({.body = intensity_body(city("x", code, max_int("7")))}));
    CAPTURE(code);
    CHECK(suggest(told, test::kawasaki(), now).areas.empty());
  }
}

TEST_CASE("a flash report speaks of the region: it opens, and names the region instead of wards") {
  auto flash =
      read(telegram_xml({.title = "震度速報",
                         .serial = "",
                         .body = "<Intensity><Observation><CodeDefine><Type "
                                 "xpath=\"Pref/Area/Code\">地震情報／細分区域</Type></CodeDefine><Pref>"
                                 "<Area><Name>神奈川県東部</Name><Code>360</Code><MaxInt>6-</MaxInt></Area></"
                                 "Pref></Observation></Intensity>"}));
  auto reply = suggest(flash, test::kawasaki(), now);
  CHECK(reply.activation_suggested);
  CHECK(reply.areas.empty());
  CHECK(json::write(reply.suggestions) == test::json(R"([
    {"template": "earthquake", "parameters": {"occurred_at": "2030-01-01T00:00:00Z", "areas": [{"text": "神奈川県東部"}],
      "intensity": "six_lower", "tsunami": "not_known"}},
    {"template": "more_earthquakes", "parameters": {"intensity": "six_lower",
      "period": {"from": "2030-01-01T00:00:00Z", "to": "2030-01-08T00:00:00Z"}}}])"));
}

TEST_CASE("the region's intensity opens nothing where the wards are known to have had less") {
  CHECK(level_of(kawasaki_ku("3"), test::kawasaki()) ==
        trigger_level::none); // the region in the telegram: 6-
}

TEST_CASE("a test offers nothing, a drill a drill from any intensity") {
  auto test_reply = suggest(kawasaki_ku("7", {.status = "試験"}), test::kawasaki(), now);
  CHECK(test_reply.suggestions.empty());
  CHECK_FALSE(test_reply.activation_suggested);
  CHECK_FALSE(test_reply.mode.has_value());
  auto drill = suggest(kawasaki_ku("2", {.status = "訓練"}), test::kawasaki(), now);
  CHECK(drill.mode == activation_mode::drill);
  CHECK(drill.activation_suggested);
  auto drill_elsewhere =
      read(telegram_xml({.status = "訓練", .body = intensity_body(city("x", "1410400", max_int("7")))}));
  CHECK_FALSE(suggest(drill_elsewhere, test::kawasaki(), now).activation_suggested);
}

TEST_CASE("older than a day is old, a day is not") {
  auto told = kawasaki_ku("6-");
  CHECK_FALSE(suggest(told, test::kawasaki(), *from_rfc3339("2030-01-02T09:00:00+09:00")).old);
  CHECK(suggest(told, test::kawasaki(), *from_rfc3339("2030-01-02T09:00:01+09:00")).old);
}

TEST_CASE("ten minutes ahead of the center's clock is ahead, whichever time it is") {
  auto told = kawasaki_ku("6-");
  told.occurred_at = *from_rfc3339("2030-01-01T08:00:00+09:00");
  told.reported_at = *from_rfc3339("2030-01-01T09:10:00+09:00");
  auto clock = *from_rfc3339("2030-01-01T09:00:00+09:00");
  CHECK_FALSE(suggest(told, test::kawasaki(), clock).ahead);
  told.reported_at = *from_rfc3339("2030-01-01T09:10:01+09:00");
  CHECK(suggest(told, test::kawasaki(), clock).ahead);
  std::swap(told.reported_at, *told.occurred_at);
  CHECK(suggest(told, test::kawasaki(), clock).ahead);
}

TEST_CASE("the same telegram twice is recognised; a later one of the event is another") {
  auto first = kawasaki_ku("5-");
  std::vector known{kept(first, "018f0000-0000-7000-8000-000000000001")};
  auto again = suggest(first, test::kawasaki(), now, known);
  CHECK(again.duplicate_of == "018f0000-0000-7000-8000-000000000001");
  for (const test::telegram_parts& other :
       {test::telegram_parts{.serial = "2"}, test::telegram_parts{.status = "訓練"},
        test::telegram_parts{.action = "訂正"}, test::telegram_parts{.event = "20300101100000"},
        test::telegram_parts{.reported = "2030-01-01T09:06:00+09:00"}}) {
    CHECK_FALSE(suggest(kawasaki_ku("5-", other), test::kawasaki(), now, known).duplicate_of.has_value());
  }
}

TEST_CASE("a cancellation takes back what its event offered, and nothing else") {
  std::vector known{
      kept(kawasaki_ku("5+"), "018f0000-0000-7000-8000-000000000001"),
      kept(kawasaki_ku("5+", {.event = "20300101080000"}), "018f0000-0000-7000-8000-000000000002"),
      kept(kawasaki_ku("5+", {.status = "訓練"}), "018f0000-0000-7000-8000-000000000003"),
      kept(kawasaki_ku("5+", {.serial = "3", .reported = "2030-01-01T09:30:00+09:00"}),
           "018f0000-0000-7000-8000-000000000004")};
  known.push_back(known.front());
  known.back().id.value = "018f0000-0000-7000-8000-000000000005";
  known.back().kind = bulletin_kind::tsunami;
  auto cancelled =
      read(telegram_xml({.action = "取消", .serial = "2", .reported = "2030-01-01T09:08:00+09:00"}));
  auto reply = suggest(cancelled, test::kawasaki(), now, known);
  CHECK(reply.withdraws == std::vector<std::string>{"018f0000-0000-7000-8000-000000000001"});
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.mode.has_value());
}

TEST_CASE("a correction takes back and offers anew") {
  std::vector known{kept(kawasaki_ku("6+"), "018f0000-0000-7000-8000-000000000001")};
  auto corrected = kawasaki_ku("4", {.action = "訂正", .reported = "2030-01-01T09:08:00+09:00"});
  auto reply = suggest(corrected, test::kawasaki(), now, known);
  CHECK(reply.withdraws == std::vector<std::string>{"018f0000-0000-7000-8000-000000000001"});
  CHECK(reply.suggestions.at(0).parameters.at("intensity") == "four");
  CHECK_FALSE(reply.activation_suggested);
}

TEST_CASE("what arrives after its own cancellation offers nothing") {
  auto cancelled =
      read(telegram_xml({.action = "取消", .serial = "2", .reported = "2030-01-01T09:08:00+09:00"}));
  std::vector known{kept(cancelled, "018f0000-0000-7000-8000-000000000001")};
  auto reply = suggest(kawasaki_ku("6+"), test::kawasaki(), now, known);
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.activation_suggested);
}

TEST_CASE("a tsunami warning at our coast opens and fills the topic") {
  auto warning = read(telegram_xml(
      {.title = "津波警報・注意報・予報a",
       .serial = "",
       .body = test::tsunami_body(test::coast(
           "東京湾内湾", "312", "51",
           "<FirstHeight><Condition>ただちに津波来襲と予測</Condition></FirstHeight><MaxHeight>"
           "<jmx_eb:TsunamiHeight unit=\"m\" description=\"３ｍ\">3</jmx_eb:TsunamiHeight></MaxHeight>"))}));
  auto reply = suggest(warning, test::kawasaki(), now);
  CHECK(reply.activation_suggested);
  CHECK(json::write(reply.suggestions) == test::json(R"([{"template": "tsunami", "parameters":
    {"areas": ["14131"], "tsunami_warning": "warning", "arriving": true, "height": 3.0}}])"));
}

TEST_CASE("a warning that ended offers the topic that says so, and opens nothing") {
  auto lifted = read(telegram_xml({.title = "津波警報・注意報・予報a",
                                   .body = test::tsunami_body(test::coast("東京湾内湾", "312", "50", ""))}));
  auto reply = suggest(lifted, test::kawasaki(), now);
  CHECK_FALSE(reply.activation_suggested);
  CHECK(json::write(reply.suggestions) == test::json(R"([{"template": "tsunami_lifted",
    "parameters": {"areas": ["14131"], "lifted_at": "2030-01-01T00:05:00Z"}}])"));
}

TEST_CASE("a coast's code is not a region's and not a prefecture's") {
  auto own = test::kawasaki();
  own.tsunami_coasts = {{"360", "x", {}}};
  own.regions = {{"312", "x"}};
  auto warning = read(telegram_xml({.title = "津波警報・注意報・予報a",
                                    .body = test::tsunami_body(test::coast("東京湾内湾", "312", "53", ""))}));
  CHECK(suggest(warning, own, now).suggestions.empty());
}
