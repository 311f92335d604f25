#include "server/app/server_app.hpp"

#include "server/api/board_refresh.hpp"
#include "server/api/endpoint.hpp"
#include "server/api/wordings.hpp"
#include "server/app/adapters.hpp"
#include "server/app/center_file.hpp"
#include "server/app/deliveries.hpp"
#include "server/app/first_account.hpp"
#include "server/app/housekeeping.hpp"
#include "server/net/center_ca.hpp"
#include "server/net/machine_names.hpp"
#include "server/net/server.hpp"
#include "server/store/schema.hpp"
#include "server/store/wording_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace kotobashi::app {

namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace {
constexpr auto grace = std::chrono::seconds{3};

fs::path made(const fs::path& directory) {
  std::error_code failed;
  bool existed = fs::exists(directory, failed);
  fs::create_directories(directory, failed);
  if (failed)
    throw std::runtime_error(fmt::format("{}: cannot be made: {}", directory.string(), failed.message()));
  if (!existed) fs::permissions(directory, fs::perms::owner_all, failed);
  return directory;
}

roster::vocabulary read_roster_words(const options& how) {
  auto read = roster::read_vocabulary(how.templates / "roster.toml");
  if (!read) throw std::runtime_error(read.error().detail);
  return std::move(*read);
}

store::options store_options(const options& how) {
  store::options out;
  out.directory = made(how.data);
  out.batch_limit = how.batch_limit;
  return out;
}

domain::center read_center(const options& how) {
  const fs::path file = how.center_file.empty() ? how.data / "center.toml" : how.center_file;
  if (!fs::exists(file))
    throw std::runtime_error(fmt::format("{}: not found: copy {} there and adapt it", file.string(),
                                         (how.templates / "center.example.toml").string()));
  auto read = read_center_file(file);
  if (!read) throw std::runtime_error(read.error().detail);
  return std::move(*read);
}

// Runs a coroutine to its end on a context that nothing else runs, and throws what it throws.
template <class Coroutine>
void run_alone(asio::io_context& io, Coroutine work) {
  std::optional<std::exception_ptr> ended;
  asio::co_spawn(io, std::move(work), [&](std::exception_ptr why) { ended = why; });
  auto guard = asio::make_work_guard(io); // jobs run on other threads in between
  io.restart();
  while (!ended) io.run_one();
  if (*ended) std::rethrow_exception(*ended);
}

// "https://center.local:8443/" → "center.local"; nothing for no URL.
std::string host_of(const std::string& url) {
  auto at = url.find("://");
  if (at == url.npos) return {};
  auto host = url.substr(at + 3, url.find('/', at + 3) - at - 3);
  bool bracketed = host.starts_with('[');
  return bracketed ? host.substr(1, host.find(']') - 1) : host.substr(0, host.find(':'));
}

// Where a phone reaches a listener: its address, or, where it listens on all, the first of this machine's
// that is not loopback.
std::string url_of(std::string_view scheme, const std::string& listen, std::uint16_t port) {
  auto address = net::parse_endpoint(listen, "--listen").address();
  std::string host = address.to_string();
  if (address.is_unspecified()) {
    host = "127.0.0.1";
    for (const auto& each : net::names_of_this_machine().addresses)
      if (each.find(':') == each.npos && !each.starts_with("127.")) host = each;
  }
  if (host.find(':') != host.npos) host = '[' + host + ']';
  return fmt::format("{}://{}:{}", scheme, host, port);
}

asio::awaitable<void> fill_tables(api::services& of) {
  auto look = [](store::reader& in) -> result<std::vector<store::live_session>> {
    return store::live_sessions(in.db(), in.now());
  };
  if (auto sessions = co_await of.db.read(look)) of.sessions.load(*sessions);
  auto look_at_wordings = [](store::reader& in) -> result<std::vector<wording_review>> {
    return store::accepted_wordings(in.db());
  };
  if (auto accepted = co_await of.db.read(look_at_wordings)) api::use_wordings(of.texts, *accepted);
  co_await api::refresh_board(of);
}

asio::awaitable<void> read_cursor_key(store::engine& db, const store::chance& random,
                                      api::cursor_seal::key& into) {
  auto job = [&](store::unit_of_work& work) -> result<api::cursor_seal::key> {
    return api::cursor_key(work, random);
  };
  auto key = co_await db.write(job);
  if (!key) throw std::runtime_error("the database cannot be written: " + key.error().detail);
  into = *key;
}
} // namespace

struct server_app::parts {
  explicit parts(const options& given)
      : how(given), center(read_center(how)), texts(how.templates, how.langpacks),
        roster_words(read_roster_words(how)),
        db(io.get_executor(), store_options(how), store::center_migrations(),
           [this](std::span<const event> events) {
             if (out) out->committed(events);
           }) {}

