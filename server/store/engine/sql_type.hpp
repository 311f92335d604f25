#pragma once

#include "server/model/instant.hpp"
#include "server/model/json.hpp"
#include "server/model/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

// How each type of the model stands in a column:
//
//   bool, int, std::int64_t, instant           BIGINT (0/1; microseconds UTC)
//   double                                     DOUBLE PRECISION
//   std::string, text<N>, language_tag, enums  TEXT
//   id<T>                                      TEXT; an empty id is NULL, so that foreign keys hold
//   personal<T>                                as T
//   optional<T>                                as T, nothing is NULL
//   everything else                            TEXT with the JSON of server/model/json.hpp
namespace kotobashi::store {

// Where a value goes: one parameter of a statement.
struct parameter {
  sqlite3_stmt* of;
  int index;
  void null() const;
  void integer(std::int64_t value) const;
  void real(double value) const;
  void text(std::string_view value) const; // throws unstorable_text
  void json(std::string_view value) const; // throws unstorable_text, also for an escaped U+0000
};

// Where a value comes from: one column of the row. Throws store::error where the column holds another type.
struct cell {
  sqlite3_stmt* of;
  int column;
  bool null() const;
  std::int64_t integer() const;
  double real() const;
  std::string_view text() const; // until the next step
  [[noreturn]] void damaged(std::string_view wanted) const;
};

template <class T>
struct sql_type {
  static constexpr std::string_view name = "TEXT";
  static constexpr bool nullable = false;
  static void bind(parameter to, const T& value) { to.json(json::write_string(value)); }
  static T read(cell from) {
    auto value = json::read_string<T>(from.text());
    if (!value) from.damaged("JSON that fits");
    return std::move(*value);
  }
};

template <class T>
requires std::is_integral_v<T>
struct sql_type<T> {
  static constexpr std::string_view name = "BIGINT";
  static constexpr bool nullable = false;
  static void bind(parameter to, T value) { to.integer(static_cast<std::int64_t>(value)); }
  static T read(cell from) {
    std::int64_t wide = from.integer();
    if constexpr (std::is_same_v<T, bool>) {
      return wide != 0;
    } else {
      if (static_cast<std::int64_t>(static_cast<T>(wide)) != wide) from.damaged("a smaller number");
      return static_cast<T>(wide);
    }
  }
};

template <>
struct sql_type<instant> {
  static constexpr std::string_view name = "BIGINT";
  static constexpr bool nullable = false;
  static void bind(parameter to, instant value) { to.integer(value.us); }
  static instant read(cell from) { return {from.integer()}; }
};

template <>
struct sql_type<double> {
  static constexpr std::string_view name = "DOUBLE PRECISION";
  static constexpr bool nullable = false;
  static void bind(parameter to, double value) { to.real(value); }
  static double read(cell from) { return from.real(); }
};

template <>
struct sql_type<std::string> {
  static constexpr std::string_view name = "TEXT";
  static constexpr bool nullable = false;
  static void bind(parameter to, std::string_view value) { to.text(value); }
  static std::string read(cell from) { return std::string(from.text()); }
};

template <std::size_t Max>
struct sql_type<text<Max>> : sql_type<std::string> {
  static text<Max> read(cell from) { return std::string(from.text()); }
  static void bind(parameter to, const text<Max>& value) { to.text(value.value); }
};

template <>
struct sql_type<language_tag> : sql_type<std::string> {
  static language_tag read(cell from) { return std::string(from.text()); }
  static void bind(parameter to, const language_tag& value) { to.text(value.value); }
};

template <class Of>
struct sql_type<id<Of>> {
  static constexpr std::string_view name = "TEXT";
  static constexpr bool nullable = true;
  static void bind(parameter to, const id<Of>& value) { value.empty() ? to.null() : to.text(value.value); }
  static id<Of> read(cell from) { return from.null() ? id<Of>{} : id<Of>{std::string(from.text())}; }
};

template <json::described_enum E>
struct sql_type<E> {
  static constexpr std::string_view name = "TEXT";
  static constexpr bool nullable = false;
  static void bind(parameter to, E value) { to.text(json::name_of(value)); }
  static E read(cell from) {
    auto value = json::from_name<E>(from.text());
    if (!value) from.damaged("a word that is known");
    return *value;
  }
};

template <class T>
struct sql_type<personal<T>> : sql_type<T> {
  static void bind(parameter to, const personal<T>& value) { sql_type<T>::bind(to, value.reveal()); }
  static personal<T> read(cell from) { return personal<T>(sql_type<T>::read(from)); }
};

template <class T>
struct sql_type<std::optional<T>> {
  static constexpr std::string_view name = sql_type<T>::name;
  static constexpr bool nullable = true;
  static void bind(parameter to, const std::optional<T>& value) {
    value ? sql_type<T>::bind(to, *value) : to.null();
  }
  static std::optional<T> read(cell from) {
    if (from.null()) return std::nullopt;
    return sql_type<T>::read(from);
  }
};

template <>
struct sql_type<std::nullopt_t> {
  static void bind(parameter to, std::nullopt_t) { to.null(); }
};

// Literals and views are bound as text.
template <class T>
using bound_as =
    std::conditional_t<std::is_convertible_v<const T&, std::string_view>, std::string, std::remove_cv_t<T>>;

} // namespace kotobashi::store
