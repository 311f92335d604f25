#pragma once

#include "server/web/fill.hpp"
#include "server/web/pages.hpp"
#include "server/web/speaker.hpp"

#include <string>
#include <string_view>
#include <vector>

// What several pages have in common, as values of their templates.
namespace kotobashi::web {

enum class mood { normal, drill, drill_over };
mood mood_of(const board_view& view);

// "[DRILL]", with ruby; in front of every title while there is a drill.
std::string drill_prefix(const speaker& says);
// The same for <title>, with a space after it; empty where there is no drill.
std::string title_prefix(const speaker& says, mood now);

// center, drill, drill_prefix, banner, phones, lost, news, now_real, time_zone, language,
// direction.
void set_common(mustache::data& to, const words::library& library, const speaker& says,
                const domain::center& center, mood now);
// The number, to be dialled, and its hours.
std::string phone_link(const domain::center_contact& contact);
// The center's telephone, by day and by night with their hours: a line each.
mustache::list center_phones(const speaker& says, const domain::center& center);
// The same, with an invitation before and the numbers for emergencies after it.
mustache::list phones(const speaker& says, const domain::center& center);
// Links to the board, or one notice, in every language. `first`: languages that stand in front, marked. With
// mood::drill each link says "drill" in its own language.
mustache::data language_links(const words::library& library, std::string_view current,
                              std::string_view path_end, mood marks,
                              const std::vector<const words::language*>& first = {});

} // namespace kotobashi::web
