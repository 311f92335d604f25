#include "tests/store/engine/running_engine.hpp"

#include <doctest/doctest.h>

#include <latch>
#include <stdexcept>
#include <string>

namespace kotobashi::store {

using test::add_item;
using test::running_engine;

namespace {
// Jobs that wait behind one that is running: they make one batch.
class crowd {
public:
  explicit crowd(running_engine& on) : on_(on) {
    on_.start([this]() -> boost::asio::awaitable<void> {
      auto first = [this](unit_of_work&) -> result<void> {
        running_.count_down();
        free_.wait();
        return {};
      };
      auto done = co_await on_.db().write(first);
      CHECK(done.has_value());
    });
    on_.poll();
    running_.wait();
  }
  template <class F>
  void add(F work) {
    on_.start([this, work]() -> boost::asio::awaitable<void> {
      try {
        answers.push_back(co_await on_.db().write(work));
      } catch (const std::exception& why) {
        thrown.push_back(why.what());
      }
    });
    on_.poll();
  }
  void add_item(std::string id) {
    add([id](unit_of_work& work) -> result<void> {
      test::add_item(work, id);
      return {};
    });
  }
  void run() {
    free_.count_down();
    on_.wait();
  }

  std::vector<result<void>> answers;
  std::vector<std::string> thrown;

private:
  running_engine& on_;
  std::latch running_{1}, free_{1};
};

std::int64_t items(running_engine& on) {
  return on.count("SELECT COUNT(*) FROM item");
}
// Are the events 1, 2, 3 … and does the audit chain hold?
void check_log(running_engine& on, std::int64_t events) {
  CHECK(on.count("SELECT COUNT(*) FROM event") == events);
  CHECK(on.count("SELECT COALESCE(MAX(seq), 0) FROM event") == events);
  CHECK(on.count("SELECT value FROM counter WHERE name = 'event'") == events);
  CHECK(on.count("SELECT COALESCE(MAX(seq), 0) FROM audit") == events);
  CHECK(on.db().last_committed() == events);
  auto broken = on.read(
      [](reader& in) -> result<std::int64_t> { return first_broken_audit_line(in.db()).value_or(0); });
  CHECK(*broken == 0);
}
} // namespace

TEST_CASE("all jobs that wait are committed together") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  for (int i = 0; i < 63; ++i) waiting.add_item(std::to_string(i));
  waiting.run();
  CHECK(waiting.answers.size() == 63);
  CHECK(items(on) == 63);
  CHECK(on.db().counters().jobs == 64);
  CHECK(on.db().counters().commits == 2);
  check_log(on, 63);
}

TEST_CASE("a batch limit of one commits every job by itself") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  how.batch_limit = 1;
  running_engine on(how);
  crowd waiting(on);
  for (int i = 0; i < 9; ++i) waiting.add_item(std::to_string(i));
  waiting.run();
  CHECK(on.db().counters().commits == 10);
  check_log(on, 9);
}

TEST_CASE("under load from many coroutines there are fewer commits than jobs and no gap in seq") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  for (int c = 0; c < 64; ++c) {
    on.start([&on, c]() -> boost::asio::awaitable<void> {
      for (int i = 0; i < 20; ++i) {
        auto add = [&](unit_of_work& work) -> result<void> {
          add_item(work, std::to_string(c) + "/" + std::to_string(i));
          if (i % 5 == 0) return refuse(refusal_code::conflict);
          return {};
        };
        auto done = co_await on.db().write(add);
        CHECK(done.has_value() == (i % 5 != 0));
      }
    });
  }
  on.wait();
  auto did = on.db().counters();
  CHECK(did.jobs == 64 * 20);
  CHECK(did.commits < did.jobs / 2);
  check_log(on, 64 * 16);
}

