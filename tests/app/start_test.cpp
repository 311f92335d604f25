#include "tests/link/programs/process.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <csignal>
#include <unistd.h>

// The program itself, started where something is wrong: one clear line that names file and place, and no
// zero.

using namespace kotobashi;
namespace fs = std::filesystem;

namespace {
struct place {
  test::temporary_directory directory;
  fs::path data = directory.path() / "data";
  fs::path templates = test::source_directory() / "templates";
  fs::path langpacks = test::source_directory() / "langpacks";
  std::string listen = "127.0.0.1:0";
  std::vector<std::string> more{};

  place() {
    fs::create_directory(data);
    fs::copy_file(templates / "center.example.toml", data / "center.toml");
    test::write_file(directory.path() / "password", "lead-password\n");
  }

  std::vector<std::string> arguments() const {
    std::vector<std::string> all{"--data",      data.string(),      "--templates", templates.string(),
                                 "--langpacks", langpacks.string(), "--listen",    listen,
                                 "--public",    "127.0.0.1:0"};
    all.insert(all.end(), {"--first-account", "lead", "--first-password-file",
                           (directory.path() / "password").string()});
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::vector<std::string> with_program(std::vector<std::string> all) const {
    all.push_back((test::program_directory() / "kotobashi-server").string());
    auto own = arguments();
    all.insert(all.end(), own.begin(), own.end());
    return all;
  }

  void refuses(const std::string& named) const {
    auto ended = test::run("/usr/bin/timeout", with_program({"60"}));
    CAPTURE(ended.errors);
    CHECK(ended.code == 1);
    CHECK(ended.errors.starts_with("kotobashi-server: "));
    CHECK(std::ranges::count(ended.errors, '\n') == 1);
    CHECK(ended.errors.find(named) != std::string::npos);
  }

  // Until it listens; nothing where it ended instead. Then it is told to end.
  void starts() const {
    test::process server(test::program_directory() / "kotobashi-server", arguments());
    auto said = server.line();
    while (said && !said->starts_with("staff: ")) said = server.line(); // what was left out comes before
    CHECK(said.has_value());
    server.signal(SIGTERM);
    CHECK(server.wait() == 0);
  }
};

// Runs this in the database, which is made when it is missing.
void run_sql(const fs::path& file, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}
} // namespace

TEST_CASE_FIXTURE(place, "a center.toml that is missing or broken is named, with the line") {
  test::write_file(data / "center.toml", "\n\nname = [\n");
  refuses("center.toml:3: ");
  fs::remove(data / "center.toml");
  refuses("center.toml: not found: copy " + (templates / "center.example.toml").string() + " there");
}

TEST_CASE_FIXTURE(place, "a center.toml that may not be read is named") {
  if (geteuid() == 0) {
    MESSAGE("skipped: root reads everything");
    return;
  }
  fs::permissions(data / "center.toml", fs::perms::none);
  refuses("center.toml: ");
}

TEST_CASE_FIXTURE(place, "a data directory that is a file is named") {
  fs::remove_all(data);
  test::write_file(data, "a file");
  refuses(data.string());
}

TEST_CASE_FIXTURE(place, "a data directory that is not writable is named") {
  if (geteuid() == 0) {
    MESSAGE("skipped: root writes everywhere");
    return;
  }
  fs::permissions(data, fs::perms::owner_read | fs::perms::owner_exec);
  refuses(data.string());
  fs::permissions(data, fs::perms::owner_all);
}

TEST_CASE_FIXTURE(place, "a database that is none is named and left as it is") {
  test::write_file(data / "kotobashi.db", "this was never a database, but it is long enough to look at it");
  refuses("kotobashi.db: ");
  CHECK(test::read_file(data / "kotobashi.db").starts_with("this was never"));
}

TEST_CASE_FIXTURE(place, "a database of a newer program is named and left as it is") {
  starts();
  run_sql(data / "kotobashi.db", "INSERT INTO migration (name, at) VALUES ('9999 later', 0)");
  refuses("kotobashi.db: it was written by a newer version of kotobashi-server");
}

TEST_CASE_FIXTURE(place, "a damaged database is named") {
  starts();
  run_sql(data / "kotobashi.db", "PRAGMA wal_checkpoint(TRUNCATE)");
  auto whole = test::read_file(data / "kotobashi.db");
  REQUIRE(whole.size() > 20 * 4096);
  test::write_file(data / "kotobashi.db", whole.substr(0, whole.size() / 2));
  refuses("kotobashi.db: it is damaged");
  auto scrawled = whole;
  std::ranges::fill(scrawled.begin() + 4096, scrawled.end(), 'x');
  test::write_file(data / "kotobashi.db", scrawled);
  refuses("kotobashi.db: it is damaged");
  for (std::size_t page = 1; page < whole.size() / 4096; page += whole.size() / 4096 / 6) {
    scrawled = whole;
    std::fill_n(scrawled.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, 'x');
    test::write_file(data / "kotobashi.db", scrawled);
    auto ended = test::run("/usr/bin/timeout", with_program({"--signal=TERM", "2"}));
    CAPTURE(page);
    if (ended.code == 1) CHECK(ended.errors.find("kotobashi.db: ") != std::string::npos);
  }
}

TEST_CASE_FIXTURE(place, "another program's database is named and left as it is") {
  auto file = data / "kotobashi.db";
  SUBCASE("with a mark of its own") {
    run_sql(file, "PRAGMA application_id = 252006675");
  }
  SUBCASE("without one") {
    run_sql(file, "CREATE TABLE birds (name TEXT)");
  }
  auto before = test::read_file(file);
  refuses("kotobashi.db: it is another program's database");
  CHECK(test::read_file(file) == before);
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
}

TEST_CASE_FIXTURE(place, "a database from before it was marked is the center's own") {
  starts();
  run_sql(data / "kotobashi.db", "PRAGMA application_id = 0");
  starts();
}

TEST_CASE_FIXTURE(place, "an empty database is new only where nothing says that there was one") {
  test::write_file(data / "kotobashi.db", "");
  starts();
  auto whole = test::read_file(data / "kotobashi.db");
  fs::remove(data / "kotobashi.db-wal");
  test::write_file(data / "kotobashi.db", "");
  SUBCASE("its changes lie beside it") {
    test::write_file(data / "kotobashi.db-wal", whole);
    refuses("kotobashi.db: it is empty or missing");
    fs::remove(data / "kotobashi.db");
    refuses("kotobashi.db: it is empty or missing");
    CHECK(test::read_file(data / "kotobashi.db-wal") == whole);
  }
  SUBCASE("the center's keys lie beside it") {
    fs::create_directory(data / "tls");
    refuses("kotobashi.db: it is empty, although this center has run before");
  }
}

TEST_CASE_FIXTURE(place, "an address for phones that is none is named") {
  more = {"--staff-url", "https://center.local:8443/v"};
  refuses("--staff-url: ");
  for (auto wrong :
       {"center.local", "ftp://center.local", "http://", "http://a:b@center.local",
        "http://center.local:99999", "http://center.local/", "http://center.local?x", "http://a b"}) {
    CAPTURE(wrong);
    more = {"--board-url", wrong};
    refuses("--board-url: ");
  }
  more = {"--staff-url", "https://192.168.10.2:8443", "--board-url", "http://[fd00::1]:8081"};
  starts();
}

TEST_CASE_FIXTURE(place, "a port that is taken is named") {
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor taken(io, {boost::asio::ip::make_address("127.0.0.1"), 0});
  listen = "127.0.0.1:" + std::to_string(taken.local_endpoint().port());
  refuses(listen);
}

TEST_CASE_FIXTURE(place,
                  "a broken template and a broken pack are left out; the center starts with the others") {
  auto ours = directory.path() / "ours";
  fs::create_directory(ours);
  fs::copy(templates, ours / "templates", fs::copy_options::recursive);
  fs::copy(langpacks, ours / "langpacks", fs::copy_options::recursive);
  templates = ours / "templates";
  langpacks = ours / "langpacks";
  test::write_file(langpacks / "vi/phrases.arb", "{\"@@locale\": \"vi\", \xff");
  test::write_file(templates / "earthquake.toml", "id = [");
  starts();
}
