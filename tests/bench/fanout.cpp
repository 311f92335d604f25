#include "tests/bench/bench.hpp"
#include "tests/bench/http.hpp"
#include "tests/bench/listener.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <deque>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <sys/resource.h>
#include <vector>

// One message to thousands of listeners: how long until the last one has it, and what each delivery costs the
// server. The message comes about by publishing a notice of a center, or by a POST to nchan of the same
// bytes.
namespace kotobashi::bench {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {
using clock = std::chrono::steady_clock;

// Runs a coroutine to its end on an otherwise idle context.
template <class T>
T run(asio::io_context& io, asio::awaitable<T> work) {
  auto done = asio::co_spawn(io, std::move(work), asio::use_future);
  io.restart();
  io.run();
  return done.get();
}

class publisher {
public:
  virtual ~publisher() = default;
  virtual asio::awaitable<void> prepare(std::int64_t rounds) = 0;
  virtual asio::awaitable<void> publish() = 0;
  virtual std::string_view token() const { return {}; }
};

class center final : public publisher {
public:
  center(asio::io_context& io, const options& given)
      : link_(io.get_executor(), given.get("staff")), password_(first_line(given.get("password-file"))) {}

  // Notices that wait: publishing them is what counts.
  asio::awaitable<void> prepare(std::int64_t rounds) override {
    co_await link_.open();
    const json::value credentials{{"account", "lead"}, {"password", password_}};
    const auto session = co_await post("/api/v1/sessions", credentials, 201);
    token_ = std::string(session.as_object().at("token").as_string());
    const json::value opening{{"title", "bench"}, {"hazard", "earthquake"}, {"mode", "actual"}};
    co_await post("/api/v1/activations", opening, 201);
    const json::value notice{{"template", "earthquake"},
                             {"parameters",
                              {{"occurred_at", "2011-03-11T14:46:00+09:00"},
                               {"intensity", "five_upper"},
                               {"areas", json::array{"14131", "14132"}}}}};
    for (std::int64_t i = 0; i < rounds; ++i) {
      const auto draft = co_await post("/api/v1/notices", notice, 201);
      drafts_.emplace_back(draft.as_object().at("id").as_string());
    }
  }

  asio::awaitable<void> publish() override {
    const std::string target = "/api/v1/notices/" + drafts_.front() + "/publish";
    drafts_.pop_front();
    const json::value nothing(json::object_kind);
    co_await post(target, nothing, 200);
  }

  std::string_view token() const override { return token_; }

private:
  static std::string first_line(const std::string& file) {
    std::string line;
    std::ifstream in(file);
    if (!std::getline(in, line)) throw std::runtime_error("cannot read " + file);
    return line;
  }

  asio::awaitable<json::value> post(std::string target, json::value body, int status) {
    const std::string key = "bench-" + std::to_string(++calls_), text = json::serialize(body);
    const ask what{"POST", target, token_, key, text, "1"};
    const answer got = co_await link_.call(what);
    co_return expect(status, got);
  }

  connection link_;
  std::string password_, token_;
  std::deque<std::string> drafts_;
  int calls_ = 0;
};

class nchan final : public publisher {
public:
  nchan(asio::io_context& io, const options& given)
      : link_(io.get_executor(), given.get("address")), target_(given.get("publish-target")) {
    std::ifstream in(given.get("message-file"), std::ios::binary);
    message_.assign(std::istreambuf_iterator<char>(in), {});
    if (message_.empty()) throw std::runtime_error("cannot read " + given.get("message-file"));
  }
  asio::awaitable<void> prepare(std::int64_t) override { return link_.open(); }
  asio::awaitable<void> publish() override {
    const ask what{"POST", target_, "", "", message_};
    const answer got = co_await link_.call(what);
    if (got.status / 100 != 2) throw std::runtime_error("nchan answered " + std::to_string(got.status));
  }

private:
  connection link_;
  std::string target_, message_;
};

struct round_figures {
  double milliseconds = 0;
  std::int64_t cpu = 0;
  std::size_t received = 0;
};

class fanout_bench {
public:
  explicit fanout_bench(const options& given)
      : given_(given), rounds_(given.number("rounds", 10)),
        count_(static_cast<std::size_t>(given.number("listeners", 5000))),
        kind_(given.get("protocol") == "sse" ? stream_kind::sse : stream_kind::websocket),
        mark_(given.get("mark")) {
    if (given.get("publisher") == "center")
      publisher_ = std::make_unique<center>(io_, given);
    else
      publisher_ = std::make_unique<nchan>(io_, given);
  }

