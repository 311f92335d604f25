#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/rendering.hpp"
#include "server/store/notice_store.hpp"
#include "server/text/changes.hpp"
#include "server/text/render.hpp"

namespace kotobashi::api {

namespace {
// What the readers of a published notice have now, in the languages in which they can read it.
result<std::vector<notice_text>> texts_now(store::connection& db, const id<notice>& which,
                                           const std::vector<words::rendered>& in) {
  auto one = store::find(db, which);
  if (!one || !one->number) return refuse_field("corrects", "unknown", "there is no such published notice");
  std::vector<notice_text> out;
  for (const auto& each : in)
    if (auto text = store::text_in(db, which, one->current, each.language)) out.push_back(std::move(*text));
  return out;
}

void mark_changes(std::vector<words::rendered>& in, const std::vector<notice_text>& before) {
  for (const auto& old : before)
    for (auto& each : in) {
      if (each.language != old.language.value) continue;
      auto title = json::read_as<words::paragraph>(old.title_runs);
      auto body = json::read_as<std::vector<words::paragraph>>(old.body_runs);
      if (!title || !body) continue;
      each.title = words::mark_changes(*title, each.title, each.language);
      each.body = words::mark_changes(*body, each.body, each.language);
    }
}

js::value text_value(const services& of, bool critical, const words::rendered& one) {
  return js::object{{"language", one.language},
                    {"title", words::to_plain(one.title, one.direction)},
                    {"body", words::to_plain(one.body, one.direction)},
                    {"runs", js::object{{"title", json::write(one.title)}, {"body", json::write(one.body)}}},
                    {"status", json::write(one.status)},
                    {"ready", is_ready(of, critical, one)},
                    {"problems", json::write(one.problems)}};
}
} // namespace

awaitable<reply> preview(services& of, const call& from) {
  auto wish = input<preview_wish>(from);
  if (!wish) co_return problem(wish.error());
  auto made = render_notice(of, wish->template_, wish->parameters, wish->text, wish->languages);
  if (!made) co_return problem(made.error());
  if (wish->corrects) {
    auto look = [&](store::reader& in) { return texts_now(in.db(), *wish->corrects, made->texts); };
    auto before = co_await of.db.read(look);
    if (!before) co_return problem(before.error());
    mark_changes(made->texts, *before);
  }
  js::array texts;
  for (const auto& each : made->texts) texts.push_back(text_value(of, made->critical, each));
  co_return json_reply(200, js::object{{"texts", std::move(texts)}, {"critical", made->critical}});
}

} // namespace kotobashi::api
