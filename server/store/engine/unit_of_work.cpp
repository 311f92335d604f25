#include "server/store/engine/unit_of_work.hpp"

#include "server/store/engine/digest.hpp"
#include "server/store/engine/ledger.hpp"

namespace kotobashi::store {

// Each part is preceded by its length: no two different requests give the same text.
std::string request_hash(std::string_view method, std::string_view path, std::string_view body,
                         std::string_view if_match) {
  std::string all;
  all.reserve(method.size() + path.size() + body.size() + if_match.size() + 32);
  for (std::string_view part : {method, path, body, if_match}) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  }
  return std::string(view(sha256(all)));
}

std::int64_t unit_of_work::emit(std::string_view kind, std::string_view entity, std::string_view of,
                                std::int64_t revision) {
  return log_.add_event({0, std::string(kind), std::string(entity), std::string(of), revision, now_});
}

void unit_of_work::audit(std::string_view who, std::string_view what, std::string_view entity,
                         std::string_view of) {
  log_.add_audit(now_, who, what, entity, of);
}

result<std::optional<stored_reply>> unit_of_work::recall(std::string_view account, std::string_view key,
                                                         std::string_view hash) {
  auto row = db_.query("SELECT hash, status, record FROM idempotency WHERE account = $account AND key = $key",
                       "account", account, "key", key);
  if (!row.step()) return std::nullopt;
  if (row.get<std::string>(0) != hash)
    return refuse(refusal_code::idempotency_mismatch,
                  "this Idempotency-Key came before with another request");
  return stored_reply{row.get<int>(1), row.get<std::string>(2)};
}

void unit_of_work::remember(std::string_view account, std::string_view key, std::string_view hash, int status,
                            std::string_view record) {
  db_.run("INSERT INTO idempotency (account, key, hash, status, record, at) "
          "VALUES ($account, $key, $hash, $status, $record, $at)",
          "account", account, "key", key, "hash", hash, "status", status, "record", record, "at", now_);
}

} // namespace kotobashi::store
