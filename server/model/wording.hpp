#pragma once

#include "server/model/account.hpp"

namespace kotobashi {

// overtaken: another decision about the same text came first.
enum class wording_review_state { open, accepted, declined, overtaken };
BOOST_DESCRIBE_ENUM(wording_review_state, open, accepted, declined, overtaken)

// What somebody who speaks the language says of a text of a pack: it is right as it is, or should say
// something else. Accepted ones stand in the pack's place; all are kept, as the text's history.
struct wording_review {
  kotobashi::id<wording_review> id;
  language_tag language;
  text<20> section; // phrases, terms, pages
  text<200> key;
  text<4000> source; // Japanese, as it was then
  text<4000> was;    // the text that was looked at
  text<4000> said;   // the same: it is right
  kotobashi::id<struct account> by;
  instant at;
  wording_review_state state{};
  kotobashi::id<struct account> decided_by;
  std::optional<instant> decided_at;
  std::int64_t revision = 1;

  bool is_right() const { return said.value == was.value; }
};
BOOST_DESCRIBE_STRUCT(wording_review, (),
                      (id, language, section, key, source, was, said, by, at, state, decided_by, decided_at,
                       revision))

// GET /api/v1/wordings: a text of a pack, for those who check it. `says` and `source_says`: one entry a
// branch of plural and select, values as {name}; `text`: the message itself.
struct wording_view {
  std::string key; // with its section before it where that is needed
  std::string note;
  std::vector<std::string> terms; // "震度5弱 = 5 Lower": to be used in the translation
  std::vector<std::string> source_says, says;
  std::string english;
  std::string text;
  text_status status{};
};
BOOST_DESCRIBE_STRUCT(wording_view, (), (key, note, terms, source_says, says, english, text, status))

// POST /api/v1/wording-reviews
struct new_wording_review {
  language_tag language;
  text<200> key;
  text<4000> was;                 // the text that was looked at
  std::optional<text<4000>> said; // none: it is right
};
BOOST_DESCRIBE_STRUCT(new_wording_review, (), (language, key, was, said))

// GET /api/v1/wording-reviews/{id}. `by` and `decided_by`: an account's name, or a volunteer's number in the
// register; for staff.
struct wording_review_view {
  kotobashi::id<wording_review> id;
  language_tag language;
  std::string key;
  text<4000> source;
  text<4000> was;
  std::optional<text<4000>> said; // none: it is right
  wording_review_state state{};
  instant at;
  std::optional<std::string> by;
  std::optional<std::string> decided_by;
  std::optional<instant> decided_at;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(wording_review_view, (),
                      (id, language, key, source, was, said, state, at, by, decided_by, decided_at, revision))

} // namespace kotobashi
