#include "server/domain/activation.hpp"

#include <algorithm>
#include <utility>

namespace kotobashi::domain {

namespace {
std::optional<refusal> question_about(const bulletin& why, const new_activation& input, instant now) {
  if (input.mode == activation_mode::drill || input.despite_age.value_or(false)) return std::nullopt;
  if (why.status != bulletin_status::normal)
    return refuse_field("despite_age", "drill_bulletin",
                        "the bulletin is a drill's or a test's: open a drill, or say that this is real");
  instant since = why.occurred_at.value_or(why.reported_at);
  if (now - since > bulletin_is_old_after)
    return refuse_field("despite_age", "old_bulletin",
                        "the bulletin is more than a day old: say that it still counts");
  if (std::max(why.reported_at, since) > now + bulletin_is_ahead_after)
    return refuse_field("despite_age", "future_bulletin",
                        "the bulletin's time has not come yet, so its clock or this computer's is wrong: say "
                        "that it counts all the same");
  if (why.withdrawn)
    return refuse_field("despite_age", "cancelled_bulletin",
                        "the bulletin was cancelled: say that the center opens all the same");
  return std::nullopt;
}

activation closed(activation one, instant now) {
  one.state = activation_state::closed;
  one.closed_at = now;
  one.on_site_open = false;
  ++one.revision;
  return one;
}
} // namespace

std::optional<refusal> not_yet(std::string field, const std::optional<instant>& at, instant now) {
  if (!at || *at <= now + bulletin_is_ahead_after) return std::nullopt;
  return refuse_field(std::move(field), "range",
                      "this time has not come yet; is the computer's clock right?");
}

result<opening> open_center(const new_activation& input, const std::optional<activation>& current,
                            const std::optional<bulletin>& why, id<activation> new_id, instant now) {
  if (input.title.empty()) return refuse_field("title", "required", "give the activation a title");
  if (why) {
    if (auto asks = question_about(*why, input, now)) return *asks;
  }
  bool as_told = why && input.occurred_at == why->occurred_at; // asked about above
  if (!as_told && !input.despite_age.value_or(false))
    if (auto no = not_yet("occurred_at", input.occurred_at, now)) return *no;
  opening made;
  if (current) {
    bool real_over_drill = input.mode == activation_mode::actual && current->mode == activation_mode::drill;
    if (!real_over_drill) return refuse(refusal_code::conflict, "the center is open already");
    if (!input.ends_drill.value_or(false))
      return refuse_field("ends_drill", "drill_running", "a drill is going on: say that this ends it");
    made.ended_drill = closed(*current, now);
  }
  made.opened = {.id = std::move(new_id),
                 .title = input.title,
                 .hazard = input.hazard,
                 .mode = input.mode,
                 .state = activation_state::active,
                 .occurred_at = input.occurred_at || !why ? input.occurred_at : why->occurred_at,
                 .activated_at = now,
                 .closed_at = {},
                 .on_site_areas = {},
                 .on_site_until = {}};
  return made;
}

result<activation> close_center(activation current, instant now) {
  if (current.state == activation_state::closed)
    return refuse(refusal_code::center_closed, "the center is closed already");
  return closed(std::move(current), now);
}

result<activation> set_dispatch(activation current, const dispatch_opening& input, instant now) {
  if (current.state == activation_state::closed)
    return refuse(refusal_code::center_closed, "the center is closed");
  if (input.open && input.until && *input.until <= now)
    return refuse_field("until", "range", "this time has passed already");
  current.on_site_open = input.open;
  current.on_site_areas = input.open ? input.areas : std::vector<std::string>{};
  current.on_site_until = input.open ? input.until : std::nullopt;
  ++current.revision;
  return current;
}

bool on_site_allowed(const activation& current, const std::string& area, instant now) {
  if (!current.on_site_open) return false;
  if (current.on_site_until && *current.on_site_until <= now) return false;
  return current.on_site_areas.empty() ||
         std::ranges::find(current.on_site_areas, area) != current.on_site_areas.end();
}

} // namespace kotobashi::domain
