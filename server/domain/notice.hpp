#pragma once

#include "server/model/records.hpp"
#include "server/model/result.hpp"

// A notice's way: draft → published → withdrawn or expired, with revisions.
namespace kotobashi::domain {

// Which texts the center lets out: checked ones always; drafted ones (nobody who speaks the language has
// confirmed them) as set in center.toml, for critical topics by a rule of their own.
struct text_policy {
  bool drafted_goes_out = true;
  bool drafted_critical_goes_out = false;
};
// The source language and its plain form are the center's own words: drafted ones go out always.
bool is_ready(text_status status, const language_tag& language, bool critical, const text_policy& policy);

result<notice> publish(notice draft, const publish_notice& input, std::int64_t number, int ready_texts,
                       instant now);
// The record after a correction: index `next` counts from now on.
result<notice> correct(notice published, const correct_notice& input, std::int64_t next, int ready_texts,
                       instant now);
result<notice> withdraw(notice published, const withdraw_notice& input, instant now);
// Published and its time is over.
bool has_expired(const notice& one, instant now);
notice expire(notice published);

} // namespace kotobashi::domain
