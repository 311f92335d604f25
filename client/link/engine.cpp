#include "client/link/engine.hpp"

#include "client/link/keys.hpp"
#include "client/link/reading.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <exception>
#include <future>

namespace kotobashi::link {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace {
constexpr milliseconds sign_in_patience{10'000};
constexpr milliseconds sign_out_patience{5'000};

// Out of the thread: a bug in here must not look like a server that is away.
void end_loudly(std::exception_ptr bug) {
  if (bug) std::rethrow_exception(bug);
}
} // namespace

equipped_lane::equipped_lane(dialer dial, const settings& how, surroundings& around, session_keeper& session,
                             lane_observer tell, asio::any_io_executor on)
    : over(std::move(dial), how.server, how.language, how.reply_timeout), wake(around.make_alarm(on)),
      run(over, *wake, around, session, std::move(tell)) {}

connection::implementation::implementation(connection& owner, settings how)
    : owner_(owner), how_(std::move(how)), work_(io_.get_executor()), around_(real_surroundings()),
      gate_(make_gate()),
      changes_(make_dialer(), how_, *around_, session_, observe_lane(), io_.get_executor()),
      reads_(make_dialer(), how_, *around_, session_, observe_lane(), io_.get_executor()),
      signing_(make_dialer(), how_, *around_, session_, observe_lane(), io_.get_executor()),
      events_wake_(around_->make_alarm(io_.get_executor())),
      events_(make_dialer(), how_.server, *events_wake_, *around_, session_, how_.heartbeat,
              observe_events()) {
  for (lane* each : {&changes_.run, &reads_.run, &signing_.run}) asio::co_spawn(io_, each->run(), end_loudly);
  asio::co_spawn(io_, events_.run(), end_loudly);
  thread_ = std::thread([this] { io_.run(); });
}

connection::implementation::~implementation() {
  asio::post(io_, [this] {
    for (lane* each : {&changes_.run, &reads_.run, &signing_.run}) each->stop();
    events_.stop();
    if (gate_) gate_->stop();
    work_.reset();
  });
  thread_.join();
  alive_.reset(); // what was handed to `deliver` and has not run yet does nothing now
}

std::unique_ptr<gate> connection::implementation::make_gate() {
  if (!how_.server.secure) return nullptr;
  gate::question ask;
  if (how_.trusted.confirm) ask = [this](const pin& shown) { ask_trust(shown); };
  auto make_alarm = [this] { return around_->make_alarm(io_.get_executor()); };
  return std::make_unique<gate>(how_.server, how_.trusted, make_alarm, ask);
}

dialer connection::implementation::make_dialer() {
  return dialer(io_.get_executor(), how_.server, gate_.get(), how_.connect_timeout);
}

lane_observer connection::implementation::observe_lane() {
  return {
      .changed = [this](const call_info& now) { call_changed(now); },
      .answered =
          [this] {
            show(board_.answered(wall_clock()));
            if (events_.wanted() && !board_.now().following) events_.nudge();
          },
      .unreachable = [this](error_code why) { show(board_.unreachable(wall_clock(), why)); },
      .session_ended = [this] { session_ended(); },
  };
}

event_observer connection::implementation::observe_events() {
  return {
      .arrived =
          [this](event_message message) {
            deliver([this, message = std::move(message)] { owner_.event_arrived.emit(message); });
          },
      .connecting = [this] { show(board_.stream_connecting(wall_clock())); },
      .live =
          [this] {
            show(board_.stream_live(wall_clock()));
            changes_.run.nudge();
            reads_.run.nudge();
          },
      .broken = [this](error_code why) { show(board_.stream_broken(wall_clock(), why)); },
      .session_ended = [this] { session_ended(); },
  };
}

// Runs f on the connection's thread and waits for it.
template <class F>
void connection::implementation::on_thread(F f) {
  if (io_.get_executor().running_in_this_thread()) return f();
  auto finished = std::make_shared<std::promise<void>>();
  auto end = finished->get_future();
  asio::post(io_, [&f, finished] {
    f();
    finished->set_value();
  });
  end.wait();
}

void connection::implementation::deliver(std::function<void()> f) {
  if (!how_.deliver) return f();
  how_.deliver([alive = std::weak_ptr<void>(alive_), f = std::move(f)] {
    if (!alive.expired()) f();
  });
}

void connection::implementation::ask_trust(const pin& shown) {
  auto answer = [this, alive = std::weak_ptr<void>(alive_)](bool yes) {
    if (alive.expired()) return;
    asio::post(io_, [this, yes] { gate_->answered(yes); });
  };
  deliver([this, shown, answer] { how_.trusted.confirm(shown, answer); });
}

lane& connection::implementation::lane_for(const call& what) {
  return changes(what.verb) && what.in_order ? changes_.run : reads_.run;
}

// Gives the call its number at once and everything else on the connection's thread.
void connection::implementation::queue(lane& into, pending one) {
  asio::post(io_, [&into, one = std::make_shared<pending>(std::move(one))] { into.push(std::move(*one)); });
}

call_id connection::implementation::send(call what, answer_handler done) {
  pending one;
  one.info = {.id = ++last_id_, .verb = what.verb, .path = what.path};
  if (changes(what.verb) && what.idempotency_key.empty()) what.idempotency_key = new_idempotency_key();
  const auto patience = what.give_up_after ? what.give_up_after : how_.give_up_after;
  if (patience) one.give_up_at = around_->now() + *patience;
  one.done = [this, done = std::move(done)](outcome<answer> got) {
    deliver([done, got = std::move(got)] { done(got); });
  };
  lane& into = lane_for(what);
  one.what = std::move(what);
  {
    std::lock_guard lock(shared_);
    one.info.account = status_.account ? status_.account->name : std::string();
    calls_[one.info.id] = one.info;
  }
  const call_id id = one.info.id;
  queue(into, std::move(one));
  return id;
}

bool connection::implementation::cancel(call_id which) {
  bool taken_back = false;
  on_thread([&] { taken_back = changes_.run.cancel(which) || reads_.run.cancel(which); });
  return taken_back;
}

void connection::implementation::sign_in(kotobashi::sign_in with, sign_in_handler done) {
  pending one;
  one.info = {.id = ++last_id_, .verb = verb::post, .path = "/api/v1/sessions"};
  one.what = {.verb = verb::post, .path = one.info.path, .body = json::write_string(with)};
  one.told_too_many = true;
  one.give_up_at = around_->now() + std::min(how_.give_up_after.value_or(sign_in_patience), sign_in_patience);
  one.done = [this, done = std::move(done)](outcome<answer> got) {
    outcome<signed_in> read = got ? read_answer<signed_in>(*got) : outcome<signed_in>(got.error());
    if (read && read->token) begin(*read);
    deliver([done, read = std::move(read)] { done(read); });
  };
  queue(signing_.run, std::move(one));
}

void connection::implementation::resume(signed_in session) {
  on_thread([&] { begin(std::move(session)); });
}

void connection::implementation::begin(signed_in session) {
  session_.open(std::move(session));
  show(board_.session(session_));
  changes_.run.nudge();
  reads_.run.nudge();
  events_.restart();
}

void connection::implementation::sign_out() {
  on_thread([&] {
    if (!session_.is_open()) return;
    pending one;
    one.info = {.id = ++last_id_, .verb = verb::del, .path = "/api/v1/sessions/current"};
    one.what = {.verb = verb::del, .path = one.info.path, .idempotency_key = new_idempotency_key()};
    one.give_up_at = around_->now() + sign_out_patience;
    one.token = session_.token();
    one.done = [](outcome<answer>) {}; // out of reach: the server ends the session by its age
    session_.forget();
    signing_.run.push(std::move(one));
    session_ended();
  });
}

void connection::implementation::session_ended() {
  events_.restart();
  const bool other_session = board_.session(session_), had_stream = board_.stream_ended();
  show(other_session || had_stream);
}

void connection::implementation::follow(std::optional<std::string> cursor) {
  asio::post(io_, [this, cursor = std::move(cursor)] {
    if (cursor) return events_.follow(*cursor);
    events_.unfollow();
    show(board_.stream_ended());
  });
}

void connection::implementation::call_changed(const call_info& now) {
  {
    std::lock_guard lock(shared_);
    if (now.state == call_state::waiting || now.state == call_state::sent)
      calls_[now.id] = now;
    else
      calls_.erase(now.id);
  }
  deliver([this, now] { owner_.call_changed.emit(now); });
}

void connection::implementation::show(bool changed) {
  if (!changed) return;
  {
    std::lock_guard lock(shared_);
    status_ = board_.now();
  }
  deliver([this, status = board_.now()] { owner_.status_changed.emit(status); });
}

std::vector<call_info> connection::implementation::unfinished() const {
  std::lock_guard lock(shared_);
  std::vector<call_info> all;
  for (const auto& [id, info] : calls_) all.push_back(info);
  return all;
}

status connection::implementation::now() const {
  std::lock_guard lock(shared_);
  return status_;
}

instant connection::implementation::wall_clock() const {
  return instant::from(std::chrono::system_clock::now());
}

} // namespace kotobashi::link
