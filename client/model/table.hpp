#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kotobashi::client {

// How much of a table is known.
enum class loading { empty, loading, loaded, not_permitted, failed };

// The records of one kind, by id, in the order of their ids: UUIDv7, so the oldest first.
template <class T>
class table {
public:
  const T* find(std::string_view id) const {
    auto at = records_.find(id);
    return at == records_.end() ? nullptr : &at->second;
  }
  template <class Predicate>
  const T* find_if(Predicate fits) const {
    for (const auto& [id, record] : records_)
      if (fits(record)) return &record;
    return nullptr;
  }
  std::size_t size() const { return records_.size(); }
  auto begin() const { return records_.begin(); } // pairs of id and record
  auto end() const { return records_.end(); }
  client::loading state() const { return state_; }

  // For who keeps the table.
  void replace(std::vector<T> all) {
    records_.clear();
    for (T& each : all) {
      std::string id = each.id.value;
      records_.insert_or_assign(std::move(id), std::move(each));
    }
    state_ = client::loading::loaded;
  }
  // False where what is known is as new: events and replies may cross.
  bool put(T record) {
    const T* known = find(record.id.value);
    if (known && known->revision > record.revision) return false;
    std::string id = record.id.value;
    records_.insert_or_assign(std::move(id), std::move(record));
    return true;
  }
  bool erase(std::string_view id) {
    auto at = records_.find(id);
    if (at == records_.end()) return false;
    records_.erase(at);
    return true;
  }
  void set_state(client::loading to) { state_ = to; }
  void clear() {
    records_.clear();
    state_ = client::loading::empty;
  }

private:
  std::map<std::string, T, std::less<>> records_;
  client::loading state_ = client::loading::empty;
};

} // namespace kotobashi::client
