#pragma once

#include "client/cli/words.hpp"
#include "client/link/ask.hpp"

#include <boost/json/value.hpp>

#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::cli {

// How the program ends.
enum exit_code { fine = 0, refused = 1, wrong_usage = 2, unreachable = 3 };

// What every command takes.
struct options {
  std::string server = "http://127.0.0.1:8080";
  std::string account;
  std::string password_file;
  std::string link_token_file; // of a volunteer's personal link, instead of account and password
  bool as_json = false;
  std::string pin;
  std::string ca_file;
  std::string lang;
  double wait_seconds = 5;
  std::string idempotency_key; // of the command's change, when it is run again
};

// What commands work with: the connection, the language, and one way to print and to fail.
class context {
public:
  explicit context(options from);
  ~context();
  context(const context&) = delete;
  context& operator=(const context&) = delete;

  const options& given() const { return given_; }
  tongue in() const { return tongue_; }
  std::string say(std::string_view key) const { return word(tongue_, key); }
  template <json::described_enum E>
  std::string say(E value) const {
    return word(tongue_, value);
  }
  instant now() const;

  // Connects and signs in at the first use. Throws ended where that fails.
  link::connection& link();
  const account_view& me();
  bool is_volunteer() { return me().volunteer.has_value(); }

  // Prints why there is no answer, and gives the exit code that says so.
  int failed(const link::failure& why) const;
  int failed(const refusal& why) const;
  int usage(const std::string& what) const;

  // Asks, and waits for the reply. A change carries the key that was given (the second of a command "KEY-2"
  // and so on) or a new one, and failed() names it where there is no answer.
  link::outcome<link::answer> ask(link::call what);

  // Asks, then prints the reply: as JSON as it came, or by `human`.
  template <class T, class Human>
  int show(link::call what, Human human) {
    auto got = ask(std::move(what));
    if (!got) return failed(got.error());
    if (given_.as_json) return print_json(got->body);
    auto read = link::read_answer<T>(*got);
    if (!read) return failed(read.error());
    human(*read);
    return fine;
  }
  template <class T, class Human>
  int show(std::string path, Human human) {
    return show<T>(link::call{.path = std::move(path)}, human);
  }
  template <class T, class In, class Human>
  int send(link::verb how, std::string path, const In& input, Human human,
           std::optional<std::string> if_match = {}) {
    return show<T>(
        link::call{
            .verb = how, .path = std::move(path), .body = json::write_string(input), .if_match = if_match},
        human);
  }

  // All pages of a list, printed as {"items":[…]} or by `human`; at most `most` items where that is not 0.
  template <class T, class Human>
  int show_list(const std::string& path, Human human, std::size_t most = 0) {
    auto items = all_items(path, most);
    if (!items) return failed(items.error());
    if (given_.as_json) return print_json(boost::json::object{{"items", std::move(*items)}});
    std::vector<T> read;
    for (auto& each : *items) {
      auto one = link::read_record<T>(std::move(each));
      if (!one) return failed(link::detail::unreadable(one.error()));
      read.push_back(std::move(*one));
    }
    human(read);
    return fine;
  }
  link::outcome<boost::json::array> all_items(const std::string& path, std::size_t most = 0);

  // To the file; without one to standard output.
  int write_out(const std::string& body, const std::string& file) const;
  int print_json(std::string_view body) const;
  int print_json(const boost::json::value& value) const;

private:
  void connect();
  link::trust trust_for(const link::address& server) const;
  sign_in who() const;

  options given_;
  tongue tongue_;
  std::unique_ptr<link::connection> link_;
  std::optional<account_view> me_;
  int changes_ = 0;
  std::string unanswered_; // the key of a change that may have been done
};

// Ends the command before it has begun, after the reason was printed.
struct ended {
  int code;
};

} // namespace kotobashi::cli
