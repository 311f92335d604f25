#include "server/net/center_ca.hpp"
#include "tests/net/event_stream.hpp"
#include "tests/net/world.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <string>
#include <sys/stat.h>

// Beast and OpenSSL's client, which share no code with the server's side, are the clients here.
namespace kotobashi::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using boost::beast::flat_buffer;
using stream = asio::ssl::stream<asio::ip::tcp::socket>;
using std::chrono::days;

namespace {

constexpr std::chrono::microseconds a_day = days(1);
const instant today{1'764'000'000'000'000}; // 2025-11-24

struct secure_world {
  explicit secure_world(std::chrono::microseconds age = {}) : ca(folder.path() / "tls", {}, now - age) {}
  temporary_directory folder;
  instant now = instant::from(std::chrono::system_clock::now());
  net::center_ca ca;
  net::tls_server tls{ca.server()};
  world here{{}, &tls};
};

// What a client accepts: the CA's certificate by name, or a chain in which a key is pinned.
struct trusting {
  std::string ca_pem;
  std::string name = "localhost";
  long least = 0, most = 0; // protocol versions
};

// The error's text, or nothing and a stream.
struct handshake {
  asio::io_context io;
  asio::ssl::context context{asio::ssl::context::tls_client};
  std::optional<stream> made;
  std::string error;

  handshake(std::uint16_t port, const trusting& in) {
    boost::system::error_code failure;
    if (!in.ca_pem.empty()) context.add_certificate_authority(asio::buffer(in.ca_pem), failure);
    context.set_verify_mode(asio::ssl::verify_peer);
    context.set_verify_callback(asio::ssl::host_name_verification(in.name));
    if (in.least) SSL_CTX_set_min_proto_version(context.native_handle(), static_cast<int>(in.least));
    if (in.most) SSL_CTX_set_max_proto_version(context.native_handle(), static_cast<int>(in.most));
    SSL_CTX_set_security_level(context.native_handle(), 0); // so that the server decides
    made.emplace(io, context);
    made->next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
    made->handshake(asio::ssl::stream_base::client, failure);
    if (failure) error = failure.message();
  }
  SSL* native() { return made->native_handle(); }
};

http::response<http::string_body> ask(stream& over, std::string_view path) {
  http::request<http::empty_body> request(http::verb::get, path, 11);
  request.set(http::field::host, "localhost");
  request.set(http::field::authorization, "Bearer lead");
  http::write(over, request);
  flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(over, buffer, response);
  return response;
}

unsigned mode_of(const std::filesystem::path& file) {
  struct stat about {};
  REQUIRE(stat(file.c_str(), &about) == 0);
  return about.st_mode & 0777;
}

} // namespace

TEST_CASE("a client that has the center's CA is served over TLS 1.2 and 1.3") {
  secure_world center;
  for (const long version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem(), .least = version, .most = version});
    REQUIRE(client.error == "");
    CHECK(SSL_version(client.native()) == version);
    CHECK(ask(*client.made, "/api/v1/whoami").body() == "hello lead");
    CHECK(ask(*client.made, "/api/v1/whoami").body() == "hello lead");
  }
}

TEST_CASE("older protocols, weak ciphers and strangers' CAs get no connection") {
  secure_world center;
  CHECK(handshake(center.here.staff(),
                  {.ca_pem = center.ca.ca_pem(), .least = TLS1_VERSION, .most = TLS1_1_VERSION})
            .error != "");
  CHECK(handshake(center.here.staff(), {}).error.find("certificate verify failed") != std::string::npos);
  CHECK(handshake(center.here.staff(), {.ca_pem = center.ca.ca_pem(), .name = "other.example"}).error != "");
  const temporary_directory elsewhere;
  const net::center_ca other(elsewhere.path() / "tls", {}, center.now);
  CHECK(handshake(center.here.staff(), {.ca_pem = other.ca_pem()}).error.find("certificate verify failed") !=
        std::string::npos);
}

TEST_CASE("the address will do as a name") {
  secure_world center;
  CHECK(handshake(center.here.staff(), {.ca_pem = center.ca.ca_pem(), .name = "127.0.0.1"}).error == "");
}

