#pragma once

#include "server/model/enums.hpp"
#include "server/model/instant.hpp"
#include "server/model/value.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi {

// A language as it is spoken: 中国語 in a roster is "zh", 普通話 "cmn", 広東語 "yue", others their BCP 47
// tag. What is written is another matter: zh-Hans, zh-Hant.
struct language_skill {
  language_tag language;
  kotobashi::level level{};
};
BOOST_DESCRIBE_STRUCT(language_skill, (), (language, level))

// One person of the roster. Personal data is personal<>; a purge empties exactly those.
struct volunteer {
  kotobashi::id<volunteer> id;
  kotobashi::id<struct activation> drill; // empty: the roster; else this is a copy for that drill
  kotobashi::id<volunteer> copy_of;
  text<40> number; // of the organisation's own register, "V001"
  personal<text<80>> name;
  personal<text<80>> kana; // full-width katakana
  kotobashi::gender gender{};
  personal<text<10>> birth_date; // "1978-04-04"; empty: not known
  personal<text<30>> phone;      // digits and hyphens
  personal<text<120>> email;
  text<60> area; // where the person lives or can work, as written
  std::vector<language_skill> spoken;
  std::vector<language_skill> written;
  std::vector<request_kind> does; // interpret, translate, check, accompany
  std::vector<specialty> specialties;
  text<200> hours; // as written
  text<200> qualification;
  std::optional<text<10>> qualification_until; // "2027-03-31"
  std::optional<bool> insured;
  personal<text<1000>> note;
  volunteer_state state{};
  kotobashi::presence presence{};
  instant registered_at;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(volunteer, (),
                      (id, drill, copy_of, number, name, kana, gender, birth_date, phone, email, area, spoken,
                       written, does, specialties, hours, qualification, qualification_until, insured, note,
                       state, presence, registered_at, revision))

// POST /api/v1/volunteers, and the merge patch's target for PATCH.
struct volunteer_fields {
  text<40> number;
  personal<text<80>> name;
  std::optional<personal<text<80>>> kana;
  std::optional<kotobashi::gender> gender;
  std::optional<personal<text<10>>> birth_date;
  std::optional<personal<text<30>>> phone;
  std::optional<personal<text<120>>> email;
  std::optional<text<60>> area;
  std::vector<language_skill> spoken;
  std::vector<language_skill> written;
  std::vector<request_kind> does;
  std::vector<specialty> specialties;
  std::optional<text<200>> hours;
  std::optional<text<200>> qualification;
  std::optional<text<10>> qualification_until;
  std::optional<bool> insured;
  std::optional<personal<text<1000>>> note;
  std::optional<volunteer_state> state;
  std::optional<kotobashi::presence> presence;
};
BOOST_DESCRIBE_STRUCT(volunteer_fields, (),
                      (number, name, kana, gender, birth_date, phone, email, area, spoken, written, does,
                       specialties, hours, qualification, qualification_until, insured, note, state,
                       presence))

// POST /api/v1/volunteers/{id}/link
struct link_created {
  std::string url; // …/v#TOKEN: the token stands in the fragment, which browsers do not send
  instant expires_at;
};
BOOST_DESCRIBE_STRUCT(link_created, (), (url, expires_at))

// POST /api/v1/volunteers/import
struct rejected_row {
  int line = 0;      // first line of the row in the file, counted from 1
  std::string field; // header as it stands in the file; empty: the row as a whole
  std::string code;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(rejected_row, (), (line, field, code, detail))
struct import_outcome {
  int accepted = 0;
  int blank = 0; // rows without anything in them
  std::string charset;
  bool dry_run = false;
  std::vector<rejected_row> rejected;
  std::vector<rejected_row> warnings; // taken, but look at them
};
BOOST_DESCRIBE_STRUCT(import_outcome, (), (accepted, blank, charset, dry_run, rejected, warnings))

} // namespace kotobashi
