#include "server/text/page_host.hpp"

#include "server/text/formatters.hpp"
#include "server/text/free_text.hpp"
#include "server/text/run_builder.hpp"

#include <limits>
#include <stdexcept>

namespace kotobashi::words {

namespace {
class page_host final : public message_host {
public:
  page_host(const pack& in, std::string_view key, const page_arguments& arguments)
      : in_(in), key_(key), arguments_(arguments), out_(in.about().tag, in.about().direction) {}

  void words(const std::string& text, const std::string& ruby) override { out_.words(text, ruby); }
  void value(const std::string& name) override {
    const page_value& given = find(name);
    if (const auto* text = std::get_if<std::string>(&given))
      out_.value(typed_run(*text, in_.about().tag, name), true);
    else if (const auto* runs = std::get_if<paragraph>(&given))
      for (const run& each : *runs) out_.value(each);
    else
      number(static_cast<double>(std::get<std::int64_t>(given)), name);
  }
  void number(double value, const std::string& of) override { out_.value(numbers()->number(value), of); }
  double number_of(const std::string& name) override {
    const auto* whole = std::get_if<std::int64_t>(&find(name));
    return whole ? static_cast<double>(*whole) : std::numeric_limits<double>::quiet_NaN();
  }
  std::string key_of(const std::string& name) override {
    const page_value& given = find(name);
    if (const auto* text = std::get_if<std::string>(&given)) return *text;
    const auto* whole = std::get_if<std::int64_t>(&given);
    return whole ? std::to_string(*whole) : std::string();
  }
  std::string plural_category(double value) override { return numbers()->plural_category(value); }

  page_text take() { return {out_.take_line(), out_.language(), out_.direction()}; }

private:
  const page_value& find(std::string_view name) const {
    for (const auto& [known, value] : arguments_)
      if (known == name) return value;
    throw std::logic_error("the page text " + std::string(key_) + " asks for {" + std::string(name) +
                           "}, which was not given");
  }
  locked_formatters numbers() const { return in_.lock_formatters(); }

  const pack& in_;
  std::string_view key_;
  const page_arguments& arguments_;
  run_builder out_;
};
} // namespace

page_text write_page(const pack& in, const message& text, std::string_view key,
                     const page_arguments& arguments) {
  page_host host(in, key, arguments);
  text.write(host);
  return host.take();
}

} // namespace kotobashi::words
