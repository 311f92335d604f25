#pragma once

#include "server/model/notice.hpp"

namespace kotobashi {

enum class translation_state { open, claimed, translated, done };
BOOST_DESCRIBE_ENUM(translation_state, open, claimed, translated, done)

// One Japanese text that no template has, on its way into one language: open → claimed → translated → done.
// The same text in the same language is one record, however many notices carry it. No personal data: what
// notices say is public.
struct translation {
  kotobashi::id<translation> id;
  kotobashi::id<kotobashi::activation> drill; // made in this drill and of no use outside of it; empty: actual
  language_tag language;
  text<4000> source; // Japanese, one line a paragraph
  std::string source_hash;
  translation_state state{};
  text<8000> said; // what it says in `language`; empty until somebody has translated it
  kotobashi::id<struct account> claimed_by;
  std::optional<instant> claimed_until; // then it is open again
  kotobashi::id<struct account> translated_by;
  std::optional<instant> translated_at;
  kotobashi::id<struct account> checked_by; // somebody else than translated_by
  std::optional<instant> checked_at;
  instant created_at;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(translation, (),
                      (id, drill, language, source, source_hash, state, said, claimed_by, claimed_until,
                       translated_by, translated_at, checked_by, checked_at, created_at, revision))

// GET /api/v1/translations/{id}. Names (an account's, or the register's number of a volunteer) and times are
// for staff; a volunteer never learns who somebody else is.
struct translation_view {
  kotobashi::id<translation> id;
  language_tag language;
  text<4000> source;
  translation_state state{};
  std::optional<text<8000>> said;
  bool mine = false;             // claimed by the reader
  bool translated_by_me = false; // then somebody else checks
  std::optional<instant> claimed_until;
  std::vector<std::int64_t> notices; // numbers of those that carry it now
  instant created_at;
  std::optional<std::string> claimed_by;
  std::optional<std::string> translated_by;
  std::optional<instant> translated_at;
  std::optional<std::string> checked_by;
  std::optional<instant> checked_at;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(translation_view, (),
                      (id, language, source, state, said, mine, translated_by_me, claimed_until, notices,
                       created_at, claimed_by, translated_by, translated_at, checked_by, checked_at,
                       revision))

// POST /api/v1/translations/{id}/submit
struct submit_translation {
  kotobashi::text<8000> text; // one line a paragraph, the title first, as the source
};
BOOST_DESCRIBE_STRUCT(submit_translation, (), (text))
// POST /api/v1/translations/{id}/check: without text it is right as it stands.
struct check_translation {
  std::optional<kotobashi::text<8000>> text;
};
BOOST_DESCRIBE_STRUCT(check_translation, (), (text))

// GET /api/v1/translations/{id}/memory: how a similar line was translated before.
struct memory_offer {
  std::int64_t line = 0; // of the source, counted from 1
  std::string source;
  std::string said;
  std::int64_t percent = 0; // 100: the same
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(memory_offer, (), (line, source, said, percent, checked))

// A line of the translation memory.
struct memory_segment {
  std::string source, folded, said;
  bool checked = false;
};

} // namespace kotobashi
