#include "server/api/late_wordings.hpp"

#include "server/api/rendering.hpp"
#include "server/api/translating.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/notice_store.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
std::optional<notice_text> waiting_text(store::connection& db, const notice& one,
                                        const language_tag& language) {
  for (auto& each : store::texts_of(db, one.id, one.current))
    if (each.language == language && !each.ready) return std::move(each);
  return std::nullopt;
}

// What the notice says in the language now; nothing where that is still not ready.
std::optional<words::rendered> ready_now(const services& of, store::connection& db, const notice& one,
                                         const language_tag& language) {
  auto revision = store::revision_of(db, one.id, one.current);
  if (!revision) return std::nullopt;
  auto said = render_notice(of, one.template_, revision->parameters, std::nullopt, {language.value});
  if (!said) return std::nullopt;
  auto found = std::ranges::find(said->texts, language.value, &words::rendered::language);
  if (found == said->texts.end() || !is_ready(of, one.critical, *found)) return std::nullopt;
  return std::move(*found);
}
} // namespace

void put_out_wordings(const services& of, store::unit_of_work& work, const id<account>& who,
                      const language_tag& language) {
  auto current = store::current_activation(work.db());
  if (!current) return;
  for (const auto& one : store::board_notices(work.db(), current->id)) {
    bool may = one.state == notice_state::published && !one.template_.empty() && !is_left_out(one, language);
    auto text = may ? waiting_text(work.db(), one, language) : std::nullopt;
    auto said = text ? ready_now(of, work.db(), one, language) : std::nullopt;
    if (!said) continue;
    freeze(*said, *text, work.now());
    text->ready = true;
    store::save(work, *text);
    use_translations(of, work, one);
    store::tell(work, who, "notice.translated", one.id, one.revision);
  }
}

} // namespace kotobashi::api
