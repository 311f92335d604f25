#include "server/text/wording.hpp"

#include "server/text/hash.hpp"

#include <algorithm>

namespace kotobashi::words {

text_status worse(text_status a, text_status b) {
  for (auto each : {text_status::missing, text_status::outdated, text_status::drafted})
    if (a == each || b == each) return each;
  return text_status::checked;
}

text_status status_of_text(const pack& in, const entry& text, const compiled& source) {
  bool is_source = in.about().tag == source_language;
  if (!is_source && text.source_hash != source.hash) return text_status::outdated;
  return text.declared;
}

void wording::note(std::string_view code, std::string_view key, std::string_view detail) {
  text_problem one{std::string(code), std::string(key), std::string(detail)};
  if (std::ranges::find(problems_, one) == problems_.end()) problems_.push_back(std::move(one));
}

const message* wording::find(section where, std::string_view key) {
  const entry* original = source_.find(where, key);
  const entry* text =
      original ? in_.translation(where, static_cast<std::size_t>(original - source_.all(where).data()))
               : nullptr;
  if (!text) {
    status_ = text_status::missing;
    note("missing", key, "");
    return nullptr;
  }
  const compiled& source = source_.made(*original, nullptr);
  const compiled& made = text == original ? source : in_.made(*text, &source);
  if (made.message.error()) {
    status_ = text_status::missing;
    note("broken", key, made.message.error()->what);
    return nullptr;
  }
  status_ = worse(status_, status_of_text(in_, *text, source));
  return &made.message;
}

} // namespace kotobashi::words
