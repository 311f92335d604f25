#pragma once

#include "server/model/log.hpp"
#include "server/store/engine/connection.hpp"
#include "server/store/engine/digest.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kotobashi::store {

// The numbers of the next event and audit line, and the hash of the last one. Within a batch they count in
// memory; the counter rows are written once, before the commit. Whoever undoes rows steps back here as well,
// so that no number is ever skipped.
class ledger {
public:
  explicit ledger(connection& db) : db_(db) {}

  struct position {
    std::int64_t event = 0, audit = 0;
    std::size_t events = 0;
    hex_digest hash{}; // of the last audit line; only where audit > 0
  };

  // At the start of a transaction: takes the numbers from the database unless what is in memory was
  // committed.
  void begin();
  position here() const;
  void back_to(const position& earlier);
  // Writes the counters; the commit comes next.
  void before_commit();
  // What was committed, in order.
  std::vector<event> committed();
  // The transaction is gone.
  void forget();

  std::int64_t add_event(event&& happened); // gives it its seq
  void add_audit(instant at, std::string_view who, std::string_view what, std::string_view entity,
                 std::string_view of);

private:
  connection& db_;
  bool known_ = false;
  position at_;
  position written_; // as the counter rows say
  std::vector<event> events_;
};

} // namespace kotobashi::store
