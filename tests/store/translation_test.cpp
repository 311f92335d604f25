#include "server/store/engine/engine.hpp"
#include "server/store/schema.hpp"
#include "server/store/translation_store.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <exception>
#include <optional>
#include <random>

using namespace kotobashi;
using namespace kotobashi::store;

namespace {
// The center's database with one thing to do in it.
class center_database {
public:
  center_database() {
    options how;
    how.directory = directory_.path() / "data";
    db_ = std::make_unique<engine>(io_.get_executor(), how, center_migrations());
  }
  template <class Do>
  void write(Do with) {
    auto job = [&](unit_of_work& work) -> result<bool> { return with(work), true; };
    run([&]() -> boost::asio::awaitable<void> {
      auto done = co_await db_->write(job);
      REQUIRE(done.has_value());
    });
  }
  template <class Do>
  void read(Do with) {
    auto job = [&](reader& in) -> result<bool> { return with(in.db()), true; };
    run([&]() -> boost::asio::awaitable<void> {
      auto done = co_await db_->read(job);
      REQUIRE(done.has_value());
    });
  }

private:
  template <class F>
  void run(F coroutine) {
    std::exception_ptr failed;
    boost::asio::co_spawn(io_, std::move(coroutine), [&](std::exception_ptr why) { failed = why; });
    io_.restart();
    io_.run();
    if (failed) std::rethrow_exception(failed);
  }
  test::temporary_directory directory_;
  boost::asio::io_context io_{1};
  std::unique_ptr<engine> db_;
};

activation add_drill(unit_of_work& work) {
  activation one;
  one.id = work.new_id<activation>();
  one.title = "訓練";
  one.mode = activation_mode::drill;
  one.activated_at = work.now();
  add(work, one);
  return one;
}

translation add_translation(unit_of_work& work, const std::string& hash, const id<activation>& drill = {}) {
  translation one;
  one.id = work.new_id<translation>();
  one.drill = drill;
  one.language = "vi";
  one.source = "原文";
  one.source_hash = hash;
  one.created_at = work.now();
  add(work, one);
  return one;
}

new_segment segment(const translation& of, std::int64_t line, const std::string& said) {
  return {of.id, line, of.language, of.drill, {"文", "文", said, false}};
}

std::vector<std::string> found(connection& db, const std::vector<std::int64_t>& grams,
                               const id<activation>& drill = {}, const id<translation>& but = {}) {
  std::vector<std::string> out;
  for (const auto& each : similar_segments(db, grams, drill, but, 10)) out.push_back(each.said);
  return out;
}
using said = std::vector<std::string>;
} // namespace

TEST_CASE("a text in a language is one record, and a drill's is another") {
  center_database center;
  id<activation> drill;
  center.write([&](unit_of_work& work) {
    drill = add_drill(work).id;
    add_translation(work, "h1");
    CHECK_THROWS(add_translation(work, "h1"));
    add_translation(work, "h1", drill);
  });
  center.read([&](connection& db) {
    CHECK(translation_of(db, "vi", "h1", {})->drill.empty());
    CHECK(translation_of(db, "vi", "h1", drill)->drill == drill);
    CHECK_FALSE(translation_of(db, "ne", "h1", {}));
  });
}

TEST_CASE("the memory gives the segments that share the most, and nothing of a drill outside of it") {
  center_database center;
  id<activation> drill;
  id<translation> first;
  center.write([&](unit_of_work& work) {
    drill = add_drill(work).id;
    auto one = add_translation(work, "h1"), practised = add_translation(work, "h2", drill);
    first = one.id;
    remember(work, segment(one, 1, "all"), {1, 2, 3});
    remember(work, segment(one, 2, "some"), {2, 3, 4});
    remember(work, segment(practised, 1, "drill"), {1, 2, 3});
  });
  center.read([&](connection& db) {
    CHECK(found(db, {1, 2, 3}) == said{"all", "some"});
    CHECK(found(db, {3, 4}) == said{"some", "all"});
    CHECK(found(db, {9}).empty());
    CHECK(found(db, {1}, drill) == said{"drill", "all"});
    CHECK(found(db, {1, 2, 3}, drill, first) == said{"drill"});
  });
}

TEST_CASE("a line that was corrected is remembered as corrected, and one that went is forgotten") {
  center_database center;
  center.write([&](unit_of_work& work) {
    auto one = add_translation(work, "h1");
    remember(work, segment(one, 1, "wrong"), {1});
    remember(work, segment(one, 2, "second"), {1});
    remember(work, segment(one, 1, "right"), {1});
    CHECK(found(work.db(), {1}) == said{"second", "right"});
    forget_other_lines(work, one.id, 1, 1);
    CHECK(found(work.db(), {1}) == said{"right"});
  });
}

TEST_CASE("in a memory of many segments the nearest stands first") {
  center_database center;
  std::mt19937_64 chance(1);
  std::vector<std::int64_t> wanted;
  // Sentences of 30 trigrams: ten that many share, twenty that few do.
  center.write([&](unit_of_work& work) {
    auto one = add_translation(work, "h1");
    for (std::int64_t line = 1; line <= 3'000; ++line) {
      std::vector<std::int64_t> grams;
      for (int i = 0; i < 10; ++i) grams.push_back(static_cast<std::int64_t>(chance() % 100));
      for (int i = 0; i < 20; ++i) grams.push_back(static_cast<std::int64_t>(1000 + chance() % 20'000));
      if (line == 1'500) wanted = grams;
      remember(work, segment(one, line, std::to_string(line)), grams);
    }
  });
  center.read([&](connection& db) {
    auto all = similar_segments(db, wanted, {}, {}, 60);
    REQUIRE_FALSE(all.empty());
    CHECK(all.front().said == "1500");
  });
}
