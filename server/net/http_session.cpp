#include "server/net/http_session.hpp"

#include "server/model/result.hpp"
#include "server/net/admission.hpp"
#include "server/net/read_buffer.hpp"
#include "server/net/target.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace kotobashi::net {

namespace asio = boost::asio;

namespace {

using view = std::string_view;
using phase = connection::phase;

// A part of the memory that all bodies share, given back at the end.
class body_share {
public:
  body_share(std::size_t& all, std::size_t mine) : all_(all), mine_(mine) { all_ += mine_; }
  ~body_share() { all_ -= mine_; }
  body_share(const body_share&) = delete;
  body_share& operator=(const body_share&) = delete;

private:
  std::size_t& all_;
  std::size_t mine_;
};

class session {
public:
  session(std::shared_ptr<connection> client, const site& here)
      : client_(std::move(client)), here_(here), writer_(here.date, here.cookie) {
    call_.remote_address = client_->remote();
  }
  asio::awaitable<void> run();

private:
  // What to do next with the request at the front of the buffer.
  enum class step { read_on, take_body, run, listen, reply };

  step look();
  step admit();
  step refuse_with(api::reply why);
  step listen();
  bool fill_call(view query);
  asio::awaitable<bool> read_head();
  asio::awaitable<bool> take_body();
  asio::awaitable<void> run_waiting(api::waiting_handler handler);
  void run_direct(api::direct_handler handler);
  void answer(api::reply with);
  void failed(const char* what);
  bool written();
  asio::awaitable<bool> write_rest();
  void next_request();
  asio::awaitable<void> linger();
  asio::awaitable<void> hand_over();

