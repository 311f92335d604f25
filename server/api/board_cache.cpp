#include "server/api/board_cache.hpp"

#include "server/store/activation_store.hpp"
#include "server/store/notice_store.hpp"

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

instant last_change(const notice& one) {
  instant at = one.published_at.value_or(one.created_at);
  for (const auto& each : {one.corrected_at, one.withdrawn_at})
    if (each) at = std::max(at, *each);
  return at;
}
} // namespace

board_content read_board(store::connection& db, instant now) {
  board_content out{store::latest_activation(db), {}, now};
  if (!out.opening) return out;
  out.updated = out.opening->closed_at.value_or(out.opening->activated_at);
  for (auto& each : store::board_notices(db, out.opening->id)) {
    web::posted one{std::move(each), {}, {}};
    one.texts = store::texts_of(db, one.record.id, one.record.current);
    if (!one.record.follows.empty())
      if (auto parent = store::find(db, one.record.follows)) one.follows_number = parent->number;
    out.updated = std::max(out.updated, last_change(one.record));
    out.notices.push_back(std::move(one));
  }
  return out;
}

void board_cache::replace(board_content with) {
  content_ = std::move(with);
  pages_.clear();
  changes_at_ = instant{0}; // looked up with the next page
}

void board_cache::forget(const web::board_view& view) {
  pages_.clear();
  changes_at_ = web::next_change(view);
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
