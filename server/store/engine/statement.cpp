#include "server/store/engine/statement.hpp"

#include "server/store/engine/error.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace kotobashi::store {

namespace {
constexpr int watched = 64;

std::logic_error misuse(sqlite3_stmt* of, std::string_view what) {
  return std::logic_error(std::string(what) + " in: " + sqlite3_sql(of));
}
} // namespace

prepared::prepared(sqlite3_stmt* compiled, std::vector<std::unique_ptr<prepared>>* lies_in)
    : handle(compiled), home(lies_in), parameters(sqlite3_bind_parameter_count(compiled)) {}
prepared::~prepared() {
  sqlite3_finalize(handle);
}

statement::statement(std::unique_ptr<prepared> use) : use_(std::move(use)) {}

statement::~statement() {
  if (!use_) return;
  sqlite3_reset(use_->handle);
  sqlite3_clear_bindings(use_->handle);
  auto* home = use_->home;
  home->push_back(std::move(use_));
}

bool statement::step() {
  if (!running_) {
    int expected = std::min(use_->parameters, watched);
    std::uint64_t all = expected == watched ? ~std::uint64_t{0} : (std::uint64_t{1} << expected) - 1;
    if (bound_ != all) throw misuse(raw(), "a parameter is not bound");
    running_ = true;
  }
  int code = sqlite3_step(raw());
  if (code == SQLITE_ROW) return true;
  running_ = false;
  if (code != SQLITE_DONE) throw_error(sqlite3_db_handle(raw()), code, sqlite3_sql(raw()));
  sqlite3_reset(raw());
  return false;
}

bool statement::is_null(int column) const {
  return cell{raw(), column}.null();
}

int statement::index_of(std::string_view name) const {
  std::array<char, 64> full{'$'};
  if (name.size() + 2 > full.size()) throw misuse(raw(), "the name of a parameter is too long");
  std::copy(name.begin(), name.end(), full.begin() + 1);
  int index = sqlite3_bind_parameter_index(raw(), full.data());
  if (index == 0) throw misuse(raw(), "there is no parameter $" + std::string(name));
  return index;
}

int statement::column_of(std::string_view name) const {
  int count = sqlite3_column_count(raw());
  for (int i = 0; i < count; ++i)
    if (name == sqlite3_column_name(raw(), i)) return i;
  throw misuse(raw(), "there is no column " + std::string(name));
}

parameter statement::slot(int index) {
  if (index > use_->parameters) throw misuse(raw(), "too many values");
  if (index <= watched) bound_ |= std::uint64_t{1} << (index - 1);
  return {raw(), index};
}

} // namespace kotobashi::store
