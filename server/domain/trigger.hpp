#pragma once

#include "server/domain/center.hpp"
#include "server/domain/telegram.hpp"
#include "server/model/bulletin.hpp"
#include "server/model/result.hpp"

#include <span>

// What a telegram, or the short dialog, means for this center. Nothing here opens anything: people decide.
namespace kotobashi::domain {

enum class trigger_level { none, advice, liaison, opens };
// The highest that any of the center's own areas or coasts reaches.
trigger_level level_of(const telegram& told, const center& own);

// Where the news does not reach `opens`: could what it does not say? So in the dialog where a ward's
// intensity or the tsunami warning that decides is not known, or where the hazard is none that the trigger
// speaks of; and where a value is missing.
bool undecided(const telegram& told, const center& own);

// Areas of the center that the telegram knows about, in the center's order and with the center's codes.
std::vector<area_intensity> own_intensities(const telegram& told, const center& own);

// The offer: own areas, fitting topics with their parameters, whether to open, actual or drill. `known` are
// the bulletins that came before. A drill telegram that names own areas offers a drill, whatever the
// intensity; a test offers nothing; a cancellation takes back what earlier telegrams of its event offered, a
// correction replaces it, and neither touches what was reported after it. `old` and `ahead`: ask first.
bulletin_reply suggest(const telegram& told, const center& own, instant now,
                       std::span<const bulletin> known = {});

// The dialog as if a telegram had said it. Refused: areas that are not the center's, a time to come.
result<telegram> from_dialog(const dialog_bulletin& input, const center& own, instant now);

// The record to keep; its id is the reply's.
bulletin record_of(const telegram& told, const bulletin_reply& reply, instant received_at);

} // namespace kotobashi::domain
