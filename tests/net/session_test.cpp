#include "tests/net/wire.hpp"
#include "tests/net/world.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace kotobashi::test {

namespace {

std::string get(std::string_view path, std::string_view more = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more) + "\r\n";
}

std::string with_body(std::string_view method, std::string_view path, std::string_view fields,
                      std::string_view body) {
  return std::string(method) + " " + std::string(path) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

constexpr std::string_view lead = "Authorization: Bearer lead\r\n", keyed = "Idempotency-Key: k1\r\n",
                           json = "Content-Type: application/json\r\n";

std::string fields(std::initializer_list<std::string_view> all) {
  std::string out;
  for (const auto each : all) out += each;
  return out;
}

} // namespace

TEST_CASE("a page comes with the headers that keep a browser careful") {
  world here;
  wire client(here.open());
  client.send(get("/page"));
  const answer got = client.read_answer();
  CHECK(got.status == 200);
  CHECK(got.body == "<!doctype html><p>board</p>");
  CHECK(got.header("content-type") == "text/html; charset=utf-8");
  CHECK(got.header("etag") == "\"p1\"");
  CHECK(got.header("cache-control") == "no-cache");
  CHECK(got.header("x-content-type-options") == "nosniff");
  CHECK(got.header("referrer-policy") == "no-referrer");
  CHECK(got.header("x-frame-options") == "DENY");
  CHECK(got.header("content-security-policy").find("default-src 'none'; script-src 'self';") == 0);
  CHECK(got.header("content-security-policy").find("frame-ancestors 'none'") != std::string::npos);
  CHECK(got.header("date").size() == 29);
}

TEST_CASE("a page that was made into bytes before is the same the second time") {
  world here;
  wire client(here.open());
  client.send(get("/page"));
  answer first = client.read_answer();
  client.send(get("/page"));
  answer second = client.read_answer();
  CHECK(first.body == second.body);
  CHECK(first.headers.size() == second.headers.size());
}

TEST_CASE("a page that the client has is not sent again") {
  world here;
  for (const std::string_view tag : {"\"p1\"", "W/\"p1\"", "\"x\", \"p1\"", "*"}) {
    CAPTURE(tag);
    wire client(here.open());
    client.send(get("/page", "If-None-Match: " + std::string(tag) + "\r\n"));
    const answer got = client.read_answer();
    CHECK(got.status == 304);
    CHECK(got.header("etag") == "\"p1\"");
    CHECK(got.count("content-length") == 0);
    client.send(get("/page", "If-None-Match: \"other\"\r\n"));
    CHECK(client.read_answer().status == 200);
  }
  wire client(here.open());
  client.send(get("/tagged", "If-None-Match: \"t1\"\r\n"));
  CHECK(client.read_answer().status == 304);
}

TEST_CASE("answers of the API are not kept by anybody") {
  world here;
  wire client(here.open());
  client.send(get("/hello/you"));
  const answer got = client.read_answer();
  CHECK(got.header("cache-control") == "no-store");
  CHECK(got.header("content-security-policy") == "default-src 'none'; frame-ancestors 'none'");
}

TEST_CASE("HEAD gets GET's headers without the body") {
  world here;
  for (const std::string_view path : {"/page", "/hello/you"}) {
    wire client(here.open());
    client.send(get(path));
    const answer whole = client.read_answer();
    client.send("HEAD " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + get(path));
    const answer head = client.read_answer(true);
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == std::to_string(whole.body.size()));
    CHECK(client.read_answer().body == whole.body); // nothing of the body came in between
  }
}

TEST_CASE("requests that come ahead of their answers are answered in order") {
  world here;
  wire client(here.open());
  std::string all;
  for (int i = 0; i < 500; ++i) {
    all += get("/hello/n" + std::to_string(i));
    if (i % 3 == 0) all += with_body("POST", "/form", json, "\"" + std::to_string(i) + "\"");
  }
  client.send(all);
  for (int i = 0; i < 500; ++i) {
    REQUIRE(client.read_answer().body == "hello n" + std::to_string(i));
    if (i % 3 == 0) REQUIRE(client.read_answer().body == "\"" + std::to_string(i) + "\"");
  }
}

TEST_CASE("a request that comes byte by byte is one request") {
  world here;
  wire client(here.open());
  for (const char byte : with_body("POST", "/form", json, "{\"a\":1}")) client.send({&byte, 1});
  CHECK(client.read_answer().body == "{\"a\":1}");
}

