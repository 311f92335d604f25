#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/model/value.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// JSON from one description. A struct described with BOOST_DESCRIBE_STRUCT is an object with its members as
// keys, an enum its names, optional<T> may be absent or null, vector<T> an array, map<string, T> an object.
//
// Reading is strict and helpful: unknown members, missing members, wrong types and broken limits are
// reported at once (twenty of them, if there are more), each with its path. Nothing throws. A trailing
// underscore of a member's name is not part of its key: it is there for C++'s own words
// (`template_` is "template").
namespace kotobashi::json {

namespace js = boost::json;

// Collects what is wrong, with the path to where the reader stands. At most twenty are kept: a body that is
// wrong throughout does not bring a reply many times its size.
class problems {
public:
  static constexpr std::size_t most = 20;

  void add(std::string code, std::string detail) {
    if (!full()) found_.push_back({path_, std::move(code), std::move(detail)});
  }
  bool full() const { return found_.size() >= most; } // reading on would tell nothing more
  bool empty() const { return found_.empty(); }
  std::vector<field_error> take() { return std::move(found_); }
  std::size_t size() const { return found_.size(); }

  // Extends the path while it lives.
  class scope {
  public:
    scope(problems& of, std::string_view member);
    scope(problems& of, std::size_t index);
    ~scope() { of_.path_.resize(length_); }
    scope(const scope&) = delete;
    scope& operator=(const scope&) = delete;

  private:
    problems& of_;
    std::size_t length_;
  };

private:
  std::string path_;
  std::vector<field_error> found_;
};

template <class T>
concept described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept described_enum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

// Does a reader report this member as `required` where it is absent?
template <class T>
inline constexpr bool must_be_given =
    !is_optional<T>::value && !is_vector<T>::value && !std::is_same_v<T, js::value> && !requires {
  typename T::mapped_type;
};

// Public members of T and of its described bases, in order, as a list of descriptors.
template <class T>
using members_of =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

constexpr std::string_view key_of(std::string_view member) {
  return member.ends_with('_') ? member.substr(0, member.size() - 1) : member;
}

template <described_enum E>
constexpr std::string_view name_of(E value) {
  std::string_view name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
    if (each.value == value) name = key_of(each.name);
  });
  return name;
}
template <described_enum E>
constexpr std::optional<E> from_name(std::string_view name) {
  std::optional<E> value;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
    if (key_of(each.name) == name) value = each.value;
  });
  return value;
}

// Writing.
js::value write(const std::string& from);
js::value write(const char* from) = delete;
inline js::value write(bool from) {
  return from;
}
inline js::value write(int from) {
  return from;
}
inline js::value write(std::int64_t from) {
  return from;
}
inline js::value write(double from) {
  return from;
}
js::value write(instant from);
inline js::value write(const language_tag& from) {
  return write(from.value);
}
inline const js::value& write(const js::value& from) {
  return from;
}
template <std::size_t Max>
js::value write(const text<Max>& from) {
  return write(from.value);
}
template <class Of>
js::value write(const id<Of>& from) {
  return write(from.value);
}
template <class T>
js::value write(const personal<T>& from);
template <described_enum E>
js::value write(E from) {
  return js::value(js::string_view(name_of(from)));
}
template <class T>
js::value write(const std::optional<T>& from);
template <class T>
js::value write(const std::vector<T>& from);
template <class T>
js::value write(const std::map<std::string, T>& from);
template <described T>
js::value write(const T& from);

template <class T>
js::value write(const personal<T>& from) {
  return write(from.reveal());
}
template <class T>
js::value write(const std::optional<T>& from) {
  return from ? js::value(write(*from)) : js::value(nullptr);
}
template <class T>
js::value write(const std::vector<T>& from) {
  js::array out;
  out.reserve(from.size());
  for (const auto& each : from) out.push_back(write(each));
  return out;
}
template <class T>
js::value write(const std::map<std::string, T>& from) {
  js::object out;
  for (const auto& [key, value] : from) out.emplace(key, write(value));
  return out;
}
// Absent optionals are left out, so that a reader never has to tell null from absent.
template <described T>
js::value write(const T& from) {
  js::object out;
  boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
    const auto& value = from.*member.pointer;
    if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>::value) {
      if (value) out.emplace(key_of(member.name), write(*value));
    } else {
      out.emplace(key_of(member.name), write(value));
    }
  });
  return out;
}

std::string to_string(const js::value& value);
template <class T>
std::string write_string(const T& from) {
  return to_string(write(from));
}

