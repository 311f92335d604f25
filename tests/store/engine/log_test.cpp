#include "server/store/engine/event_log.hpp"
#include "server/store/engine/record.hpp"
#include "tests/store/engine/running_engine.hpp"

#include <doctest/doctest.h>

namespace kotobashi::store {

using test::running_engine;

namespace {
event_page page(running_engine& on, std::int64_t after, std::int64_t limit) {
  return *on.read([&](reader& in) -> result<event_page> { return events_after(in.db(), after, limit); });
}
std::vector<std::int64_t> seqs(const event_page& of) {
  std::vector<std::int64_t> out;
  for (const auto& each : of.events) out.push_back(each.seq);
  return out;
}
using numbers = std::vector<std::int64_t>;
} // namespace

TEST_CASE("events are read from a position on, and a position that is not kept asks for a resync") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  for (int i = 0; i < 5; ++i) REQUIRE(on.add(std::to_string(i)).has_value());
  CHECK(seqs(page(on, 0, 100)) == numbers{1, 2, 3, 4, 5});
  CHECK(seqs(page(on, 2, 2)) == numbers{3, 4});
  CHECK(page(on, 5, 100).events.empty());
  CHECK_FALSE(page(on, 5, 100).resync);
  CHECK(page(on, 6, 100).resync);

  REQUIRE(on.write([](unit_of_work& work) -> result<void> {
              trim_events(work, 3);
              return {};
            }).has_value());
  CHECK(page(on, 2, 100).resync);
  CHECK(seqs(page(on, 3, 100)) == numbers{4, 5});
  REQUIRE(on.add("6").has_value());
  CHECK(on.db().last_committed() == 6);
}

TEST_CASE("seq goes on after all events were trimmed and the engine was opened again") {
  test::temporary_directory directory;
  {
    running_engine on(test::in(directory));
    REQUIRE(on.add("1").has_value());
    REQUIRE(on.write([](unit_of_work& work) -> result<void> {
                trim_events(work, 1000);
                return {};
              }).has_value());
  }
  running_engine on(test::in(directory));
  CHECK(on.db().last_committed() == 1);
  CHECK_FALSE(page(on, 1, 10).resync);
  REQUIRE(on.add("2").has_value());
  CHECK(seqs(page(on, 1, 10)) == numbers{2});
}

TEST_CASE("an event says what happened to which record, when, and nothing else") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  instant at;
  REQUIRE(on.write([&](unit_of_work& work) -> result<void> {
              at = work.now();
              work.emit("notice.published", "notice", "017f22e2-79b0-7000-8000-000000000000", 3);
              return {};
            }).has_value());
  auto found = page(on, 0, 1).events.at(0);
  CHECK(found.kind == "notice.published");
  CHECK(found.entity == "notice");
  CHECK(found.id == "017f22e2-79b0-7000-8000-000000000000");
  CHECK(found.revision == 3);
  CHECK(found.at == at);
}

TEST_CASE("the hash of an audit line is SHA-256 over the line before it and its own fields") {
  audit_line line{1, instant{5}, {"who"}, "request.claim", "request", "r", {}};
  // printf '\n1\n5\nwho\nrequest.claim\nrequest\nr\n' | sha256sum
  CHECK(view(audit_digest("", line)) == "5b3b5b6e26016d8837d24cfebe7fbfd99cea8b5f53b4649ed81e8ba0f2bb8a02");
}

TEST_CASE("an audit line that was changed, or taken away, is found") {
  test::temporary_directory directory;
  auto broken_after = [&](const char* change) {
    test::temporary_directory fresh;
    running_engine on(test::in(fresh));
    for (int i = 0; i < 4; ++i) REQUIRE(on.add(std::to_string(i)).has_value());
    return *on.write([&](unit_of_work& work) -> result<std::int64_t> {
      if (change) work.db().run(change);
      return first_broken_audit_line(work.db()).value_or(0);
    });
  };
  CHECK(broken_after(nullptr) == 0);
  CHECK(broken_after("UPDATE audit SET what = 'nothing' WHERE seq = 2") == 2);
  CHECK(broken_after("DELETE FROM audit WHERE seq = 3") == 3);
  CHECK(broken_after("DELETE FROM audit WHERE seq = 4") == 4);
}

TEST_CASE("the audit chain goes on after the engine was opened again") {
  test::temporary_directory directory;
  for (int i = 0; i < 3; ++i) {
    running_engine on(test::in(directory));
    REQUIRE(on.add(std::to_string(i)).has_value());
  }
  running_engine on(test::in(directory));
  CHECK(on.count("SELECT COUNT(*) FROM audit") == 3);
  CHECK(*on.read([](reader& in) -> result<bool> { return !first_broken_audit_line(in.db()).has_value(); }));
}

TEST_CASE("a repeated request is recognised by account and key, and refused where its content is another") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  auto hash = request_hash("POST", "/api/v1/requests/7/claim", "{}", "");
  REQUIRE(on.write([&](unit_of_work& work) -> result<void> {
              auto known = work.recall("anna", "key-1", hash);
              if (!known) return known.error();
              CHECK_FALSE(known->has_value());
              work.remember("anna", "key-1", hash, 201, "record");
              return {};
            }).has_value());
  REQUIRE(on.write([&](unit_of_work& work) -> result<void> {
              CHECK(*work.recall("anna", "key-1", hash) == stored_reply{201, "record"});
              CHECK(*work.recall("bert", "key-1", hash) == std::nullopt);
              CHECK(*work.recall("anna", "key-2", hash) == std::nullopt);
              auto other =
                  work.recall("anna", "key-1", request_hash("POST", "/api/v1/requests/7/claim", "{ }", ""));
              REQUIRE(other.has_error());
              CHECK(other.error().code == refusal_code::idempotency_mismatch);
              return {};
            }).has_value());
}

TEST_CASE("requests that differ in any part have different hashes, also where the parts join alike") {
  auto hash = request_hash("POST", "/a", "body", "\"1\"");
  CHECK(hash.size() == 64);
  CHECK(hash == request_hash("POST", "/a", "body", "\"1\""));
  CHECK(hash != request_hash("PUT", "/a", "body", "\"1\""));
  CHECK(hash != request_hash("POST", "/b", "body", "\"1\""));
  CHECK(hash != request_hash("POST", "/a", "bodies", "\"1\""));
  CHECK(hash != request_hash("POST", "/a", "body", "\"2\""));
  CHECK(request_hash("P", "ab", "c", "") != request_hash("P", "a", "bc", ""));
}

TEST_CASE("idempotency records are forgotten after their time, not before") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  auto purged = on.write([](unit_of_work& work) -> result<std::int64_t> {
    work.remember("a", "k", "h", 200, "");
    CHECK(purge_idempotency(work, work.now()) == 0);
    return purge_idempotency(work, work.now() + std::chrono::microseconds(1));
  });
  CHECK(*purged == 1);
}

TEST_CASE("the engine's own tables are what the model describes") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  REQUIRE(on.read([](reader& in) -> result<void> {
              CHECK(schema_differences(in.db(), "event", columns<event>()).empty());
              CHECK(schema_differences(in.db(), "audit", columns<audit_line>()).empty());
              return {};
            }).has_value());
}

} // namespace kotobashi::store
