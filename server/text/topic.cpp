#include "server/text/topic.hpp"

#include <charconv>

namespace kotobashi::words {

namespace {
template <class List>
auto find_named(const List& all, std::string_view name) -> decltype(all.data()) {
  for (const auto& each : all)
    if (each.name == name) return &each;
  return nullptr;
}

// "24H" off the front: the number if the unit is the wanted one.
std::optional<std::int64_t> take_unit(std::string_view& text, char unit) {
  std::int64_t count = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (failed != std::errc() || end == text.data() + text.size() || *end != unit || count < 0 ||
      count > 100'000)
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return count;
}
} // namespace

const parameter* find_parameter(const topic& of, std::string_view name) {
  return find_named(of.parameters, name);
}
const topic_switch* find_switch(const topic& of, std::string_view name) {
  return find_named(of.switches, name);
}

std::optional<std::chrono::seconds> duration_from_iso8601(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3 || text.ends_with('T')) return std::nullopt;
  text.remove_prefix(1);
  std::chrono::seconds total{0};
  total += std::chrono::days(take_unit(text, 'D').value_or(0));
  if (text.starts_with('T')) {
    text.remove_prefix(1);
    total += std::chrono::hours(take_unit(text, 'H').value_or(0));
    total += std::chrono::minutes(take_unit(text, 'M').value_or(0));
    total += std::chrono::seconds(take_unit(text, 'S').value_or(0));
  }
  if (!text.empty()) return std::nullopt;
  return total;
}

std::optional<instant> expiry(const topic& of, instant at) {
  auto lifetime = of.expires_after ? duration_from_iso8601(*of.expires_after) : std::nullopt;
  if (!lifetime) return std::nullopt;
  return at + *lifetime;
}

} // namespace kotobashi::words