TEST_CASE("a job that refuses or throws leaves nothing, and those around it are kept") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "refused");
    work.remember("account", "key", "hash", 200, "refused");
    return refuse(refusal_code::already_taken, "somebody was quicker");
  });
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "thrown");
    throw std::runtime_error("a bug");
  });
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "negative", -1);
    return {};
  });
  waiting.add_item("after");
  waiting.run();

  CHECK(on.db().counters().commits == 2);
  CHECK(on.db().counters().reruns == 1);
  REQUIRE(waiting.answers.size() == 3);
  CHECK(waiting.answers[1].error() == refuse(refusal_code::already_taken, "somebody was quicker"));
  REQUIRE(waiting.thrown.size() == 2);
  CHECK(waiting.thrown[0] == "a bug");
  CHECK(waiting.thrown[1].find("CHECK constraint failed") != std::string::npos);
  CHECK(on.count("SELECT COUNT(*) FROM item WHERE id IN ('before', 'after')") == 2);
  CHECK(items(on) == 2);
  CHECK(on.count("SELECT COUNT(*) FROM idempotency") == 0);
  check_log(on, 2);
}

TEST_CASE("jobs that are refused before they have written anything cost the others no second run") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([](unit_of_work& work) -> result<void> {
    work.db().run("UPDATE item SET n = 1 WHERE id = 'nobody'");
    return refuse(refusal_code::already_taken);
  });
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "before"); // there is one already
    return {};
  });
  waiting.add_item("after");
  waiting.run();
  CHECK(on.db().counters().reruns == 0);
  REQUIRE(waiting.answers.size() == 3);
  CHECK(waiting.answers[1].error().code == refusal_code::already_taken);
  CHECK(waiting.thrown.size() == 1);
  CHECK(items(on) == 2);
  check_log(on, 2);
}

TEST_CASE("a job alone that is refused after it has written leaves nothing") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  auto add = [](unit_of_work& work) -> result<void> {
    add_item(work, "refused");
    return refuse(refusal_code::conflict);
  };
  CHECK(on.write(add).error().code == refusal_code::conflict);
  CHECK(on.db().counters().reruns == 0);
  CHECK(items(on) == 0);
  CHECK(on.add("next").has_value());
  check_log(on, 1);
}

TEST_CASE("when the transaction is lost during the run in savepoints, the batch runs again one by one") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "refused");
    return refuse(refusal_code::conflict);
  });
  waiting.add([runs = 0](unit_of_work& work) mutable -> result<void> {
    add_item(work, "lost once");
    if (++runs == 1)
      work.db().execute("ROLLBACK"); // at its first run, which is in the second run of the batch
    return {};
  });
  waiting.run();
  CHECK(on.db().counters().reruns == 2);
  REQUIRE(waiting.answers.size() == 3);
  CHECK(waiting.answers[1].error().code == refusal_code::conflict);
  CHECK(on.count("SELECT COUNT(*) FROM item WHERE id IN ('before', 'lost once')") == 2);
  CHECK(items(on) == 2);
  check_log(on, 2);
}

TEST_CASE("when the transaction is lost under a job, the batch runs again one by one") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([runs = 0](unit_of_work& work) mutable -> result<void> {
    add_item(work, "lost once");
    if (++runs == 1) work.db().execute("ROLLBACK"); // as a full disk does
    return {};
  });
  waiting.add_item("after");
  waiting.run();
  CHECK(on.db().counters().reruns == 1);
  CHECK(waiting.answers.size() == 3);
  for (auto& each : waiting.answers) CHECK(each.has_value());
  CHECK(items(on) == 3);
  check_log(on, 3);
}

TEST_CASE("a job that goes on after its transaction was lost changes nothing and is told") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([](unit_of_work& work) -> result<void> {
    work.db().execute("ROLLBACK");
    try {
      work.db().run("INSERT INTO item (id, n) VALUES ('alone', 0)");
    } catch (const error&) {
    }
    return {};
  });
  waiting.run();
  CHECK(waiting.answers.size() == 1);
  CHECK(waiting.thrown.size() == 1);
  CHECK(on.count("SELECT COUNT(*) FROM item WHERE id = 'alone'") == 0);
  CHECK(items(on) == 1);
  check_log(on, 1);
}

TEST_CASE("a commit that fails because of one job keeps the others") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  crowd waiting(on);
  waiting.add_item("before");
  waiting.add([](unit_of_work& work) -> result<void> {
    add_item(work, "parent of nobody");
    work.db().run("INSERT INTO part (id, item) VALUES ('p', 'missing')"); // found out at the commit
    return {};
  });
  waiting.add_item("after");
  waiting.run();
  CHECK(on.db().counters().reruns == 1);
  CHECK(waiting.answers.size() == 2);
  REQUIRE(waiting.thrown.size() == 1);
  CHECK(waiting.thrown[0].find("FOREIGN KEY constraint failed") != std::string::npos);
  CHECK(items(on) == 2);
  CHECK(on.count("SELECT COUNT(*) FROM part") == 0);
  check_log(on, 2);
}