TEST_CASE("the pins are those of the keys that a client sees") {
  secure_world center;
  handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem()});
  REQUIRE(client.error == "");
  STACK_OF(X509)* chain = SSL_get_peer_cert_chain(client.native());
  REQUIRE(sk_X509_num(chain) == 2);
  CHECK(net::pin(*sk_X509_value(chain, 0)) == center.ca.server_pin());
  CHECK(net::pin(*sk_X509_value(chain, 1)) == center.ca.ca_pin());
  CHECK(net::fingerprint(*sk_X509_value(chain, 1)) == center.ca.ca_fingerprint());
  CHECK(center.ca.ca_pin().starts_with("sha256/"));
  CHECK(center.ca.ca_pin().size() == 51);
  CHECK(center.ca.ca_fingerprint().size() == 95);
}

TEST_CASE("plain text on the secure port, and silence, get nothing") {
  secure_world center;
  wire plain(center.here.staff());
  plain.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(plain.read_to_end().find("HTTP") == std::string::npos);
  wire silent(center.here.staff());
  center.here.wait_for([&] { return center.here.server().counts().connections_accepted == 2; });
  center.here.pass(std::chrono::seconds(11));
  CHECK(silent.ended());
  CHECK(center.here.counts().handshakes_failed == 2);
}

TEST_CASE("over TLS the cookie is bound to this host") {
  secure_world center;
  handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem()});
  REQUIRE(client.error == "");
  http::request<http::string_body> request(http::verb::post, "/api/v1/sessions", 11);
  request.set(http::field::host, "localhost");
  request.set(http::field::content_type, "application/json");
  request.body() = "abc";
  request.prepare_payload();
  http::write(*client.made, request);
  flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(*client.made, buffer, response);
  CHECK(response[http::field::set_cookie] ==
        "__Host-kotobashi=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000; Secure");
}

TEST_CASE("large bodies go both ways over TLS") {
  secure_world center;
  handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem()});
  REQUIRE(client.error == "");
  http::request<http::string_body> request(http::verb::post, "/api/v1/import", 11);
  request.set(http::field::host, "localhost");
  request.set(http::field::authorization, "Bearer lead");
  request.set("Idempotency-Key", "k");
  request.set(http::field::content_type, "text/csv");
  for (int i = 0; i < 300'000; ++i) request.body() += std::to_string(i) + ",";
  request.prepare_payload();
  http::write(*client.made, request);
  flat_buffer buffer;
  http::response_parser<http::string_body> response;
  response.body_limit(boost::none);
  http::read(*client.made, buffer, response);
  CHECK(response.get().body() == request.body());
}

TEST_CASE("Beast's WebSocket hears events over TLS, and a slow one catches up") {
  secure_world center;
  handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem()});
  REQUIRE(client.error == "");
  websocket::stream<stream&> socket(*client.made);
  socket.set_option(websocket::stream_base::decorator(
      [](websocket::request_type& request) { request.set(http::field::authorization, "Bearer lead"); }));
  socket.handshake("localhost", "/api/v1/events?after=at-0");
  for (std::int64_t n = 1; n <= 200; ++n) {
    if (n % 50 == 1) center.here.publish(50);
    flat_buffer buffer;
    socket.read(buffer);
    REQUIRE(number_in({static_cast<const char*>(buffer.data().data()), buffer.size()}) == n);
  }
  socket.ping({});
  socket.close(websocket::close_code::normal);
}

