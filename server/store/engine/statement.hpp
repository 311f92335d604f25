#pragma once

#include "server/store/engine/sql_type.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace kotobashi::store {

class connection;

// A compiled statement of a connection's cache.
struct prepared {
  prepared(sqlite3_stmt* compiled, std::vector<std::unique_ptr<prepared>>* home);
  ~prepared();
  prepared(const prepared&) = delete;
  prepared& operator=(const prepared&) = delete;

  sqlite3_stmt* handle;
  std::vector<std::unique_ptr<prepared>>* home; // where it lies while nobody uses it
  int parameters;
};

// A statement in use: bind, step, read the row. When it ends it is reset and goes back to its connection,
// which must outlive it. Values are copied when they are bound. A parameter that was not bound is a bug and
// throws at the first step.
class statement {
public:
  explicit statement(std::unique_ptr<prepared> use);
  ~statement();
  statement(statement&&) noexcept = default;
  statement& operator=(statement&&) = delete;

  // Binds $name; `name` is given without the dollar sign.
  template <class T>
  statement& bind(std::string_view name, const T& value) {
    return bind_at(index_of(name), value);
  }
  // Binds the parameter that is used as the index-th one for the first time, counted from 1.
  template <class T>
  statement& bind_at(int index, const T& value) {
    sql_type<bound_as<T>>::bind(slot(index), value);
    return *this;
  }

  // The next row. False: there is none left, and the statement starts again with the next step.
  bool step();
  // For statements without rows, or whose rows do not matter.
  void run() {
    while (step()) {
    }
  }

  // A column of the row, by its place (from 0) or by its name.
  template <class T>
  T get(int column) const {
    return sql_type<T>::read(cell{raw(), column});
  }
  template <class T>
  T get(std::string_view column) const {
    return get<T>(column_of(column));
  }
  bool is_null(int column) const;

  sqlite3_stmt* raw() const { return use_->handle; }

private:
  int index_of(std::string_view name) const;
  int column_of(std::string_view name) const;
  parameter slot(int index);

  std::unique_ptr<prepared> use_;
  std::uint64_t bound_ = 0; // one bit a parameter; only the first 64 are watched
  bool running_ = false;
};

} // namespace kotobashi::store
