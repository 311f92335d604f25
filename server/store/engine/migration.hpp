#pragma once

#include "server/model/instant.hpp"
#include "server/store/engine/connection.hpp"

#include <span>
#include <string_view>

namespace kotobashi::store {

// A named step of the schema: one or more statements. A step that was published is never changed; a new one
// is added.
struct migration {
  std::string_view name; // "0001 notices"
  std::string_view sql;
};

// The engine's own tables: event, audit, counter, idempotency, fact.
std::span<const migration> engine_migrations();

// Runs those that the database has not seen, in the order given, each in a transaction of its own, with
// foreign keys off while it runs (dropping a parent would empty its children) and checked before it commits.
// Table migration(name, at) says what ran. Throws cannot_open, one line, where the database knows a migration
// that this program does not, or where a step fails.
void migrate(connection& of, std::span<const migration> steps, instant now);

} // namespace kotobashi::store
