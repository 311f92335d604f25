#include "server/store/engine/sql_type.hpp"

#include "server/store/engine/error.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace kotobashi::store {

namespace {
void check(sqlite3_stmt* of, int code) {
  if (code != SQLITE_OK) throw_error(sqlite3_db_handle(of), code, "binding a value");
}

// Most text here is ids and words: eight bytes at a time until something else than ASCII comes.
bool plain_ascii(std::string_view text) {
  constexpr std::uint64_t high = 0x8080808080808080u, low = 0x0101010101010101u;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & high) != 0 || ((eight - low) & ~eight & high) != 0) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                     [](char c) { return c > 0; });
}

// Does JSON hold \u0000? A backslash before it may itself be escaped.
bool has_escaped_null(std::string_view json) {
  for (auto at = json.find("\\u0000"); at != json.npos; at = json.find("\\u0000", at + 1)) {
    auto before = json.substr(0, at).find_last_not_of('\\');
    auto backslashes = at - (before == json.npos ? 0 : before + 1);
    if (backslashes % 2 == 0) return true;
  }
  return false;
}
} // namespace

void parameter::null() const {
  check(of, sqlite3_bind_null(of, index));
}
void parameter::integer(std::int64_t value) const {
  check(of, sqlite3_bind_int64(of, index, value));
}
void parameter::real(double value) const {
  check(of, sqlite3_bind_double(of, index, value));
}

void parameter::text(std::string_view value) const {
  if (!plain_ascii(value) && !valid_utf8(value))
    throw unstorable_text("text with U+0000, or that is not UTF-8");
  const char* data = value.data() ? value.data() : ""; // SQLite takes a null pointer for NULL
  check(of, sqlite3_bind_text64(of, index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void parameter::json(std::string_view value) const {
  if (has_escaped_null(value)) throw unstorable_text("text with U+0000");
  text(value);
}

bool cell::null() const {
  return sqlite3_column_type(of, column) == SQLITE_NULL;
}

std::int64_t cell::integer() const {
  if (sqlite3_column_type(of, column) != SQLITE_INTEGER) damaged("a whole number");
  return sqlite3_column_int64(of, column);
}

double cell::real() const {
  int type = sqlite3_column_type(of, column);
  if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) damaged("a number");
  return sqlite3_column_double(of, column);
}

std::string_view cell::text() const {
  if (sqlite3_column_type(of, column) != SQLITE_TEXT) damaged("text");
  const unsigned char* data = sqlite3_column_text(of, column);
  if (!data) throw_error(sqlite3_db_handle(of), SQLITE_NOMEM, "reading a column");
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(of, column))};
}

// Says which column and not what it holds: that may be somebody's name.
void cell::damaged(std::string_view wanted) const {
  const char* name = column < sqlite3_column_count(of) ? sqlite3_column_name(of, column) : "(none)";
  throw error(SQLITE_MISMATCH, 0,
              "database: column " + std::string(name) + " does not hold " + std::string(wanted));
}

} // namespace kotobashi::store
