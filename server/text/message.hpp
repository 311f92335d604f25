#pragma once

#include "server/text/ruby.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Messages in ICU MessageFormat syntax, restricted to {name}, {name, plural, …} and {name, select, …}. ICU's
// own parser reads them once into a small tree, which is walked for every use: icu::MessageFormat parses and
// formats in UTF-16 each time, and prints
// "{x}" for a missing argument.
namespace kotobashi::words {

struct message_error {
  std::size_t offset = 0; // UTF-16 units from the start of the message
  std::string what;
};

struct message_argument {
  enum class kind { value, plural, select };
  std::string name;
  kind is_kind{};
  std::vector<std::string> selectors; // of all its branches: "=0", "one", "other"
};

// Who gives a message its values, and takes what comes out. The functions of arguments throw where there is
// none of that name.
class message_host {
public:
  virtual ~message_host() = default;
  virtual void words(const std::string& text, const std::string& ruby) = 0;
  virtual void value(const std::string& name) = 0;
  virtual void number(double value, const std::string& of) = 0; // "#"
  virtual double number_of(const std::string& name) = 0;
  virtual std::string key_of(const std::string& name) = 0;
  virtual std::string plural_category(double value) = 0; // CLDR: zero, one, two, few, many, other
};

class message {
public:
  // `ruby`: the text has ruby marks. Afterwards either error() is set or the message is usable.
  message(std::string_view text, bool ruby);

  const std::optional<message_error>& error() const { return error_; }
  void break_off(std::string what);
  // In order of first use; an argument used in two ways stands twice.
  const std::vector<message_argument>& arguments() const { return arguments_; }
  bool has_argument(std::string_view name) const;

  void write(message_host& to) const { write(nodes_, to, 0, {}); }

private:
  struct node;
  struct branch;
  class builder;
  using nodes = std::vector<node>;

  static void write(const nodes& all, message_host& to, double pound, const std::string& pound_of);
  static void write_plural(const node& one, message_host& to);
  static void write_select(const node& one, message_host& to, double pound, const std::string& pound_of);

  struct branch {
    std::string selector;
    std::optional<double> exactly; // "=3"
    nodes content;
  };
  struct node {
    enum class kind { words, value, plural, select, pound };
    kind is_kind{};
    std::vector<ruby_piece> pieces{};
    std::string name{};
    double offset = 0;
    std::vector<branch> branches{};
  };

  nodes nodes_;
  std::vector<message_argument> arguments_;
  std::optional<message_error> error_;
};

} // namespace kotobashi::words
