#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/views.hpp"
#include "server/domain/inquiry.hpp"
#include "server/roster/vocabulary.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/inquiry_store.hpp"

namespace kotobashi::api {

namespace {
auto shown_to(const call& from) {
  return
      [&from](store::connection& db, const id<inquiry>& which) { return inquiry_for(db, which, from.from); };
}

std::optional<refusal> wrong_area(const services& of, const std::optional<std::string>& area) {
  if (!area || area->empty() || of.center.area(*area)) return std::nullopt;
  return refuse_field("area", "unknown", "this is not an area of the center");
}

// "und" says that nobody knows it.
std::optional<refusal> wrong_language(const language_tag& tag) {
  if (tag.value == "und" || roster::is_language(tag.value)) return std::nullopt;
  return refuse_field("language", "unknown", "there is no such language");
}

// Merged into one that still stands: a chain of them would lead round in a circle, and nobody would answer.
std::optional<refusal> wrong_merging(store::connection& db, const inquiry& one, const inquiry_fields& wish,
                                     const call& from) {
  if (!wish.merged_into || *wish.merged_into == one.merged_into) return std::nullopt;
  auto into = inquiry_for(db, *wish.merged_into, from.from);
  if (!into) return refuse_field("merged_into", "unknown", "there is no such inquiry");
  if (!into->merged_into.empty())
    return refuse_field("merged_into", "wrong_state",
                        "this inquiry was merged into another itself: name that one");
  return std::nullopt;
}
} // namespace

awaitable<reply> create_inquiry(services& of, const call& from) {
  auto wish = input<new_inquiry>(from);
  if (!wish) co_return problem(wish.error());
  if (auto wrong = wrong_area(of, wish->area)) co_return problem(*wrong);
  if (auto wrong = wrong_language(wish->language)) co_return problem(*wrong);
  auto job = [&](store::unit_of_work& work) -> result<id<inquiry>> {
    auto current = open_center(work.db());
    if (!current) return current.error();
    if (auto wrong = wrong_readers(work.db(), wish->visible_to, domain::may_read_inquiries)) return *wrong;
    bool confidential = wish->confidential.value_or(false);
    auto number = store::next_number(work, current->id, confidential ? "inquiry.confidential" : "inquiry");
    auto made = domain::make_inquiry(*wish, *current, from.from, work.new_id<inquiry>(), number, work.now());
    if (!made) return made.error();
    store::add(work, *made);
    store::tell(work, from.from.who, "inquiry.created", made->id, 1);
    return made->id;
  };
  co_return co_await change(of, from, "inquiry.create", 201, job, shown_to(from));
}

awaitable<reply> list_inquiries(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<inquiry_view>> {
    auto current = store::latest_activation(in.db());
    if (!current) return std::vector<inquiry_view>{};
    auto rows = [&](const store::page_wish& page) { return store::inquiries(in.db(), current->id, page); };
    auto show = [&](const inquiry& each) { return inquiry_for(in.db(), each.id, from.from); };
    return seen_page(*wish, rows, show);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> get_inquiry(services& of, const call& from) {
  auto which = path_id<inquiry>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) { return inquiry_for(in.db(), *which, from.from); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> change_inquiry(services& of, const call& from) {
  auto which = path_id<inquiry>(from);
  auto patch = json::parse(from.body);
  if (!which) co_return problem(which.error());
  if (!patch) co_return problem(patch.error());
  auto job = [&](store::unit_of_work& work) -> result<id<inquiry>> {
    auto seen = inquiry_for(work.db(), *which, from.from);
    if (!seen) return seen.error();
    if (auto stale = if_match(from, seen->revision)) return *stale;
    auto fields =
        json::read_as<inquiry_fields>(json::merge_patch(json::write(domain::fields_of(*seen)), *patch));
    if (!fields) return fields.error();
    if (auto wrong = wrong_area(of, fields->area)) return *wrong;
    if (fields->language != seen->language)
      if (auto wrong = wrong_language(fields->language)) return *wrong;
    if (auto wrong = wrong_merging(work.db(), *seen, *fields, from)) return *wrong;
    auto changed = domain::change(*seen, *fields, work.now());
    if (!changed) return changed.error();
    store::save(work, *changed);
    store::tell(work, from.from.who, "inquiry.changed", changed->id, changed->revision);
    return changed->id;
  };
  co_return co_await change(of, from, "inquiry.change", 200, job, shown_to(from));
}

awaitable<reply> add_answer(services& of, const call& from) {
  auto which = path_id<inquiry>(from);
  auto wish = input<new_answer>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) -> result<id<inquiry>> {
    auto seen = inquiry_for(work.db(), *which, from.from);
    if (!seen) return seen.error();
    auto made = domain::make_answer(*seen, *wish, from.from, work.new_id<answer>(), work.now());
    if (!made) return made.error();
    store::add(work, *made);
    auto changed = domain::answered(*seen, work.now());
    store::save(work, changed);
    store::tell(work, from.from.who, "inquiry.answered", changed.id, changed.revision);
    return changed.id;
  };
  co_return co_await change(of, from, "inquiry.answer", 201, job, shown_to(from));
}

} // namespace kotobashi::api
