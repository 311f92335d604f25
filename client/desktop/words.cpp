#include "client/desktop/words.hpp"

#include "client/desktop/text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace kotobashi::desktop {

namespace {
struct entry {
  std::string_view group, key;
  const char* english;
};

constexpr entry table[] = {
    {"role", "lead", QT_TRANSLATE_NOOP("words", "lead")},
    {"role", "coordinator", QT_TRANSLATE_NOOP("words", "coordinator")},
    {"role", "editor", QT_TRANSLATE_NOOP("words", "editor")},
    {"role", "desk", QT_TRANSLATE_NOOP("words", "inquiry desk")},
    {"role", "volunteer", QT_TRANSLATE_NOOP("words", "volunteer")},
    {"role", "observer", QT_TRANSLATE_NOOP("words", "observer")},
    {"hazard", "earthquake", QT_TRANSLATE_NOOP("words", "earthquake")},
    {"hazard", "tsunami", QT_TRANSLATE_NOOP("words", "tsunami")},
    {"hazard", "flood", QT_TRANSLATE_NOOP("words", "flood")},
    {"hazard", "landslide", QT_TRANSLATE_NOOP("words", "landslide")},
    {"hazard", "storm_surge", QT_TRANSLATE_NOOP("words", "storm surge")},
    {"hazard", "typhoon", QT_TRANSLATE_NOOP("words", "typhoon")},
    {"hazard", "snow", QT_TRANSLATE_NOOP("words", "heavy snow")},
    {"hazard", "volcano", QT_TRANSLATE_NOOP("words", "volcano")},
    {"hazard", "fire", QT_TRANSLATE_NOOP("words", "large fire")},
    {"hazard", "industrial", QT_TRANSLATE_NOOP("words", "industrial accident")},
    {"hazard", "infection", QT_TRANSLATE_NOOP("words", "infectious disease")},
    {"hazard", "other", QT_TRANSLATE_NOOP("words", "other")},
    {"intensity", "unknown", QT_TRANSLATE_NOOP("words", "not known")},
    {"intensity", "one", QT_TRANSLATE_NOOP("words", "1")},
    {"intensity", "two", QT_TRANSLATE_NOOP("words", "2")},
    {"intensity", "three", QT_TRANSLATE_NOOP("words", "3")},
    {"intensity", "four", QT_TRANSLATE_NOOP("words", "4")},
    {"intensity", "five_lower_or_more_unknown", QT_TRANSLATE_NOOP("words", "5 Lower or more, value missing")},
    {"intensity", "five_lower", QT_TRANSLATE_NOOP("words", "5 Lower")},
    {"intensity", "five_upper", QT_TRANSLATE_NOOP("words", "5 Upper")},
    {"intensity", "six_lower", QT_TRANSLATE_NOOP("words", "6 Lower")},
    {"intensity", "six_upper", QT_TRANSLATE_NOOP("words", "6 Upper")},
    {"intensity", "seven", QT_TRANSLATE_NOOP("words", "7")},
    {"tsunami_news", "unknown", QT_TRANSLATE_NOOP("words", "not known")},
    {"tsunami_news", "none", QT_TRANSLATE_NOOP("words", "none is out")},
    {"tsunami_news", "advisory", QT_TRANSLATE_NOOP("words", "tsunami advisory")},
    {"tsunami_news", "warning", QT_TRANSLATE_NOOP("words", "tsunami warning")},
    {"tsunami_news", "major_warning", QT_TRANSLATE_NOOP("words", "major tsunami warning")},
    {"notice_state", "draft", QT_TRANSLATE_NOOP("words", "draft")},
    {"notice_state", "published", QT_TRANSLATE_NOOP("words", "published")},
    {"notice_state", "withdrawn", QT_TRANSLATE_NOOP("words", "withdrawn")},
    {"notice_state", "expired", QT_TRANSLATE_NOOP("words", "expired")},
    {"text_status", "missing", QT_TRANSLATE_NOOP("words", "translation missing")},
    {"text_status", "drafted", QT_TRANSLATE_NOOP("words", "not yet confirmed")},
    {"text_status", "checked", QT_TRANSLATE_NOOP("words", "confirmed")},
    {"text_status", "outdated", QT_TRANSLATE_NOOP("words", "outdated")},
    {"waits", "missing", QT_TRANSLATE_NOOP("words", "there is no translation yet")},
    {"waits", "drafted", QT_TRANSLATE_NOOP("words", "somebody who speaks it has to confirm it")},
    {"waits", "checked", QT_TRANSLATE_NOOP("words", "this language was not chosen")},
    {"waits", "outdated", QT_TRANSLATE_NOOP("words", "the Japanese was changed since")},
    {"request_state", "open", QT_TRANSLATE_NOOP("words", "looking for people")},
    {"request_state", "offered", QT_TRANSLATE_NOOP("words", "waits for an answer")},
    {"request_state", "taken", QT_TRANSLATE_NOOP("words", "taken")},
    {"request_state", "under_way", QT_TRANSLATE_NOOP("words", "under way")},
    {"request_state", "done", QT_TRANSLATE_NOOP("words", "done")},
    {"request_state", "cancelled", QT_TRANSLATE_NOOP("words", "cancelled")},
    {"request_state", "expired", QT_TRANSLATE_NOOP("words", "expired")},
    {"assignment_state", "offered", QT_TRANSLATE_NOOP("words", "waits for approval")},
    {"assignment_state", "taken", QT_TRANSLATE_NOOP("words", "taken")},
    {"assignment_state", "under_way", QT_TRANSLATE_NOOP("words", "under way")},
    {"assignment_state", "done", QT_TRANSLATE_NOOP("words", "done")},
    {"assignment_state", "released", QT_TRANSLATE_NOOP("words", "given back")},
    {"request_kind", "interpret", QT_TRANSLATE_NOOP("words", "interpreting")},
    {"request_kind", "translate", QT_TRANSLATE_NOOP("words", "translation")},
    {"request_kind", "check", QT_TRANSLATE_NOOP("words", "checking a translation")},
    {"request_kind", "accompany", QT_TRANSLATE_NOOP("words", "accompanying")},
    {"request_mode", "on_site", QT_TRANSLATE_NOOP("words", "on site")},
    {"request_mode", "phone", QT_TRANSLATE_NOOP("words", "by telephone")},
    {"request_mode", "video", QT_TRANSLATE_NOOP("words", "by video")},
    {"specialty", "medical", QT_TRANSLATE_NOOP("words", "medical")},
    {"specialty", "legal", QT_TRANSLATE_NOOP("words", "legal")},
    {"specialty", "childcare", QT_TRANSLATE_NOOP("words", "childcare")},
    {"specialty", "school", QT_TRANSLATE_NOOP("words", "school")},
    {"specialty", "work", QT_TRANSLATE_NOOP("words", "work")},
    {"specialty", "housing", QT_TRANSLATE_NOOP("words", "housing")},
    {"specialty", "administration", QT_TRANSLATE_NOOP("words", "administration")},
    {"call_result", "accepted", QT_TRANSLATE_NOOP("words", "accepted")},
    {"call_result", "declined", QT_TRANSLATE_NOOP("words", "declined")},
    {"call_result", "absent", QT_TRANSLATE_NOOP("words", "did not answer")},
    {"call_result", "call_back", QT_TRANSLATE_NOOP("words", "will call back")},
    {"gender", "unknown", QT_TRANSLATE_NOOP("words", "not said")},
    {"gender", "female", QT_TRANSLATE_NOOP("words", "woman")},
    {"gender", "male", QT_TRANSLATE_NOOP("words", "man")},
    {"gender", "other", QT_TRANSLATE_NOOP("words", "other")},
    {"presence", "off", QT_TRANSLATE_NOOP("words", "not on call")},
    {"presence", "on_call", QT_TRANSLATE_NOOP("words", "on call")},
    {"presence", "signed_in", QT_TRANSLATE_NOOP("words", "in the center")},
    {"presence", "out", QT_TRANSLATE_NOOP("words", "sent out")},
    {"presence", "resting", QT_TRANSLATE_NOOP("words", "resting")},
    {"volunteer_state", "applicant", QT_TRANSLATE_NOOP("words", "applicant")},
    {"volunteer_state", "registered", QT_TRANSLATE_NOOP("words", "registered")},
    {"volunteer_state", "suspended", QT_TRANSLATE_NOOP("words", "suspended")},
    {"volunteer_state", "left", QT_TRANSLATE_NOOP("words", "has left")},
    {"inquiry_state", "new", QT_TRANSLATE_NOOP("words", "new")},
    {"inquiry_state", "open", QT_TRANSLATE_NOOP("words", "being handled")},
    {"inquiry_state", "waiting", QT_TRANSLATE_NOOP("words", "waiting for others")},
    {"inquiry_state", "answered", QT_TRANSLATE_NOOP("words", "answered")},
    {"inquiry_state", "closed", QT_TRANSLATE_NOOP("words", "closed")},
    {"inquiry_channel", "phone", QT_TRANSLATE_NOOP("words", "telephone")},
    {"inquiry_channel", "walk_in", QT_TRANSLATE_NOOP("words", "walk-in")},
    {"inquiry_channel", "shelter", QT_TRANSLATE_NOOP("words", "shelter patrol")},
    {"inquiry_channel", "email", QT_TRANSLATE_NOOP("words", "e-mail")},
    {"inquiry_channel", "web", QT_TRANSLATE_NOOP("words", "web")},
    {"inquiry_channel", "sms", QT_TRANSLATE_NOOP("words", "SMS")},
    {"inquiry_topic", "evacuation", QT_TRANSLATE_NOOP("words", "evacuation")},
    {"inquiry_topic", "shelter", QT_TRANSLATE_NOOP("words", "shelter")},
    {"inquiry_topic", "water_food", QT_TRANSLATE_NOOP("words", "water and food")},
    {"inquiry_topic", "lifelines", QT_TRANSLATE_NOOP("words", "lifelines")},
    {"inquiry_topic", "transport", QT_TRANSLATE_NOOP("words", "transport")},
    {"inquiry_topic", "medical", QT_TRANSLATE_NOOP("words", "medical care")},
    {"inquiry_topic", "relatives", QT_TRANSLATE_NOOP("words", "safety of relatives")},
    {"inquiry_topic", "housing", QT_TRANSLATE_NOOP("words", "housing")},
    {"inquiry_topic", "certificates", QT_TRANSLATE_NOOP("words", "certificates")},
    {"inquiry_topic", "money", QT_TRANSLATE_NOOP("words", "money")},
    {"inquiry_topic", "work", QT_TRANSLATE_NOOP("words", "work")},
    {"inquiry_topic", "residence_status", QT_TRANSLATE_NOOP("words", "residence status")},
    {"inquiry_topic", "school", QT_TRANSLATE_NOOP("words", "school")},
    {"inquiry_topic", "scam", QT_TRANSLATE_NOOP("words", "scams")},
    {"inquiry_topic", "rumour", QT_TRANSLATE_NOOP("words", "rumours")},
    {"inquiry_topic", "other", QT_TRANSLATE_NOOP("words", "other")},
    {"emergency_check", "not_asked", QT_TRANSLATE_NOOP("words", "not asked yet")},
    {"emergency_check", "not_emergency", QT_TRANSLATE_NOOP("words", "no emergency")},
    {"emergency_check", "sent_to_119", QT_TRANSLATE_NOOP("words", "119 was called first")},
    {"category", "disaster", QT_TRANSLATE_NOOP("words", "Disaster")},
    {"category", "shelter", QT_TRANSLATE_NOOP("words", "Shelter life")},
    {"category", "health", QT_TRANSLATE_NOOP("words", "Health")},
    {"category", "lifelines", QT_TRANSLATE_NOOP("words", "Lifelines and daily life")},
    {"category", "recovery", QT_TRANSLATE_NOOP("words", "Recovery")},
    {"category", "center", QT_TRANSLATE_NOOP("words", "The center")},
    {"category", "preparedness", QT_TRANSLATE_NOOP("words", "Preparedness")},
    {"attention", "request_open", QT_TRANSLATE_NOOP("words", "Request looks for people")},
    {"attention", "request_offered", QT_TRANSLATE_NOOP("words", "Claim waits for approval")},
    {"attention", "assignment_overdue", QT_TRANSLATE_NOOP("words", "Somebody sent out is overdue")},
    {"attention", "inquiry_waiting", QT_TRANSLATE_NOOP("words", "Inquiry waits")},
    {"attention", "notice_expiring", QT_TRANSLATE_NOOP("words", "Notice expires soon")},
    {"attention", "languages_missing", QT_TRANSLATE_NOOP("words", "Languages are missing")},
    {"qualifier", "more_than", QT_TRANSLATE_NOOP("words", "more than")},
    {"qualifier", "about", QT_TRANSLATE_NOOP("words", "about")},
    {"qualifier", "at_least", QT_TRANSLATE_NOOP("words", "at least")},
    {"qualifier", "less_than", QT_TRANSLATE_NOOP("words", "less than")},
    {"refusal", "unauthenticated",
     QT_TRANSLATE_NOOP("words", "The name or the password is wrong, or the session has ended.")},
    {"refusal", "forbidden", QT_TRANSLATE_NOOP("words", "Your account may not do this.")},
    {"refusal", "not_found", QT_TRANSLATE_NOOP("words", "There is no such record, or you may not see it.")},
    {"refusal", "conflict",
     QT_TRANSLATE_NOOP("words", "This is done already, and cannot be done again. Look at what is there.")},
    {"refusal", "center_closed", QT_TRANSLATE_NOOP("words", "The center is closed.")},
    {"refusal", "dispatch_stopped",
     QT_TRANSLATE_NOOP("words", "On-site dispatch is stopped. The lead can open it.")},
    {"refusal", "already_taken", QT_TRANSLATE_NOOP("words", "Somebody has this place already.")},
    {"refusal", "language_mismatch", QT_TRANSLATE_NOOP("words", "another language")},
    {"refusal", "skill_missing", QT_TRANSLATE_NOOP("words", "other kind of work")},
    {"refusal", "overlap", QT_TRANSLATE_NOOP("words", "has another assignment then")},
    {"refusal", "rest_needed", QT_TRANSLATE_NOOP("words", "needs rest")},
    {"refusal", "not_available", QT_TRANSLATE_NOOP("words", "not available")},
    {"refusal", "gender_preference", QT_TRANSLATE_NOOP("words", "another gender was asked for")},
    {"refusal", "banned_pair", QT_TRANSLATE_NOOP("words", "must not meet")},
    {"refusal", "wrong_state", QT_TRANSLATE_NOOP("words", "This cannot be done in its present state.")},
    {"refusal", "not_ready", QT_TRANSLATE_NOOP("words", "No language is ready.")},
    {"refusal", "precondition_failed",
     QT_TRANSLATE_NOOP("words", "Somebody has changed this in the meantime. Look at it again.")},
    {"refusal", "precondition_required",
     QT_TRANSLATE_NOOP("words", "This cannot be done without looking at the present state first.")},
    {"refusal", "idempotency_mismatch",
     QT_TRANSLATE_NOOP("words", "Something else was sent under the same mark before. Send it again.")},
    {"refusal", "method_not_allowed", QT_TRANSLATE_NOOP("words", "The server does not know how to do this.")},
    {"refusal", "too_large", QT_TRANSLATE_NOOP("words", "The file or text is too large.")},
    {"refusal", "malformed", QT_TRANSLATE_NOOP("words", "The file cannot be read.")},
    {"refusal", "unsupported", QT_TRANSLATE_NOOP("words", "This kind of file is not known.")},
    {"refusal", "too_many", QT_TRANSLATE_NOOP("words", "Too many wrong attempts. Wait some minutes.")},
    {"refusal", "busy", QT_TRANSLATE_NOOP("words", "The server is very busy. Try again.")},
    {"refusal", "storage_full",
     QT_TRANSLATE_NOOP("words", "The server’s disk is full: nothing was changed.")},
    {"refusal", "invalid", QT_TRANSLATE_NOOP("words", "Some fields are not right.")},
    {"code", "required", QT_TRANSLATE_NOOP("words", "is missing")},
    {"code", "unknown", QT_TRANSLATE_NOOP("words", "is not known")},
    {"code", "format", QT_TRANSLATE_NOOP("words", "has the wrong form")},
    {"code", "type", QT_TRANSLATE_NOOP("words", "has the wrong form")},
    {"code", "too_long", QT_TRANSLATE_NOOP("words", "is too long")},
    {"code", "range", QT_TRANSLATE_NOOP("words", "is outside of what is possible")},
    {"code", "duplicate", QT_TRANSLATE_NOOP("words", "is there already")},
    {"code", "old_bulletin", QT_TRANSLATE_NOOP("words", "The bulletin is more than a day old.")},
    {"code", "future_bulletin",
     QT_TRANSLATE_NOOP("words", "The bulletin’s time has not come yet: a clock is wrong.")},
    {"code", "cancelled_bulletin", QT_TRANSLATE_NOOP("words", "The bulletin was cancelled.")},
    {"code", "not_ready", QT_TRANSLATE_NOOP("words", "is not ready")},
    {"code", "wrong_state", QT_TRANSLATE_NOOP("words", "is not in a state that allows this")},
    {"code", "too_many", QT_TRANSLATE_NOOP("words", "has too many entries")},
    {"code", "untranslated", QT_TRANSLATE_NOOP("words", "is not translated")},
    {"code", "drill_bulletin", QT_TRANSLATE_NOOP("words", "The bulletin is a drill’s.")},
    {"code", "drill_running", QT_TRANSLATE_NOOP("words", "A drill is going on.")},
};
} // namespace

