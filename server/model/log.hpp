#pragma once

#include "server/model/activation.hpp"

namespace kotobashi {

// Something that happened to a record, in the one order that counts. No body: that is made when it is
// delivered.
struct event {
  std::int64_t seq = 0;
  std::string kind;   // "notice.published"
  std::string entity; // "notice"
  std::string id;
  std::int64_t revision = 0;
  instant at;
};
BOOST_DESCRIBE_STRUCT(event, (), (seq, kind, entity, id, revision, at))

// Who changed what; each line's hash covers the line before it. No personal data.
struct audit_line {
  std::int64_t seq = 0;
  instant at;
  kotobashi::id<struct account> who;
  std::string what; // "request.claim"
  std::string entity;
  std::string of;   // the record's id
  std::string hash; // SHA-256, hex, over the line before's hash and this line
};
BOOST_DESCRIBE_STRUCT(audit_line, (), (seq, at, who, what, entity, of, hash))

// A line of the chronology (クロノロジー), typed by people; what the center did itself comes from the event
// log.
struct log_entry {
  kotobashi::id<log_entry> id;
  kotobashi::id<kotobashi::activation> activation;
  std::int64_t number = 0;
  instant at;
  text<80> from;
  text<80> to;
  text<40> medium;
  text<1000> content;
  text<400> action;
  text<80> owner;
  bool done = false;
  kotobashi::id<struct account> by;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(log_entry, (),
                      (id, activation, number, at, from, to, medium, content, action, owner, done, by,
                       revision))

struct new_log_entry {
  std::optional<instant> at;
  std::optional<text<80>> from;
  std::optional<text<80>> to;
  std::optional<text<40>> medium;
  text<1000> content;
  std::optional<text<400>> action;
  std::optional<text<80>> owner;
};
BOOST_DESCRIBE_STRUCT(new_log_entry, (), (at, from, to, medium, content, action, owner))

} // namespace kotobashi
