#pragma once

#include "server/store/engine/migration.hpp"

#include <span>

namespace kotobashi::store {

// The center's own tables, oldest migration first. A migration that has been released is never changed: a new
// one follows it.
std::span<const migration> center_migrations();

} // namespace kotobashi::store
