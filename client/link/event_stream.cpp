#include "client/link/event_stream.hpp"

#include "client/link/failure.hpp"
#include "client/link/reading.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <charconv>

namespace kotobashi::link {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace {
constexpr milliseconds first_pause{200};
constexpr milliseconds longest_pause{5'000};
constexpr std::size_t largest_message = 16 * 1024 * 1024;

struct message {
  std::string cursor;
  std::string kind;
  std::optional<std::string> entity;
  std::optional<std::string> id;
  std::optional<instant> at;
  boost::json::value body;
};
BOOST_DESCRIBE_STRUCT(message, (), (cursor, kind, entity, id, at, body))

websocket::stream_base::timeout timeouts(milliseconds heartbeat) {
  websocket::stream_base::timeout out = websocket::stream_base::timeout::suggested(beast::role_type::client);
  out.idle_timeout = heartbeat * 2; // a ping goes out at half of that
  out.keep_alive_pings = true;
  return out;
}

std::optional<std::chrono::seconds> retry_after(const websocket::response_type& from) {
  std::string_view text = from[http::field::retry_after];
  long value = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failed != std::errc() || value < 0) return std::nullopt;
  return std::chrono::seconds(value);
}
} // namespace

std::optional<event_message> read_event(std::string_view text) {
  auto parsed = json::parse(text);
  if (!parsed) return std::nullopt;
  auto read = read_record<message>(std::move(*parsed));
  if (!read) return std::nullopt;
  return event_message{std::move(read->cursor), std::move(read->kind),        read->entity.value_or(""),
                       read->id.value_or(""),   read->at.value_or(instant{}), std::move(read->body)};
}

event_stream::event_stream(dialer dial, const address& server, alarm& wake, surroundings& around,
                           session_keeper& session, milliseconds heartbeat, event_observer tell)
    : dial_(std::move(dial)), server_(server), wake_(wake), around_(around), session_(session),
      heartbeat_(heartbeat), tell_(std::move(tell)),
      backoff_(first_pause, longest_pause, [&around] { return around.chance(); }) {}

event_stream::~event_stream() = default;

void event_stream::follow(std::string cursor) {
  cursor_ = std::move(cursor);
  restart();
}

void event_stream::unfollow() {
  cursor_.reset();
  restart();
}

void event_stream::nudge() {
  wake_.ring();
}

void event_stream::restart() {
  ++round_;
  close();
  wake_.ring();
}

void event_stream::stop() {
  stopped_ = true;
  restart();
}

void event_stream::close() {
  dial_.cancel();
  if (wire_) socket_of(*wire_).close();
  if (close_) close_();
}

asio::awaitable<void> event_stream::run() {
  while (!stopped_) {
    if (!cursor_ || !session_.is_open()) {
      const std::optional<milliseconds> no_limit;
      co_await wake_.wait(no_limit);
      continue;
    }
    const auto round = round_;
    const std::string token = *session_.token();
    const ending how = co_await one_life();
    if (stopped_) co_return;
    if (round == round_) co_await after(how, token);
  }
}

asio::awaitable<event_stream::ending> event_stream::one_life() {
  const std::string token = *session_.token();
  const auto round = round_;
  tell_.connecting();
  const error_code failed = co_await dial_.dial(wire_);
  if (failed || round != round_) {
    wire_.reset();
    co_return ending{failed};
  }
  wire mine = std::move(*wire_);
  wire_.reset();
  if (auto* plain = std::get_if<plain_stream>(&mine)) co_return co_await live_over(std::move(*plain), token);
  co_return co_await live_over(std::move(std::get<tls_stream>(mine)), token);
}

template <class Stream>
asio::awaitable<event_stream::ending> event_stream::live_over(Stream stream, std::string token) {
  const auto round = round_;
  websocket::stream<Stream> socket(std::move(stream));
  beast::get_lowest_layer(socket).expires_never();
  close_ = [&socket] { beast::get_lowest_layer(socket).close(); };
  const std::shared_ptr<void> forget(nullptr, [this](void*) { close_ = nullptr; });
  socket.set_option(timeouts(heartbeat_));
  socket.read_message_max(largest_message);
  socket.set_option(websocket::stream_base::decorator([&token](websocket::request_type& request) {
    request.set(http::field::authorization, "Bearer " + token);
  }));

  error_code failed;
  websocket::response_type response;
  const std::string target = with_query("/api/v1/events", "after", *cursor_);
  const std::string host = server_.authority();
  co_await socket.async_handshake(response, host, target, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return ending{failed, response.result_int(), retry_after(response)};

  tell_.live();
  backoff_.reset();
  beast::flat_buffer buffer;
  while (round == round_) {
    co_await socket.async_read(buffer, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) break;
    const std::string text = beast::buffers_to_string(buffer.data());
    buffer.clear();
    if (!tell(text, round)) co_return ending{link_error::bad_reply};
  }
  co_return ending{failed};
}

bool event_stream::tell(std::string_view text, std::size_t round) {
  auto message = read_event(text);
  if (!message) return false;
  if (round != round_) return true;
  if (!message->cursor.empty()) cursor_ = message->cursor;
  tell_.arrived(std::move(*message));
  return true;
}

asio::awaitable<void> event_stream::after(ending how, std::string token) {
  if (how.status == 401) {
    if (session_.over(token)) tell_.session_ended();
    co_return;
  }
  tell_.broken(how.why);
  const milliseconds pause = how.retry_after ? milliseconds(*how.retry_after) : backoff_.next();
  co_await wake_.wait(pause);
}

} // namespace kotobashi::link
