#include "client/link/failure.hpp"

#include <stdexcept>

namespace kotobashi::link {

namespace {
// Boost keeps its categories' destructor non-virtual on purpose: they are never deleted.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class category final : public boost::system::error_category {
public:
  const char* name() const noexcept override { return "kotobashi.link"; }
  std::string message(int value) const override {
    switch (static_cast<link_error>(value)) {
    case link_error::pin_mismatch: return "the server's key is not the pinned one";
    case link_error::not_trusted: return "the server's certificate is not trusted";
    case link_error::gave_up: return "the server did not answer in time";
    case link_error::cancelled: return "the call was taken back";
    case link_error::bad_reply: return "the server's reply cannot be read";
    case link_error::server_failed: return "the server failed inside";
    case link_error::sign_in_needed: return "the session has ended";
    case link_error::wrong_date:
      return "by this computer's clock the server's certificate is not valid today: is the clock right?";
    }
    return "unknown";
  }
};
#pragma GCC diagnostic pop
} // namespace

const boost::system::error_category& link_category() {
  static const category one;
  return one;
}

boost::system::error_code make_error_code(link_error from) {
  return {static_cast<int>(from), link_category()};
}

void throw_exception_from_error(const failure& failed, const boost::source_location&) {
  throw std::logic_error("a failure was taken for a value: " + failed.said);
}

} // namespace kotobashi::link