bool interfaceIsJapanese() {
  return QLocale().language() == QLocale::Japanese;
}

QString word(std::string_view group, std::string_view key) {
  auto found =
      std::ranges::find_if(table, [&](const entry& each) { return each.group == group && each.key == key; });
  if (found == std::end(table)) return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
  return QCoreApplication::translate("words", found->english);
}

QString labelIn(const client::labels& labels) {
  auto found = labels.find(interfaceIsJapanese() ? "ja" : "en");
  if (found == labels.end()) found = labels.begin();
  return found == labels.end() ? QString() : qs(found->second);
}

QString languageName(const client::center_model& model, const std::string& tag) {
  if (tag == "und") return QCoreApplication::translate("words", "not known");
  if (tag == "zh") return QCoreApplication::translate("words", "Chinese");
  for (const auto& each : model.languages())
    if (each.tag.value == tag) return qs(interfaceIsJapanese() ? each.name_ja : each.name_en);
  UErrorCode error = U_ZERO_ERROR;
  const auto language = icu::Locale::forLanguageTag(tag, error);
  if (U_FAILURE(error)) return qs(tag);
  icu::UnicodeString name; // CLDR's; the tag itself where it has none
  language.getDisplayName(interfaceIsJapanese() ? icu::Locale::getJapanese() : icu::Locale::getEnglish(),
                          name);
  std::string out;
  return qs(name.toUTF8String(out));
}