  options how;
  asio::io_context io{1};
  asio::thread_pool heavy{2};
  domain::center center;
  words::library texts;
  roster::vocabulary roster_words;
  std::unique_ptr<deliveries> out;
  store::engine db;
  std::unique_ptr<api::services> services;
  std::unique_ptr<session_gate> gate;
  std::unique_ptr<event_feed> feed;
  std::unique_ptr<net::center_ca> ca;
  std::unique_ptr<net::tls_server> tls;
  std::unique_ptr<net::server> network;
  asio::steady_timer housekeeping{io}, renewal{io};
  bool ending = false;
  asio::signal_set signals{io, SIGINT, SIGTERM};

  void prepare();
  void connect();
  asio::awaitable<void> keep_certificate();
  asio::awaitable<void> shut_down();
};

void server_app::parts::prepare() {
  run_alone(io, make_first_account(db, how));
  api::services::parts from{.db = db,
                            .texts = texts,
                            .center = center,
                            .roster_words = roster_words,
                            .heavy = heavy.get_executor()};
  run_alone(io, read_cursor_key(db, from.random, from.cursor_key));
  from.data_directory = how.data;
  from.staff_url = how.staff_url;
  from.board_url = how.board_url.empty() ? center.public_base_url : how.board_url;
  from.network_metrics = [this] { return net::to_prometheus(network->counts()); };
  services = std::make_unique<api::services>(std::move(from));
  run_alone(io, fill_tables(*services));
}

void server_app::parts::connect() {
  gate = std::make_unique<session_gate>(*services);
  feed = std::make_unique<event_feed>(*services);
  net::server_settings settings;
  settings.listen = how.listen;
  settings.open = how.open;
  bool loopback = net::parse_endpoint(how.listen, "--listen").address().is_loopback();
  if (how.tls_on_loopback || !loopback) {
    std::vector<std::string> names;
    if (auto name = host_of(how.staff_url); !name.empty()) names.push_back(name);
    ca = std::make_unique<net::center_ca>(how.data / "tls", names, services->now());
    tls = std::make_unique<net::tls_server>(ca->server());
    settings.names = names;
  }
  network = std::make_unique<net::server>(io, api::endpoints(), *services, *gate, *feed, tls.get(), settings);
  out = std::make_unique<deliveries>(io.get_executor(), *feed);
  out->open(network->events());
  services->sessions.on_change = [this](const id<session>& which) { network->events().drop(which); };
  if (services->staff_url.empty())
    services->staff_url = url_of(network->secure() ? "https" : "http", how.listen, network->staff_port());
  if (services->board_url.empty()) services->board_url = url_of("http", how.open, network->open_port());
}

// Renews the server's certificate in time, and when the laptop has got another address.
asio::awaitable<void> server_app::parts::keep_certificate() {
  while (ca) {
    renewal.expires_after(std::chrono::minutes{10});
    boost::system::error_code ended;
    co_await renewal.async_wait(asio::redirect_error(asio::use_awaitable, ended));
    if (ended) co_return;
    try {
      if (ca->renew(services->now())) tls->use(ca->server());
    } catch (const std::exception& why) {
      spdlog::error("the certificate could not be renewed: {}", why.what());
    }
  }
}

asio::awaitable<void> server_app::parts::shut_down() {
  ending = true;
  housekeeping.cancel();
  renewal.cancel();
  signals.cancel();
  co_await network->stop(grace);
  out->close();
}

server_app::server_app(const options& how) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  parts_ = std::make_unique<parts>(how);
  for (const auto& each : parts_->texts.problems()) spdlog::warn("left out: {}", words::to_string(each));
  parts_->prepare();
  parts_->connect();
}

server_app::~server_app() = default;

void server_app::run() {
  auto& of = *parts_;
  of.signals.async_wait([this](boost::system::error_code failed, int) {
    if (!failed) stop();
  });
  asio::co_spawn(of.io, keep_house(*of.services, of.housekeeping, of.ending), asio::detached);
  asio::co_spawn(of.io, of.keep_certificate(), asio::detached);
  of.io.restart();
  of.io.run();
}

void server_app::stop() {
  asio::co_spawn(parts_->io, parts_->shut_down(), asio::detached);
}

std::uint16_t server_app::staff_port() const {
  return parts_->network->staff_port();
}
std::uint16_t server_app::open_port() const {
  return parts_->network->open_port();
}
std::string server_app::staff_url() const {
  return parts_->services->staff_url;
}
std::string server_app::board_url() const {
  return parts_->services->board_url;
}
std::string server_app::pin() const {
  return parts_->ca ? parts_->ca->ca_pin() : std::string();
}

} // namespace kotobashi::app
