#pragma once

#include "client/cli/context.hpp"
#include "client/model/views.hpp"
#include "server/model/records.hpp"
#include "server/model/translation.hpp"
#include "server/model/wording.hpp"

#include <string>

// Records by what people call them. A notice, request, inquiry: its number, "c3" for the third confidential
// one, its id, or the last six or more characters of that. A volunteer: the register's number, the name, or
// the id.
namespace kotobashi::cli {

link::outcome<notice_view> find_notice(context& c, const std::string& called);
link::outcome<std::string> find_request(context& c, const std::string& called);
link::outcome<inquiry_view> find_inquiry(context& c, const std::string& called);
link::outcome<translation_view> find_translation(context& c, const std::string& called);
link::outcome<wording_review_view> find_wording_review(context& c, const std::string& called);
link::outcome<volunteer> find_volunteer(context& c, const std::string& called);
link::outcome<client::template_view> find_topic(context& c, const std::string& id);

// What people read for a record without a number.
std::string short_id(const std::string& id);

} // namespace kotobashi::cli
