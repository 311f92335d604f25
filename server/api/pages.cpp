#include "server/web/pages.hpp"

#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/web/accept_language.hpp"
#include "server/web/assets.hpp"

#include <algorithm>
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

// In the address's language, else in the browser's.
reply not_there(services& of, const call& from, std::string_view language) {
  auto wanted = web::wanted_languages(of.texts, from.accept_language);
  if (!of.texts.find_language(language))
    language = wanted.empty() ? "" : std::string_view(wanted.front()->tag);
  return html(404, web::missing_page(of.texts, language, of.board.view(of.center, of.now())));
}

reply redirect(std::string to) {
  reply out;
  out.status = 302;
  out.content_type = "text/plain; charset=utf-8";
  out.headers = {{"Location", std::move(to)}, {"Cache-Control", "no-cache"}};
  return out;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

template <class Make>
reply page_named(services& of, const call& from, board_cache::kind kind, const std::string& language,
                 const std::string& name, Make make) {
  const instant now = of.now();
  const auto view = of.board.view(of.center, now);
  auto found = of.board.get(kind, name, now, view, [&] { return make(view); });
  return found ? kept(std::move(found)) : not_there(of, from, language);
}
} // namespace

// "/board/EN", "/board/en/", "/board/zh-TW/3": people type such.
reply board_meant(services& of, const call& from) {
  auto languages = web::wanted_languages(of.texts, from.path.front());
  if (languages.empty()) return not_there(of, from, "");
  std::string to = "/board/" + languages.front()->tag;
  if (from.path.size() > 1 && is_number(from.path[1])) to += "/" + from.path[1];
  return redirect(std::move(to));
}

reply to_volunteer_page(services&, const call&) {
  return redirect("/v");
}

reply other_page(services& of, const call& from) {
  const std::string name = lower(from.path.front());
  if (name == "board") return redirect("/");
  if (name == "signage") return redirect("/signage");
  if (name.find('.') != name.npos) // a program asks, as for favicon.ico
    return problem(refuse(refusal_code::not_found, "there is nothing here"));
  return not_there(of, from, "");
}

reply chooser(services& of, const call& from) {
  return html(200, web::chooser_page(of.texts, of.board.view(of.center, of.now()), from.accept_language));
}

reply board(services& of, const call& from) {
  const std::string& language = from.path.front();
  if (!of.texts.find_language(language)) return board_meant(of, from);
  return page_named(of, from, board_cache::kind::board, language, language,
                    [&](const auto& view) { return web::board_page(of.texts, language, view); });
}

reply board_notice(services& of, const call& from) {
  const std::string& language = from.path[0];
  const std::string& digits = from.path[1];
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool good = error == std::errc{} && end == digits.data() + digits.size();
  if (!of.texts.find_language(language)) return board_meant(of, from);
  if (!good) return not_there(of, from, language);
  return page_named(of, from, board_cache::kind::notice, language, language + '/' + std::to_string(number),
                    [&](const auto& view) { return web::notice_page(of.texts, language, view, number); });
}

reply signage(services& of, const call& from) {
  web::signage_wish wish;
  wish.language = from.parameter("lang").value_or("");
  wish.languages = from.parameter("languages").value_or("");
  wish.board_url = of.board_url;
  wish = web::plain_wish(of.texts, std::move(wish));
  return page_named(of, from, board_cache::kind::screen, wish.language, wish.language + ' ' + wish.languages,
                    [&](const auto& view) { return web::signage_page(of.texts, view, wish); });
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
