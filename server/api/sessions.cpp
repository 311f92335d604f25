#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/translating.hpp"
#include "server/store/account_store.hpp"

namespace kotobashi::api {

namespace {
using namespace std::chrono_literals;
constexpr auto staff_session = 24h;
constexpr auto device_session = 14 * 24h;
constexpr int most_hashing = 8;

struct opened {
  session what;
  account of;
};

opened open_session(store::unit_of_work& work, account of, const std::string& token,
                    const id<personal_link>& link) {
  store::forget_ended_sessions(work);
  instant ends = work.now() + (link.empty() ? std::chrono::microseconds(staff_session)
                                            : std::chrono::microseconds(device_session));
  session made{work.new_id<session>(), of.id, token_hash(token), work.now(), ends, link};
  store::add(work, made);
  work.audit(of.id, "session.open", "session", made.id);
  return {std::move(made), std::move(of)};
}

reply greet(services& of, const opened& made, const std::string& token, bool cookie) {
  of.sessions.add(made.what, made.of);
  signed_in body{{}, view_of(made.of), made.what.expires_at};
  if (!cookie) body.token = token;
  reply out = json_reply(201, json::write(body));
  if (cookie) out.session_cookie = token;
  return out;
}

reply closed_door(std::chrono::microseconds left) {
  reply out = problem(refuse(refusal_code::too_many, "too many wrong attempts: wait some minutes"));
  std::erase_if(out.headers, [](const auto& each) { return each.first == "Retry-After"; });
  auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  return out;
}

// By name and password.
awaitable<result<account>> check_password(services& of, std::string name, std::string password) {
  if (of.passwords.waiting() >= most_hashing)
    co_return refuse(refusal_code::busy, "too many people sign in at once");
  auto look = [&](store::reader& from) -> result<std::optional<account>> {
    return store::account_named(from.db(), name);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return found.error();
  std::string hash = *found && !(*found)->disabled ? (*found)->password_hash : "";
  bool right = co_await of.passwords.matches(std::move(hash), std::move(password));
  if (!right) co_return refuse(refusal_code::unauthenticated, "the name or the password is wrong");
  co_return std::move(**found);
}

// By a personal link: the account is made at the first use.
result<account> account_for(store::unit_of_work& work, const personal_link& link) {
  if (auto known = store::account_of(work.db(), link.volunteer)) {
    if (known->disabled) return refuse(refusal_code::unauthenticated, "this link does not work any more");
    return std::move(*known);
  }
  auto person = store::get(work.db(), link.volunteer);
  if (!person) return person.error();
  account made;
  made.id = work.new_id<account>();
  made.name = "volunteer-" + made.id.value; // nothing of the person: it stands in the audit
  made.name.value.resize(std::min<std::size_t>(made.name.value.size(), 60));
  made.roles = {role::volunteer};
  made.volunteer = link.volunteer;
  made.created_at = work.now();
  store::add(work, made);
  work.audit(made.id, "account.create", "account", made.id);
  return made;
}

awaitable<result<opened>> sign_in_by_link(services& of, std::string link_token, const std::string& token) {
  auto job = [&](store::unit_of_work& work) -> result<opened> {
    auto link = store::link_with(work.db(), token_hash(link_token));
    if (!link || link->revoked_at || link->expires_at <= work.now())
      return refuse(refusal_code::unauthenticated, "this link does not work any more");
    auto who = account_for(work, *link);
    if (!who) return who.error();
    return open_session(work, std::move(*who), token, link->id);
  };
  co_return co_await of.db.write(job);
}

awaitable<result<opened>> sign_in_by_password(services& of, const sign_in& wish, const std::string& token) {
  auto who = co_await check_password(of, wish.account->value, *wish.password);
  if (!who) co_return who.error();
  // Checking took a while: the account may be another by now.
  auto job = [&](store::unit_of_work& work) -> result<opened> {
    auto now = store::get(work.db(), who->id);
    if (!now) return now.error();
    if (now->disabled || now->password_hash != who->password_hash)
      return refuse(refusal_code::unauthenticated, "the name or the password is wrong");
    return open_session(work, std::move(*now), token, {});
  };
  co_return co_await of.db.write(job);
}
} // namespace

awaitable<reply> sign_in_session(services& of, const call& from) {
  auto wish = input<sign_in>(from);
  if (!wish) co_return problem(wish.error());
  bool by_password = wish->account && wish->password;
  if (by_password == wish->link_token.has_value())
    co_return problem(refuse_field("account", "required", "give account and password, or link_token"));
  auto& guesses = by_password ? of.password_guesses : of.link_guesses;
  const std::string subject = by_password ? wish->account->value : subject_at(from.remote_address);
  if (auto left = guesses.closed_for(subject, of.now()); left > 0us) co_return closed_door(left);
  const std::string token = new_token(of.random);
  result<opened> made = refuse(refusal_code::unauthenticated);
  if (by_password) {
    made = co_await sign_in_by_password(of, *wish, token);
  } else {
    made = co_await sign_in_by_link(of, *wish->link_token, token);
  }
  if (!made) {
    if (made.error().code == refusal_code::unauthenticated) guesses.failed(subject, of.now());
    co_return problem(made.error());
  }
  guesses.succeeded(subject);
  co_return greet(of, *made, token, wish->cookie.value_or(false));
}

awaitable<reply> sign_out(services& of, const call& from) {
  const id<session> by = from.from.by;
  auto job = [&](store::unit_of_work& work) -> result<bool> {
    work.audit(from.from.who, "session.end", "session", by);
    bool ended = store::end_session(work, by);
    bool gone = !from.from.as_volunteer.empty() && !store::has_session(work.db(), from.from.who, work.now());
    if (gone) give_back_claims(work, from.from.who);
    return ended;
  };
  auto ended = co_await of.db.write(job);
  if (!ended) co_return problem(ended.error());
  of.sessions.end(by);
  reply out;
  out.status = 204;
  out.session_cookie = "";
  co_return out;
}

reply current_session(services&, const call& from) {
  account_view seen{from.from.who, from.from.name, {}, {}, false};
  for (role each : {role::lead, role::coordinator, role::editor, role::desk, role::volunteer, role::observer})
    if (from.from.roles.has(each)) seen.roles.push_back(each);
  if (!from.from.as_volunteer.empty()) seen.volunteer = from.from.as_volunteer;
  return json_reply(200, json::write(seen));
}

} // namespace kotobashi::api
