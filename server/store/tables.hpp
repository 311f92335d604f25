#pragma once

#include "server/model/records.hpp"
#include "server/store/engine/record.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <string>
#include <string_view>
#include <vector>

// The table of each record, and what all stores do alike.
namespace kotobashi::store {

template <class T>
inline constexpr std::string_view table = "";
template <>
inline constexpr std::string_view table<account> = "account";
template <>
inline constexpr std::string_view table<session> = "session";
template <>
inline constexpr std::string_view table<personal_link> = "personal_link";
template <>
inline constexpr std::string_view table<volunteer> = "volunteer";
template <>
inline constexpr std::string_view table<activation> = "activation";
template <>
inline constexpr std::string_view table<notice> = "notice";
template <>
inline constexpr std::string_view table<notice_revision> = "notice_revision";
template <>
inline constexpr std::string_view table<notice_text> = "notice_text";
template <>
inline constexpr std::string_view table<inquiry> = "inquiry";
template <>
inline constexpr std::string_view table<answer> = "answer";
template <>
inline constexpr std::string_view table<request> = "request";
template <>
inline constexpr std::string_view table<assignment> = "assignment";
template <>
inline constexpr std::string_view table<call_outcome> = "call_outcome";
template <>
inline constexpr std::string_view table<bulletin> = "bulletin";
template <>
inline constexpr std::string_view table<log_entry> = "log_entry";

template <class T>
std::optional<T> find(connection& db, const id<T>& which) {
  return find<T>(db, table<T>, which);
}

// The record, or the refusal that says there is none.
template <class T>
result<T> get(connection& db, const id<T>& which) {
  if (auto found = find(db, which)) return std::move(*found);
  return refuse(refusal_code::not_found, "there is no such " + std::string(table<T>));
}

template <class T>
void add(unit_of_work& work, const T& record) {
  insert(work.db(), table<T>, record);
}
template <class T>
void save(unit_of_work& work, const T& record) {
  update(work.db(), table<T>, record);
}

// Where a list goes on: records older than `after` (all, where it is empty), newest first, at most `limit`,
// of which there is one at least.
struct page_wish {
  std::string after;
  std::int64_t limit = 100;
};

// What changed, said once: the event for readers and the line for the audit.
template <class T>
void tell(unit_of_work& work, const id<account>& who, std::string_view what, const id<T>& of,
          std::int64_t revision) {
  work.emit(what, table<T>, of, revision);
  work.audit(who, what, table<T>, of);
}

} // namespace kotobashi::store
