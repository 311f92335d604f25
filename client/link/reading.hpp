#pragma once

#include "client/link/call.hpp"
#include "server/model/json.hpp"

#include <string>
#include <string_view>
#include <vector>

// Reading what the server says. A server may be newer than the client: members that the client does not know
// are left out, while a missing member, a wrong type or a word of an enumeration that it does not know is
// link_error::bad_reply.
namespace kotobashi::link {

// GET of a list.
template <class T>
struct page {
  std::vector<T> items;
  std::string next; // empty: that was all
};

// Takes out of `from` what a T has no place for.
template <class T>
void drop_unknown(boost::json::value& from) {
  if constexpr (json::is_optional<T>::value) {
    drop_unknown<typename T::value_type>(from);
  } else if constexpr (json::is_vector<T>::value) {
    if (auto* list = from.if_array())
      for (auto& each : *list) drop_unknown<typename T::value_type>(each);
  } else if constexpr (requires { typename T::mapped_type; }) {
    if (auto* object = from.if_object())
      for (auto& each : *object) drop_unknown<typename T::mapped_type>(each.value());
  } else if constexpr (json::described<T>) {
    auto* object = from.if_object();
    if (!object) return;
    boost::json::object known;
    boost::mp11::mp_for_each<json::members_of<T>>([&](auto member) {
      using type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
      if (auto* value = object->if_contains(json::key_of(member.name))) {
        drop_unknown<type>(*value);
        known.emplace(json::key_of(member.name), std::move(*value));
      }
    });
    from = std::move(known);
  }
}

template <class T>
result<T> read_record(boost::json::value from) {
  drop_unknown<T>(from);
  return json::read_as<T>(from);
}

namespace detail {
template <class T>
struct reader {
  static result<T> read(boost::json::value from) { return read_record<T>(std::move(from)); }
};
template <class T>
struct reader<page<T>> {
  static result<page<T>> read(boost::json::value from);
};
// The list and its `next`, taken out of a reply; a bare array is a list that has no next.
result<page<boost::json::value>> read_page(boost::json::value from);

template <class T>
result<page<T>> reader<page<T>>::read(boost::json::value from) {
  auto raw = read_page(std::move(from));
  if (!raw) return raw.error();
  page<T> out{{}, std::move(raw->next)};
  for (auto& each : raw->items) {
    auto one = read_record<T>(std::move(each));
    if (!one) return one.error();
    out.items.push_back(std::move(*one));
  }
  return out;
}
// "bad_reply", with the first wrong field in the failure's text.
failure unreadable(const refusal& why);
} // namespace detail

// A T from an answer's body. answer itself is given through as it is, for text and CSV.
template <class T>
outcome<T> read_answer(const answer& from) {
  if constexpr (std::is_same_v<T, answer>) {
    return from;
  } else if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    auto parsed = json::parse(from.body);
    if (!parsed) return detail::unreadable(parsed.error());
    auto read = detail::reader<T>::read(std::move(*parsed));
    if (!read) return detail::unreadable(read.error());
    return std::move(*read);
  }
}

// `path` with one more query parameter, percent-encoded.
std::string with_query(std::string path, std::string_view name, std::string_view value);

} // namespace kotobashi::link
