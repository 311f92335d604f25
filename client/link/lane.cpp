#include "client/link/lane.hpp"

#include <algorithm>

namespace kotobashi::link {

namespace asio = boost::asio;
using std::chrono::milliseconds;

namespace {
constexpr milliseconds first_pause{200};
constexpr milliseconds longest_pause{5'000};
constexpr milliseconds longest_retry_after{60'000};

bool is_distrust(boost::system::error_code why) {
  return why == make_error_code(link_error::pin_mismatch) ||
         why == make_error_code(link_error::not_trusted) || why == make_error_code(link_error::wrong_date);
}

// The server says that it has done nothing.
bool was_turned_away(unsigned status) {
  return status == 401 || status == 429 || status == 503;
}

http_request request_for(const call& what, const std::optional<std::string>& token) {
  http_request out{to_string(what.verb), what.path, {}, what.body};
  if (token) out.headers.emplace_back("Authorization", "Bearer " + *token);
  if (!what.body.empty()) out.headers.emplace_back("Content-Type", what.content_type);
  if (!what.idempotency_key.empty()) out.headers.emplace_back("Idempotency-Key", what.idempotency_key);
  if (what.if_match) out.headers.emplace_back("If-Match", '"' + *what.if_match + '"');
  return out;
}
} // namespace

lane::lane(transport& over, alarm& wake, surroundings& around, session_keeper& session, lane_observer tell)
    : over_(over), wake_(wake), around_(around), session_(session), tell_(std::move(tell)),
      backoff_(first_pause, longest_pause, [&around] { return around.chance(); }) {}

void lane::push(pending one) {
  waiting_.push_back(std::move(one));
  tell_.changed(waiting_.back().info);
  wake_.ring();
}

bool lane::cancel(call_id which) {
  auto at = std::ranges::find(waiting_, which, [](const pending& each) { return each.info.id; });
  if (at == waiting_.end()) return false;
  if (under_way_ != which) {
    const bool clean = !at->info.gone_out;
    finish(at, failure(link_error::cancelled));
    return clean;
  }
  at->info.taken_back = true;
  if (at->info.gone_out || over_.gone_out()) return false;
  over_.close();
  return true;
}

void lane::nudge() {
  if (why_ && !why_->refused) paused_until_.reset();
  wake_.ring();
}

void lane::stop() {
  stopped_ = true;
  over_.close();
  wake_.ring();
}

asio::awaitable<void> lane::run() {
  while (!stopped_) {
    drop_expired();
    if (paused_until_ && *paused_until_ <= around_.now()) paused_until_.reset();
    auto at = paused_until_ ? waiting_.end() : next_ready();
    if (at != waiting_.end()) {
      co_await attempt(at);
    } else {
      const auto at_most = time_to_wait();
      co_await wake_.wait(at_most);
    }
  }
}

lane::queue::iterator lane::next_ready() {
  return std::ranges::find_if(waiting_,
                              [&](const pending& each) { return session_.serves(each.info.account); });
}

void lane::drop_expired() {
  const auto now = around_.now();
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    auto each = at++;
    if (!each->give_up_at || *each->give_up_at > now) continue;
    if (!session_.serves(each->info.account))
      finish(each, failure(link_error::sign_in_needed));
    else
      finish(each, why_ ? *why_ : failure(link_error::gave_up));
  }
}

std::optional<milliseconds> lane::time_to_wait() const {
  std::optional<monotonic> soonest = paused_until_;
  for (const pending& each : waiting_)
    if (each.give_up_at && (!soonest || *each.give_up_at < *soonest)) soonest = each.give_up_at;
  if (!soonest) return std::nullopt;
  return std::max(std::chrono::ceil<milliseconds>(*soonest - around_.now()), milliseconds(0));
}

asio::awaitable<void> lane::attempt(queue::iterator at) {
  const auto token = at->token ? at->token : at->info.account.empty() ? std::nullopt : session_.token();
  http_request what = request_for(at->what, token);
  under_way_ = at->info.id;
  ++at->info.attempts;
  set_state(*at, call_state::sent);
  auto reply = co_await over_.exchange(std::move(what));
  under_way_.reset();
  if (!reply || !was_turned_away(reply->status)) at->info.gone_out = at->info.gone_out || over_.gone_out();
  if (stopped_) co_return;
  if (reply)
    settle(at, std::move(*reply), token);
  else
    network_failed(at, reply.error());
}

void lane::settle(queue::iterator at, http_reply reply, const std::optional<std::string>& token) {
  tell_.answered();
  auto verdict = judge(std::move(reply));
  if (auto* later = std::get_if<try_again>(&verdict)) {
    if (at->told_too_many && later->why.code == refusal_code::too_many)
      return finish(at, failure(later->why));
    if (at->info.taken_back) return finish(at, failure(link_error::cancelled));
    const milliseconds pause = later->after ? std::min(*later->after, longest_retry_after) : backoff_.next();
    return hold(at, later->why, pause);
  }
  backoff_.reset();
  why_.reset();
  if (auto* over = std::get_if<session_over>(&verdict)) {
    if (!token) return finish(at, failure(over->why));
    if (session_.over(*token)) tell_.session_ended();
    if (at->info.taken_back) return finish(at, failure(link_error::cancelled));
    if (at->give_up_at) return finish(at, failure(link_error::sign_in_needed));
    return set_state(*at, call_state::waiting);
  }
  finish(at, std::get<outcome<answer>>(std::move(verdict)));
}

void lane::network_failed(queue::iterator at, boost::system::error_code why) {
  if (at->info.taken_back) return finish(at, failure(link_error::cancelled));
  tell_.unreachable(why);
  if (is_distrust(why) && at->give_up_at) return finish(at, failure(why));
  hold(at, why, backoff_.next());
}

void lane::hold(queue::iterator at, const failure& why, milliseconds pause) {
  why_ = why;
  paused_until_ = around_.now() + pause;
  set_state(*at, call_state::waiting);
}

void lane::finish(queue::iterator at, outcome<answer> how) {
  pending one = std::move(*at);
  waiting_.erase(at);
  one.info.state = how ? call_state::done : how.error().refused ? call_state::refused : call_state::failed;
  tell_.changed(one.info);
  one.done(std::move(how));
}

void lane::set_state(pending& one, call_state to) {
  one.info.state = to;
  tell_.changed(one.info);
}

} // namespace kotobashi::link
