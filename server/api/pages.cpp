#include "server/web/pages.hpp"

#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/web/assets.hpp"

#include <charconv>

namespace kotobashi::api {

namespace {
reply html(unsigned status, std::string body) {
  reply out;
  out.status = status;
  out.content_type = "text/html; charset=utf-8";
  out.body = std::move(body);
  out.headers = {web::page_headers().begin(), web::page_headers().end()};
  out.headers.emplace_back("Cache-Control", "no-cache");
  return out;
}

reply kept(std::shared_ptr<const page> shared) {
  reply out;
  out.shared = std::move(shared);
  return out;
}

template <class Make>
reply board_page_named(services& of, const std::string& name, Make make) {
  const instant now = of.now();
  const auto view = of.board.view(of.center, now);
  return kept(of.board.get(name, now, view, [&] { return make(view); }));
}

reply not_there(services& of, const std::string& language) {
  return html(404, web::missing_page(of.texts, language, of.board.view(of.center, of.now())));
}
} // namespace

reply chooser(services& of, const call& from) {
  return html(200, web::chooser_page(of.texts, of.board.view(of.center, of.now()), from.accept_language));
}

reply board(services& of, const call& from) {
  const std::string& language = from.path.front();
  if (!of.texts.find_language(language)) return not_there(of, language);
  return board_page_named(of, language,
                          [&](const auto& view) { return web::board_page(of.texts, language, view); });
}

reply board_notice(services& of, const call& from) {
  const std::string& language = from.path[0];
  const std::string& digits = from.path[1];
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool good = error == std::errc{} && end == digits.data() + digits.size();
  if (!good || !of.texts.find_language(language)) return not_there(of, language);
  auto page = web::notice_page(of.texts, language, of.board.view(of.center, of.now()), number);
  return page ? html(200, std::move(*page)) : not_there(of, language);
}

reply signage(services& of, const call& from) {
  web::signage_wish wish;
  wish.language = from.parameter("lang").value_or("");
  wish.languages = from.parameter("languages").value_or("");
  wish.board_url = of.board_url;
  return html(200, web::signage_page(of.texts, of.board.view(of.center, of.now()), wish));
}

reply volunteer_shell(services& of, const call& from) {
  return html(200, web::volunteer_page(of.texts, of.center, from.accept_language));
}

reply volunteer_page_texts(services& of, const call& from) {
  if (!of.texts.find_language(from.path.front()))
    return problem(refuse(refusal_code::not_found, "there is no such language"));
  reply out;
  out.body = web::volunteer_texts(of.texts, from.path.front(), of.center.time_zone);
  out.headers.emplace_back("Cache-Control", "no-cache");
  return out;
}

reply asset(services&, const call& from) {
  const auto* found = web::find_asset(from.path.front());
  if (!found) return problem(refuse(refusal_code::not_found, "there is no such file"));
  reply out;
  out.content_type = std::string(found->content_type);
  out.body = std::string(found->bytes);
  out.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return out;
}

} // namespace kotobashi::api
