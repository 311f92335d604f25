#include "server/text/langpack/variants.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kotobashi::langpack {

namespace {
// Chooses the n-th branch everywhere.
class variant_host final : public words::message_host {
public:
  variant_host(const words::message& of, std::size_t n) : of_(of), n_(n) {}

  void words(const std::string& text, const std::string& ruby) override {
    out += ruby.empty() ? text : "｜" + text + "《" + ruby + "》";
  }
  void value(const std::string&) override { out += "\uFFFC"; }
  void number(double, const std::string&) override { out += "\uFFFC"; }
  double number_of(const std::string& name) override {
    chosen_ = selector(name, words::message_argument::kind::plural);
    double exactly = 0;
    bool exact = chosen_.starts_with('=');
    if (exact) std::from_chars(chosen_.data() + 1, chosen_.data() + chosen_.size(), exactly);
    return exact ? exactly : std::numeric_limits<double>::quiet_NaN();
  }
  std::string key_of(const std::string& name) override {
    return selector(name, words::message_argument::kind::select);
  }
  std::string plural_category(double) override { return chosen_; }

  std::string out;

private:
  std::string selector(const std::string& name, words::message_argument::kind kind) const {
    for (const auto& each : of_.arguments())
      if (each.name == name && each.is_kind == kind) return each.selectors[n_ % each.selectors.size()];
    return "other";
  }
  const words::message& of_;
  std::size_t n_;
  std::string chosen_;
};
} // namespace

std::vector<std::string> variants(const words::message& of) {
  std::size_t count = 1;
  for (const auto& each : of.arguments()) count = std::max(count, each.selectors.size());
  std::vector<std::string> out;
  for (std::size_t n = 0; n < count; ++n) {
    variant_host host(of, n);
    of.write(host);
    if (std::ranges::find(out, host.out) == out.end()) out.push_back(std::move(host.out));
  }
  return out;
}

} // namespace kotobashi::langpack
