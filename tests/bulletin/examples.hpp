#pragma once

#include "server/domain/center.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

// Invented telegrams of JMA's form, and Kawasaki's center.
namespace kotobashi::test {

domain::center kawasaki();

struct telegram_parts {
  std::string title = "震源・震度に関する情報";
  std::string status = "通常";
  std::string action = "発表";
  std::string event = "20300101090000";
  std::string serial = "1";
  std::string reported = "2030-01-01T09:05:00+09:00";
  std::string headline{};
  std::string body{};
};
std::string telegram_xml(const telegram_parts& parts);

// A Body of VXSE53: an earthquake at 09:00 of 2030-01-01 and these City elements in 神奈川県東部.
std::string intensity_body(std::string_view cities,
                           std::string_view magnitude = R"(description="Ｍ６．５">6.5)");
std::string city(std::string_view name, std::string_view code, std::string_view inside);
// A Body of VTSE41 with these Item elements.
std::string tsunami_body(std::string_view items);
std::string coast(std::string_view name, std::string_view code, std::string_view kind,
                  std::string_view inside);

boost::json::value json(std::string_view text);

} // namespace kotobashi::test