TEST_CASE("text that cannot be stored is refused as invalid") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  auto done = on.add(std::string("a\0b", 3));
  REQUIRE(done.has_error());
  CHECK(done.error().code == refusal_code::invalid);
  CHECK(items(on) == 0);
}

TEST_CASE("when the queue is full the next job is refused as busy, and nothing else is lost") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  how.queue_limit = 4;
  running_engine on(how);
  crowd waiting(on);
  for (int i = 0; i < 10; ++i) waiting.add_item(std::to_string(i));
  waiting.run();
  std::size_t taken = 0;
  for (auto& each : waiting.answers) {
    taken += static_cast<std::size_t>(each.has_value());
    if (each.has_error()) CHECK(each.error().code == refusal_code::busy);
  }
  CHECK(taken == 4);
  CHECK(on.db().counters().busy == 6);
  CHECK(items(on) == 4);
  CHECK(on.add("later").has_value());
}

TEST_CASE("events arrive in order and before the job that made them is answered") {
  test::temporary_directory directory;
  std::vector<event> seen;
  running_engine on(test::in(directory), [&](std::span<const event> events) {
    seen.insert(seen.end(), events.begin(), events.end());
  });
  for (int c = 0; c < 8; ++c) {
    on.start([&, c]() -> boost::asio::awaitable<void> {
      for (int i = 0; i < 5; ++i) {
        auto add = [&](unit_of_work& work) -> result<std::int64_t> {
          work.db().run("INSERT INTO item (id, n) VALUES ($id, 0)", "id", std::to_string(c * 10 + i));
          return work.emit("item.added", "item", std::to_string(c * 10 + i), 1);
        };
        auto seq = co_await on.db().write(add);
        CHECK(static_cast<std::int64_t>(seen.size()) >= *seq);
      }
    });
  }
  on.wait();
  REQUIRE(seen.size() == 40);
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i].seq == static_cast<std::int64_t>(i) + 1);
  CHECK(seen[0].kind == "item.added");
}

TEST_CASE("a closing engine answers the jobs that wait") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  int answered = 0;
  for (int i = 0; i < 20; ++i) {
    on.start([&, i]() -> boost::asio::awaitable<void> {
      auto add = [&](unit_of_work& work) -> result<void> {
        add_item(work, std::to_string(i));
        return {};
      };
      auto done = co_await on.db().write(add);
      if (done.has_value()) ++answered;
    });
  }
  on.poll();
  on.close();
  on.wait();
  CHECK(answered == 20);
  running_engine again(test::in(directory));
  CHECK(items(again) == 20);
}

TEST_CASE("a read sees one state of the database, and what was answered before") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  REQUIRE(on.add("a").has_value());
  std::latch looked(1), written(1);
  std::int64_t first = 0, second = 0;
  on.start([&]() -> boost::asio::awaitable<void> {
    auto look_twice = [&](reader& in) -> result<void> {
      first = test::count(in.db(), "SELECT COUNT(*) FROM item");
      looked.count_down();
      written.wait();
      second = test::count(in.db(), "SELECT COUNT(*) FROM item");
      return {};
    };
    auto done = co_await on.db().read(look_twice);
    CHECK(done.has_value());
  });
  on.poll();
  looked.wait();
  on.start([&]() -> boost::asio::awaitable<void> {
    auto add = [&](unit_of_work& work) -> result<void> {
      add_item(work, "b");
      return {};
    };
    auto done = co_await on.db().write(add);
    CHECK(done.has_value());
    written.count_down();
  });
  on.wait();
  CHECK(first == 1);
  CHECK(second == 1);
  CHECK(items(on) == 2);
}

TEST_CASE("a read job cannot write") {
  test::temporary_directory directory;
  running_engine on(test::in(directory));
  auto write = [](reader& in) -> result<void> {
    in.db().run("INSERT INTO item (id, n) VALUES ('a', 1)");
    return {};
  };
  CHECK_THROWS_AS(on.read(write), error);
  CHECK(items(on) == 0);
}

} // namespace kotobashi::store
