#include "server/store/engine/migration.hpp"

#include <array>

namespace kotobashi::store {

namespace {
// SQLite's own: INTEGER PRIMARY KEY is the row's number, so that event and audit need no index (PostgreSQL:
// BIGINT).
constexpr std::string_view engine_0001 = R"(
CREATE TABLE fact (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('event', 0), ('event_trimmed', 0), ('audit', 0);
CREATE TABLE event (
  seq INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  who TEXT,
  what TEXT NOT NULL,
  entity TEXT NOT NULL,
  "of" TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE idempotency (
  account TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  record TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (account, key)
);
CREATE INDEX idempotency_at ON idempotency (at);
)";

// Keys of our clients begin with the time: those of one hour lie together in the index, however many accounts
// they come from, where (account, key) touches a page for each account.
constexpr std::string_view engine_0002 = R"(
CREATE TABLE idempotency_by_key (
  account TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  record TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (key, account)
);
INSERT INTO idempotency_by_key (account, key, hash, status, record, at)
  SELECT account, key, hash, status, record, at FROM idempotency;
DROP TABLE idempotency;
ALTER TABLE idempotency_by_key RENAME TO idempotency;
CREATE INDEX idempotency_at ON idempotency (at);
)";

constexpr std::array steps{migration{"engine 0001 events, audit, idempotency", engine_0001},
                           migration{"engine 0002 idempotency by key", engine_0002}};
} // namespace

std::span<const migration> engine_migrations() {
  return steps;
}

} // namespace kotobashi::store
