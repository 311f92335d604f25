#pragma once

#include "server/model/records.hpp"
#include "server/model/result.hpp"

#include <optional>

// The opening (設置) and closing (閉鎖) of a center.
namespace kotobashi::domain {

// What opening a center changes: the new activation, and the drill that it ends.
struct opening {
  activation opened;
  std::optional<activation> ended_drill;
};

// `current` is the activation that is not closed, if any; `why` the bulletin named in the input. An actual
// activation during a drill ends the drill in the same step, when the input says so. A bulletin that is a
// drill's, older than a day, or of a time to come, wants despite_age. So does an occurred_at to come that is
// not the bulletin's.
result<opening> open_center(const new_activation& input, const std::optional<activation>& current,
                            const std::optional<bulletin>& why, id<activation> new_id, instant now);

result<activation> close_center(activation current, instant now);

// Opens or stops on-site dispatch.
result<activation> set_dispatch(activation current, const dispatch_opening& input, instant now);

// May volunteers be sent to this area at this moment?
bool on_site_allowed(const activation& current, const std::string& area, instant now);

inline constexpr std::chrono::hours bulletin_is_old_after{24};
// Clocks of borrowed laptops differ.
inline constexpr std::chrono::minutes bulletin_is_ahead_after{10};
// Refuses the time of something that has happened, where it has not come yet.
std::optional<refusal> not_yet(std::string field, const std::optional<instant>& at, instant now);

} // namespace kotobashi::domain
