#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"
#include "server/text/library.hpp"
#include "server/text/parameters.hpp"
#include "tests/bulletin/examples.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

// Offers fit the topics of templates/: each is there, knows every parameter, and takes its value.
using namespace kotobashi;

namespace {
const words::library& library() {
  static const words::library all(test::source_directory() / "templates",
                                  test::source_directory() / "langpacks");
  return all;
}

// Names of the topics that were offered.
std::set<std::string> fitting(const bulletin_reply& reply) {
  std::set<std::string> names;
  for (const auto& each : reply.suggestions) {
    CAPTURE(each.template_);
    const auto* topic = library().find_topic(each.template_);
    REQUIRE(topic);
    auto checked = words::check_parameters(library(), *topic, each.parameters);
    if (checked.has_error()) {
      for (const auto& wrong : checked.error().errors)
        MESSAGE(wrong.field << ' ' << wrong.code << ' ' << wrong.detail);
    }
    CHECK(checked.has_value());
    names.insert(each.template_);
  }
  return names;
}

bulletin_reply reply_to(const std::string& xml) {
  auto told = bulletins::read_telegram(xml);
  REQUIRE(told.has_value());
  return domain::suggest(*told, test::kawasaki(), told->reported_at);
}

std::string warning(std::string_view kind, std::string_view inside) {
  return test::telegram_xml({.title = "津波警報・注意報・予報a",
                             .serial = "",
                             .body = test::tsunami_body(test::coast("東京湾内湾", "312", kind, inside))});
}
} // namespace

TEST_CASE("what an earthquake offers fits its topics, with every kind of magnitude and intensity") {
  const std::set<std::string> both{"earthquake", "more_earthquakes"};
  for (std::string_view value : {"4", "5-", "5+", "6-", "6+", "7", "!5-"}) {
    for (std::string_view magnitude :
         {R"(description="Ｍ６．４">6.4)", R"(description="Ｍ８を超える巨大地震">NaN)",
          R"(description="Ｍ不明">NaN)"}) {
      CAPTURE(value);
      auto inside = "<MaxInt>" + std::string(value) + "</MaxInt>";
      auto body = test::intensity_body(test::city("川崎川崎区", "1413100", inside), magnitude);
      CHECK(fitting(reply_to(test::telegram_xml({.body = body}))) == both);
    }
  }
}

TEST_CASE("what a flash report offers fits its topics") {
  auto body = "<Intensity><Observation><CodeDefine><Type "
              "xpath=\"Pref/Area/Code\">地震情報／細分区域</Type></CodeDefine>"
              "<Pref><Area><Name>神奈川県東部</Name><Code>360</Code><MaxInt>6-</MaxInt></Area></Pref></"
              "Observation></Intensity>";
  auto reply = reply_to(test::telegram_xml({.title = "震度速報", .serial = "", .body = body}));
  CHECK(fitting(reply) == std::set<std::string>{"earthquake", "more_earthquakes"});
}

TEST_CASE("what a tsunami offers fits its topics, with every kind of height and arrival") {
  auto height = [](std::string_view of) {
    return "<MaxHeight><jmx_eb:TsunamiHeight unit=\"m\" description=" + std::string(of) +
           "</jmx_eb:TsunamiHeight></MaxHeight>";
  };
  for (std::string_view kind : {"52", "53", "51", "62"}) {
    for (std::string_view of : {"\"３ｍ\">3", "\"１０ｍ超\">10", "\"０．２ｍ未満\">0.2", "\"巨大\">NaN",
                                "\"高い\">NaN", "\"\">NaN"}) {
      CHECK(fitting(reply_to(warning(kind, height(of)))) == std::set<std::string>{"tsunami"});
    }
  }
  for (std::string_view first :
       {"<ArrivalTime>2030-01-01T09:30:00+09:00</ArrivalTime>", "<Condition>津波到達中と推測</Condition>"}) {
    auto inside = "<FirstHeight>" + std::string(first) + "</FirstHeight>";
    CHECK(fitting(reply_to(warning("51", inside))) == std::set<std::string>{"tsunami"});
  }
  CHECK(fitting(reply_to(warning("60", ""))) == std::set<std::string>{"tsunami_lifted"});
}

TEST_CASE("the dialog offers what fits, but for what nobody knows yet") {
  dialog_bulletin heard;
  heard.hazard = hazard::earthquake;
  heard.occurred_at = *from_rfc3339("2030-01-01T09:00:00+09:00");
  heard.areas = {{"14131", intensity::unknown}};
  auto now = *from_rfc3339("2030-01-01T09:10:00+09:00");
  auto told = domain::from_dialog(heard, test::kawasaki(), now);
  REQUIRE(told.has_value());
  CHECK(fitting(domain::suggest(*told, test::kawasaki(), now)) ==
        std::set<std::string>{"earthquake", "more_earthquakes"});
}
