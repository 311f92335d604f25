#include "server/api/links.hpp"

#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/domain/request.hpp"
#include "server/store/account_store.hpp"
#include "server/store/activation_store.hpp"

namespace kotobashi::api {

namespace {
constexpr std::chrono::hours link_lifetime{24 * 30};

// A link signs in the person of the roster, also while a drill shows their copy.
result<volunteer> person_for_link(store::connection& db, const id<volunteer>& which) {
  auto one = store::get(db, which);
  if (!one) return one.error();
  if (!one->copy_of.empty()) return store::get(db, one->copy_of);
  return one;
}

} // namespace

std::vector<id<session>> revoke_all(store::unit_of_work& work, const id<volunteer>& person) {
  std::vector<id<session>> ended;
  for (auto& link : store::links_of(work.db(), person)) {
    link.revoked_at = work.now();
    store::save(work, link);
    for (auto& each : store::end_sessions_of_link(work, link.id)) ended.push_back(std::move(each));
  }
  return ended;
}

// The token is shown once and kept as a hash, so a repeat of the request cannot show it again: the key makes
// a new link each time it comes with a new key, and a repeat is refused.
awaitable<reply> create_link(services& of, const call& from) {
  auto which = path_id<volunteer>(from);
  if (!which) co_return problem(which.error());
  const std::string token = new_token(of.random);
  const std::string hash = detail::hash_of(from, "link.create");
  auto job = [&](store::unit_of_work& work) -> result<link_created> {
    auto past = work.recall(from.from.who.value, *from.idempotency_key, hash);
    if (!past) return past.error();
    if (*past)
      return refuse(refusal_code::conflict,
                    "this link was made already and is shown only once: make a new one");
    auto person = person_for_link(work.db(), *which);
    if (!person) return person.error();
    if (domain::has_left(*person))
      return refuse(refusal_code::wrong_state, "this person has left or is suspended: register them again");
    personal_link made{work.new_id<personal_link>(), person->id, token_hash(token), work.now(),
                       work.now() + link_lifetime,   {}};
    store::add(work, made);
    work.audit(from.from.who, "link.create", "volunteer", person->id);
    work.remember(from.from.who.value, *from.idempotency_key, hash, 201, made.id.value);
    return link_created{of.staff_url + "/v#" + token, made.expires_at};
  };
  co_return reply_of(co_await of.db.write(job), 201);
}

awaitable<reply> revoke_links(services& of, const call& from) {
  auto which = path_id<volunteer>(from);
  if (!which) co_return problem(which.error());
  const std::string hash = detail::hash_of(from, "link.revoke");
  auto job = [&](store::unit_of_work& work) -> result<std::vector<id<session>>> {
    auto past = work.recall(from.from.who.value, *from.idempotency_key, hash);
    if (!past) return past.error();
    if (*past) return std::vector<id<session>>{};
    auto person = person_for_link(work.db(), *which);
    if (!person) return person.error();
    work.audit(from.from.who, "link.revoke", "volunteer", person->id);
    work.remember(from.from.who.value, *from.idempotency_key, hash, 204, person->id.value);
    return revoke_all(work, person->id);
  };
  auto ended = co_await of.db.write(job);
  if (!ended) co_return problem(ended.error());
  for (const auto& each : *ended) of.sessions.end(each);
  reply out;
  out.status = 204;
  co_return out;
}

} // namespace kotobashi::api
