#include "client/link/gate.hpp"

#include "client/link/certificates.hpp"
#include "client/link/failure.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>

#include <stdexcept>

namespace kotobashi::link {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using boost::system::error_code;

namespace {
bool is_name(const std::string& host) {
  error_code not_numeric;
  asio::ip::make_address(host, not_numeric);
  return not_numeric.failed();
}
} // namespace

gate::gate(const address& server, const trust& how, std::function<std::unique_ptr<alarm>()> make_alarm,
           question ask)
    : server_(server), context_(ssl::context::tls_client), pinned_(how.pinned),
      by_ca_file_(!how.ca_file.empty()), make_alarm_(std::move(make_alarm)), ask_(std::move(ask)) {
  SSL_CTX_set_min_proto_version(context_.native_handle(), TLS1_2_VERSION);
  static constexpr unsigned char http[] = "\x08http/1.1";
  SSL_CTX_set_alpn_protos(context_.native_handle(), http, sizeof http - 1);
  if (by_ca_file_) {
    error_code failed;
    context_.load_verify_file(how.ca_file.string(), failed);
    if (failed) throw std::runtime_error("cannot read the CA's certificate in " + how.ca_file.string());
  } else if (!pinned_ && !ask_) {
    context_.set_default_verify_paths();
  }
  // With a pin or a question the decision is admit()'s, after the handshake has proven that the server holds
  // its key.
  const bool by_openssl = by_ca_file_ || (!pinned_ && !ask_);
  context_.set_verify_mode(by_openssl ? ssl::verify_peer : ssl::verify_none);
}

void gate::prepare(SSL* tls) const {
  // SSL_set_tlsext_host_name, whose macro casts in the old style.
  if (is_name(server_.host))
    SSL_ctrl(tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
             const_cast<char*>(server_.host.c_str()));
  if (by_ca_file_ || pinned_ || ask_) return;
  auto* wanted = SSL_get0_param(tls);
  if (is_name(server_.host))
    X509_VERIFY_PARAM_set1_host(wanted, server_.host.c_str(), server_.host.size());
  else
    X509_VERIFY_PARAM_set1_ip_asc(wanted, server_.host.c_str());
}

asio::awaitable<error_code> gate::admit(SSL* tls, bool& asked) {
  asked = false;
  if (!asks()) {
    if (pinned_ && !satisfies(tls, *pinned_)) co_return link_error::pin_mismatch;
    co_return error_code();
  }
  auto shown = pin_to_keep(tls);
  if (!shown) co_return link_error::not_trusted;
  asked = true;
  const pin key = *shown;
  co_return co_await ask_person(key);
}

asio::awaitable<error_code> gate::ask_person(pin shown) {
  const bool open_question = asked_about_ && !answer_;
  if (!asked_about_ || (*asked_about_ != shown && !open_question)) {
    asked_about_ = shown;
    answer_.reset();
    ask_(shown);
  }
  auto wake = make_alarm_();
  waiting_.push_back(wake.get());
  while (asked_about_ == shown && !answer_ && !stopped_) {
    const std::optional<std::chrono::milliseconds> no_limit;
    co_await wake->wait(no_limit);
  }
  std::erase(waiting_, wake.get());
  if (stopped_) co_return link_error::cancelled;
  if (asked_about_ != shown || answer_ != true) co_return link_error::not_trusted;
  pinned_ = shown;
  co_return error_code();
}

void gate::answered(bool yes) {
  answer_ = yes;
  ring();
}

void gate::stop() {
  stopped_ = true;
  ring();
}

void gate::ring() {
  for (alarm* each : waiting_) each->ring();
}

} // namespace kotobashi::link
