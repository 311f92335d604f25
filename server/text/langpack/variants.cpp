#include "server/text/langpack/variants.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kotobashi::langpack {

namespace {
// Chooses the n-th branch everywhere.
class variant_host final : public words::message_host {
public:
  variant_host(const words::message& of, std::size_t n, const variant_writer& by) : of_(of), n_(n), by_(by) {}

  void words(const std::string& text, const std::string& ruby) override { out.says += by_.words(text, ruby); }
  void value(const std::string& name) override { out.says += by_.value(name); }
  void number(double, const std::string& of) override { out.says += by_.value(of); }
  double number_of(const std::string& name) override {
    chosen_ = selector(name, words::message_argument::kind::plural);
    note(chosen_);
    double exactly = 0;
    bool exact = chosen_.starts_with('=');
    if (exact) std::from_chars(chosen_.data() + 1, chosen_.data() + chosen_.size(), exactly);
    return exact ? exactly : std::numeric_limits<double>::quiet_NaN();
  }
  std::string key_of(const std::string& name) override {
    auto chosen = selector(name, words::message_argument::kind::select);
    note(chosen);
    return chosen;
  }
  std::string plural_category(double) override { return chosen_; }

  variant out;

private:
  void note(const std::string& branch) {
    if (!out.branches.empty()) out.branches += ", ";
    out.branches += branch;
  }
  std::string selector(const std::string& name, words::message_argument::kind kind) const {
    for (const auto& each : of_.arguments())
      if (each.name == name && each.is_kind == kind) return each.selectors[n_ % each.selectors.size()];
    return "other";
  }
  const words::message& of_;
  std::size_t n_;
  const variant_writer& by_;
  std::string chosen_;
};

class plain_writer final : public variant_writer {
public:
  std::string words(const std::string& text, const std::string& ruby) const override {
    return ruby.empty() ? text : "｜" + text + "《" + ruby + "》";
  }
  std::string value(const std::string&) const override { return "\uFFFC"; }
};
} // namespace

std::vector<variant> variants(const words::message& of, const variant_writer& by) {
  std::size_t count = 1;
  for (const auto& each : of.arguments()) count = std::max(count, each.selectors.size());
  std::vector<variant> out;
  for (std::size_t n = 0; n < count; ++n) {
    variant_host host(of, n, by);
    of.write(host);
    if (std::ranges::find(out, host.out.says, &variant::says) == out.end())
      out.push_back(std::move(host.out));
  }
  return out;
}

std::vector<std::string> variants(const words::message& of) {
  std::vector<std::string> out;
  for (auto& each : variants(of, plain_writer())) out.push_back(std::move(each.says));
  return out;
}

} // namespace kotobashi::langpack