// Reading.
void read(const js::value& from, std::string& to, problems& found);
void read(const js::value& from, bool& to, problems& found);
void read(const js::value& from, int& to, problems& found);
void read(const js::value& from, std::int64_t& to, problems& found);
void read(const js::value& from, double& to, problems& found);
void read(const js::value& from, instant& to, problems& found);
void read(const js::value& from, language_tag& to, problems& found);
inline void read(const js::value& from, js::value& to, problems&) {
  to = from;
}
void read_text(const js::value& from, std::string& to, std::size_t max, problems& found);
void read_id(const js::value& from, std::string& to, problems& found);
void refuse_enum(const js::value& from, std::string_view names, problems& found);

template <std::size_t Max>
void read(const js::value& from, text<Max>& to, problems& found) {
  read_text(from, to.value, Max, found);
}
template <class Of>
void read(const js::value& from, id<Of>& to, problems& found) {
  read_id(from, to.value, found);
}
template <class T>
void read(const js::value& from, personal<T>& to, problems& found);
template <described_enum E>
void read(const js::value& from, E& to, problems& found);
template <class T>
void read(const js::value& from, std::optional<T>& to, problems& found);
template <class T>
void read(const js::value& from, std::vector<T>& to, problems& found);
template <class T>
void read(const js::value& from, std::map<std::string, T>& to, problems& found);
template <described T>
void read(const js::value& from, T& to, problems& found);

template <class T>
void read(const js::value& from, personal<T>& to, problems& found) {
  read(from, to.secret, found);
}
template <described_enum E>
void read(const js::value& from, E& to, problems& found) {
  if (from.is_string()) {
    if (auto value = from_name<E>(std::string_view(from.get_string()))) {
      to = *value;
      return;
    }
  }
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { names += (names.empty() ? "" : ", ") + std::string(key_of(each.name)); });
  refuse_enum(from, names, found);
}
template <class T>
void read(const js::value& from, std::optional<T>& to, problems& found) {
  if (from.is_null()) {
    to.reset();
    return;
  }
  read(from, to.emplace(), found);
}
template <class T>
void read(const js::value& from, std::vector<T>& to, problems& found) {
  to.clear();
  if (!from.is_array()) return found.add("type", "expected a list");
  for (std::size_t i = 0; i < from.get_array().size() && !found.full(); ++i) {
    problems::scope at(found, i);
    read(from.get_array()[i], to.emplace_back(), found);
  }
}
template <class T>
void read(const js::value& from, std::map<std::string, T>& to, problems& found) {
  to.clear();
  if (!from.is_object()) return found.add("type", "expected an object");
  for (const auto& [key, value] : from.get_object()) {
    if (found.full()) return;
    problems::scope at(found, std::string_view(key));
    read(value, to[std::string(key)], found);
  }
}
// A member that is absent keeps its default if it is optional<>, vector, map or a JSON value; any other is
// reported as `required`.
template <described T>
void read(const js::value& from, T& to, problems& found) {
  if (!from.is_object()) return found.add("type", "expected an object");
  const js::object& object = from.get_object();
  std::size_t known = 0;
  boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
    auto& value = to.*member.pointer;
    using type = std::remove_cvref_t<decltype(value)>;
    problems::scope at(found, key_of(member.name));
    if (const js::value* given = object.if_contains(key_of(member.name))) {
      ++known;
      read(*given, value, found);
    } else if constexpr (must_be_given<type>) {
      found.add("required", "this field is missing");
    }
  });
  if (known == object.size()) return;
  for (const auto& pair : object) {
    bool is_member = false;
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto member) { is_member = is_member || pair.key() == key_of(member.name); });
    if (is_member) continue;
    problems::scope at(found, std::string_view(pair.key()));
    found.add("unknown", "there is no such field");
  }
}

// The text of a body as JSON: depth at most 32; of a key that stands twice the last one counts.
result<js::value> parse(std::string_view body);

// Reads a T, or says everything that is wrong with it.
template <class T>
result<T> read_as(const js::value& from) {
  T to{};
  problems found;
  read(from, to, found);
  if (!found.empty()) return refusal{refusal_code::invalid, "some fields are not right", found.take()};
  return to;
}
template <class T>
result<T> read_string(std::string_view body) {
  auto parsed = parse(body);
  if (!parsed) return parsed.error();
  return read_as<T>(*parsed);
}

// JSON Merge Patch (RFC 7396).
js::value merge_patch(js::value target, const js::value& patch);

} // namespace kotobashi::json
