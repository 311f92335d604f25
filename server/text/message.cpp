#include "server/text/message.hpp"

#include <algorithm>
#include <functional>

namespace kotobashi::words {

bool message::has_argument(std::string_view name) const {
  return std::ranges::any_of(arguments_, [&](const auto& each) { return each.name == name; });
}

void message::break_off(std::string what) {
  error_ = message_error{0, std::move(what)};
  nodes_.clear();
}

void message::write(const nodes& all, message_host& to, double pound, const std::string& pound_of) {
  for (const node& each : all) {
    switch (each.is_kind) {
    case node::kind::words:
      for (const auto& piece : each.pieces) to.words(piece.text, piece.ruby);
      break;
    case node::kind::value: to.value(each.name); break;
    case node::kind::pound: to.number(pound, pound_of); break;
    case node::kind::plural: write_plural(each, to); break;
    case node::kind::select: write_select(each, to, pound, pound_of); break;
    }
  }
}

// An exact "=3" counts before the offset is taken off, the category after it, as in ICU.
void message::write_plural(const node& one, message_host& to) {
  double given = to.number_of(one.name);
  double counted = given - one.offset;
  for (const branch& each : one.branches)
    if (each.exactly &&
        std::equal_to<>()(*each.exactly, given)) // never for NaN, a value that is only described
      return write(each.content, to, counted, one.name);
  auto category = to.plural_category(counted);
  const branch* chosen = nullptr;
  for (const branch& each : one.branches)
    if (each.selector == category || (!chosen && each.selector == "other")) chosen = &each;
  if (chosen) write(chosen->content, to, counted, one.name);
}

void message::write_select(const node& one, message_host& to, double pound, const std::string& pound_of) {
  std::string key = to.key_of(one.name);
  const branch* chosen = nullptr;
  for (const branch& each : one.branches)
    if (each.selector == key || (!chosen && each.selector == "other")) chosen = &each;
  if (chosen) write(chosen->content, to, pound, pound_of);
}

} // namespace kotobashi::words
