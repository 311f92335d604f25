#include "server/model/instant.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/http.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

// 64 volunteers, each on a connection of its own, claim requests that nobody else wants, one after the other.
// Everything that is needed for it is made over HTTP first.
namespace kotobashi::bench {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {
using clock = std::chrono::steady_clock;

struct claimer {
  std::unique_ptr<connection> link;
  std::string token;
  std::vector<std::string> requests;
  std::vector<double> milliseconds;
};

std::string string_at(const json::value& of, std::string_view key) {
  return std::string(of.as_object().at(key).as_string());
}

asio::awaitable<json::value> post(connection& to, std::string target, std::string token, json::value body,
                                  int status) {
  static std::int64_t calls = 0;
  const std::string key = "bench-" + std::to_string(++calls), text = json::serialize(body);
  const ask what{"POST", target, token, key, text};
  const answer got = co_await to.call(what);
  co_return expect(status, got);
}

json::value volunteer_named(std::size_t index) {
  const std::string number = "V" + std::to_string(index);
  return {{"number", number},
          {"name", "通訳 " + number},
          {"phone", "044-000-0000"},
          {"spoken", {{{"language", "vi"}, {"level", "native"}}}},
          {"written", {{{"language", "vi"}, {"level", "native"}}}},
          {"does", {"interpret"}},
          {"state", "registered"},
          {"presence", "on_call"}};
}

// Two days apart, so that neither overlap nor rest stands against one person taking them all.
json::value request_number(std::size_t index, const std::string& area) {
  const auto now = instant::from(std::chrono::system_clock::now());
  const instant begins = now + std::chrono::hours(48) * (static_cast<std::int64_t>(index) + 1);
  return {
      {"kind", "interpret"},
      {"mode", "phone"},
      {"language", "vi"},
      {"area", area},
      {"summary", "Interpreting on the telephone, about an hour"},
      {"details", "Details of the request as a coordinator types them: who asks, about what, since when."},
      {"starts_at", to_rfc3339(begins)},
      {"ends_at", to_rfc3339(begins + std::chrono::hours(1))},
      {"admission", "first_come"}};
}

class claim_bench {
public:
  explicit claim_bench(const options& given)
      : staff_(given.get("staff")), password_(first_line(given.get("password-file"))),
        area_(given.get("area", "14131")),
        claimers_(static_cast<std::size_t>(given.number("connections", 64))),
        each_(static_cast<std::size_t>(given.number("each", 500))) {}

  void run() {
    wait_for([this](claimer&) { return prepare(); }, 1);
    wait_for([this](claimer& one) { return sign_in(one); }, claimers_.size());
    wait_for([this](claimer& one) { return make_requests(one); }, claimers_.size());
    wait_for([this](claimer& one) { return read_counters(one, before_); }, 1);
    auto begun = clock::now();
    wait_for([this](claimer& one) { return claim_all(one); }, claimers_.size());
    seconds_ = std::chrono::duration<double>(clock::now() - begun).count();
    wait_for([this](claimer& one) { return read_counters(one, after_); }, 1);
  }

  void report() const {
    std::vector<double> all;
    for (const auto& one : claimers_) all.insert(all.end(), one.milliseconds.begin(), one.milliseconds.end());
    std::ranges::sort(all);
    const double count = static_cast<double>(all.size());
    print({{"claims", count},
           {"seconds", seconds_},
           {"per_second", count / seconds_},
           {"median_ms", all[all.size() / 2]},
           {"p99_ms", all[all.size() * 99 / 100]},
           {"jobs_per_commit", (after_.jobs - before_.jobs) / (after_.commits - before_.commits)}});
  }

private:
  struct counters {
    double jobs = 0, commits = 0;
  };

  static std::string first_line(const std::string& file) {
    std::string line;
    std::ifstream in(file);
    if (!std::getline(in, line)) throw std::runtime_error("cannot read " + file);
    return line;
  }

  // Runs the same for the first `count` claimers at once, until all have ended; throws what one of them
  // throws.
  void wait_for(const std::function<asio::awaitable<void>(claimer&)>& what, std::size_t count) {
    std::exception_ptr failed;
    for (std::size_t i = 0; i < count; ++i) {
      asio::co_spawn(io_, what(claimers_[i]), [&](std::exception_ptr thrown) {
        if (thrown) failed = thrown;
      });
    }
    io_.restart();
    io_.run();
    if (failed) std::rethrow_exception(failed);
  }

  asio::awaitable<void> prepare() {
    connection lead(io_.get_executor(), staff_);
    co_await lead.open();
    const json::value credentials{{"account", "lead"}, {"password", password_}};
    const auto session = co_await post(lead, "/api/v1/sessions", "", credentials, 201);
    lead_token_ = string_at(session, "token");
    const json::value opening{{"title", "bench"}, {"hazard", "earthquake"}, {"mode", "actual"}};
    co_await post(lead, "/api/v1/activations", lead_token_, opening, 201);
  }

  asio::awaitable<void> sign_in(claimer& one) {
    one.link = std::make_unique<connection>(io_.get_executor(), staff_);
    co_await one.link->open();
    const json::value person = volunteer_named(static_cast<std::size_t>(&one - claimers_.data()));
    const auto made = co_await post(*one.link, "/api/v1/volunteers", lead_token_, person, 201);
    const std::string link_of = "/api/v1/volunteers/" + string_at(made, "id") + "/link";
    const json::value nothing(json::object_kind);
    const auto link = co_await post(*one.link, link_of, lead_token_, nothing, 201);
    const std::string url = string_at(link, "url");
    const json::value credentials{{"link_token", url.substr(url.find('#') + 1)}};
    const auto session = co_await post(*one.link, "/api/v1/sessions", "", credentials, 201);
    one.token = string_at(session, "token");
  }

  asio::awaitable<void> make_requests(claimer& one) {
    for (std::size_t i = 0; i < each_; ++i) {
      const json::value wanted = request_number(i, area_);
      const auto made = co_await post(*one.link, "/api/v1/requests", lead_token_, wanted, 201);
      one.requests.push_back(string_at(made, "id"));
    }
  }

  asio::awaitable<void> claim_all(claimer& one) {
    for (const auto& request : one.requests) {
      // As phones' keys do, these begin with the time: the request's id is a UUID of version 7.
      const std::string target = "/api/v1/requests/" + request + "/claim", key = "claim-" + request;
      const ask what{"POST", target, one.token, key, ""};
      const auto begun = clock::now();
      const answer got = co_await one.link->call(what);
      one.milliseconds.push_back(std::chrono::duration<double, std::milli>(clock::now() - begun).count());
      if (got.status != 200) expect(200, got);
    }
  }

  asio::awaitable<void> read_counters(claimer& one, counters& into) {
    const ask what{"GET", "/metrics", lead_token_, "", ""};
    const answer got = co_await one.link->call(what);
    into.jobs = metric(got.body, "kotobashi_store_jobs_total");
    into.commits = metric(got.body, "kotobashi_store_commits_total");
  }

  static double metric(const std::string& text, const std::string& name) {
    auto at = text.find("\n" + name + " ");
    if (at == std::string::npos) throw std::runtime_error("no " + name + " in /metrics");
    return std::stod(text.substr(at + name.size() + 2));
  }

  asio::io_context io_{1};
  std::string staff_, password_, area_, lead_token_;
  std::vector<claimer> claimers_;
  std::size_t each_;
  counters before_, after_;
  double seconds_ = 0;
};
} // namespace

int claims(const options& given) {
  claim_bench bench(given);
  bench.run();
  bench.report();
  return 0;
}

} // namespace kotobashi::bench
