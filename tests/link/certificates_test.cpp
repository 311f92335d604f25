#include "client/link/certificates.hpp"
#include "tests/link/handshake.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using link::pin_of;
using link::pin_to_keep;
using link::satisfies;
using test::handshake;
using test::make_identity;

TEST_CASE("the pinned key must be the server's own") {
  const auto center = make_identity("center", nullptr, false),
             other = make_identity("center", nullptr, false);
  const handshake met(center, {});
  CHECK(satisfies(met.client(), pin_of(center.certificate.get())));
  CHECK_FALSE(satisfies(met.client(), pin_of(other.certificate.get())));
}

TEST_CASE("a pin of the CA accepts every certificate that it signs, so the server's may be renewed") {
  const auto ca = make_identity("ca", nullptr, true);
  const auto old = make_identity("center", &ca, false), renewed = make_identity("center", &ca, false);
  const auto wanted = pin_of(ca.certificate.get());
  CHECK(satisfies(handshake(old, {&ca}).client(), wanted));
  CHECK(satisfies(handshake(renewed, {&ca}).client(), wanted));
}

TEST_CASE("showing the pinned CA's certificate is not enough: it must have signed the server's") {
  const auto ca = make_identity("ca", nullptr, true), false_ca = make_identity("ca", nullptr, true);
  const auto impostor = make_identity("center", &false_ca, false);
  const handshake met(impostor, {&false_ca, &ca});
  CHECK_FALSE(satisfies(met.client(), pin_of(ca.certificate.get())));
}

TEST_CASE("under a pin dates do not count, since the clock of a laptop may be wrong") {
  const auto ca = make_identity("ca", nullptr, true);
  const auto center = make_identity("center", &ca, false, -1);
  const handshake met(center, {&ca});
  CHECK(satisfies(met.client(), pin_of(ca.certificate.get())));
  CHECK(satisfies(met.client(), pin_of(center.certificate.get())));
}

TEST_CASE("the pin to keep is the CA's where the server shows it, else its own") {
  const auto ca = make_identity("ca", nullptr, true), stranger = make_identity("stranger", nullptr, true);
  const auto center = make_identity("center", &ca, false);
  CHECK(pin_to_keep(handshake(center, {&ca}).client()) == pin_of(ca.certificate.get()));
  CHECK(pin_to_keep(handshake(center, {}).client()) == pin_of(center.certificate.get()));
  CHECK(pin_to_keep(handshake(center, {&stranger}).client()) == pin_of(center.certificate.get()));
}
