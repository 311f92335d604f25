#include "server/store/schema.hpp"

#include "server/store/first_tables.hpp"

#include <array>

namespace kotobashi::store {

namespace {

// Texts that no template has: what is translated, which notices carry it, and the translation memory with the
// trigrams (hashed together with the language) by which similar lines are found.
constexpr const char* translations = R"sql(
CREATE TABLE translation (
  id TEXT PRIMARY KEY,
  drill TEXT REFERENCES activation (id),
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  source_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  claimed_by TEXT REFERENCES account (id),
  claimed_until BIGINT,
  translated_by TEXT REFERENCES account (id),
  translated_at BIGINT,
  checked_by TEXT REFERENCES account (id),
  checked_at BIGINT,
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX translation_source ON translation (source_hash, language, COALESCE(drill, ''));
CREATE INDEX translation_claims ON translation (claimed_until) WHERE state = 'claimed';

CREATE TABLE translation_use (
  translation TEXT NOT NULL REFERENCES translation (id),
  notice TEXT NOT NULL REFERENCES notice (id),
  "index" BIGINT NOT NULL,
  PRIMARY KEY (translation, notice, "index")
);
CREATE INDEX translation_use_notice ON translation_use (notice, "index");

CREATE TABLE translation_segment (
  number BIGINT PRIMARY KEY,
  translation TEXT NOT NULL REFERENCES translation (id),
  line BIGINT NOT NULL,
  language TEXT NOT NULL,
  drill TEXT,
  source TEXT NOT NULL,
  folded TEXT NOT NULL,
  said TEXT NOT NULL,
  checked BIGINT NOT NULL
);
CREATE UNIQUE INDEX translation_segment_line ON translation_segment (translation, line);

CREATE TABLE translation_gram (
  gram BIGINT NOT NULL,
  segment BIGINT NOT NULL
);
CREATE INDEX translation_gram_segment ON translation_gram (gram, segment);
)sql";

constexpr const char* wordings = R"sql(
CREATE TABLE wording_review (
  id TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  section TEXT NOT NULL,
  "key" TEXT NOT NULL,
  source TEXT NOT NULL,
  was TEXT NOT NULL,
  said TEXT NOT NULL,
  "by" TEXT NOT NULL REFERENCES account (id),
  at BIGINT NOT NULL,
  state TEXT NOT NULL,
  decided_by TEXT REFERENCES account (id),
  decided_at BIGINT,
  revision BIGINT NOT NULL
);
CREATE INDEX wording_review_text ON wording_review (language, section, "key");
CREATE INDEX wording_review_by ON wording_review ("by", language);
CREATE INDEX wording_review_state ON wording_review (state, id);
)sql";

// Asked of every notice on the board at each change of it; without this the time is read from behind the
// texts.
constexpr std::string_view text_times = R"sql(
CREATE INDEX notice_text_at ON notice_text (notice, "index", at);
)sql";

constexpr std::string_view cancelling_times = R"sql(
ALTER TABLE request ADD COLUMN cancelled_at BIGINT;
CREATE INDEX assignment_offered ON assignment (request) WHERE state = 'offered';
CREATE INDEX assignment_out ON assignment (request) WHERE state = 'taken' OR state = 'under_way';
CREATE INDEX assignment_given_back ON assignment (volunteer, ends_at) WHERE state = 'released';
)sql";

// Whether what a bulletin did not say could have opened the center. Of those that came before it is not
// known.
constexpr std::string_view undecided_bulletins = R"sql(
ALTER TABLE bulletin ADD COLUMN undecided BIGINT NOT NULL DEFAULT 0;
)sql";

// Of notices that are out already nothing counts as left out.
constexpr std::string_view left_out_languages = R"sql(
ALTER TABLE notice ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]';
)sql";

constexpr std::array all{migration{"0001 center", first_tables},
                         migration{"0002 translations", translations},
                         migration{"0003 wordings", wordings},
                         migration{"0004 times of texts", text_times},
                         migration{"0005 times of cancelling", cancelling_times},
                         migration{"0006 undecided bulletins", undecided_bulletins},
                         migration{"0007 left out languages", left_out_languages}};

} // namespace

std::span<const migration> center_migrations() {
  return all;
}

} // namespace kotobashi::store