TEST_CASE("a body larger than any buffer arrives whole") {
  world here;
  std::string body;
  for (int i = 0; i < 400'000; ++i) body += std::to_string(i) + "\n";
  wire client(here.staff());
  client.send(with_body("POST", "/api/v1/import",
                        fields({lead, keyed, "Content-Type: text/csv; charset=Shift_JIS\r\n"}), body));
  const answer got = client.read_answer();
  CHECK(got.status == 200);
  CHECK(got.body == body);
}

TEST_CASE("an answer larger than the socket's buffer arrives whole") {
  world here;
  wire client(here.open(), nullptr, 65'536);
  client.send(get("/big") + get("/hello/after"));
  CHECK(client.read_answer().body == std::string(8 * 1024 * 1024, 'b'));
  CHECK(client.read_answer().body == "hello after");
}

TEST_CASE("the handler gets what was asked, decoded") {
  world here;
  wire client(here.staff());
  client.send("PUT /api/v1/things/%E6%A9%8B?dry_run=&q=a+b%26c HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
              "bEARER lead\r\n"
              "Idempotency-Key: k-1\r\nIf-Match: W/\"7\"\r\nContent-Type: Application/JSON ; "
              "charset=utf-8\r\nContent-Length: 2\r\n\r\n{}");
  CHECK(client.read_answer().status == 200);
  CHECK(here.stage().seen.back() ==
        "/橋?dry_run=?q=a b&c type=application/json key=k-1 match=7 who=lead token=lead body={}");
}

TEST_CASE("a client that waits for 100 Continue gets it when its body is wanted") {
  world here;
  wire client(here.open());
  client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
              "4\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_answer().status == 100);
  client.send("true");
  CHECK(client.read_answer().body == "true");
}

TEST_CASE("a client that waits for 100 Continue is told when its body isn't wanted") {
  world here;
  wire client(here.open());
  client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
              "4000\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_answer().status == 413);
  CHECK(client.ended());
}

TEST_CASE("HTTP/1.0 and Connection: close get one answer") {
  world here;
  for (const std::string_view request :
       {"GET /hello/you HTTP/1.0\r\nHost: localhost\r\n\r\n", "GET /page HTTP/1.0\r\nHost: localhost\r\n\r\n",
        "GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"}) {
    wire client(here.open());
    client.send(request);
    const answer got = client.read_answer();
    CHECK(got.status == 200);
    CHECK(got.header("connection") == "close");
    CHECK(client.ended());
  }
}

TEST_CASE("a refusal that the client may read although it is still sending") {
  world here;
  wire client(here.open());
  client.send(with_body("POST", "/form", json, std::string(900'000, 'x')));
  CHECK(client.read_answer().status == 413);
  CHECK(client.ended());
  CHECK_FALSE(client.broken());
}

TEST_CASE("each refusal of the public listener has its status") {
  world here;
  const std::pair<std::string, unsigned> table[] = {
      {get("/nowhere"), 404},
      {get("/hello/"), 404},
      {get("/api/v1/whoami"), 404}, // the staff's
      {get("/hello/%zz"), 400},
      {get("/hello/a?x=%00"), 400},
      {"POST /page HTTP/1.1\r\nHost: localhost\r\n\r\n", 405},
      {"OPTIONS /page HTTP/1.1\r\nHost: localhost\r\n\r\n", 405},
      {"HEAD /events HTTP/1.1\r\nHost: localhost\r\n\r\n", 405},
      {get("/members"), 401},
      {get("/members", lead), 401}, // nobody is signed in here
      {get("/members", "Cookie: kotobashi=lead\r\n"), 401},
      {with_body("GET", "/page", "", "x"), 413},
      {with_body("POST", "/form", json, std::string(1001, 'x')), 413},
      {with_body("POST", "/form", "", "{}"), 415},
      {with_body("POST", "/form", "Content-Type: text/plain\r\n", "{}"), 415},
      {with_body("POST", "/form", "Content-Type: application/x-www-form-urlencoded\r\n", "{}"), 415},
      {with_body("POST", "/form", fields({json, "Content-Encoding: gzip\r\n"}), "{}"), 415},
      {with_body("POST", "/form", fields({json, "Idempotency-Key: a b\r\n"}), "{}"), 400},
      {with_body("POST", "/form", fields({json, "Idempotency-Key: " + std::string(201, 'k') + "\r\n"}), "{}"),
       400},
      {get("/broken"), 500},
      {get("/broken/later"), 500},
      {get("/" + std::string(9000, 'a')), 414},
      {get("/page", "X: " + std::string(17'000, 'a') + "\r\n"), 431},
  };
  for (const auto& [bytes, status] : table) {
    const auto shown = bytes.substr(0, 100);
    CAPTURE(shown);
    CHECK(status_of(here.open(), bytes) == status);
  }
}

TEST_CASE("each refusal of the staff's listener has its status") {
  world here;
  const std::string thing = "/api/v1/things/1";
  constexpr std::string_view volunteer = "Authorization: Bearer volunteer\r\n";
  const std::pair<std::string, unsigned> table[] = {
      {get(thing), 401},
      {get(thing, "Authorization: Bearer unknown\r\n"), 401},
      {get(thing, "Authorization: Basic lead\r\n"), 401},
      {get(thing, "Authorization: Bearer\r\n"), 401},
      {get(thing, volunteer), 200},
      {with_body("PUT", thing, fields({volunteer, keyed, json}), "{}"), 403},
      {with_body("PUT", thing, fields({lead, keyed, json}), "{}"), 200},
      {with_body("PUT", thing, fields({lead, json}), "{}"), 428},
      {with_body("PUT", thing, fields({lead, "Idempotency-Key:\r\n", json}), "{}"), 428},
      {with_body("DELETE", thing, fields({lead, keyed}), ""), 200},
      {with_body("DELETE", thing, fields({lead, keyed, json}), "{}"), 413},
      {with_body("PATCH", thing, fields({lead, keyed, json}), "{}"), 405},
      {with_body("POST", "/api/v1/bulletins", fields({lead, keyed, json}), "{}"), 200},
      {with_body("POST", "/api/v1/bulletins", fields({lead, keyed, "Content-Type: text/xml\r\n"}), "<a/>"),
       200},
      {with_body("POST", "/api/v1/bulletins", fields({lead, keyed, "Content-Type: application/xml\r\n"}),
                 "<a/>"),
       200},
      {with_body("POST", "/api/v1/bulletins", fields({lead, keyed, "Content-Type: text/csv\r\n"}), "a"), 415},
      {get("/page"), 404},
  };
  for (const auto& [bytes, status] : table) {
    const auto shown = bytes.substr(0, 120);
    CAPTURE(shown);
    CHECK(status_of(here.staff(), bytes) == status);
  }
}

TEST_CASE("a refusal is a problem document and the connection lives on") {
  world here;
  wire client(here.staff());
  client.send(get("/nowhere") + get("/api/v1/things/1") +
              "DELETE /api/v1/whoami HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const answer missing = client.read_answer(), unknown = client.read_answer(),
               wrong_method = client.read_answer();
  CHECK(missing.status == 404);
  CHECK(missing.header("content-type") == "application/problem+json");
  CHECK(missing.body.find("not_found") != std::string::npos);
  CHECK(unknown.status == 401);
  CHECK(unknown.header("www-authenticate") == "Bearer");
  CHECK(wrong_method.status == 405);
  CHECK(wrong_method.header("allow") == "GET, HEAD");
}

TEST_CASE("a bug tells nobody what broke") {
  world here;
  wire client(here.open());
  client.send(get("/broken") + get("/broken/later") + get("/hello/you"));
  CHECK(client.read_answer().body.find("secret") == std::string::npos);
  CHECK(client.read_answer().body.find("secret") == std::string::npos);
  CHECK(client.read_answer().body == "hello you");
}

TEST_CASE("signing in sets a cookie that scripts and other sites don't get") {
  world here;
  wire client(here.staff());
  client.send(with_body("POST", "/api/v1/sessions", json, "abc"));
  CHECK(client.read_answer().header("set-cookie") ==
        "kotobashi=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000");
  client.send(
      "DELETE /api/v1/sessions/current HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer lead\r\n\r\n");
  const answer out = client.read_answer();
  CHECK(out.status == 204);
  CHECK(out.header("set-cookie") == "kotobashi=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST_CASE("a cookie says who asks, unless the request names somebody itself") {
  world here;
  wire client(here.staff());
  client.send(get("/api/v1/whoami", "Cookie: a=b; kotobashi=volunteer; c=d\r\n") +
              get("/api/v1/whoami", "Cookie: kotobashi=volunteer\r\nAuthorization: Bearer lead\r\n") +
              get("/api/v1/whoami", "Cookie: xkotobashi=lead\r\n"));
  CHECK(client.read_answer().body == "hello volunteer");
  CHECK(client.read_answer().body == "hello lead");
  CHECK(client.read_answer().body == "hello ");
}

TEST_CASE("with a cookie, only our own pages may change something") {
  world here;
  const std::string cookie = "Cookie: kotobashi=lead\r\n";
  auto put = [&](std::string_view host, std::string_view more) {
    return "PUT /api/v1/things/1 HTTP/1.1\r\nHost: " + std::string(host) +
           "\r\nContent-Length: 2\r\nContent-Type: application/json\r\n" + "Idempotency-Key: k\r\n" +
           std::string(more) + "\r\n{}";
  };
  const std::tuple<std::string_view, std::string, unsigned> table[] = {
      {"localhost:8080", cookie + "Origin: http://localhost:8080\r\n", 200},
      {"Center.Example", cookie + "Origin: http://center.example\r\n", 200},
      {"127.0.0.1:8080", cookie + "Origin: http://127.0.0.1:8080\r\n", 200},
      {"[::1]:8080", cookie + "Origin: http://[::1]:8080\r\n", 200},
      {"localhost:8080", cookie, 403},
      {"localhost:8080", cookie + "Origin: null\r\n", 403},
      {"localhost:8080", cookie + "Origin: http://localhost:8081\r\n", 403},
      {"localhost:8080", cookie + "Origin: https://localhost:8080\r\n", 403},
      {"localhost:8080", cookie + "Origin: http://evil.example\r\n", 403},
      {"evil.example", cookie + "Origin: http://evil.example\r\n", 403}, // a name made to point here
      {"localhost:8080", std::string(lead), 200},
      {"evil.example", std::string(lead), 200},
      {"localhost:8080", std::string(lead) + "Origin: http://evil.example\r\n", 403},
  };
  for (const auto& [host, more, status] : table) {
    const auto shown = std::string(host) + " " + more;
    CAPTURE(shown);
    CHECK(status_of(here.staff(), put(host, more)) == status);
  }
  const std::string sign_in =
      with_body("POST", "/api/v1/sessions", fields({json, "Origin: http://evil.example\r\n"}), "abc");
  CHECK(status_of(here.staff(), sign_in) == 403);
}

TEST_CASE("bodies share a limit of memory") {
  net::limits bounds = patient();
  bounds.bodies_at_once = 100'000;
  world here(bounds);
  const std::string head = "PUT /api/v1/things/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                           "lead\r\nIdempotency-Key: k\r\n"
                           "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n";
  wire first(here.staff());
  first.send(head + "x");
  here.wait_for([&] { return here.server().counts().bytes_read == head.size() + 1; });
  wire second(here.staff());
  second.send(head);
  const answer no = second.read_answer();
  CHECK(no.status == 503);
  CHECK(no.header("retry-after") != "");
  first.send(std::string(59'999, 'x'));
  CHECK(first.read_answer().status == 200);
  CHECK(status_of(here.staff(), head + std::string(60'000, 'x')) == 200);
}

TEST_CASE("what is counted is what happened") {
  world here;
  wire client(here.open());
  client.send(get("/hello/you") + get("/nowhere") + get("/broken") + get("/page", "If-None-Match: *\r\n"));
  for (int i = 0; i < 4; ++i) client.read_answer();
  const net::metrics counted = here.counts();
  CHECK(counted.connections_open == 1);
  CHECK(counted.replies[2] == 1);
  CHECK(counted.replies[3] == 1);
  CHECK(counted.replies[4] == 1);
  CHECK(counted.replies[5] == 1);
  const std::string text = net::to_prometheus(counted);
  CHECK(text.find("kotobashi_net_replies_total{class=\"4xx\"} 1\n") != std::string::npos);
  CHECK(text.find("# TYPE kotobashi_net_connections_open gauge\nkotobashi_net_connections_open 1\n") !=
        std::string::npos);
}

} // namespace kotobashi::test
