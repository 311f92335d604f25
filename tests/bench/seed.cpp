#include "server/domain/activation.hpp"
#include "server/domain/inquiry.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/engine/engine.hpp"
#include "server/store/roster_store.hpp"
#include "server/store/schema.hpp"
#include "server/text/search.hpp"
#include "tests/bench/bench.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <csignal>
#include <exception>
#include <stdexcept>
#include <string>
#include <unistd.h>

// Fills a data directory through the real store: a lead, an activation, volunteers and inquiries,
// checkpointed; then inquiries one by one until the WAL is as long as asked for; then kill -9 to itself.
namespace kotobashi::bench {

namespace asio = boost::asio;

namespace {
constexpr std::int64_t rows_per_job = 500;

template <class T>
T must(result<T> got) {
  if (!got) throw std::runtime_error("seeding: " + got.error().detail);
  return std::move(*got);
}

class seeder {
public:
  explicit seeder(const options& given) : given_(given) {}

  // Runs one coroutine of an engine that is opened for it and closed after it.
  template <class Work>
  void with_engine(std::size_t wal_limit, Work work) {
    store::options how;
    how.directory = given_.get("directory");
    how.wal_limit = how.wal_hard_limit = wal_limit;
    asio::io_context io{1};
    store::engine db(io.get_executor(), how, store::center_migrations());
    std::exception_ptr failed;
    asio::co_spawn(io, work(db), [&](std::exception_ptr thrown) { failed = thrown; });
    io.run();
    if (failed) std::rethrow_exception(failed);
  }

  asio::awaitable<void> fill(store::engine& db) {
    co_await open_center(db);
    const std::int64_t people = given_.number("volunteers", 10'000),
                       cases = given_.number("inquiries", 100'000);
    for (std::int64_t done = 0; done < people; done += rows_per_job) co_await add_volunteers(db, done);
    for (std::int64_t done = 0; done < cases; done += rows_per_job) co_await add_inquiries(db, rows_per_job);
  }

  asio::awaitable<void> grow_wal_and_die(store::engine& db) {
    const auto enough = static_cast<std::uint64_t>(given_.number("wal-mib", 64)) << 20;
    while (db.counters().wal_bytes < enough) co_await add_inquiries(db, 1);
    kill(getpid(), SIGKILL);
  }

private:
  asio::awaitable<void> open_center(store::engine& db) {
    auto job = [&](store::unit_of_work& work) -> result<bool> {
      account lead;
      lead.id = work.new_id<account>();
      lead.name = "lead";
      lead.roles = {role::lead};
      lead.created_at = work.now();
      store::add(work, lead);
      lead_ = {lead.id, lead.name, {role::lead}, {}, {}};
      center_.id = work.new_id<activation>();
      center_.title = "bench";
      center_.state = activation_state::active;
      center_.activated_at = work.now();
      store::add(work, center_);
      return true;
    };
    must(co_await db.write(job));
  }

  asio::awaitable<void> add_volunteers(store::engine& db, std::int64_t from) {
    auto job = [&](store::unit_of_work& work) -> result<bool> {
      for (std::int64_t i = from; i < from + rows_per_job; ++i) add_volunteer(work, i);
      return true;
    };
    must(co_await db.write(job));
  }

  void add_volunteer(store::unit_of_work& work, std::int64_t index) {
    volunteer person;
    person.id = work.new_id<volunteer>();
    person.number = "V" + std::to_string(index);
    person.name = text<80>("川崎 花子 " + std::to_string(index));
    person.kana = text<80>("カワサキ ハナコ " + std::to_string(index));
    person.phone = text<30>("090-0000-" + std::to_string(10'000 + index));
    person.email = text<120>("volunteer" + std::to_string(index) + "@example.org");
    person.area = "川崎区";
    person.spoken = {{"vi", level::native}, {"ja", level::business}};
    person.written = {{"vi", level::native}};
    person.does = {request_kind::interpret, request_kind::translate};
    person.hours = "平日 9:00-17:00";
    person.state = volunteer_state::registered;
    person.presence = presence::on_call;
    person.registered_at = work.now();
    store::add_volunteer(work, person, sort_.key(person.kana.reveal().value), sort_.version());
    store::tell(work, lead_.who, "volunteer.created", person.id, 1);
  }

  asio::awaitable<void> add_inquiries(store::engine& db, std::int64_t count) {
    auto job = [&](store::unit_of_work& work) -> result<bool> {
      for (std::int64_t i = 0; i < count; ++i) add_inquiry(work);
      return true;
    };
    must(co_await db.write(job));
  }

  void add_inquiry(store::unit_of_work& work) {
    new_inquiry asked;
    asked.channel = inquiry_channel::phone;
    asked.language = "vi";
    asked.area = "14131";
    asked.topic = inquiry_topic::medical;
    asked.content = text<4000>("Con tôi bị sốt từ hôm qua, tôi có thể đi khám ở đâu? Gần nơi tránh nạn, có "
                               "người nói tiếng Việt không?");
    asked.contact = text<200>("090-0000-0000");
    const auto number = store::next_number(work, center_.id, "inquiry");
    auto made = must(domain::make_inquiry(asked, center_, lead_, work.new_id<inquiry>(), number, work.now()));
    store::add(work, made);
    store::tell(work, lead_.who, "inquiry.created", made.id, 1);
  }

  const options& given_;
  activation center_;
  domain::principal lead_;
  words::sorter sort_;
};
} // namespace

int seed(const options& given) {
  seeder center(given);
  center.with_engine(std::size_t{8} << 20, [&](store::engine& db) { return center.fill(db); });
  center.with_engine(std::size_t{1} << 30, [&](store::engine& db) { return center.grow_wal_and_die(db); });
  return 0;
}

} // namespace kotobashi::bench
