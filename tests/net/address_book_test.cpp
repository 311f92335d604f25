#include "server/net/address_book.hpp"
#include "tests/net/wire.hpp"
#include "tests/net/world.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace kotobashi::test {

namespace {

using net::address_book;
using lane = address_book::lane;
using answer_of_book = address_book::answer;

boost::asio::ip::address from(const char* text) {
  return boost::asio::ip::make_address(text);
}

net::limits small(std::size_t all, std::size_t kept, std::size_t per_address) {
  net::limits out = patient();
  out.connections = all;
  out.kept_for_staff = kept;
  out.per_address = per_address;
  return out;
}

} // namespace

TEST_CASE("residents cannot take the places that are kept for staff") {
  const net::limits bounds = small(4, 1, 10);
  address_book book(bounds);
  answer_of_book why{};
  std::vector<address_book::place> held;
  for (int i = 0; i < 3; ++i) held.push_back(std::move(*book.enter(lane::open, from("10.0.0.1"), why)));
  CHECK_FALSE(book.enter(lane::open, from("10.0.0.2"), why));
  CHECK(why == answer_of_book::full);
  auto staff = book.enter(lane::staff, from("10.0.0.3"), why);
  CHECK(staff);
  CHECK_FALSE(book.enter(lane::staff, from("10.0.0.3"), why));
  held.pop_back();
  CHECK(book.enter(lane::open, from("10.0.0.2"), why));
}

TEST_CASE("an address has a number of places at each listener, free again when they are left") {
  const net::limits bounds = small(100, 1, 2);
  address_book book(bounds);
  answer_of_book why{};
  auto first = book.enter(lane::open, from("10.0.0.1"), why),
       second = book.enter(lane::open, from("10.0.0.1"), why);
  CHECK_FALSE(book.enter(lane::open, from("10.0.0.1"), why));
  CHECK(why == answer_of_book::too_many_from_there);
  CHECK(book.enter(lane::open, from("10.0.0.2"), why));
  CHECK(book.enter(lane::staff, from("10.0.0.1"), why));
  first.reset();
  CHECK(book.enter(lane::open, from("10.0.0.1"), why));
}

TEST_CASE("one subscriber of IPv6 is one address, and IPv4 is itself in either dress") {
  const net::limits bounds = small(100, 1, 1);
  address_book book(bounds);
  answer_of_book why{};
  auto six = book.enter(lane::open, from("2001:db8:1:2::1"), why);
  CHECK_FALSE(book.enter(lane::open, from("2001:db8:1:2:ffff::9"), why));
  CHECK(book.enter(lane::open, from("2001:db8:1:3::1"), why));
  auto four = book.enter(lane::open, from("192.0.2.1"), why);
  CHECK_FALSE(book.enter(lane::open, from("::ffff:192.0.2.1"), why));
}

TEST_CASE("without a number of its own, an address gets a third of all places") {
  const net::limits bounds = small(9, 0, 0);
  address_book book(bounds);
  answer_of_book why{};
  std::vector<address_book::place> held;
  while (auto one = book.enter(lane::open, from("10.0.0.1"), why)) held.push_back(std::move(*one));
  CHECK(held.size() == 3);
}

TEST_CASE("the limit of open files is raised as far as it goes") {
  const std::size_t places = net::descriptors_for_connections(1'000'000'000);
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  CHECK(files.rlim_cur == files.rlim_max);
  CHECK(places < files.rlim_cur);
  CHECK(net::descriptors_for_connections(10) == 10);
}

TEST_CASE("a client beyond its address's limit is told to come back later, and others are served") {
  world here(small(100, 1, 2));
  const std::string ask = "GET /hello/you HTTP/1.1\r\nHost: localhost\r\n\r\n";
  wire first(here.open()), second(here.open());
  first.send(ask);
  second.send(ask);
  first.read_answer();
  second.read_answer();
  wire third(here.open());
  const answer no = third.read_answer();
  CHECK(no.status == 429);
  CHECK(no.header("retry-after") == "5");
  CHECK(third.ended());
  wire elsewhere(here.open(), "127.0.0.2");
  elsewhere.send(ask);
  CHECK(elsewhere.read_answer().status == 200);
  CHECK(here.counts().connections_refused == 1);
}

TEST_CASE("when all places are taken, staff still come in") {
  world here(small(8, 2, 100));
  std::vector<wire> residents;
  for (int i = 0; i < 6; ++i) {
    residents.emplace_back(here.open());
    residents.back().send("GET /hello/you HTTP/1.1\r\nHost: localhost\r\n\r\n");
    REQUIRE(residents.back().read_answer().status == 200);
  }
  CHECK(wire(here.open()).read_answer().status == 503);
  CHECK(status_of(here.staff(), "GET /api/v1/whoami HTTP/1.1\r\nHost: localhost\r\n\r\n") == 200);
}

} // namespace kotobashi::test
