#pragma once

#include "server/model/json.hpp"

#include <type_traits>

// What is left of a record for readers who need not know the people in it.
namespace kotobashi {

namespace detail {
template <class T>
struct is_personal : std::false_type {};
template <class T>
struct is_personal<personal<T>> : std::true_type {};
template <class T>
struct is_personal<std::optional<personal<T>>> : std::true_type {};
} // namespace detail

// The record with every personal<> field empty: also with those that are added to it one day.
template <json::described T>
T without_personal(T from) {
  boost::mp11::mp_for_each<json::members_of<T>>([&](auto member) {
    auto& value = from.*member.pointer;
    using type = std::remove_cvref_t<decltype(value)>;
    if constexpr (detail::is_personal<type>::value) value = type{};
  });
  return from;
}

} // namespace kotobashi
