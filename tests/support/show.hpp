#pragma once

#include "server/model/json.hpp"
#include "server/model/result.hpp"

#include <doctest/doctest.h>

// How doctest writes a result that a check was about.
template <class T>
struct doctest::StringMaker<boost::system::result<T, kotobashi::refusal>> {
  static String convert(const boost::system::result<T, kotobashi::refusal>& from) {
    if (from) return "a value";
    std::string text =
        "refused: " + std::string(kotobashi::json::name_of(from.error().code)) + ' ' + from.error().detail;
    for (const auto& each : from.error().errors) text += " [" + each.field + ' ' + each.code + ']';
    return text.c_str();
  }
};
