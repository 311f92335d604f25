#pragma once

#include "server/domain/telegram.hpp"

#include <optional>
#include <string_view>

// The words and code tables of JMA's telegrams (気象庁防災情報XMLフォーマット, its 解説資料 and
// コード管理表).
namespace kotobashi::bulletins {

// Tables that area codes belong to. The same digits mean another place in another table: 312 is 東京湾内湾
// among the coasts and nothing of that kind among the regions; no code is ever cut to look like one of
// another table.
namespace table {
inline constexpr std::string_view prefectures = "地震情報／都道府県等";
inline constexpr std::string_view regions = "地震情報／細分区域";
inline constexpr std::string_view municipalities = "気象・地震・火山情報／市町村等";
inline constexpr std::string_view stations = "震度観測点";
inline constexpr std::string_view coasts = "津波予報区";
inline constexpr std::string_view tide_stations = "潮位観測点";
inline constexpr std::string_view tsunami_kinds = "警報等情報要素／津波警報・注意報・予報";
} // namespace table
bool known_table(std::string_view name);

std::optional<bulletin_status> status_from(std::string_view text); // 通常, 訓練, 試験
std::optional<bulletin_action> action_from(std::string_view text); // 発表, 訂正, 取消, 遅延 (issued late)
inline constexpr std::string_view tsunami_warning_title = "津波警報・注意報・予報a"; // VTSE41
// By the whole title: a title that merely contains 地震 is something else.
bulletin_kind kind_from(std::string_view title);
// "1" … "7", "5-", "6+"; "!5-" and 震度５弱以上未入電.
std::optional<intensity> intensity_from(std::string_view text);

struct tsunami_kind {
  domain::tsunami_category category{};
  bool lifted = false;
};
std::optional<tsunami_kind> tsunami_kind_from(std::string_view code);

// A number with the description that JMA gives it: ("5.9", "Ｍ５．９"), ("NaN", "Ｍ８を超える巨大地震"),
// ("NaN", "Ｍ不明"),
// ("10", "１０ｍ超"), ("NaN", "巨大"). Nothing where neither says anything.
std::optional<domain::measure> measure_from(std::string_view number, std::string_view description);

// From the fixed sentences of ForecastComment (固定付加文).
domain::tsunami_outlook outlook_from(std::string_view comment);

} // namespace kotobashi::bulletins
