#include "server/api/report_text.hpp"

#include "server/model/json.hpp"
#include "server/text/local_time.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <map>

namespace kotobashi::api {

namespace {
struct pair_of_words {
  std::string_view ja, en;
};

// Words of the report; keys of records that are not here stand as they are.
const std::map<std::string_view, pair_of_words>& words_of_report() {
  static const std::map<std::string_view, pair_of_words> all{
      {"title", {"閉所報告", "Closing report"}},
      {"drill", {"【訓練】", "[DRILL] "}},
      {"opened", {"設置", "Opened"}},
      {"closed", {"閉鎖", "Closed"}},
      {"still_open", {"開設中", "still open"}},
      {"hours", {"開設時間", "Hours open"}},
      {"notices", {"お知らせ", "Notices"}},
      {"corrections", {"訂正", "Corrections"}},
      {"withdrawals", {"取消し", "Withdrawals"}},
      {"notices_by_language", {"お知らせ（言語別）", "Notices by language"}},
      {"inquiries", {"相談", "Inquiries"}},
      {"confidential", {"うち秘密扱い", "of these confidential"}},
      {"answers", {"回答", "Answers"}},
      {"inquiries_by", {"相談（言語・内容・受付方法別）", "Inquiries by language, topic, channel"}},
      {"requests", {"通訳などの依頼", "Requests"}},
      {"requests_by_state", {"依頼（状態別）", "Requests by state"}},
      {"requests_by_language", {"依頼（言語別）", "Requests by language"}},
      {"requests_by_kind", {"依頼（種類別）", "Requests by kind"}},
      {"volunteers", {"活動したボランティア", "Volunteers who took part"}},
      {"volunteer_minutes", {"活動時間（分）", "Minutes of work"}},
      {"log_entries", {"記録（クロノロジー）", "Lines of the log"}},
      {"phone", {"電話", "phone"}},
      {"walk_in", {"窓口", "walk-in"}},
      {"shelter", {"避難所", "shelter"}},
      {"email", {"メール", "e-mail"}},
      {"web", {"ウェブ", "web"}},
      {"sms", {"SMS", "SMS"}},
      {"open", {"募集中", "open"}},
      {"offered", {"調整中", "offered"}},
      {"taken", {"決定", "taken"}},
      {"under_way", {"活動中", "under way"}},
      {"done", {"終了", "done"}},
      {"cancelled", {"取消し", "cancelled"}},
      {"expired", {"期限切れ", "expired"}},
      {"interpret", {"通訳", "interpreting"}},
      {"translate", {"翻訳", "translation"}},
      {"check", {"確認", "checking"}},
      {"accompany", {"付き添い", "accompanying"}},
      {"evacuation", {"避難", "evacuation"}},
      {"water_food", {"水・食料", "water and food"}},
      {"lifelines", {"ライフライン", "lifelines"}},
      {"transport", {"交通", "transport"}},
      {"medical", {"医療", "medical"}},
      {"relatives", {"安否", "relatives"}},
      {"housing", {"住まい", "housing"}},
      {"certificates", {"証明書", "certificates"}},
      {"money", {"お金", "money"}},
      {"work", {"仕事", "work"}},
      {"residence_status", {"在留資格", "residence status"}},
      {"school", {"学校", "school"}},
      {"scam", {"詐欺", "scams"}},
      {"rumour", {"うわさ", "rumours"}},
      {"other", {"その他", "other"}},
      {"", {"未分類", "not said"}}};
  return all;
}

class writer {
public:
  writer(const services& of, std::string_view language) : of_(of), japanese_(language == "ja") {}

  std::string word(std::string_view key) const {
    auto found = words_of_report().find(key);
    if (found == words_of_report().end()) return std::string(key);
    return std::string(japanese_ ? found->second.ja : found->second.en);
  }
  std::string language(const std::string& tag) const {
    if (tag == "und") return japanese_ ? "不明" : "not known";
    const auto* known = of_.texts.find_language(tag);
    if (!known) return tag;
    return japanese_ ? known->name_ja : known->name_en;
  }
  void line(std::string_view key, std::int64_t value) { out_ += fmt::format("{}: {}\n", word(key), value); }
  void line(std::string_view key, const std::string& value) {
    out_ += fmt::format("{}: {}\n", word(key), value);
  }
  void heading(std::string_view key) { out_ += fmt::format("\n■ {}\n", word(key)); }
  void entry(const std::string& what, std::int64_t count) { out_ += fmt::format("  {}: {}\n", what, count); }
  void raw(const std::string& text) { out_ += text; }
  std::string take() { return std::move(out_); }

private:
  const services& of_;
  bool japanese_;
  std::string out_;
};

// Date and time on the center's wall, to the minute. Japan has no summer time; other zones come with the
// standard library's time zone database, which GCC 12 does not have, so ICU writes the time.
std::string local(const services& of, instant at) {
  return words::local_time(of.center.time_zone, at);
}

void counts(writer& to, std::string_view heading, const std::vector<count_of>& rows, bool languages) {
  if (rows.empty()) return;
  to.heading(heading);
  for (const auto& each : rows) to.entry(languages ? to.language(each.of) : to.word(each.of), each.count);
}
} // namespace

std::string report_text(const services& of, const closing_report& report, std::string_view language) {
  writer to(of, language);
  const auto& what = report.activation;
  if (what.mode == activation_mode::drill) to.raw(to.word("drill"));
  to.raw(fmt::format("{}: {}\n", to.word("title"), what.title.value));
  to.line("opened", local(of, what.activated_at));
  to.line("closed", what.closed_at ? local(of, *what.closed_at) : to.word("still_open"));
  to.line("hours", report.hours);
  to.raw("\n");
  to.line("notices", report.notices);
  to.line("corrections", report.corrections);
  to.line("withdrawals", report.withdrawals);
  to.line("inquiries", report.inquiries);
  to.line("confidential", report.confidential_inquiries);
  to.line("answers", report.answers);
  to.line("requests", report.requests);
  to.line("volunteers", report.volunteers);
  to.line("volunteer_minutes", report.volunteer_minutes);
  to.line("log_entries", report.log_entries);
  counts(to, "notices_by_language", report.notices_by_language, true);
  if (!report.inquiries_by.empty()) to.heading("inquiries_by");
  for (const auto& each : report.inquiries_by)
    to.entry(
        fmt::format("{} / {} / {}", to.language(each.language), to.word(each.topic), to.word(each.channel)),
        each.count);
  counts(to, "requests_by_state", report.requests_by_state, false);
  counts(to, "requests_by_language", report.requests_by_language, true);
  counts(to, "requests_by_kind", report.requests_by_kind, false);
  return to.take();
}

} // namespace kotobashi::api
