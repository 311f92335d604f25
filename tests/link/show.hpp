#pragma once

#include "client/link/failure.hpp"
#include "tests/support/show.hpp"

// How doctest writes the outcome of a call that a check was about.
template <class T>
struct doctest::StringMaker<boost::system::result<T, kotobashi::link::failure>> {
  static String convert(const boost::system::result<T, kotobashi::link::failure>& from) {
    if (from) return "a value";
    return ("failed: " + from.error().said).c_str();
  }
};