TEST_CASE("the first run makes a CA that can vouch only for names of a private network") {
  const temporary_directory folder;
  const net::center_ca made(folder.path() / "tls", {"www.city.example", "203.0.113.7"}, today);
  const auto ca = net::certificate_from_pem(made.ca_pem());
  for (const char* file : {"ca.key", "ca.crt", "server.key", "server.crt"})
    CHECK(mode_of(folder.path() / "tls" / file) == 0600);
  CHECK(mode_of(folder.path() / "tls") == 0700);
  CHECK(made.server_valid_until() == today + 90 * a_day);
  CHECK(net::valid_until(*ca) == today + 3'650 * a_day);
  CHECK((X509_get_extension_flags(ca.get()) & EXFLAG_CA) != 0);
  CHECK(X509_get_ext_by_NID(ca.get(), NID_name_constraints, -1) >= 0);
  const auto names = made.names();
  auto named = [&](const std::string& one) {
    return std::count(names.dns.begin(), names.dns.end(), one) +
           std::count(names.addresses.begin(), names.addresses.end(), one);
  };
  CHECK(named("localhost") == 1);
  CHECK(named("127.0.0.1") == 1);
  CHECK(named("::1") == 1);
  CHECK(named("www.city.example") == 1); // known when the CA was made
  CHECK(named("203.0.113.7") == 1);
}

TEST_CASE("a name that came later and is outside of the CA's constraints is left out") {
  const temporary_directory folder;
  { const net::center_ca first(folder.path() / "tls", {}, today); }
  const net::center_ca later(folder.path() / "tls",
                             {"www.other.example", "center.local", "198.51.100.1", "192.168.7.7"}, today);
  const auto names = later.names();
  CHECK(std::count(names.dns.begin(), names.dns.end(), "center.local") == 1);
  CHECK(std::count(names.dns.begin(), names.dns.end(), "www.other.example") == 0);
  CHECK(std::count(names.addresses.begin(), names.addresses.end(), "192.168.7.7") == 1);
  CHECK(std::count(names.addresses.begin(), names.addresses.end(), "198.51.100.1") == 0);
}

TEST_CASE("the server's certificate is renewed when less than 30 days are left, and the keys stay") {
  const temporary_directory folder;
  net::center_ca made(folder.path() / "tls", {}, today);
  const std::string pins = made.server_pin() + made.ca_pin(), before = made.server().chain;
  CHECK_FALSE(made.renew(today + 60 * a_day));
  CHECK(made.server().chain == before);
  CHECK(made.renew(today + 61 * a_day));
  CHECK(made.server_valid_until() == today + 151 * a_day);
  CHECK(made.server_pin() + made.ca_pin() == pins);
  const net::center_ca again(folder.path() / "tls", {}, today + 62 * a_day);
  CHECK(again.server().chain == made.server().chain);
}

TEST_CASE("a renewed certificate is shown to who comes next") {
  secure_world center(70 * a_day);
  CHECK(center.ca.renew(center.now));
  center.here.on_io([&] { return center.tls.use(center.ca.server()), true; });
  handshake client(center.here.staff(), {.ca_pem = center.ca.ca_pem()});
  REQUIRE(client.error == "");
  CHECK(net::valid_until(*SSL_get0_peer_certificate(client.native())).us / 1'000'000 ==
        center.ca.server_valid_until().us / 1'000'000);
}

TEST_CASE("broken files are one clear line that names the file") {
  for (const char* name : {"ca.key", "ca.crt", "server.key"}) {
    const temporary_directory folder;
    const auto tls = folder.path() / "tls";
    { const net::center_ca first(tls, {}, today); }
    write_file(tls / name, "not a PEM");
    CAPTURE(name);
    CHECK_THROWS_WITH_AS(net::center_ca(tls, {}, today),
                         ((tls / name).string() +
                          ": that is not what this server wrote there; move it away to have a new one made")
                             .c_str(),
                         std::runtime_error);
  }
  const temporary_directory folder;
  write_file(folder.path() / "tls", "a file where the folder should be");
  CHECK_THROWS_WITH_AS(net::center_ca(folder.path() / "tls", {}, today),
                       ((folder.path() / "tls").string() + ": Not a directory").c_str(), std::runtime_error);
}

TEST_CASE("a certificate that is lost or not the key's is made again, with the same key") {
  const temporary_directory folder;
  const auto tls = folder.path() / "tls";
  const std::string pin = net::center_ca(tls, {}, today).server_pin();
  std::filesystem::remove(tls / "server.crt");
  CHECK(net::center_ca(tls, {}, today).server_pin() == pin);
  write_file(tls / "server.crt", "not a PEM");
  CHECK(net::center_ca(tls, {}, today).server_pin() == pin);
}

} // namespace kotobashi::test
