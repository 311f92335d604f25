#pragma once

#include "server/domain/center.hpp"
#include "server/model/activation.hpp"
#include "server/text/library.hpp"
#include "server/web/pages.hpp"

#include <boost/json/object.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

// A center with notices, made of the templates and packs of the checkout.
namespace kotobashi::test {

const words::library& real_library();
domain::center sample_center();
activation sample_opening(activation_mode mode, activation_state state = activation_state::active);

// Topics of the first days.
inline constexpr std::array<std::string_view, 10> ten_topics{
    "earthquake", "more_earthquakes", "tsunami",     "evacuation", "shelters_open",
    "safety_171", "center_opened",    "water_truck", "doctors",    "correction"};

// 2011-03-11T06:30:00Z, some time after everything in the samples.
instant sample_now();

// The topic's example values, or those given instead, rendered in every language that has all of it,
// published under `number`.
web::posted sample_notice(std::string_view topic, std::int64_t number,
                          const boost::json::object& instead = {});
// One text written by hand, checked and ready, where no template is needed.
web::posted plain_notice(std::string_view language, const std::string& title, const std::string& body,
                         std::int64_t number);

void correct(web::posted& one, instant at);
void withdraw(web::posted& one, instant at);

// The interface's text as a page has it: to_html() without the tags that pages leave out, marked where it is
// in another language.
std::string page_html(std::string_view language, std::string_view key,
                      const words::page_arguments& values = {});

// Owns what a view points to.
struct board {
  domain::center center = sample_center();
  std::optional<activation> opening;
  std::vector<web::posted> notices;
  web::board_view view() const { return {center, opening, notices, sample_now(), sample_now()}; }
};
board board_of(std::vector<web::posted> notices, activation_mode mode = activation_mode::actual,
               activation_state state = activation_state::active);

} // namespace kotobashi::test
