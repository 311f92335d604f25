#pragma once

#include "server/domain/notice.hpp"
#include "server/domain/request.hpp"
#include "server/model/enums.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What center.toml says: who the center is, which places are its own, when it opens, how it works.
namespace kotobashi::domain {

// Text by language tag; "ja" is always there.
using names = std::map<std::string, std::string>;

// In this language, else in Japanese.
inline const std::string& name_in(const names& all, const std::string& language) {
  auto found = all.find(language);
  return found == all.end() ? all.at("ja") : found->second;
}

struct municipality {
  std::string code; // JIS X 0401/0402 without check digit: "14130"
  domain::names names;
};

// A ward, or a municipality where the center has several.
struct own_area {
  std::string code;     // "14131"
  std::string jma_code; // of JMA's table 気象・地震・火山情報／市町村等: "1413100"
  domain::names names;  // people read these, never JMA's label
};

// An area of JMA's table 地震情報／細分区域, in which flash reports speak: 360 神奈川県東部.
struct jma_region {
  std::string code;
  std::string name;
};

// A coast of JMA's table 津波予報区: 312 東京湾内湾.
struct tsunami_coast {
  std::string code;
  std::string name;
  std::vector<std::string> areas; // codes of own areas that lie on it
};

// JMA's tsunami categories, in order of danger. forecast: 若干の海面変動, no damage is expected.
enum class tsunami_category { none, forecast, advisory, warning, major_warning };
BOOST_DESCRIBE_ENUM(tsunami_category, none, forecast, advisory, warning, major_warning)

struct opening_trigger {
  intensity opens = intensity::five_upper; // the center opens
  std::optional<intensity> liaison;        // staff stand by (連絡体制)
  intensity advice = intensity::four;      // multilingual information is advised
  std::optional<tsunami_category> tsunami; // opens as well from here
  // 震度５弱以上未入電: strong, and nobody knows how strong. It counts as 5 lower in any case; does it also
  // count as reaching `opens` where that is higher? The worst-hit place may send no value at all.
  bool missing_value_opens = true;
};

struct center_policies {
  text_policy texts;
  rest_policy rest;
  approval_lanes by_approval;
};

struct center_contact {
  domain::names names;
  std::string phone;
  std::string email;    // may be empty
  std::string from, to; // "09:00", "17:00"; both empty: round the clock
};

struct center {
  domain::names names;
  domain::municipality municipality;
  std::vector<own_area> areas;
  std::vector<jma_region> regions;
  std::vector<tsunami_coast> tsunami_coasts;
  std::string time_zone = "Asia/Tokyo"; // IANA
  opening_trigger trigger;
  center_policies policies;
  center_contact day;
  std::optional<center_contact> night; // another number for the night, where there is one
  std::string
      public_base_url; // without a slash at its end; empty: sheets and mail carry the telephone number

  const own_area* area(std::string_view code) const {
    for (const auto& each : areas)
      if (each.code == code) return &each;
    return nullptr;
  }
};

} // namespace kotobashi::domain
