#include "server/text/langpack/text_pair.hpp"
#include "server/text/plain_japanese.hpp"

namespace kotobashi::langpack {

void check_plain(const words::library&, const text_pair& one, reporter& to) {
  if (!one.in.is_plain()) return;
  bool sentences = one.where != words::section::terms && !one.is_title;
  for (const auto& text : one.says)
    for (const auto& each : words::check_plain_japanese(text, sentences))
      to.add("plain_" + each.rule, one.in, one.where, one.text.key, each.detail);
}

} // namespace kotobashi::langpack
