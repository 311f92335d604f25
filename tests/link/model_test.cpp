#include "client/model/center_model.hpp"
#include "tests/link/desk.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using client::center_model;
using client::loading;
using client::part;
using test::desk;
using test::running_center;

namespace {
volunteer_fields person(const std::string& number) {
  volunteer_fields out;
  out.number = number;
  out.name = text<80>("試験 " + number);
  out.spoken = {{language_tag("vi"), level::native}};
  out.does = {request_kind::interpret};
  return out;
}

bool loaded(const center_model& model) {
  return model.center() && model.overview() && model.notices().state() == loading::loaded &&
         model.requests().state() == loading::loaded && model.volunteers().state() == loading::loaded &&
         model.inquiries().state() == loading::loaded && model.log().state() == loading::loaded &&
         !model.languages().empty() && !model.templates().empty();
}
} // namespace

TEST_CASE("signing in fills the model, and events keep it current") {
  running_center center;
  desk one(center), other(center);
  center_model model(one.link());
  std::vector<part> changed;
  auto watch = model.changed.observe([&](const client::change& what) { changed.push_back(what.part); });
  REQUIRE(one.sign_in());
  one.loop().until([&] { return loaded(model); });
  CHECK(model.center()->state == "standby");
  CHECK(std::ranges::find(changed, part::templates) != changed.end());

  REQUIRE(other.sign_in());
  other.open_center(activation_mode::actual);
  one.loop().until([&] { return model.center() && model.center()->state == "active" && loaded(model); });

  int done = 0;
  other.add_line("heard on the radio", done);
  one.loop().until([&] { return model.log().size() == 1; });
  CHECK(model.log().begin()->second.content.value == "heard on the radio");
}

TEST_CASE("the model catches up after the server was away") {
  running_center center;
  desk one(center), other(center);
  REQUIRE(one.sign_in());
  REQUIRE(other.sign_in());
  one.open_center(activation_mode::actual);
  center_model model(one.link());
  one.loop().until([&] { return loaded(model); });
  center.kill_hard();
  one.loop().until([&] { return model.link().reach == link::reach::away; });
  CHECK(model.center()->state == "active"); // what is known stays
  center.start();
  REQUIRE(other.post<volunteer>("/api/v1/volunteers", person("V001")));
  one.loop().until([&] { return model.volunteers().size() == 1; });
  CHECK(model.volunteers().begin()->second.number.value == "V001");
}

TEST_CASE("a reply that was put into the model is there before its event, and the event does not undo it") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center(activation_mode::actual);
  center_model model(one.link());
  one.loop().until([&] { return loaded(model); });
  auto made = one.post<volunteer>("/api/v1/volunteers", person("V002"));
  REQUIRE(made);
  model.put(*made);
  CHECK(model.volunteers().find(made->id.value));
  volunteer newer = *made;
  newer.revision = 5;
  newer.area = "newer";
  model.put(newer);
  model.put(*made); // late
  CHECK(model.volunteers().find(made->id.value)->area.value == "newer");
}

TEST_CASE("who may not read a part sees it empty, and nothing of the one who sat there before stays") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center(activation_mode::actual);
  REQUIRE(one.post<volunteer>("/api/v1/volunteers", person("V003")));
  new_account observer;
  observer.name = "observer";
  observer.password = "a password of some length";
  observer.roles = {role::observer};
  REQUIRE(one.post<account_view>("/api/v1/accounts", observer));
  center_model model(one.link());
  one.loop().until([&] { return model.volunteers().size() == 1; });
  REQUIRE(one.sign_in("observer", observer.password));
  one.loop().until([&] { return model.volunteers().state() == loading::not_permitted; });
  CHECK(model.volunteers().size() == 0);
  one.loop().until([&] { return model.notices().state() == loading::loaded; });
}