  std::shared_ptr<connection> client_;
  const site& here_;
  read_buffer buffer_;
  head_finder finder_;
  head asked_;
  const api::endpoint* to_ = nullptr;
  api::call call_;
  std::string content_type_;
  std::size_t used_ = 0; // bytes of the buffer that belong to this request
  bool closing_ = false;
  reply_writer writer_;
  std::size_t sent_ = 0;
};

asio::awaitable<void> session::run() {
  if (client_->secure()) {
    client_->enter(phase::handshake, here_.bounds.handshake);
    if (!co_await client_->handshake()) co_return;
  }
  for (;;) {
    step next = look();
    if (next == step::read_on) {
      if (!co_await read_head()) co_return;
      continue;
    }
    if (next == step::listen) {
      co_await hand_over();
      co_return;
    }
    const std::size_t length = next == step::take_body ? asked_.length.value_or(0) : 0;
    const body_share share(here_.bodies, length);
    if (next == step::take_body) {
      if (!co_await take_body()) co_return;
      next = step::run;
    }
    if (next == step::run) {
      if (const auto* direct = std::get_if<api::direct_handler>(&to_->run))
        run_direct(*direct);
      else
        co_await run_waiting(std::get<api::waiting_handler>(to_->run));
    }
    if (!written() && !co_await write_rest()) co_return;
    if (closing_) {
      co_await linger();
      co_return;
    }
    next_request();
  }
}

session::step session::look() {
  const auto seen = finder_.find(buffer_.view(), here_.bounds);
  if (std::holds_alternative<std::monostate>(seen)) return step::read_on;
  std::variant<head, head_error> read = head_error{400, {}};
  if (const auto* length = std::get_if<std::size_t>(&seen)) {
    used_ = *length;
    read = parse_head(buffer_.view().substr(0, used_), here_.bounds);
  } else {
    read = std::get<head_error>(seen);
  }
  if (const auto* wrong = std::get_if<head_error>(&read)) {
    asked_ = {};
    closing_ = true;
    return refuse_with(wrong->status == 400
                           ? api::problem(refuse(refusal_code::malformed, std::string(wrong->detail)))
                           : http_problem(wrong->status, wrong->detail));
  }
  asked_ = std::get<head>(read);
  return admit();
}

session::step session::admit() {
  closing_ = asked_.close;
  const std::size_t question = asked_.target.find('?');
  const view query = question == view::npos ? view() : asked_.target.substr(question + 1);
  auto found = here_.routes.find(asked_.verb, asked_.target.substr(0, question), call_.path);
  to_ = found.endpoint;
  if (found.malformed || !fill_call(query))
    return refuse_with(
        api::problem(refuse(refusal_code::malformed, "the address has a broken escape in it")));
  if (!to_ && found.allow.empty())
    return refuse_with(api::problem(refuse(refusal_code::not_found, "there is nothing here")));
  const bool streams = to_ && std::holds_alternative<api::stream_handler>(to_->run);
  if (!to_ || (streams && asked_.verb == verb::head)) {
    api::reply no = api::problem(refuse(refusal_code::method_not_allowed, "not with this method"));
    no.headers.emplace_back("Allow", to_ ? "GET" : found.allow);
    return refuse_with(std::move(no));
  }
  if (asked_.content_encoding.data() && !same_word(asked_.content_encoding, "identity"))
    return refuse_with(
        api::problem(refuse(refusal_code::unsupported, "bodies are taken as they are, not compressed")));

  const shown_token token = here_.who ? token_of(asked_, here_.cookie.name) : shown_token{};
  call_.token = token.value;
  call_.from = token.value.empty() ? domain::principal{} : here_.who->who(token.value);
  if (auto no = refuse_caller(asked_, *to_, call_.from, token.by_cookie, here_))
    return refuse_with(std::move(*no));
  if (auto no = refuse_body(asked_, *to_, content_type_)) return refuse_with(std::move(*no));
  if (streams) return listen();
  if (!asked_.length.value_or(0)) return step::run;
  if (*asked_.length > here_.bounds.bodies_at_once - std::min(here_.bodies, here_.bounds.bodies_at_once))
    return refuse_with(api::problem(refuse(refusal_code::busy, "too much is being sent at once")));
  return step::take_body;
}

// A reply given before the body was read is the last one: nobody knows whether the body still comes.
session::step session::refuse_with(api::reply why) {
  closing_ = closing_ || asked_.length.value_or(0) > 0;
  answer(std::move(why));
  return step::reply;
}

session::step session::listen() {
  if (!asked_.upgrades || to_->on == api::listener::open) return step::listen;
  if (auto no = refuse_upgrade(asked_)) return refuse_with(std::move(*no));
  return step::listen;
}

bool session::fill_call(view query) {
  call_.body.clear();
  content_type_ = asked_.content_type.empty() ? std::string() : media_type(asked_.content_type);
  call_.content_type = content_type_;
  call_.idempotency_key.reset();
  if (!asked_.idempotency_key.empty()) call_.idempotency_key.emplace(asked_.idempotency_key);
  call_.if_match = tag_in(asked_.if_match);
  call_.if_none_match = tag_in(asked_.if_none_match);
  call_.accept_language = asked_.accept_language;
  return parse_query(query, call_.query);
}

asio::awaitable<bool> session::read_head() {
  if (buffer_.empty())
    client_->enter(phase::idle, here_.bounds.idle);
  else if (client_->doing() != phase::head)
    client_->enter(phase::head, here_.bounds.head);
  const auto [to, room] = buffer_.room(here_.bounds.head_bytes);
  const std::size_t got = co_await client_->read(to, room);
  buffer_.filled(got);
  co_return got > 0;
}

asio::awaitable<bool> session::take_body() {
  const std::size_t length = *asked_.length;
  const view early = buffer_.view().substr(used_, length);
  call_.body.assign(early);
  used_ += early.size();
  if (early.size() == length) co_return true;
  client_->enter(phase::body, here_.bounds.body);
  if (asked_.expects_continue && early.empty()) {
    constexpr view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    if (!co_await client_->write(go_on, view(), here_.bounds.write_stall)) co_return false;
  }
  // Memory is taken as the body comes, not as it is announced.
  constexpr std::size_t at_once = 64 * 1024;
  for (std::size_t have = early.size(); have < length;) {
    call_.body.resize(std::min(length, have + at_once));
    const std::size_t got = co_await client_->read(call_.body.data() + have, call_.body.size() - have);
    if (got == 0) co_return false;
    have += got;
    call_.body.resize(have);
  }
  co_return true;
}

void session::run_direct(api::direct_handler handler) {
  try {
    answer(handler(here_.services, call_));
  } catch (const std::exception& bug) {
    failed(bug.what());
  }
}

asio::awaitable<void> session::run_waiting(api::waiting_handler handler) {
  client_->enter(phase::working);
  try {
    api::reply made = co_await handler(here_.services, call_);
    answer(std::move(made));
  } catch (const std::exception& bug) {
    failed(bug.what());
  }
}

void session::failed(const char* what) {
  spdlog::error("{}: {}", to_->pattern, what);
  answer(http_problem(500, "something broke here; it has been noted"));
}

void session::answer(api::reply with) {
  closing_ = closing_ || here_.stopping;
  const reply_writer::manner how{asked_.verb == verb::head, asked_.safe(), closing_, asked_.if_none_match};
  writer_.prepare(std::move(with), how);
  ++here_.counts.replies[std::min(writer_.status() / 100, 5u)];
}

bool session::written() {
  sent_ = client_->write_now(writer_.first(), writer_.second());
  return sent_ == writer_.first().size() + writer_.second().size();
}

asio::awaitable<bool> session::write_rest() {
  view first = writer_.first(), second = writer_.second();
  const std::size_t of_first = std::min(sent_, first.size());
  first.remove_prefix(of_first);
  second.remove_prefix(sent_ - of_first);
  return client_->write(first, second, here_.bounds.write_stall);
}

void session::next_request() {
  writer_.done();
  buffer_.consume(used_);
  finder_.restart();
  client_->enter(phase::idle, here_.bounds.idle);
}

// Closing while bytes of the client are unread would reset the connection, and with it the reply that the
// client hasn't read.
asio::awaitable<void> session::linger() {
  writer_.done();
  buffer_.release();
  client_->enter(phase::lingering, here_.bounds.linger);
  client_->end_writing();
  std::string ignored(4096, '\0');
  while (co_await client_->read(ignored.data(), ignored.size()) > 0) {
  }
}

asio::awaitable<void> session::hand_over() {
  subscription about;
  about.protocol =
      asked_.upgrades && to_->on == api::listener::staff ? stream_protocol::websocket : stream_protocol::sse;
  about.who = call_.from;
  about.token = call_.token;
  about.websocket_key = asked_.websocket_key;
  about.cursor =
      asked_.last_event_id; // a page that comes back knows better than the address it was first given
  for (const auto& [name, value] : call_.query)
    if (name == "after" && about.cursor.empty()) about.cursor = value;
  about.already_read = buffer_.view().substr(used_);
  buffer_.release();
  call_ = {};
  return here_.events.serve(client_, std::move(about));
}

} // namespace

asio::awaitable<void> serve_http(std::shared_ptr<connection> client, const site& here) {
  session one(std::move(client), here);
  co_await one.run();
}

} // namespace kotobashi::net
