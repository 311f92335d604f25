#include "server/text/wording.hpp"

#include <algorithm>

namespace kotobashi::words {

text_status worse(text_status a, text_status b) {
  for (auto each : {text_status::missing, text_status::outdated, text_status::drafted})
    if (a == each || b == each) return each;
  return text_status::checked;
}

void wording::note(std::string_view code, std::string_view key, std::string_view detail) {
  text_problem one{std::string(code), std::string(key), std::string(detail)};
  if (std::ranges::find(problems_, one) == problems_.end()) problems_.push_back(std::move(one));
}

const message* wording::term(std::string_view key) {
  const entry* original = source_.find(section::terms, key);
  if (original)
    return take(section::terms, static_cast<std::size_t>(original - source_.all(section::terms).data()));
  status_ = text_status::missing;
  note("missing", key, "");
  return nullptr;
}

const message* wording::take(section where, std::size_t at) {
  const entry* text = in_.translation(where, at);
  if (!text) {
    status_ = text_status::missing;
    note("missing", source_.all(where)[at].key, "");
    return nullptr;
  }
  const compiled* made = text->made.load(std::memory_order_acquire);
  if (!made) {
    const entry& original = source_.all(where)[at];
    const compiled& source = source_.made(original, nullptr);
    made = text == &original ? &source : &in_.made(*text, &source);
  }
  if (made->message.error()) {
    status_ = text_status::missing;
    note("broken", text->key, made->message.error()->what);
    return nullptr;
  }
  status_ = worse(status_, text->status);
  return &made->message;
}

} // namespace kotobashi::words
