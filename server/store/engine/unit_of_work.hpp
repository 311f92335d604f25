#pragma once

#include "server/model/account.hpp"
#include "server/model/log.hpp"
#include "server/model/result.hpp"
#include "server/store/engine/connection.hpp"
#include "server/store/engine/uuid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::store {

class ledger;

// What a repeated request is answered from: the record, read under present rights.
struct stored_reply {
  int status = 0;
  std::string record; // its id; empty: none
  bool operator==(const stored_reply&) const = default;
};

// SHA-256 in hex over everything that makes two requests the same one.
std::string request_hash(std::string_view method, std::string_view path, std::string_view body,
                         std::string_view if_match);

// What a read job gets: a connection that only reads, inside one read transaction.
class reader {
public:
  reader(connection& db, instant now) : db_(db), now_(now) {}
  connection& db() { return db_; }
  instant now() const { return now_; }

private:
  connection& db_;
  instant now_;
};

// What a write job gets: the writing connection inside a transaction. All of it comes about, or nothing;
// events, audit lines and idempotency records stand in the same transaction as the rows they tell of.
class unit_of_work {
public:
  unit_of_work(connection& db, ledger& log, uuid_source& ids, instant now)
      : db_(db), log_(log), ids_(ids), now_(now) {}

  connection& db() { return db_; }
  instant now() const { return now_; } // the same during the whole job
  template <class Of>
  id<Of> new_id() {
    return ids_.next_id<Of>();
  }

  // Tells that something happened to a record. The event's seq: 1, 2, 3 … over all committed events, without
  // a gap.
  std::int64_t emit(std::string_view kind, std::string_view entity, std::string_view id,
                    std::int64_t revision);
  template <class Of>
  std::int64_t emit(std::string_view kind, std::string_view entity, const id<Of>& of, std::int64_t revision) {
    return emit(kind, entity, std::string_view(of.value), revision);
  }

  // Adds an audit line. No personal data goes in: `what` is a word such as "request.claim", `of` a record's
  // id.
  void audit(std::string_view who, std::string_view what, std::string_view entity, std::string_view of);
  template <class Of>
  void audit(const kotobashi::id<account>& who, std::string_view what, std::string_view entity,
             const id<Of>& of) {
    audit(std::string_view(who.value), what, entity, std::string_view(of.value));
  }

  // What was answered to (account, key); nothing: it is new. Refused as idempotency_mismatch where the key
  // came with another hash.
  result<std::optional<stored_reply>> recall(std::string_view account, std::string_view key,
                                             std::string_view hash);
  // Keeps the answer; `recall` came before in the same job.
  void remember(std::string_view account, std::string_view key, std::string_view hash, int status,
                std::string_view record);

private:
  connection& db_;
  ledger& log_;
  uuid_source& ids_;
  instant now_;
};

} // namespace kotobashi::store
