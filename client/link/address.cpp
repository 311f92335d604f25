#include "client/link/address.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <charconv>

namespace kotobashi::link {

namespace urls = boost::urls;

namespace {
constexpr std::uint16_t https_port = 8443;
constexpr std::uint16_t http_port = 8080;

refusal wrong(std::string code, std::string detail) {
  return refuse_field("server", std::move(code), std::move(detail));
}

// 0 where it is none; port_number() takes 99999 for 34463.
std::uint16_t port_of(const urls::url_view& url) {
  auto digits = url.port();
  std::uint16_t port = 0;
  auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return failed == std::errc{} && end == digits.data() + digits.size() ? port : std::uint16_t{0};
}

std::string host_of(const urls::url_view& url) {
  return url.host_type() == urls::host_type::ipv6 ? url.host_ipv6_address().to_string() : url.host_address();
}
} // namespace

std::string address::authority() const {
  bool v6 = host.find(':') != host.npos;
  return (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

std::string address::url() const {
  return (secure ? "https://" : "http://") + authority();
}

bool is_loopback(std::string_view host) {
  if (host == "localhost") return true;
  boost::system::error_code not_numeric;
  auto numeric = boost::asio::ip::make_address(std::string(host), not_numeric);
  return !not_numeric && numeric.is_loopback();
}

result<address> parse_address(std::string_view text) {
  const bool bare = text.find("://") == text.npos;
  std::string whole = bare ? "//" + std::string(text) : std::string(text);
  auto parsed = urls::parse_uri_reference(whole);
  if (!parsed || !parsed->has_authority() || parsed->host().empty())
    return wrong("format", "expected an address such as https://192.168.10.2:8443");
  if (parsed->has_userinfo() || parsed->has_query() || parsed->has_fragment() ||
      (!parsed->encoded_path().empty() && parsed->encoded_path() != "/"))
    return wrong("format", "expected nothing but the address and the port");
  if (!bare && parsed->scheme_id() != urls::scheme::http && parsed->scheme_id() != urls::scheme::https)
    return wrong("format", "expected https:// or http://");

  address out;
  out.host = host_of(*parsed);
  out.secure = bare ? !is_loopback(out.host) : parsed->scheme_id() == urls::scheme::https;
  if (!out.secure && !is_loopback(out.host))
    return wrong("insecure", "plain http is for this computer only; use https://");
  out.port = parsed->has_port() ? port_of(*parsed) : out.secure ? https_port : http_port;
  if (out.port == 0) return wrong("format", "the port is not a number from 1 to 65535");
  return out;
}

} // namespace kotobashi::link
