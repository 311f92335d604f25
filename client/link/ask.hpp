#pragma once

#include "client/link/reading.hpp"
#include "client/link/typed.hpp"

#include <string>

// The same calls for programs that wait: scripts and tests. Only for connections without `deliver`, and never
// on the connection's own thread, which would wait for itself.
namespace kotobashi::link {

outcome<answer> ask(connection& to, call what);
outcome<signed_in> sign_in_and_wait(connection& to, sign_in with);
outcome<signed_in> sign_in_and_wait(connection& to, std::string account, std::string password);

template <class T>
outcome<T> ask_for(connection& to, call what) {
  auto got = ask(to, std::move(what));
  if (!got) return got.error();
  return read_answer<T>(*got);
}
template <class T>
outcome<T> ask_for(connection& to, std::string path) {
  return ask_for<T>(to, call{.path = std::move(path)});
}
template <class T, class In>
outcome<T> ask_to(connection& to, verb how, std::string path, const In& input) {
  return ask_for<T>(to, call{.verb = how, .path = std::move(path), .body = json::write_string(input)});
}

} // namespace kotobashi::link
