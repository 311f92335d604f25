#include "tests/net/world.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include <algorithm>
#include <stdexcept>

namespace kotobashi::test {

namespace asio = boost::asio;
using api::body_kind;
using api::call;
using api::method;
using api::reply;
using api::services;

namespace {

// net passes services on and never looks into them; here the scene stands in their place.
scene& scene_of(services& from) {
  return reinterpret_cast<scene&>(from);
}
services& as_services(scene& from) {
  return reinterpret_cast<services&>(from);
}

void note(scene& in, const call& from) {
  std::string line;
  for (const auto& each : from.path) line += "/" + each;
  for (const auto& [name, value] : from.query) line += "?" + name + "=" + value;
  if (!from.content_type.empty()) line += " type=" + std::string(from.content_type);
  if (from.idempotency_key) line += " key=" + *from.idempotency_key;
  if (from.if_match) line += " match=" + *from.if_match;
  line += " who=" + from.from.name + " token=" + std::string(from.token) + " body=" + from.body;
  in.seen.push_back(std::move(line));
}

reply said(std::string text) {
  reply out;
  out.content_type = "text/plain; charset=utf-8";
  out.body = std::move(text);
  return out;
}

reply hello(services& to, const call& from) {
  note(scene_of(to), from);
  return said("hello " + (from.path.empty() ? from.from.name : from.path[0]));
}
reply get_page(services& to, const call&) {
  reply out;
  out.shared = scene_of(to).page;
  return out;
}
reply get_tagged(services&, const call&) {
  reply out = said("tagged");
  out.headers.emplace_back("ETag", "\"t1\"");
  return out;
}
reply get_big(services&, const call&) {
  return said(std::string(8 * 1024 * 1024, 'b'));
}
reply get_broken(services&, const call&) {
  throw std::runtime_error("secret of the house");
}
reply sign_in(services&, const call& from) {
  reply out = said("welcome");
  out.status = 201;
  out.session_cookie = from.body;
  return out;
}
reply sign_out(services&, const call&) {
  reply out;
  out.status = 204;
  out.session_cookie = "";
  return out;
}

asio::awaitable<reply> post_thing(services& to, const call& from) {
  scene& here = scene_of(to);
  const auto executor = here.release.get_executor();
  co_await asio::post(executor, asio::use_awaitable);
  note(here, from);
  co_return said(from.body);
}
asio::awaitable<reply> get_slow(services& to, const call&) {
  scene& here = scene_of(to);
  ++here.waiting;
  boost::system::error_code woken;
  co_await here.release.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  co_return said("slow");
}
asio::awaitable<reply> get_broken_later(services& to, const call&) {
  const auto executor = scene_of(to).release.get_executor();
  co_await asio::post(executor, asio::use_awaitable);
  throw std::runtime_error("secret of the house");
}

constexpr auto open = api::listener::open, staff = api::listener::staff;
constexpr domain::role_set nobody{}, lead{role::lead};

const api::endpoint table[] = {
    {method::get, "/", open, nobody, body_kind::none, 0, &hello, false, ""},
    {method::get, "/page", open, nobody, body_kind::none, 0, &get_page, false, ""},
    {method::get, "/tagged", open, nobody, body_kind::none, 0, &get_tagged, false, ""},
    {method::get, "/hello/{name}", open, nobody, body_kind::none, 0, &hello, false, ""},
    {method::get, "/big", open, nobody, body_kind::none, 0, &get_big, false, ""},
    {method::get, "/broken", open, nobody, body_kind::none, 0, &get_broken, false, ""},
    {method::get, "/broken/later", open, nobody, body_kind::none, 0, &get_broken_later, false, ""},
    {method::get, "/slow", open, nobody, body_kind::none, 0, &get_slow, false, ""},
    {method::get, "/members", open, lead, body_kind::none, 0, &hello, false, ""},
    {method::post, "/form", open, nobody, body_kind::json, 1000, &post_thing, false, ""},
    {method::get, "/events", open, nobody, body_kind::none, 0, api::stream_handler::public_events, false, ""},
    {method::post, "/api/v1/sessions", staff, nobody, body_kind::json, 1000, &sign_in, false, ""},
    {method::del, "/api/v1/sessions/current", staff, domain::everyone_signed_in, body_kind::none, 0,
     &sign_out, false, ""},
    {method::get, "/api/v1/whoami", staff, nobody, body_kind::none, 0, &hello, false, ""},
    {method::get, "/api/v1/things/{id}", staff, domain::everyone_signed_in, body_kind::none, 0, &hello, false,
     ""},
    {method::put, "/api/v1/things/{id}", staff, lead, body_kind::json, 100'000, &post_thing, true, ""},
    {method::del, "/api/v1/things/{id}", staff, lead, body_kind::none, 0, &post_thing, true, ""},
    {method::post, "/api/v1/import", staff, lead, body_kind::csv, 10'000'000, &post_thing, true, ""},
    {method::post, "/api/v1/bulletins", staff, lead, body_kind::xml_or_json, 1000, &post_thing, true, ""},
    {method::get, "/api/v1/events", staff, domain::everyone_signed_in, body_kind::none, 0,
     api::stream_handler::staff_events, false, ""},
};

} // namespace

domain::principal known_tokens::who(std::string_view token) {
  domain::principal out;
  if ((token != "lead" && token != "volunteer") || revoked.contains(std::string(token))) return out;
  out.name = token;
  out.who.value = "account of " + out.name;
  out.by.value = "session of " + out.name;
  out.roles.add(token == "lead" ? role::lead : role::volunteer);
  return out;
}

std::string event_book::audience(const domain::principal& of) {
  return of.nobody() ? "public" : of.name;
}

asio::awaitable<net::catch_up> event_book::since(std::string cursor, std::string, domain::principal) {
  net::catch_up out;
  out.upto = static_cast<std::int64_t>(all_.size());
  out.cursor = "at-" + std::to_string(out.upto);
  if (!cursor.empty()) {
    const std::int64_t from = std::stoll(cursor.substr(3));
    out.resync = from < oldest;
    if (!out.resync) out.missed.assign(all_.begin() + from, all_.end());
  }
  if (holding_) {
    ++waiting;
    boost::system::error_code woken;
    co_await held_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    --waiting;
  }
  co_return out;
}

void event_book::let_go() {
  holding_ = false;
  held_.cancel();
}

net::delivery event_book::add() {
  const auto seq = static_cast<std::int64_t>(all_.size()) + 1;
  const std::string cursor = "at-" + std::to_string(seq);
  all_.push_back({seq, cursor, "{\"cursor\":\"" + cursor + "\",\"n\":" + std::to_string(seq) + "}"});
  return all_.back();
}

net::limits patient() {
  net::limits out;
  out.tick = std::chrono::hours(1);
  return out;
}

world::world(net::limits bounds, net::tls_server* tls) : events_(io_), scene_(io_), now_(net::clock::now()) {
  scene_.page = std::make_shared<api::page>();
  scene_.page->content_type = "text/html; charset=utf-8";
  scene_.page->body = "<!doctype html><p>board</p>";
  scene_.page->etag = "p1";
  if (bounds.tick == net::limits{}.tick) bounds.tick = patient().tick;
  net::server_settings how;
  how.listen = how.open = "127.0.0.1:0";
  how.names = {"center.example"};
  how.bounds = bounds;
  server_ =
      std::make_unique<net::server>(io_, table, as_services(scene_), tokens_, events_, tls, std::move(how));
  thread_ = std::thread([this] { io_.run(); });
}

world::~world() {
  on_io([this] {
    scene_.release.cancel();
    events_.let_go();
    return true;
  });
  if (!stopped_) stop(std::chrono::seconds(0));
  more_.reset();
  thread_.join();
}

void world::stop(std::chrono::milliseconds grace) {
  stopped_ = true;
  asio::co_spawn(io_, server_->stop(grace), asio::use_future).get();
}

void world::pass(std::chrono::milliseconds by) {
  on_io([this, by] {
    now_ += by;
    server_->tick(now_);
    return true;
  });
}

void world::publish(std::size_t count) {
  on_io([this, count] {
    for (std::size_t i = 0; i < count; ++i) {
      const net::delivery event = events_.add();
      for (const std::string& each : server_->events().audiences()) server_->events().deliver(each, event);
    }
    return true;
  });
}

net::metrics world::counts() {
  return on_io([this] { return server_->counts(); });
}

} // namespace kotobashi::test
