#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <set>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace kotobashi::test;
namespace js = boost::json;
namespace fs = std::filesystem;

namespace {
constexpr int kills = 100;
constexpr int writers = 4;

// kotobashi-server as a process of its own, on one data directory.
class server_process {
public:
  explicit server_process(const fs::path& directory) : directory_(directory) {}
  ~server_process() {
    if (pid_ > 0) kill_now();
  }

  // Until it has said where it listens.
  void start() {
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const std::string program = (program_directory() / "kotobashi-server").string();
    const std::string data = (directory_ / "data").string(),
                      center = (source_directory() / "templates/center.example.toml").string(),
                      templates = (source_directory() / "templates").string(),
                      packs = (source_directory() / "langpacks").string(),
                      password = (directory_ / "password").string();
    std::vector<const char*> words{program.c_str(),   "--data",       data.c_str(),
                                   "--center",        center.c_str(), "--templates",
                                   templates.c_str(), "--langpacks",  packs.c_str(),
                                   "--first-account", "lead",         "--first-password-file",
                                   password.c_str(),  "--listen",     "127.0.0.1:0",
                                   "--public",        "127.0.0.1:0",  nullptr};
    REQUIRE(posix_spawn(&pid_, program.c_str(), &actions, nullptr, const_cast<char**>(words.data()),
                        environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string said;
    char buffer[512];
    while (said.find("board: ") == said.npos) {
      auto count = read(ends[0], buffer, sizeof buffer);
      REQUIRE(count > 0);
      said.append(buffer, static_cast<std::size_t>(count));
    }
    close(ends[0]);
    auto line = said.substr(said.find("staff: "));
    port_ = static_cast<std::uint16_t>(std::stoi(line.substr(line.find(':', line.find("//")) + 1)));
  }

  void kill_now() {
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

  std::uint16_t port() const { return port_; }

private:
  fs::path directory_;
  pid_t pid_ = -1;
  std::atomic<std::uint16_t> port_{0};
};

// What stood outside of the server: which request was acknowledged, and with which number.
struct ledger {
  std::mutex guard;
  std::map<std::string, std::int64_t> acknowledged; // key → number of the log's line
  std::set<std::string> sent;
};

std::int64_t single(sqlite3* db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  auto value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

http_ask line_with(const std::string& key, const std::string& token) {
  return {.method = "POST",
          .path = "/api/v1/log",
          .token = token,
          .body = "{\"content\":\"" + key + "\"}",
          .headers = {{"Idempotency-Key", key}}};
}

// Sends until it is told to stop; a request without an answer is sent again with the same key.
void write_lines(int who, const server_process& to, const std::string& token, ledger& book,
                 const std::atomic<bool>& stop) {
  for (int n = 0; !stop; ++n) {
    const std::string key = "w" + std::to_string(who) + "-" + std::to_string(n);
    {
      std::lock_guard lock(book.guard);
      book.sent.insert(key);
    }
    for (bool answered = false; !answered && !stop;) {
      try {
        auto got = send(to.port(), line_with(key, token));
        answered = got.status == 201;
        if (!answered) continue;
        std::lock_guard lock(book.guard);
        book.acknowledged[key] = got.json().at("number").as_int64();
      } catch (const std::exception&) { // killed in the middle: try again
        std::this_thread::yield();
      }
    }
  }
}
} // namespace

TEST_CASE("a hundred kills under load lose nothing that was acknowledged, double nothing, and leave no gap") {
  temporary_directory directory;
  write_file(directory.path() / "password", "lead-password\n");
  server_process server(directory.path());
  server.start();
  auto session = send(server.port(), {.method = "POST",
                                      .path = "/api/v1/sessions",
                                      .body = R"({"account":"lead","password":"lead-password"})"});
  const std::string token = text_at(session.json(), "/token");
  REQUIRE(send(server.port(), {.method = "POST",
                               .path = "/api/v1/activations",
                               .token = token,
                               .body = R"({"title":"x","hazard":"earthquake","mode":"actual"})"})
              .status == 201);
  ledger book;
  std::atomic<bool> stop{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i)
    threads.emplace_back([&, i] { write_lines(i, server, token, book, stop); });
  for (int i = 0; i < kills; ++i) {
    std::size_t before;
    {
      std::lock_guard lock(book.guard);
      before = book.acknowledged.size();
    }
    for (bool enough = false; !enough;) { // under load: some were acknowledged since the start
      std::lock_guard lock(book.guard);
      enough = book.acknowledged.size() >= before + 8;
    }
    server.kill_now();
    server.start();
  }
  stop = true;
  for (auto& each : threads) each.join();
  server.kill_now();

  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open_v2((directory.path() / "data/kotobashi.db").c_str(), &db, SQLITE_OPEN_READWRITE,
                          nullptr) == SQLITE_OK);
  sqlite3_stmt* row = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, "SELECT number, count(*) FROM log_entry WHERE content = ?1", -1, &row,
                             nullptr) == SQLITE_OK);
  int lost = 0, doubled = 0;
  for (const auto& [key, number] : book.acknowledged) {
    sqlite3_bind_text(row, 1, key.c_str(), -1, SQLITE_TRANSIENT);
    REQUIRE(sqlite3_step(row) == SQLITE_ROW);
    auto count = sqlite3_column_int64(row, 1);
    lost += count == 0 || sqlite3_column_int64(row, 0) != number;
    doubled += count > 1;
    sqlite3_reset(row);
  }
  sqlite3_finalize(row);
  CHECK(book.acknowledged.size() >= 8u * kills);
  CHECK(lost == 0);
  CHECK(doubled == 0);
  CHECK(single(db, "SELECT count(*) - count(DISTINCT content) FROM log_entry") == 0);
  CHECK(single(db, "SELECT max(number) - count(*) FROM log_entry") == 0);
  CHECK(single(db, "SELECT max(seq) - count(*) FROM event") == 0);
  CHECK(single(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0);
  sqlite3_close(db);
}
