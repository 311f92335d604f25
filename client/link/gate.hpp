#pragma once

#include "client/link/address.hpp"
#include "client/link/trust.hpp"
#include "client/link/waiting.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kotobashi::link {

// Decides whether a server that has shown its certificate is the center's. One for all connections to the
// server, on their thread.
class gate {
public:
  // `ask` puts the question of trust::confirm to the person; its answer comes back by answered().
  using question = std::function<void(const pin& shown)>;

  // Throws std::runtime_error where the CA file cannot be read.
  gate(const address& server, const trust& how, std::function<std::unique_ptr<alarm>()> make_alarm,
       question ask);

  boost::asio::ssl::context& context() { return context_; }
  // Before the handshake: the name that is asked for and, where a CA of the system decides, checked.
  void prepare(SSL* tls) const;
  // After the handshake and before anything is sent. `asked` says that time has passed with a person
  // thinking, so that the server may have hung up meanwhile.
  boost::asio::awaitable<boost::system::error_code> admit(SSL* tls, bool& asked);
  void answered(bool yes);
  void stop();

private:
  bool asks() const { return !pinned_ && ask_ && !by_ca_file_; }
  boost::asio::awaitable<boost::system::error_code> ask_person(pin shown);
  void ring();

  address server_;
  boost::asio::ssl::context context_;
  std::optional<pin> pinned_;
  bool by_ca_file_;
  std::function<std::unique_ptr<alarm>()> make_alarm_;
  std::vector<alarm*> waiting_; // of the coroutines that wait for the answer
  question ask_;
  std::optional<pin> asked_about_;
  std::optional<bool> answer_;
  bool stopped_ = false;
};

} // namespace kotobashi::link
