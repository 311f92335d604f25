#pragma once

#include "server/model/activation.hpp"

namespace kotobashi {

// A question or a call for help (相談). Confidential ones are seen by the people named in them and nobody
// else.
struct inquiry {
  kotobashi::id<inquiry> id;
  kotobashi::id<kotobashi::activation> activation;
  std::int64_t number = 0; // within the activation; confidential ones count by themselves
  inquiry_channel channel{};
  language_tag language; // "und": not known
  std::string area;      // code of municipality or ward; empty: not known
  std::optional<inquiry_topic> topic;
  bool confidential = false;                             // chosen before the text is typed
  std::vector<kotobashi::id<struct account>> visible_to; // confidential: these, and the lead who is named
  emergency_check emergency{};                           // was it a case for 119 first?
  std::optional<bool> tourist;
  personal<text<4000>> content;
  personal<text<200>> contact; // how to reach the person
  inquiry_state state{};
  instant received_at;
  std::optional<instant> answered_at;
  std::optional<instant> closed_at;
  kotobashi::id<inquiry> merged_into;
  kotobashi::id<struct account> created_by;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(inquiry, (),
                      (id, activation, number, channel, language, area, topic, confidential, visible_to,
                       emergency, tourist, content, contact, state, received_at, answered_at, closed_at,
                       merged_into, created_by, revision))

struct answer {
  kotobashi::id<answer> id;
  kotobashi::id<kotobashi::inquiry> inquiry;
  personal<text<4000>> content;
  text<200> source_checked; // what it was checked against; never empty
  language_tag language;
  instant at;
  kotobashi::id<struct account> by;
};
BOOST_DESCRIBE_STRUCT(answer, (), (id, inquiry, content, source_checked, language, at, by))

// POST /api/v1/inquiries
struct new_inquiry {
  inquiry_channel channel{};
  language_tag language;
  std::optional<std::string> area;
  std::optional<inquiry_topic> topic;
  std::optional<bool> confidential;
  std::vector<kotobashi::id<struct account>> visible_to; // besides who records it
  std::optional<emergency_check> emergency;
  std::optional<bool> tourist;
  personal<text<4000>> content;
  std::optional<personal<text<200>>> contact;
};
BOOST_DESCRIBE_STRUCT(new_inquiry, (),
                      (channel, language, area, topic, confidential, visible_to, emergency, tourist, content,
                       contact))
// PATCH /api/v1/inquiries/{id}: merge patch over these.
struct inquiry_fields {
  language_tag language;
  std::optional<std::string> area;
  std::optional<inquiry_topic> topic;
  emergency_check emergency{};
  std::optional<bool> tourist;
  personal<text<4000>> content;
  std::optional<personal<text<200>>> contact;
  inquiry_state state{};
  std::optional<kotobashi::id<inquiry>> merged_into;
};
BOOST_DESCRIBE_STRUCT(inquiry_fields, (),
                      (language, area, topic, emergency, tourist, content, contact, state, merged_into))
// POST /api/v1/inquiries/{id}/answers
struct new_answer {
  personal<text<4000>> content;
  text<200> source_checked;
  std::optional<language_tag> language;
};
BOOST_DESCRIBE_STRUCT(new_answer, (), (content, source_checked, language))

struct inquiry_view : inquiry {
  std::vector<answer> answers;
};
BOOST_DESCRIBE_STRUCT(inquiry_view, (inquiry), (answers))

} // namespace kotobashi
