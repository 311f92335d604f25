#include "server/text/plain_japanese.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::words;

static std::string rules(std::string_view text, bool sentences = true) {
  std::string out;
  for (const auto& each : check_plain_japanese(text, sentences)) out += (out.empty() ? "" : " ") + each.rule;
  return out;
}

TEST_CASE("morae are counted as read aloud") {
  struct row {
    std::string text;
    std::size_t count;
  };
  for (const row& each :
       {row{"とうきょう", 4}, row{"がっこう", 4}, row{"しんぶん", 4}, row{"コーヒー", 4},
        row{"パーティー", 4}, row{"｜避難所《ひなんじょ》", 4}, row{"3", 2}, row{"10", 2}, row{"46", 6},
        row{"119", 6}, row{"2011", 7}, row{"044", 6}, row{"ＡＢ", 2}, row{"", 0}, row{"。、 ", 0}}) {
    INFO(each.text);
    CHECK(morae(each.text) == each.count);
  }
}

TEST_CASE("good plain Japanese passes") {
  for (auto text :
       {"｜地震《じしん》が ありました。",
        "｜火《ひ》を つけないで ください。｜窓《まど》を あけて ください。",
        "｜給水車《きゅうすいしゃ》〈｜水《みず》を くばる ｜車《くるま》〉が ｜来《き》ます。",
        "｜時間《じかん》：\uFFFC", "\uFFFCから \uFFFCまで ｜開《あ》いて います。",
        "お｜金《かね》は いりません。", "｜取《と》り｜消《け》して ください。",
        "｜家《いえ》が こわれて います。｜市《し》が ｜知《し》らせます。", "｜手《て》が はなれました。",
        "また あるかも しれません。",
        ("｜持《も》って くる "
         "もの：｜水《みず》、｜薬《くすり》、｜服《ふく》、｜紙《かみ》、｜本《ほん》、｜傘《かさ》。"),
        "ありがとう ございます。", "24｜時間《じかん》 います。",
        "Wi-Fiを つかいます。Safety tipsも あります。https://a.jp/b を みて ください。",
        "けいたい｜電話《でんわ》です。", "ときどき ゆれます。"})
    CHECK_MESSAGE(rules(text) == "", text);
}

TEST_CASE("each rule finds its breach") {
  struct row {
    std::string text, rules;
  };
  for (const row& each : {
           row{"｜水《みず》を ｜飲《の》まないで、たくさん ｜歩《ある》かないで、ずっと ここに すわって "
               "いて ください。",
               "morae"},
           row{"いつも いっしょに いる ひとと いますぐ そとに でて ください。", "morae_hint"},
           row{"｜一《いち》 ｜二《に》 ｜三《さん》 ｜四《し》 ｜五《ご》です。", "kanji"},
           row{"避難します。", "ruby"},
           row{"みんなで｜家《いえ》に います。", "spaces"},
           row{"みずを のむ。", "ending"},
           row{"みずをのみます。", "spaces"},
           row{"｜津波《つなみ》の おそれが あります。", "wording"},
           row{"｜地震《じしん》の ｜可能性《かのうせい》が あります。", "wording"},
           row{"｜晴《は》れる ｜見込《みこ》みです。", "wording"},
           row{"｜避難《ひなん》を ｜行《おこな》います。", "noun"},
           row{"お｜待《ま》ち ください。", "keigo"},
           row{"｜来《き》て いただきます。", "keigo"},
           row{"｜名前《なまえ》を ｜呼《よ》ばれます。", "passive"},
           row{"｜水《みず》が くばられます。", "passive"},
           row{"｜子《こ》どもに ｜食《た》べさせます。", "causative"},
           row{"｜通《とお》れない わけでは ありません。", "double_negative"},
           row{"グラグラ ゆれます。", "onomatopoeia"},
           row{"ライフラインが とまります。", "katakana"},
           row{"ハザードマップ〈あぶない ｜所《ところ》の ｜地図《ちず》〉を ｜見《み》ます。", ""},
           row{"10｜時《じ》〜12｜時《じ》です。", "range"},
           row{"15｜時《じ》に ｜来《き》て ください。", "clock"},
           row{"15:00に ｜来《き》て ください。", "clock"},
           row{"｜令和《れいわ》 8｜年《ねん》です。", "era"},
           row{"hinanjoに ｜行《い》きます。", "romaji"},
       }) {
    INFO(each.text);
    CHECK(rules(each.text) == each.rules);
  }
}

TEST_CASE("titles and terms need neither endings nor lengths") {
  CHECK(rules("｜水道《すいどう》", false) == "");
  CHECK(rules("水道", false) == "ruby");
}

TEST_CASE("a finding says where its sentence begins") {
  auto found = check_plain_japanese("ゆれます。\n避難します。", true);
  REQUIRE(found.size() == 1);
  CHECK(found[0].at == std::string_view("ゆれます。\n").size());
  CHECK(found[0].detail == "避");
}
