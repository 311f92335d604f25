#include "server/roster/people.hpp"

#include "server/roster/vocabulary.hpp"

#include <algorithm>

namespace kotobashi::roster {

namespace {
std::string digits(std::string_view phone) {
  std::string only;
  for (char c : phone)
    if (c >= '0' && c <= '9') only += c;
  return only;
}

std::string joined(const std::string& a, const std::string& b) {
  return a + '\n' + b;
}
} // namespace

people::person people::of(const volunteer& one) {
  return {fold(one.number.value), fold(one.name.reveal().value), fold(one.kana.reveal().value),
          one.birth_date.reveal().value, digits(one.phone.reveal().value)};
}

people::person people::of(const volunteer_fields& one) {
  auto value = [](const auto& optional) { return optional ? optional->reveal().value : std::string(); };
  return {fold(one.number.value), fold(one.name.reveal().value), fold(value(one.kana)), value(one.birth_date),
          digits(value(one.phone))};
}

void people::add(const person& one, const std::string& where) {
  if (!one.number.empty()) numbers_.try_emplace(one.number, where);
  for (const auto& called : {one.name, one.kana}) {
    if (called.empty()) continue;
    if (!one.birth_date.empty()) birthdays_.try_emplace(joined(called, one.birth_date), where);
    if (!one.phone.empty()) phones_.try_emplace(joined(called, one.phone), where);
    names_.emplace(called, known{where, one.birth_date});
  }
}

std::optional<people::match> people::find(const person& one) const {
  auto look = [](const auto& in, const std::string& key) {
    auto at = in.find(key);
    return at == in.end() ? std::optional<std::string>() : std::optional(at->second);
  };
  if (!one.number.empty())
    if (auto where = look(numbers_, one.number)) return match{*where, "the same number", true};
  for (const auto& called : {one.name, one.kana}) {
    if (called.empty()) continue;
    if (!one.birth_date.empty())
      if (auto where = look(birthdays_, joined(called, one.birth_date)))
        return match{*where, "the same name and date of birth"};
    if (!one.phone.empty())
      if (auto where = look(phones_, joined(called, one.phone)))
        return match{*where, "the same name and telephone number"};
  }
  return std::nullopt;
}

std::optional<std::string> people::namesake(const person& one) const {
  for (const auto& called : {one.name, one.kana}) {
    if (called.empty()) continue;
    auto [first, last] = names_.equal_range(called);
    for (; first != last; ++first) {
      bool told_apart = !one.birth_date.empty() && !first->second.birth_date.empty();
      if (!told_apart) return first->second.where;
    }
  }
  return std::nullopt;
}

} // namespace kotobashi::roster
