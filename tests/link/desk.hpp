#pragma once

#include "client/link/typed.hpp"
#include "server/model/records.hpp"
#include "tests/link/owner_loop.hpp"
#include "tests/link/programs/center.hpp"
#include "tests/link/show.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kotobashi::test {

// A client with its loop, for tests against the real server.
class desk {
public:
  explicit desk(const running_center& of, link::trust trusted = {})
      : loop_(), link_(settings_for(of, std::move(trusted))) {}

  link::connection& link() { return link_; }
  owner_loop& loop() { return loop_; }

  link::outcome<signed_in> sign_in(std::string name = running_center::account,
                                   std::string password = running_center::password) {
    std::optional<link::outcome<signed_in>> got;
    link_.sign_in(std::move(name), std::move(password),
                  [&](link::outcome<signed_in> how) { got = std::move(how); });
    loop_.until([&] { return got.has_value(); });
    return std::move(*got);
  }

  template <class T>
  link::outcome<T> get(const std::string& path) {
    std::optional<link::outcome<T>> got;
    link::get<T>(link_, path, [&](link::outcome<T> how) { got = std::move(how); });
    loop_.until([&] { return got.has_value(); });
    return std::move(*got);
  }
  template <class T, class In>
  link::outcome<T> post(const std::string& path, const In& input, link::call_options options = {}) {
    std::optional<link::outcome<T>> got;
    link::post<T>(
        link_, path, input, [&](link::outcome<T> how) { got = std::move(how); }, std::move(options));
    loop_.until([&] { return got.has_value(); });
    return std::move(*got);
  }

  activation open_center(activation_mode mode = activation_mode::drill) {
    new_activation wish;
    wish.title = "test";
    wish.mode = mode;
    return post<activation>("/api/v1/activations", wish).value();
  }
  // Asks for a line in the chronology; `done` counts up when it is there.
  void add_line(const std::string& content, int& done) {
    new_log_entry line;
    line.content = content;
    link::post<log_entry>(link_, "/api/v1/log", line,
                          [&done](link::outcome<log_entry> got) { done += got.has_value(); });
  }
  // The chronology's contents, oldest first.
  std::vector<std::string> lines() {
    std::optional<link::outcome<std::vector<log_entry>>> got;
    link::get_all<log_entry>(link_, "/api/v1/log", [&](auto how) { got = std::move(how); });
    loop_.until([&] { return got.has_value(); });
    std::vector<std::string> out;
    for (const auto& each : got->value()) out.insert(out.begin(), each.content.value);
    return out;
  }

private:
  link::settings settings_for(const running_center& of, link::trust trusted) {
    link::settings how;
    how.server = link::parse_address(of.staff_url()).value();
    how.trusted = std::move(trusted);
    how.deliver = [this](std::function<void()> what) { loop_.deliver(std::move(what)); };
    return how;
  }

  owner_loop loop_;
  link::connection link_;
};

} // namespace kotobashi::test
