#pragma once

#include "server/model/result.hpp"

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <optional>
#include <string>

namespace kotobashi::link {

enum class link_error {
  pin_mismatch = 1, // another key than the pinned one: somebody else, or a server that was set up anew
  not_trusted,      // no pin, not confirmed, or not signed by the CA
  gave_up,          // the server stayed away for longer than the call's give_up_after
  cancelled,        // by cancel(), or the connection ended
  bad_reply,        // not HTTP, not JSON, or not the record that was expected: other version?
  server_failed,    // 500: the server has a bug or is broken; its log says which
  sign_in_needed,   // the session ended, and the call does not wait for a new one
  wrong_date,       // by this computer's clock the server's certificate is not valid yet, or not any more
};
const boost::system::error_category& link_category();
boost::system::error_code make_error_code(link_error from);

// Why a call has no answer: the server refused, or it could not be asked. `refused` is set exactly in the
// first case.
struct failure {
  std::optional<refusal> refused{};
  boost::system::error_code network{};
  std::string said{}; // for people: the refusal's detail, or the network error's message

  failure() = default; // what boost::system::result wants
  failure(refusal from) : refused(std::move(from)), said(refused->detail) {}
  failure(boost::system::error_code from) : network(from), said(from.message()) {}
  failure(link_error from) : failure(make_error_code(from)) {}
  bool is(refusal_code code) const { return refused && refused->code == code; }
};
[[noreturn]] void throw_exception_from_error(const failure& failed, const boost::source_location& where);

template <class T = void>
using outcome = boost::system::result<T, failure>;

} // namespace kotobashi::link

template <>
struct boost::system::is_error_code_enum<kotobashi::link::link_error> : std::true_type {};
