#include "server/net/server.hpp"

#include "server/net/machine_names.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <stdexcept>
#include <utility>

namespace kotobashi::net {

namespace asio = boost::asio;
using boost::system::error_code;
using phase = connection::phase;

namespace {

constexpr std::string_view took_too_long =
    "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

server_settings fitted(server_settings how) {
  how.bounds.connections = descriptors_for_connections(how.bounds.connections);
  how.bounds.kept_for_staff = std::min(how.bounds.kept_for_staff, how.bounds.connections / 4);
  return how;
}

std::vector<std::string> with_own_names(std::vector<std::string> names) {
  for (auto& each : names_of_this_machine().dns) names.push_back(std::move(each));
  return names;
}

listener::settings staff_settings(const server_settings& how, bool secure) {
  const auto at = parse_endpoint(how.listen, "--listen");
  if (!secure && !at.address().is_loopback())
    throw std::runtime_error(
        fmt::format("--listen {}: without TLS only a loopback address will do", how.listen));
  return {at, "--listen", address_book::lane::staff};
}

reply_writer::cookie cookie_for(const tls_server* tls) {
  return tls ? reply_writer::cookie{"__Host-kotobashi", true} : reply_writer::cookie{"kotobashi", false};
}

// An exception that gets here is a bug, or a machine that has run out of something; one connection ends, the
// others go on.
void log_failure(const std::exception_ptr& failure) {
  if (!failure) return;
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& bug) {
    spdlog::error("a connection broke: {}", bug.what());
  }
}

} // namespace

server::server(asio::io_context& io, std::span<const api::endpoint> table, api::services& services, gate& who,
               feed& log, tls_server* tls, server_settings how)
    : io_(io), how_(fitted(std::move(how))), tls_(tls), time_{clock::now()}, book_(how_.bounds),
      hub_(log, who, how_.bounds, time_, date_, counts_),
      allowed_(tls != nullptr, with_own_names(how_.names)), staff_routes_(table, api::listener::staff),
      open_routes_(table, api::listener::open), staff_site_{staff_routes_,   services, &who,
                                                            cookie_for(tls), allowed_, hub_,
                                                            how_.bounds,     date_,    counts_,
                                                            bodies_,         stopping_},
      open_site_{open_routes_, services, nullptr, {},      allowed_, hub_,
                 how_.bounds,  date_,    counts_, bodies_, stopping_},
      staff_(io, staff_settings(how_, tls != nullptr), book_, time_, counts_), timer_(io), all_gone_(io) {
  if (!how_.open.empty()) {
    const listener::settings at{parse_endpoint(how_.open, "--public"), "--public", address_book::lane::open};
    open_ = std::make_unique<listener>(io, at, book_, time_, counts_);
  }
  std::signal(SIGPIPE, SIG_IGN);
  listener::tls_for secure;
  if (tls_) secure = [this](int socket) { return tls_->accept(socket); };
  auto to_staff = [this](std::shared_ptr<connection> client) { arrived(std::move(client), staff_site_); };
  auto to_open = [this](std::shared_ptr<connection> client) { arrived(std::move(client), open_site_); };
  asio::co_spawn(io_, staff_.run(std::move(secure), to_staff), log_failure);
  if (open_) asio::co_spawn(io_, open_->run({}, to_open), log_failure);
  asio::co_spawn(io_, keep_time(), log_failure);
}

server::~server() = default;

void server::arrived(std::shared_ptr<connection> client, const site& at) {
  connection* const one = client.get();
  connections_.insert(one);
  ++counts_.connections_open;
  auto gone = [this, one, client](const std::exception_ptr& failure) {
    log_failure(failure);
    connections_.erase(one);
    --counts_.connections_open;
    if (stopping_ && connections_.empty()) all_gone_.cancel();
  };
  asio::co_spawn(io_, serve_http(std::move(client), at), std::move(gone));
}

asio::awaitable<void> server::keep_time() {
  while (!stopping_ || !connections_.empty()) {
    timer_.expires_after(how_.bounds.tick);
    error_code woken;
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    if (!woken) tick(clock::now());
  }
}

void server::tick(clock::time_point now) {
  time_.now = now;
  hub_.tick();
  for (connection* each : connections_) {
    if (!each->overdue(now) || each->expired()) continue;
    if (each->doing() == phase::head || each->doing() == phase::body) each->write_now(took_too_long);
    if (each->doing() != phase::lingering && each->doing() != phase::idle) ++counts_.deadlines_missed;
    each->expire();
  }
}

asio::awaitable<void> server::stop(std::chrono::milliseconds grace) {
  stopping_ = true;
  staff_.stop();
  if (open_) open_->stop();
  hub_.end_all();
  for (connection* each : connections_)
    if (each->doing() == phase::idle || each->doing() == phase::handshake || each->doing() == phase::head)
      each->expire();
  for (const bool last : {false, true}) {
    if (connections_.empty()) break;
    if (last)
      for (connection* each : connections_) each->expire();
    all_gone_.expires_after(last ? std::chrono::hours(1) : grace);
    error_code woken;
    co_await all_gone_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  }
  timer_.cancel();
}

} // namespace kotobashi::net
