#include "server/domain/trigger.hpp"

#include "server/domain/activation.hpp"
#include "server/domain/topics.hpp"
#include "server/model/json.hpp"
#include "server/model/visible.hpp"

#include <algorithm>

namespace kotobashi::domain {

namespace {
// Is `value` at least `threshold`, as far as is known? A missing value may be anything from 5 lower up.
bool reaches(intensity value, intensity threshold, const opening_trigger& rule) {
  if (value == intensity::five_lower_or_more_unknown)
    return threshold <= intensity::five_lower || rule.missing_value_opens;
  return value >= threshold;
}

tsunami_category strongest_coast(const telegram& told, const center& own) {
  auto strongest = tsunami_category::none;
  for (const auto& coast : told.tsunami)
    if (std::ranges::find(own.tsunami_coasts, coast.code, &tsunami_coast::code) != own.tsunami_coasts.end())
      strongest = std::max(strongest, coast.category);
  return strongest;
}

trigger_level level_of(intensity value, const opening_trigger& rule) {
  if (reaches(value, rule.opens, rule)) return trigger_level::opens;
  if (rule.liaison && reaches(value, *rule.liaison, rule)) return trigger_level::liaison;
  return reaches(value, rule.advice, rule) ? trigger_level::advice : trigger_level::none;
}

// Has somebody said it of each of the center's areas, or of the whole city?
bool every_ward_known(const telegram& told, const center& own) {
  auto known = [&](const std::string& code) {
    auto at = std::ranges::find(told.municipalities, code, &coded_intensity::code);
    return at != told.municipalities.end() && at->intensity != intensity::unknown;
  };
  return known(own.municipality.code) || std::ranges::all_of(own.areas, known, &own_area::jma_code);
}

// The dialog knows of one warning: it is that of all the center's coasts.
void add_coasts(telegram& to, tsunami_news heard, const center& own) {
  if (heard == tsunami_news::unknown) return;
  auto category = tsunami_category::none;
  if (heard == tsunami_news::advisory) category = tsunami_category::advisory;
  if (heard == tsunami_news::warning) category = tsunami_category::warning;
  if (heard == tsunami_news::major_warning) category = tsunami_category::major_warning;
  for (const auto& coast : own.tsunami_coasts) {
    auto& told = to.tsunami.emplace_back();
    told.code = coast.code;
    told.label = coast.name;
    told.category = category;
  }
  to.outlook = heard == tsunami_news::none ? tsunami_outlook::none : tsunami_outlook::possible;
}

enum class family { earthquake, tsunami, other };
family family_of(bulletin_kind kind) {
  switch (kind) {
  case bulletin_kind::intensity_flash:
  case bulletin_kind::hypocentre:
  case bulletin_kind::intensity: return family::earthquake;
  case bulletin_kind::tsunami: return family::tsunami;
  case bulletin_kind::dialog:
  case bulletin_kind::other: break;
  }
  return family::other;
}

bool of_one_event(const telegram& told, const bulletin& other) {
  return !told.event_id.empty() && told.event_id == other.event_id && told.status == other.status &&
         family_of(told.kind) != family::other && family_of(told.kind) == family_of(other.kind);
}

// Serial is empty in flash reports and tsunami warnings, of which several come for one event: the time tells
// those apart.
bool same_telegram(const telegram& told, const bulletin& other) {
  return !told.event_id.empty() && told.event_id == other.event_id && told.serial == other.serial &&
         told.title == other.title && told.status == other.status && told.action == other.action &&
         told.reported_at == other.reported_at;
}

bool takes_back(bulletin_action action) {
  return action != bulletin_action::issued;
}

// What the bulletins before have to do with this one. True: something newer took it back before it arrived.
bool relate(const telegram& told, std::span<const bulletin> known, bulletin_reply& reply) {
  bool overtaken = false;
  for (const auto& each : known) {
    if (same_telegram(told, each)) {
      reply.duplicate_of = each.id.value;
      continue;
    }
    if (!of_one_event(told, each)) continue;
    if (takes_back(told.action) && !each.withdrawn && each.reported_at <= told.reported_at)
      reply.withdraws.push_back(each.id.value);
    if (takes_back(each.action) && each.reported_at > told.reported_at) overtaken = true;
  }
  return overtaken;
}
} // namespace

std::vector<area_intensity> own_intensities(const telegram& told, const center& own) {
  std::vector<area_intensity> found;
  auto take = [&](const std::string& theirs, const std::string& ours) {
    auto at = std::ranges::find(told.municipalities, theirs, &coded_intensity::code);
    if (at != told.municipalities.end()) found.push_back({ours, at->intensity});
  };
  // The radio may speak of the whole city; a telegram's codes are JMA's own.
  if (told.kind == bulletin_kind::dialog) take(own.municipality.code, own.municipality.code);
  for (const auto& area : own.areas) take(area.jma_code, area.code);
  return found;
}

bool undecided(const telegram& told, const center& own) {
  auto values = own_values(told, own);
  if (std::ranges::find(values, intensity::five_lower_or_more_unknown) != values.end()) return true;
  if (told.kind == bulletin_kind::hypocentre || told.kind == bulletin_kind::other) return true;
  if (told.kind != bulletin_kind::dialog) return false; // who is not named was not reached
  if (told.hazard != hazard::earthquake && told.hazard != hazard::tsunami) return true;
  if (own.trigger.tsunami && !own.tsunami_coasts.empty() && told.tsunami.empty()) return true;
  return told.hazard == hazard::earthquake && !every_ward_known(told, own);
}

trigger_level level_of(const telegram& told, const center& own) {
  if (own.trigger.tsunami && strongest_coast(told, own) >= *own.trigger.tsunami) return trigger_level::opens;
  auto highest = trigger_level::none; // a missing value may count for more than the strongest known one
  for (auto value : own_values(told, own)) highest = std::max(highest, level_of(value, own.trigger));
  return highest;
}

bulletin_reply suggest(const telegram& told, const center& own, instant now,
                       std::span<const bulletin> known) {
  bulletin_reply reply;
  reply.kind = told.kind;
  reply.status = told.status;
  reply.action = told.action;
  reply.title = told.title;
  reply.occurred_at = told.occurred_at;
  reply.old = told.occurred_at.value_or(told.reported_at) < now - bulletin_is_old_after;
  reply.ahead =
      std::max(told.reported_at, told.occurred_at.value_or(told.reported_at)) > now + bulletin_is_ahead_after;
  bool overtaken = relate(told, known, reply);
  if (told.action == bulletin_action::cancelled) return reply;
  reply.areas = own_intensities(told, own);
  if (told.status == bulletin_status::test || overtaken) return reply;
  bool drill = told.status == bulletin_status::drill;
  reply.mode = drill ? activation_mode::drill : activation_mode::actual;
  reply.suggestions = topics_for(told, own);
  reply.activation_suggested =
      level_of(told, own) == trigger_level::opens || (drill && !reply.suggestions.empty());
  reply.undecided = !reply.activation_suggested && undecided(told, own);
  return reply;
}

result<telegram> from_dialog(const dialog_bulletin& input, const center& own, instant now) {
  telegram told;
  told.kind = bulletin_kind::dialog;
  told.status = input.drill.value_or(false) ? bulletin_status::drill : bulletin_status::normal;
  told.hazard = input.hazard;
  told.issuer = input.issuer.value_or(text<120>{}).value;
  told.reported_at = now;
  told.occurred_at = input.occurred_at;
  bool shakes = input.hazard == hazard::earthquake || input.hazard == hazard::tsunami;
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  for (std::size_t i = 0; i < input.areas.size() && wrong.errors.size() < json::problems::most; ++i) {
    const auto& [code, value] = input.areas[i];
    const own_area* area = own.area(code);
    std::string field = "areas[" + std::to_string(i) + "].code";
    if (!area && code != own.municipality.code) {
      wrong.errors.push_back(
          {field, "unknown", "\"" + std::string(beginning(code, 20)) + "\" is none of the center's areas"});
      continue;
    }
    const auto& theirs = area ? area->jma_code : own.municipality.code;
    if (std::ranges::find(told.municipalities, theirs, &coded_intensity::code) != told.municipalities.end())
      wrong.errors.push_back({field, "duplicate", "this area stands there twice"});
    else if (shakes)
      told.municipalities.push_back({theirs, {}, value});
  }
  bool has_value =
      std::ranges::any_of(input.areas, [](const auto& each) { return each.intensity != intensity::unknown; });
  if (!shakes && has_value)
    wrong.errors.push_back({"areas", "format", "an intensity goes with an earthquake or a tsunami only"});
  auto warned = input.tsunami.value_or(tsunami_news::unknown);
  if (!shakes && warned != tsunami_news::unknown)
    wrong.errors.push_back(
        {"tsunami", "format", "a tsunami warning goes with an earthquake or a tsunami only"});
  add_coasts(told, warned, own);
  if (auto ahead = not_yet("occurred_at", input.occurred_at, now))
    wrong.errors.push_back(std::move(ahead->errors.front()));
  if (!wrong.errors.empty()) return wrong;
  return told;
}

bulletin record_of(const telegram& told, const bulletin_reply& reply, instant received_at) {
  bulletin record;
  record.id = reply.id;
  record.kind = told.kind;
  record.status = told.status;
  record.action = told.action;
  record.event_id = told.event_id;
  record.serial = told.serial;
  record.title = told.title;
  record.issuer = told.issuer;
  record.reported_at = told.reported_at;
  record.occurred_at = told.occurred_at;
  record.areas = reply.areas;
  record.suggestions = reply.suggestions;
  record.trigger_met = reply.activation_suggested;
  record.undecided = reply.undecided;
  record.received_at = received_at;
  return record;
}

} // namespace kotobashi::domain
