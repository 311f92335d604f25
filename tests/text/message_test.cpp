#include "server/text/message.hpp"

#include <doctest/doctest.h>

#include <map>
#include <stdexcept>

using namespace kotobashi::words;

namespace {
// Values by name; numbers are those that read as one. English plural rules.
class table_host final : public message_host {
public:
  explicit table_host(std::map<std::string, std::string> values) : values_(std::move(values)) {}
  void words(const std::string& text, const std::string& ruby) override {
    out += ruby.empty() ? text : text + "[" + ruby + "]";
  }
  void value(const std::string& name) override { out += "<" + values_.at(name) + ">"; }
  void number(double value, const std::string&) override {
    out += "#" + std::to_string(static_cast<int>(value));
  }
  double number_of(const std::string& name) override { return std::stod(values_.at(name)); }
  std::string key_of(const std::string& name) override { return values_.at(name); }
  std::string plural_category(double value) override { return value > 0.5 && value < 1.5 ? "one" : "other"; }
  std::string out;

private:
  std::map<std::string, std::string> values_;
};

std::string write(std::string_view text, std::map<std::string, std::string> values, bool ruby = false) {
  message made(text, ruby);
  if (made.error()) return "error at " + std::to_string(made.error()->offset) + ": " + made.error()->what;
  table_host host(std::move(values));
  made.write(host);
  return host.out;
}
} // namespace

TEST_CASE("messages follow ICU's syntax") {
  struct row {
    std::string text;
    std::map<std::string, std::string> values;
    std::string out;
  };
  for (const row& each : {
           row{"", {}, ""},
           row{"plain", {}, "plain"},
           row{"a {x} b {y}", {{"x", "1"}, {"y", "2"}}, "a <1> b <2>"},
           row{"{n, plural, =0 {none} one {# day} other {# days}}", {{"n", "0"}}, "none"},
           row{"{n, plural, =0 {none} one {# day} other {# days}}", {{"n", "1"}}, "#1 day"},
           row{"{n, plural, =0 {none} one {# day} other {# days}}", {{"n", "7"}}, "#7 days"},
           row{"{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}",
               {{"n", "2"}},
               "you and #1 other"},
           row{"{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}",
               {{"n", "1"}},
               "you"},
           row{"{s, select, a {A {x}} other {B}}", {{"s", "a"}, {"x", "1"}}, "A <1>"},
           row{"{s, select, a {A} other {B}}", {{"s", "z"}}, "B"},
           row{"{s, select, a {{n, plural, one {# x} other {# y}}} other {B}}",
               {{"s", "a"}, {"n", "3"}},
               "#3 y"},
           row{"{n, plural, one {x} other {{s, select, a {# of {n}} other {-}}}}",
               {{"s", "a"}, {"n", "3"}},
               "# of <3>"},
           row{"it''s '{x}' # here", {}, "it's {x} # here"},
           row{"don’t", {}, "don’t"},
           row{"{x", {}, "error at 0: unmatched braces"},
           row{"x}", {}, "error at 0: unmatched braces"},
           row{"{n, plural, one {x}}", {}, "error at 0: there is no branch \"other\""},
           row{"a {0}", {}, "error at 3: a number for a name: {0}"},
           row{"{d, date, short}", {}, "error at 0: only {name}, plural and select may stand in braces: {d}"},
           row{"{n, selectordinal, other {#}}",
               {},
               "error at 0: only {name}, plural and select may stand in braces: {n}"},
       }) {
    INFO(each.text);
    CHECK(write(each.text, each.values) == each.out);
  }
}

TEST_CASE("ruby is read before values are put in, and only where the pack has it") {
  CHECK(write("｜避難所《ひなんじょ》へ {x}", {{"x", "｜a《b》"}}, true) ==
        "避難所[ひなんじょ]へ <｜a《b》>");
  CHECK(write("｜避難所《ひなんじょ》", {}) == "｜避難所《ひなんじょ》");
}

TEST_CASE("nesting has a limit") {
  std::string deep = "x";
  for (int i = 0; i < 20; ++i) deep = "{s, select, other {" + deep + "}}";
  CHECK(message(deep, false).error()->what == "nested too deeply");
}

TEST_CASE("a message tells what it asks for, and how") {
  message made("{a} {n, plural, one {#} other {# {b}}} {a}", false);
  REQUIRE(made.arguments().size() == 3);
  CHECK(made.arguments()[0].name == "a");
  CHECK(made.arguments()[1].name == "b");
  CHECK(made.arguments()[2].name == "n");
  CHECK(made.arguments()[2].selectors == std::vector<std::string>{"one", "other"});
}
