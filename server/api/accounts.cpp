#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/store/account_store.hpp"
#include "server/text/free_text.hpp"
#include "server/text/search.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
auto show_account = [](store::connection& db, const id<account>& which) -> result<account_view> {
  auto found = store::get(db, which);
  if (!found) return found.error();
  return view_of(*found);
};

// As one reads it: nothing that does not show, no space at an end.
bool is_readable(const std::string& name) {
  return words::sanitise(name) == name && !words::search_fold(name).empty() && !name.starts_with(' ') &&
         !name.ends_with(' ');
}

// "LEAD", "ｌead" and "lead" are one name to whoever reads them.
bool is_taken(store::connection& db, const std::string& name) {
  const auto folded = words::search_fold(name);
  return std::ranges::any_of(store::accounts(db), [&](const account& each) {
    return each.volunteer.empty() && words::search_fold(each.name.value) == folded;
  });
}

void add_what_is_wrong_in(const std::optional<std::string>& password, const std::vector<role>& roles,
                          std::vector<field_error>& to) {
  if (password && (password->size() < shortest_password || password->size() > longest_password))
    to.push_back({"password", "range", "from 8 to 200 characters"});
  if (std::ranges::find(roles, role::volunteer) != roles.end())
    to.push_back({"roles", "range", "a volunteer signs in with a personal link"});
}

std::optional<refusal> wrong_in(const new_account& wish) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  if (wish.name.empty()) wrong.errors.push_back({"name", "required", "give the account a name"});
  if (!wish.name.empty() && !is_readable(wish.name.value))
    wrong.errors.push_back({"name", "format", "letters and digits without characters that do not show"});
  if (wish.roles.empty()) wrong.errors.push_back({"roles", "required", "name at least one role"});
  add_what_is_wrong_in(wish.password, wish.roles, wrong.errors);
  if (wrong.errors.empty()) return std::nullopt;
  return wrong;
}

std::optional<refusal> wrong_in(const account_change& wish) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  add_what_is_wrong_in(wish.password, wish.roles, wrong.errors);
  if (wrong.errors.empty()) return std::nullopt;
  return wrong;
}

// A plain hash of the body would be a way to guess the password in it, from a database that has been lost.
awaitable<std::string> fingerprint(services& of, const call& from, std::string_view what) {
  std::string salt = from.from.who.value + '/' + from.idempotency_key.value_or("");
  return of.passwords.fingerprint(detail::hash_of(from, what), std::move(salt));
}
} // namespace

awaitable<reply> list_accounts(services& of, const call&) {
  auto look = [](store::reader& from) -> result<std::vector<account_view>> {
    std::vector<account_view> out;
    for (const auto& each : store::accounts(from.db())) out.push_back(view_of(each));
    return out;
  };
  auto found = co_await of.db.read(look);
  co_return found ? list_reply(*found) : problem(found.error());
}

awaitable<reply> create_account(services& of, const call& from) {
  auto wish = input<new_account>(from);
  if (!wish) co_return problem(wish.error());
  if (auto wrong = wrong_in(*wish)) co_return problem(*wrong);
  const std::string hash = co_await of.passwords.hash(wish->password);
  auto job = [&](store::unit_of_work& work) -> result<id<account>> {
    if (is_taken(work.db(), wish->name.value)) return refuse_field("name", "duplicate", "this name is taken");
    account made{work.new_id<account>(), wish->name, wish->roles, {}, hash, false, work.now()};
    store::add(work, made);
    store::tell(work, from.from.who, "account.create", made.id, 1);
    return made.id;
  };
  const std::string known_by = co_await fingerprint(of, from, "account.create");
  co_return co_await change_known_by(of, from, known_by, 201, job, show_account);
}

// Roles, password and whether the account may be used at all. A new password and the loss of the account end
// its sessions; only the one that asks goes on.
awaitable<reply> change_account(services& of, const call& from) {
  auto which = path_id<account>(from);
  auto wish = input<account_change>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  if (auto wrong = wrong_in(*wish)) co_return problem(*wrong);
  std::string hash;
  if (wish->password) hash = co_await of.passwords.hash(*wish->password);
  account changed;
  std::vector<id<session>> ended;
  auto job = [&](store::unit_of_work& work) -> result<id<account>> {
    auto one = store::get(work.db(), *which);
    if (!one) return one.error();
    if (!one->volunteer.empty() && (!wish->roles.empty() || !hash.empty()))
      return refuse_field("id", "range", "a volunteer signs in with a personal link");
    bool self = one->id == from.from.who;
    if (self && (wish->disabled.value_or(false) || !wish->roles.empty()))
      return refuse_field("id", "range", "nobody takes away their own rights: let another lead do it");
    if (!wish->roles.empty()) one->roles = wish->roles;
    if (wish->disabled) one->disabled = *wish->disabled;
    if (!hash.empty()) one->password_hash = hash;
    ++one->revision;
    store::save(work, *one);
    ended.clear();
    if (one->disabled || !hash.empty()) ended = store::end_sessions_of(work, one->id, from.from.by);
    store::tell(work, from.from.who, "account.change", one->id, one->revision);
    changed = *one;
    return one->id;
  };
  std::string known_by = detail::hash_of(from, "account.change");
  if (wish->password) known_by = co_await fingerprint(of, from, "account.change");
  reply out = co_await change_known_by(of, from, known_by, 200, job, show_account);
  if (out.status != 200 || changed.id.empty()) co_return out;
  for (const auto& each : ended) of.sessions.end(each);
  if (!wish->roles.empty()) of.sessions.change(changed);
  co_return out;
}

} // namespace kotobashi::api
