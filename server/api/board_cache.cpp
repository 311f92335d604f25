#include "server/api/board_cache.hpp"

#include "server/store/activation_store.hpp"
#include "server/store/notice_store.hpp"
#include "server/web/entries.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace kotobashi::api {

namespace {
std::string short_hash(std::string_view of) {
  std::array<unsigned char, 16> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(of.data()),
                     of.size(), nullptr, 0);
  std::array<char, 2 * digest.size() + 1> hex{};
  return sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
}

// By which it is found what a correction changed.
void add_earlier_texts(store::connection& db, web::posted& to) {
  if (to.record.current == 1) return;
  const std::vector<notice_text> texts = to.texts;
  for (const auto& each : texts)
    if (each.ready)
      if (auto before = store::text_in(db, to.record.id, to.record.current - 1, each.language.value))
        to.texts.push_back(std::move(*before));
}
} // namespace

board_reading read_board(store::connection& db, instant now, const known_notices& known) {
  board_reading all{{store::latest_activation(db), {}, now}, {}};
  board_content& out = all.content;
  if (!out.opening) return all;
  out.updated = out.opening->closed_at.value_or(out.opening->activated_at);
  for (auto& each : store::board_notices(db, out.opening->id)) {
    web::posted one{std::move(each), {}, {}};
    out.updated = std::max(out.updated, web::last_change(one.record));
    known_notice as{one.record.revision, store::texts_made_at(db, one.record.id, one.record.current)};
    if (auto at = known.find(one.record.id.value); at != known.end() && at->second == as) {
      all.known.insert(*at);
      out.notices.push_back(std::move(one));
      continue;
    }
    one.texts = store::texts_of(db, one.record.id, one.record.current);
    add_earlier_texts(db, one);
    web::mark_corrections(one);
    if (!one.record.follows.empty())
      if (auto parent = store::find(db, one.record.follows)) one.follows_number = parent->number;
    out.notices.push_back(std::move(one));
  }
  return all;
}

known_notice board_cache::known_of(const web::posted& one) {
  known_notice out{one.record.revision, {}};
  for (const auto& each : one.texts)
    if (each.index == one.record.current) out.texts_at = std::max(out.texts_at, each.at);
  return out;
}

board_cache::look board_cache::begin() {
  look out{++begun_, {}};
  for (const auto& each : content_.notices) out.known.emplace(each.record.id.value, known_of(each));
  return out;
}

bool board_cache::replace(const look& begun, board_reading with) {
  if (begun.number < shown_) return true; // a later one has been there
  std::map<std::string, web::posted*> old;
  for (auto& each : content_.notices) old.emplace(each.record.id.value, &each);
  for (const auto& [which, as] : with.known) {
    auto at = old.find(which);
    if (at == old.end() || known_of(*at->second) != as) return false;
  }
  for (auto& each : with.content.notices)
    if (with.known.contains(each.record.id.value)) each = std::move(*old.at(each.record.id.value));
  content_ = std::move(with.content);
  shown_ = begun.number;
  drop_pages();
  changes_at_ = instant{0}; // looked up with the next page
  return true;
}

void board_cache::forget(const web::board_view& view) {
  drop_pages();
  changes_at_ = web::next_change(view);
}

void board_cache::drop_pages() {
  for (auto& each : pages_) each.clear();
}

web::board_view board_cache::view(const domain::center& of, instant now) const {
  return {of, content_.opening, content_.notices, content_.updated, now};
}

std::shared_ptr<const page> board_cache::finish(std::string html) {
  auto made = std::make_shared<page>();
  made->content_type = "text/html; charset=utf-8";
  made->etag = short_hash(html);
  made->body = std::move(html);
  made->headers = {web::page_headers().begin(), web::page_headers().end()};
  made->headers.emplace_back("Cache-Control", "no-cache");
  return made;
}

} // namespace kotobashi::api