  void run_all() {
    run(io_, publisher_->prepare(rounds_));
    open_all();
    for (std::int64_t i = 0; i < rounds_; ++i) figures_.push_back(one_round());
    if (auto file = given_.get("keep-message", ""); !file.empty())
      std::ofstream(file, std::ios::binary) << payload_;
  }

  void report() const {
    std::vector<double> times;
    double cpu = 0, received = 0;
    for (const auto& each : figures_) {
      times.push_back(each.milliseconds);
      cpu += static_cast<double>(each.cpu);
      received += static_cast<double>(each.received);
    }
    std::ranges::sort(times);
    print({{"median_ms", times[times.size() / 2]},
           {"cpu_us_per_delivery", cpu / 1000 / received},
           {"lost", static_cast<double>(count_) * static_cast<double>(rounds_) - received},
           {"bytes", static_cast<double>(payload_.size())}});
  }

private:
  std::string request() const {
    std::string out = "GET " + given_.get("target") + " HTTP/1.1\r\nHost: " + given_.get("address") + "\r\n";
    if (kind_ == stream_kind::sse) {
      out += "Accept: text/event-stream\r\n";
    } else {
      out += "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    }
    if (!publisher_->token().empty())
      out.append("Authorization: Bearer ").append(publisher_->token()).append("\r\n");
    return out + "\r\n";
  }

  // A few at a time, so that no queue of the system overflows.
  void open_all() {
    const std::string address = given_.get("address");
    const auto colon = address.rfind(':');
    const asio::ip::tcp::endpoint where(
        asio::ip::make_address(address.substr(0, colon)),
        static_cast<asio::ip::port_type>(std::stoi(address.substr(colon + 1))));
    const std::string text = request();
    for (std::size_t i = 0; i < count_; ++i)
      listeners_.push_back(
          std::make_unique<listener>(io_.get_executor(), kind_, mark_, [this](std::string_view payload) {
            if (payload_.empty()) payload_ = payload;
            ++received_;
          }));
    for (std::size_t lane = 0; lane < 32; ++lane) {
      asio::co_spawn(io_, open_every(lane, 32, where, text), [this](std::exception_ptr thrown) {
        if (thrown) failed_ = thrown;
      });
    }
    io_.restart();
    io_.run();
    if (failed_) std::rethrow_exception(failed_);
    for (auto& each : listeners_) each->listen(room_);
  }

  asio::awaitable<void> open_every(std::size_t first, std::size_t step, asio::ip::tcp::endpoint where,
                                   std::string text) {
    for (std::size_t i = first; i < count_; i += step) co_await listeners_[i]->open(where, text);
  }

  round_figures one_round() {
    const std::int64_t server = given_.number("pid", 0), cpu_before = cpu_time(server);
    received_ = 0;
    const auto begun = clock::now(), deadline = begun + std::chrono::seconds(20);
    bool answered = false;
    asio::co_spawn(io_, publisher_->publish(), [&](std::exception_ptr thrown) {
      failed_ = thrown;
      answered = true;
    });
    io_.restart();
    auto last = begun;
    while ((received_ < count_ || !answered) && !failed_ && clock::now() < deadline) {
      const std::size_t before = received_;
      io_.run_one_for(std::chrono::milliseconds(100));
      if (received_ != before) last = clock::now();
    }
    if (failed_) std::rethrow_exception(failed_);
    return {std::chrono::duration<double, std::milli>(last - begun).count(), cpu_time(server) - cpu_before,
            received_};
  }

  const options& given_;
  asio::io_context io_{1};
  std::int64_t rounds_;
  std::size_t count_;
  stream_kind kind_;
  std::string mark_, payload_;
  std::unique_ptr<publisher> publisher_;
  std::vector<std::unique_ptr<listener>> listeners_;
  std::vector<char> room_ = std::vector<char>(64 * 1024);
  std::size_t received_ = 0;
  std::exception_ptr failed_;
  std::vector<round_figures> figures_;
};
} // namespace

int fanout(const options& given) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  fanout_bench bench(given);
  bench.run_all();
  bench.report();
  return 0;
}

} // namespace kotobashi::bench
