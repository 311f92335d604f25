#include "server/model/json.hpp"
#include "server/model/records.hpp"
#include "server/model/schema.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;

namespace {
// "field code" of each problem, in order.
template <class T>
std::vector<std::string> problems_of(std::string_view body) {
  auto read = json::read_string<T>(body);
  if (read) return {};
  std::vector<std::string> out;
  for (const auto& each : read.error().errors) out.push_back(each.field + " " + each.code);
  return out;
}
} // namespace

TEST_CASE("every wrong field is reported at once, with its path") {
  CHECK(problems_of<new_request>(R"({"kind":"fly","language":"!!","area":1,"summary":"x","starts_at":"soon",
        "ends_at":"2011-03-11T14:46:00+09:00","mode":"phone","excluded":["me"],"colour":"red"})") ==
        std::vector<std::string>{"kind unknown", "language format", "area type", "starts_at format",
                                 "excluded[0] format", "colour unknown"});
}

TEST_CASE("of very many wrong fields twenty are reported") {
  std::string many = "1";
  for (int i = 0; i < 1000; ++i) many += ",1";
  CHECK(problems_of<dialog_bulletin>(R"({"hazard":"flood","areas":[)" + many + "]}").size() == 20);
  std::string unknown;
  for (int i = 0; i < 1000; ++i) unknown += ",\"x" + std::to_string(i) + "\":1";
  CHECK(problems_of<withdraw_notice>(R"({"reason":"x")" + unknown + "}").size() == 20);
}

TEST_CASE("a missing member is reported unless it is optional, a list or free JSON") {
  CHECK(problems_of<sign_in>("{}").empty());
  CHECK(problems_of<new_notice>("{}").empty());
  CHECK(problems_of<withdraw_notice>("{}") == std::vector<std::string>{"reason required"});
}

TEST_CASE("text has a limit in characters, and no control characters") {
  std::string kanji(3 * 400, ' ');
  for (std::size_t i = 0; i < 400; ++i) kanji.replace(3 * i, 3, "水");
  CHECK(problems_of<withdraw_notice>(R"({"reason":")" + kanji + R"("})").empty());
  CHECK(problems_of<withdraw_notice>(R"({"reason":")" + kanji + R"(水"})") ==
        std::vector<std::string>{"reason too_long"});
  CHECK(problems_of<withdraw_notice>(R"({"reason":"a\u0007"})") == std::vector<std::string>{"reason format"});
  CHECK(problems_of<withdraw_notice>(R"({"reason":"a\u0000"})") == std::vector<std::string>{"reason format"});
  CHECK(problems_of<withdraw_notice>(R"({"reason":"line\nline"})").empty());
}

TEST_CASE("what is not JSON is malformed, and depth is limited") {
  CHECK(json::read_string<withdraw_notice>("{").error().code == refusal_code::malformed);
  CHECK(json::read_string<withdraw_notice>("\"\xC0\xAF\"").error().code == refusal_code::malformed);
  std::string deep(1000, '[');
  CHECK(json::read_string<withdraw_notice>(deep).error().code == refusal_code::malformed);
}

TEST_CASE("names of C++ lose their underscore") {
  auto read = json::read_string<new_notice>(R"({"template":"earthquake"})");
  REQUIRE(read);
  CHECK(read->template_ == "earthquake");
  CHECK(json::write_string(*read).starts_with(R"({"template":"earthquake")"));
  CHECK(json::name_of(inquiry_state::new_) == "new");
  CHECK(json::from_name<inquiry_state>("new") == inquiry_state::new_);
  CHECK_FALSE(json::from_name<inquiry_state>("new_"));
}

TEST_CASE("what was written is read back") {
  new_request given;
  given.kind = request_kind::accompany;
  given.mode = request_mode::on_site;
  given.language = "vi";
  given.specialty = specialty::medical;
  given.area = "14131";
  given.place = personal<text<200>>("病院 2階");
  given.summary = "通院";
  given.starts_at = *from_rfc3339("2011-03-12T09:00:00+09:00");
  given.ends_at = *from_rfc3339("2011-03-12T11:00:00.5+09:00");
  auto read = json::read_string<new_request>(json::write_string(given));
  REQUIRE(read);
  CHECK(read->specialty == specialty::medical);
  CHECK(read->place->reveal() == text<200>("病院 2階"));
  CHECK(read->ends_at == given.ends_at);
  CHECK_FALSE(read->contact);
}

TEST_CASE("a merge patch follows RFC 7396's examples") {
  auto patched = [](const char* target, const char* patch) {
    return json::to_string(json::merge_patch(*json::parse(target), *json::parse(patch)));
  };
  CHECK(patched(R"({"a":"b"})", R"({"a":"c"})") == R"({"a":"c"})");
  CHECK(patched(R"({"a":"b","b":"c"})", R"({"a":null})") == R"({"b":"c"})");
  CHECK(patched(R"({"a":[{"b":"c"}]})", R"({"a":[1]})") == R"({"a":[1]})");
  CHECK(patched(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})") == R"({"a":{"b":"d"}})");
  CHECK(patched(R"({"e":null})", R"({"a":1})") == R"({"e":null,"a":1})");
}

TEST_CASE("the schema names limits, choices and personal data") {
  auto schema = json::schema<new_inquiry>().as_object();
  CHECK(json::to_string(schema["required"]) == R"(["channel","language","content"])");
  CHECK(json::to_string(schema["properties"].at("content")) ==
        R"({"type":"string","maxLength":4000,"x-personal":true})");
  CHECK(json::to_string(schema["properties"].at("channel").at("enum")) ==
        R"(["phone","walk_in","shelter","email","web","sms"])");
}
