#include "server/roster/formula.hpp"

#include <algorithm>
#include <array>

namespace kotobashi::roster {

namespace {
constexpr std::array<std::string_view, 10> openers{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool opens(std::string_view cell) {
  return std::ranges::any_of(openers, [&](std::string_view each) { return cell.starts_with(each); });
}

std::string_view without_apostrophes(std::string_view cell) {
  return cell.substr(std::min(cell.find_first_not_of('\''), cell.size()));
}
} // namespace

bool looks_like_formula(std::string_view cell) {
  if (cell.starts_with('=') || cell.starts_with('@') || cell.starts_with("＝") || cell.starts_with("＠"))
    return true;
  if (!cell.starts_with('+') && !cell.starts_with('-')) return false;
  return cell.find_first_not_of("+-0123456789().,/ ") != cell.npos;
}

std::string guarded(std::string_view cell) {
  return opens(without_apostrophes(cell)) ? "'" + std::string(cell) : std::string(cell);
}

std::string_view exposed(std::string_view cell) {
  return cell.starts_with('\'') && opens(without_apostrophes(cell)) ? cell.substr(1) : cell;
}

} // namespace kotobashi::roster