QString areaName(const client::center_model& model, const std::string& code) {
  if (model.center())
    for (const auto& each : model.center()->areas)
      if (each.code == code) return labelIn(each.names);
  return qs(code);
}

QString emptyWords(client::loading state, const QString& otherwise) {
  if (state != client::loading::not_permitted) return otherwise;
  return QCoreApplication::translate("words", "Your account may not see this.");
}

QString noticeName(const client::center_model& model, const notice_view& of) {
  if (of.template_.empty() && of.free_text) {
    QString first = qs(*of.free_text).section(QLatin1Char('\n'), 0, 0).trimmed();
    if (!first.isEmpty()) return first;
  }
  return topicName(model, of.template_);
}

QString topicName(const client::center_model& model, const std::string& id) {
  if (id.empty()) return QCoreApplication::translate("words", "Free text");
  for (const auto& each : model.templates())
    if (each.id == id) return labelIn(each.name);
  return qs(id);
}

QString explain(const link::failure& why) {
  if (why.network == link::link_error::cancelled)
    return QCoreApplication::translate("words", "Taken back before the server answered.");
  if (why.network == link::link_error::server_failed)
    return QCoreApplication::translate("words",
                                       "The server has a fault and could not do this. Its log says more.");
  if (why.network == link::link_error::wrong_date)
    return QCoreApplication::translate(
        "words",
        "This computer’s date does not fit the server’s certificate. Set the clock right and try again.");
  if (!why.refused)
    return QCoreApplication::translate("words", "The server cannot be reached: %1").arg(qs(why.said));
  QString out = word("refusal", json::name_of(why.refused->code));
  for (const auto& each : why.refused->errors)
    out += QStringLiteral("\n%1: %2").arg(qs(each.field), word("code", each.code));
  return out;
}

} // namespace kotobashi::desktop
