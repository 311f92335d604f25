#pragma once

#include "server/model/json.hpp"

// JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) from the same description as the JSON itself.
namespace kotobashi::json {

template <class T>
struct schema_of;

template <class T>
js::value schema() {
  return schema_of<T>::make();
}

inline js::object schema_type(js::string_view type) {
  return {{"type", type}};
}

template <>
struct schema_of<std::string> {
  static js::value make() { return schema_type("string"); }
};
template <>
struct schema_of<bool> {
  static js::value make() { return schema_type("boolean"); }
};
template <>
struct schema_of<int> {
  static js::value make() { return schema_type("integer"); }
};
template <>
struct schema_of<std::int64_t> {
  static js::value make() { return schema_type("integer"); }
};
template <>
struct schema_of<double> {
  static js::value make() { return schema_type("number"); }
};
template <>
struct schema_of<instant> {
  static js::value make() { return js::object{{"type", "string"}, {"format", "date-time"}}; }
};
template <>
struct schema_of<language_tag> {
  static js::value make() { return js::object{{"type", "string"}, {"description", "BCP 47 language tag"}}; }
};
template <>
struct schema_of<js::value> {
  static js::value make() { return js::object{}; }
};
template <std::size_t Max>
struct schema_of<text<Max>> {
  static js::value make() { return js::object{{"type", "string"}, {"maxLength", Max}}; }
};
template <class Of>
struct schema_of<id<Of>> {
  static js::value make() { return js::object{{"type", "string"}, {"format", "uuid"}}; }
};
template <class T>
struct schema_of<personal<T>> {
  static js::value make() {
    js::value inner = schema<T>();
    inner.get_object()["x-personal"] = true;
    return inner;
  }
};
template <class T>
struct schema_of<std::optional<T>> {
  static js::value make() { return schema<T>(); }
};
template <class T>
struct schema_of<std::vector<T>> {
  static js::value make() { return js::object{{"type", "array"}, {"items", schema<T>()}}; }
};
template <class T>
struct schema_of<std::map<std::string, T>> {
  static js::value make() { return js::object{{"type", "object"}, {"additionalProperties", schema<T>()}}; }
};
template <described_enum E>
struct schema_of<E> {
  static js::value make() {
    js::array names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { names.emplace_back(js::string_view(key_of(each.name))); });
    return js::object{{"type", "string"}, {"enum", std::move(names)}};
  }
};
template <described T>
struct schema_of<T> {
  static js::value make() {
    js::object properties;
    js::array required;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
      using type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
      properties[key_of(member.name)] = schema<type>();
      if constexpr (must_be_given<type>) required.emplace_back(js::string_view(key_of(member.name)));
    });
    return js::object{{"type", "object"},
                      {"properties", std::move(properties)},
                      {"required", std::move(required)},
                      {"additionalProperties", false}};
  }
};

} // namespace kotobashi::json
