#include "client/cli/values.hpp"
#include "client/cli/words.hpp"
#include "tests/support/files.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::cli;

namespace {
client::template_view earthquake() {
  client::template_view out;
  out.id = "earthquake";
  auto add = [&](const char* name, const char* type, bool list = false) {
    client::parameter_view one;
    one.name = name;
    one.type = type;
    one.list = list;
    out.parameters.push_back(one);
  };
  add("areas", "area", true);
  add("magnitude", "number");
  add("occurred_at", "datetime");
  add("intensity", "choice");
  out.switches.push_back({"aftershocks", true, {}});
  return out;
}

std::string parameters(const std::vector<std::string>& typed, boost::json::value base = nullptr) {
  return json::to_string(read_parameters(earthquake(), std::move(base), typed).value());
}
} // namespace

TEST_CASE("parameters are read by the type that the topic gives them") {
  CHECK(parameters({"areas=14131,14132"}) == R"({"areas":["14131","14132"]})");
  CHECK(parameters({R"(areas=["14131",{"text":"大師地区"}])"}) ==
        R"({"areas":["14131",{"text":"大師地区"}]})");
  CHECK(parameters({"magnitude=9.0"}) == R"({"magnitude":9E0})");
  CHECK(parameters({R"(magnitude={"described":"huge"})"}) == R"({"magnitude":{"described":"huge"}})");
  CHECK(parameters({"intensity=five_upper", "occurred_at=2011-03-11T14:46:00+09:00"}) ==
        R"({"intensity":"five_upper","occurred_at":"2011-03-11T14:46:00+09:00"})");
  CHECK(parameters({"aftershocks=false"}) == R"({"aftershocks":false})");
}

TEST_CASE("what is typed replaces what was there, and the rest stays") {
  auto base = json::parse(R"({"intensity":"four","aftershocks":true})").value();
  CHECK(parameters({"intensity=five_upper"}, base) == R"({"intensity":"five_upper","aftershocks":true})");
}

TEST_CASE("a parameter that cannot be read is a refusal that names it") {
  auto got = read_parameters(earthquake(), nullptr, {"magnitude=big"});
  REQUIRE(got.has_error());
  CHECK(got.error().errors.at(0).field == "parameters.magnitude");
  CHECK(read_parameters(earthquake(), nullptr, {"magnitude"}).has_error());
}

TEST_CASE("times are absolute or counted from now") {
  const instant now = from_rfc3339("2011-03-11T06:00:00Z").value();
  CHECK(read_time("now", now).value() == now);
  CHECK(to_rfc3339(read_time("+90m", now).value()) == "2011-03-11T07:30:00Z");
  CHECK(to_rfc3339(read_time("-2h", now).value()) == "2011-03-11T04:00:00Z");
  CHECK(to_rfc3339(read_time("+3d", now).value()) == "2011-03-14T06:00:00Z");
  CHECK(to_rfc3339(read_time("2011-03-11T14:46:00+09:00", now).value()) == "2011-03-11T05:46:00Z");
  for (const char* wrong : {"", "tomorrow", "+h", "+5", "90m", "+5x"}) {
    CAPTURE(wrong);
    CHECK(read_time(wrong, now).has_error());
  }
}

TEST_CASE("an intensity stands behind its area") {
  auto got = read_area_intensity("14131=five_upper");
  REQUIRE(got);
  CHECK(got->code == "14131");
  CHECK(got->intensity == intensity::five_upper);
  CHECK(read_area_intensity("14131").has_error());
  CHECK(read_area_intensity("14131=strong").has_error());
}

TEST_CASE("a text may come from a file") {
  const test::temporary_directory place;
  test::write_file(place.path() / "text", "内容");
  CHECK(read_text("@" + (place.path() / "text").string()).value() == "内容");
  CHECK(read_text("plain").value() == "plain");
  CHECK(read_text("@/nowhere/at/all").error().code == refusal_code::not_found);
}

TEST_CASE("every word of the field that is shown has its Japanese") {
  auto check = [](auto value) {
    const bool translated = word(tongue::ja, value) != word(tongue::en, value);
    CHECK_MESSAGE(translated, json::name_of(value));
  };
  auto all = []<class E>(E, auto f) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) { f(each.value); });
  };
  all(notice_state{}, check);
  all(request_state{}, check);
  all(assignment_state{}, check);
  all(inquiry_state{}, check);
  all(inquiry_topic{}, check);
  all(volunteer_state{}, check);
  all(presence{}, check);
  all(call_result{}, check);
  all(role{}, check);
  all(hazard{}, check);
  all(intensity{}, check);
  CHECK(word(tongue::ja, "under_way") == "進行中");
  CHECK(word(tongue::en, "under_way") == "under way");
  CHECK(tongue_of("ja_JP.UTF-8") == tongue::ja);
  CHECK(tongue_of("C.UTF-8") == tongue::en);
}
