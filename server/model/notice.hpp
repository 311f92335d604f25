#pragma once

#include "server/model/activation.hpp"

#include <boost/json/value.hpp>

#include <map>

namespace kotobashi {

// Where the words come from: "第3報（市第12報による）".
struct notice_source {
  text<120> issuer;
  std::optional<text<60>> bulletin_number;
  std::optional<instant> at;
};
BOOST_DESCRIBE_STRUCT(notice_source, (), (issuer, bulletin_number, at))

// An announcement (お知らせ). What it says stands in its revisions; this is its way through the center.
struct notice {
  kotobashi::id<notice> id;
  kotobashi::id<kotobashi::activation> activation;
  std::optional<std::int64_t> number; // given at publication, counts within the activation
  notice_state state{};
  std::string template_; // the topic's id; empty: free text
  bool critical = false; // read back before it goes
  kotobashi::id<notice> follows;
  std::optional<notice_source> source;
  std::vector<channel> channels;
  std::int64_t current = 1;           // index of the revision that counts
  std::vector<std::string> languages; // asked for; empty: all
  std::vector<std::string> left_out;  // of these, what the editor keeps back though it may be ready
  instant created_at;
  std::optional<instant> published_at; // first publication
  std::optional<instant> corrected_at;
  std::optional<instant> withdrawn_at;
  std::optional<text<400>> withdrawn_because;
  std::optional<instant> expires_at;
  kotobashi::id<struct account> created_by;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(notice, (),
                      (id, activation, number, state, template_, critical, follows, source, channels, current,
                       languages, left_out, created_at, published_at, corrected_at, withdrawn_at,
                       withdrawn_because, expires_at, created_by, revision))

// What a notice says, frozen: parameters, rendered texts, versions of the packs.
struct notice_revision {
  kotobashi::id<notice_revision> id;
  kotobashi::id<kotobashi::notice> notice;
  std::int64_t index = 1;
  boost::json::value parameters;       // object, by the topic's parameters and switches
  std::optional<text<4000>> free_text; // Japanese, where there is no topic
  std::map<std::string, std::string> pack_versions;
  instant created_at;
  kotobashi::id<struct account> created_by;
};
BOOST_DESCRIBE_STRUCT(notice_revision, (),
                      (id, notice, index, parameters, free_text, pack_versions, created_at, created_by))

// One language of one revision. `ready` says whether it may be read: the others wait and show "being
// translated".
struct notice_text {
  kotobashi::id<notice_text> id;
  kotobashi::id<kotobashi::notice> notice;
  std::int64_t index = 1; // of the revision
  language_tag language;
  text_status status{};
  bool ready = false;
  std::string title;             // plain
  std::string body;              // plain, one line a sentence group
  boost::json::value title_runs; // [{text, language, direction, ruby?, parameter?}]
  boost::json::value body_runs;  // list of paragraphs of runs
  instant at;
};
BOOST_DESCRIBE_STRUCT(notice_text, (),
                      (id, notice, index, language, status, ready, title, body, title_runs, body_runs, at))

// POST /api/v1/notices
struct new_notice {
  std::optional<std::string> template_;
  boost::json::value parameters;
  std::optional<kotobashi::text<4000>> text;
  std::vector<std::string> languages;
  std::vector<channel> channels;
  std::optional<notice_source> source;
  std::optional<kotobashi::id<notice>> follows;
  std::optional<instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(new_notice, (),
                      (template_, parameters, text, languages, channels, source, follows, expires_at))

// POST /api/v1/preview
struct preview_wish {
  std::optional<std::string> template_;
  boost::json::value parameters;
  std::optional<kotobashi::text<4000>> text;
  std::vector<std::string> languages; // empty: all
  // A published notice that this would correct: runs of the reply carry `changed` where they are new.
  std::optional<kotobashi::id<notice>> corrects;
};
BOOST_DESCRIBE_STRUCT(preview_wish, (), (template_, parameters, text, languages, corrects))

// GET /api/v1/notices/{id}: the record with its present revision and the state of every language.
struct notice_language {
  language_tag language;
  text_status status{};
  bool ready = false;
  std::string title;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(notice_language, (), (language, status, ready, title, body))
struct notice_view : notice {
  boost::json::value parameters;
  std::optional<text<4000>> free_text;
  std::vector<notice_language> texts;
  int ready_count = 0;
  int language_count = 0;
};
BOOST_DESCRIBE_STRUCT(notice_view, (notice), (parameters, free_text, texts, ready_count, language_count))

// POST /api/v1/notices/{id}/publish: critical topics want what was read back.
struct publish_notice {
  std::optional<std::vector<std::string>> languages; // default: all that are ready, now and later
  std::optional<bool> read_back;                     // area, order and time were read aloud and are right
};
BOOST_DESCRIBE_STRUCT(publish_notice, (), (languages, read_back))
struct correct_notice {
  boost::json::value parameters;
  std::optional<kotobashi::text<4000>> text;
  std::optional<std::vector<std::string>> languages; // default: without those that were left out before
  std::optional<notice_source> source;
  std::optional<instant> expires_at;
  std::optional<bool> read_back;
};
BOOST_DESCRIBE_STRUCT(correct_notice, (), (parameters, text, languages, source, expires_at, read_back))
struct withdraw_notice {
  text<400> reason;
};
BOOST_DESCRIBE_STRUCT(withdraw_notice, (), (reason))

} // namespace kotobashi
