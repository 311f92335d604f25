#include "server/text/ruby.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::words;

static std::string shown(const std::vector<ruby_piece>& pieces) {
  std::string out;
  for (const auto& each : pieces)
    out += each.ruby.empty() ? each.text : "[" + each.text + "|" + each.ruby + "]";
  return out;
}

TEST_CASE("ruby marks are read, broken ones are text") {
  CHECK(shown(read_ruby("｜避難所《ひなんじょ》へ ｜行《い》く")) == "[避難所|ひなんじょ]へ [行|い]く");
  CHECK(shown(read_ruby("｜避難所へ")) == "｜避難所へ");
  CHECK(shown(read_ruby("避難所《ひなんじょ》")) == "避難所《ひなんじょ》");
  CHECK(shown(read_ruby("｜｜所《しょ》")) == "｜[所|しょ]");
  CHECK(shown(read_ruby("")) == "");
  CHECK(without_ruby("｜避難所《ひなんじょ》へ") == "避難所へ");
}

TEST_CASE("mistakes in ruby marks are named") {
  CHECK(ruby_mistake("｜避難所《ひなんじょ》へ") == "");
  CHECK(ruby_mistake("｜避難所へ") == "｜ without a base and 《reading》");
  CHECK(ruby_mistake("避難所《ひなんじょ》") == "《 without ｜ before its base");
  CHECK(ruby_mistake("》") == "》 without 《");
  CHECK(ruby_mistake("｜避難所《》") == "an empty reading");
  CHECK(ruby_mistake("｜避難所《hinanjo》") == "a reading that is not kana: hinanjo");
  CHECK(ruby_mistake("｜避難{x}所《ひなんじょ》") == "a value inside a ruby mark");
}

TEST_CASE("dates and times get their readings, irregular ones too") {
  struct row {
    std::string formatted, shown;
  };
  for (const row& each : {
           row{"2011年 3月 11日（金） 午後 2時 46分",
               "2011[年|ねん] [3月|さんがつ] [11日|じゅういちにち]（[金|きん]） [午後|ごご] [2時|にじ] "
               "[46分|よんじゅうろっぷん]"},
           row{"4月 1日（日）", "[4月|しがつ] [1日|ついたち]（[日|にち]）"},
           row{"9月 20日 月曜日", "[9月|くがつ] [20日|はつか] [月曜日|げつようび]"},
           row{"7月 24日", "[7月|しちがつ] [24日|にじゅうよっか]"},
           row{"12月 14日", "[12月|じゅうにがつ] [14日|じゅうよっか]"},
           row{"午前 0時 10分", "[午前|ごぜん] [0時|れいじ] [10分|じゅっぷん]"},
           row{"4時 30分から 7時 5分まで",
               "[4時|よじ] [30分|さんじゅっぷん]から [7時|しちじ] [5分|ごふん]まで"},
           row{"30,000円", "30,000[円|えん]"},
           row{"99日", "99日"},
           row{"｜3月《さんがつ》", "[3月|さんがつ]"},
       })
    CHECK(shown(read_clock_ruby(each.formatted)) == each.shown);
}
