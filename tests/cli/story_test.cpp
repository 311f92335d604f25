#include "server/model/json.hpp"
#include "tests/link/programs/center.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <doctest/doctest.h>

#include <thread>

using namespace kotobashi;
using test::run_result;
using test::running_center;

namespace {
// kotobashictl as the lead of a running center.
struct console {
  running_center center{};

  run_result operator()(std::vector<std::string> arguments, const std::string& input = {}) const {
    std::vector<std::string> all{"--server",        center.staff_url(),
                                 "--account",       running_center::account,
                                 "--password-file", center.password_file().string(),
                                 "--lang",          "en"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return test::run(test::program_directory() / "kotobashictl", all, input);
  }
  boost::json::value json(std::vector<std::string> arguments) const {
    arguments.push_back("--json");
    const run_result got = (*this)(std::move(arguments));
    CAPTURE(got.errors);
    REQUIRE(got.code == 0);
    return json::parse(got.output).value();
  }
};

std::string text_of(const boost::json::value& of, const char* key) {
  return std::string(of.at(key).as_string());
}

const char* roster = "番号,氏名,言語,専門分野\nV001,試験 一郎,ベトナム語,医療\nV002,試験 二郎,ベトナム語,\n";
} // namespace

TEST_CASE("the story of a center can be told from the command line") {
  const console ctl;
  CHECK(text_of(ctl.json({"center"}), "state") == "standby");

  auto told = ctl.json(
      {"bulletin", "--hazard", "earthquake", "--at", "now", "--area", "14131=five_upper", "--issuer", "NHK"});
  CHECK(told.at("activation_suggested").as_bool());
  auto opened = ctl.json({"activate", "地震", "--bulletin", text_of(told, "id")});
  CHECK(text_of(opened, "mode") == "actual");

  auto draft = ctl.json({"notice", "create", "earthquake", "--bulletin", text_of(told, "id")});
  CHECK(text_of(draft, "state") == "draft");
  auto published = ctl.json({"notice", "publish", text_of(draft, "id")});
  CHECK(published.at("number").as_int64() == 1);
  CHECK(ctl.json({"notice", "correct", "1", "-p", "intensity=six_lower"}).at("current").as_int64() == 2);
  CHECK(text_of(ctl.json({"notice", "withdraw", "1", "wrong place"}), "state") == "withdrawn");

  test::write_file(ctl.center.data() / "roster.csv", roster);
  const std::string file = (ctl.center.data() / "roster.csv").string();
  CHECK(ctl.json({"volunteers", "import", file, "--dry-run"}).at("dry_run").as_bool());
  CHECK(ctl.json({"volunteers", "import", file}).at("accepted").as_int64() == 2);
  CHECK(text_of(ctl.json({"volunteers", "show", "V001"}), "name") == "試験 一郎");

  auto asked = ctl.json({"inquiry", "create", "--language", "vi", "--topic", "medical", "--emergency",
                         "not_emergency", "--content", "needs a doctor"});
  CHECK(asked.at("number").as_int64() == 1);
  auto needed = ctl.json({"request", "create", "--language", "vi", "--area", "14131", "--specialty",
                          "medical", "--summary", "at a clinic", "--inquiry", "1"});
  CHECK(text_of(needed, "state") == "open");
  auto stopped = ctl({"request", "assign", "1", "V001", "--by-telephone"});
  CHECK(stopped.code == 1);
  CHECK(stopped.errors.find("dispatch_stopped") != std::string::npos);
  CHECK(ctl.json({"dispatch", "open", "--area", "14131"}).at("on_site_open").as_bool());
  CHECK(text_of(ctl.json({"request", "call", "1", "V001", "accepted"}), "state") == "taken");
  CHECK(text_of(ctl.json({"request", "start", "1", "V001"}), "state") == "under_way");
  CHECK(text_of(ctl.json({"request", "finish", "1", "V001"}), "state") == "done");
  CHECK(text_of(ctl.json({"inquiry", "answer", "1", "--content", "went there", "--source", "clinic"}),
                "state") == "answered");
  CHECK(ctl.json({"log", "add", "center works"}).at("number").as_int64() == 1);
  CHECK(ctl.json({"audit"}).at("items").as_array().size() > 10);

  CHECK(text_of(ctl.json({"close"}), "state") == "closed");
  CHECK(ctl.json({"report"}).at("inquiries").as_int64() == 1);
  CHECK(ctl({"report"}).output.size() > 50);
}

TEST_CASE("a volunteer takes a request with the personal link") {
  const console ctl;
  ctl.json({"activate", "地震"});
  test::write_file(ctl.center.data() / "roster.csv", roster);
  ctl.json({"volunteers", "import", (ctl.center.data() / "roster.csv").string()});
  ctl.json({"request", "create", "--mode", "phone", "--admission", "first_come", "--language", "vi", "--area",
            "14131", "--summary", "on the telephone"});
  auto claim = [&](const char* who) {
    const auto link = ctl.json({"volunteers", "link", who});
    test::write_file(ctl.center.data() / who, text_of(link, "url") + '\n');
    return test::run(test::program_directory() / "kotobashictl",
                     {"--server", ctl.center.staff_url(), "--link-token-file",
                      (ctl.center.data() / who).string(), "--lang", "en", "request", "claim", "1"});
  };
  const auto first = claim("V001");
  CAPTURE(first.errors);
  CHECK(first.code == 0);
  CHECK(first.output.find("taken") != std::string::npos);
  const auto second = claim("V002");
  CHECK(second.code != 0);
}

TEST_CASE("a link is shown as a QR code with its address, and can be revoked") {
  const console ctl;
  ctl.json({"activate", "地震"});
  test::write_file(ctl.center.data() / "roster.csv", roster);
  ctl.json({"volunteers", "import", (ctl.center.data() / "roster.csv").string()});
  auto shown = ctl({"volunteers", "link", "V001"});
  CHECK(shown.code == 0);
  CHECK(shown.output.find("/v#") != std::string::npos);
  CHECK(shown.output.find("▀") != std::string::npos);
  CHECK(ctl({"volunteers", "revoke", "V001"}).code == 0);
}

TEST_CASE("one person is added from a file, and changed") {
  const console ctl;
  test::write_file(ctl.center.data() / "person", R"({"number": "V9", "name": "山田", "spoken":
      [{"language": "vi", "level": "native"}], "written": [], "does": ["interpret"], "specialties": []})");
  auto added = ctl.json({"volunteers", "add", "@" + (ctl.center.data() / "person").string()});
  CHECK(text_of(added, "number") == "V9");
  auto changed = ctl.json({"volunteers", "change", "V9", R"({"presence": "on_call"})"});
  CHECK(text_of(changed, "presence") == "on_call");
  CHECK(ctl({"volunteers", "add", "no object"}).code == 1);
}

TEST_CASE("the program ends with 1 for a refusal, 2 for wrong usage, 3 without a server") {
  console ctl;
  auto refused = ctl({"notice", "show", "7"});
  CHECK(refused.code == 1);
  CHECK(refused.errors.find("not_found") != std::string::npos);
  CHECK(ctl({"notice"}).code == 2);
  CHECK(ctl({"fly"}).code == 2);
  CHECK(ctl({"--help"}).code == 0);
  auto plain = test::run(test::program_directory() / "kotobashictl",
                         {"--server", "http://192.0.2.1", "--account", "a", "--password-file",
                          ctl.center.password_file().string(), "center"});
  CHECK(plain.code == 2);
  auto wrong = ctl({"activate", "地震", "--hazard", "monster"});
  CHECK(wrong.code == 1);
  CHECK(wrong.errors.find("expected one of") != std::string::npos);
  ctl.center.stop();
  auto away = ctl({"--wait", "0.3", "center"});
  CHECK(away.code == 3);
}

TEST_CASE("words are Japanese where the language is, and a wrong field is named") {
  const console ctl;
  auto got = ctl({"--lang", "ja", "center"});
  CHECK(got.output.find("待機") != std::string::npos);
  auto closed = ctl({"--lang", "ja", "log", "add", "x"});
  CHECK(closed.code == 1);
  CHECK(closed.errors.find("center_closed") != std::string::npos);
  CHECK(closed.errors.find("センターは開いていません") != std::string::npos);
}

TEST_CASE("events are followed while others work") {
  const console ctl;
  const auto center = ctl.json({"center"});
  ctl.json({"activate", "地震"});
  ctl.json({"log", "add", "one"});
  auto got = ctl({"events", "--json", "--after", text_of(center, "cursor"), "--count", "2"});
  CHECK(got.code == 0);
  CHECK(got.output.find("activation.opened") != std::string::npos);
  CHECK(got.output.find("log.added") != std::string::npos);
}

TEST_CASE("a text that no template has is claimed and translated, and checked by somebody else") {
  const console ctl;
  ctl.json({"activate", "地震"});
  auto draft = ctl.json({"notice", "create", "--text", "給水車\n10時に来ます。", "--languages", "ja,vi"});
  ctl.json({"notice", "publish", text_of(draft, "id")});
  auto all = ctl.json({"translation", "list"}).at("items").as_array();
  REQUIRE(all.size() == 1);
  auto which = text_of(all[0], "id");
  CHECK(text_of(ctl.json({"translation", "claim", which.substr(which.size() - 8)}), "state") == "claimed");
  CHECK(text_of(ctl.json({"translation", "release", which}), "state") == "open");
  CHECK(ctl({"translation", "submit", which, "-"}, "Xe chở nước\nĐến lúc 10 giờ.").code == 0);
  CHECK(ctl.json({"translation", "memory", which}).at("items").as_array().empty());
  auto own = ctl({"translation", "check", which});
  CHECK(own.code == 1);
  CHECK(own.errors.find("forbidden") != std::string::npos);
  CHECK(ctl({"translation", "show", which}).output.find("Đến lúc 10 giờ.") != std::string::npos);
  CHECK(ctl({"translation", "list"}).output.find("translated") != std::string::npos);
}

TEST_CASE("what is confidential may come from standard input") {
  const console ctl;
  ctl.json({"activate", "地震"});
  auto made = ctl({"inquiry", "create", "--confidential", "--content", "-", "--json"}, "in confidence");
  CHECK(made.code == 0);
  auto one = json::parse(made.output).value();
  CHECK(text_of(one, "content") == "in confidence");
  CHECK(ctl({"inquiry", "show", "c1"}).code == 0);
}

TEST_CASE("a center with open work is closed only when somebody says so") {
  const console ctl;
  ctl.json({"activate", "地震"});
  ctl.json({"inquiry", "create", "--language", "vi", "--content", "where is water"});
  ctl.json({"request", "create", "--mode", "phone", "--language", "vi", "--area", "14131", "--summary", "x"});
  auto asked = ctl({"close", "--json"});
  CHECK(asked.code == 1);
  CHECK(asked.output.empty());
  CHECK(asked.errors.find("inquiries open 1, requests open 1, requests under way 0") != std::string::npos);
  CHECK(asked.errors.find("--with-open-work") != std::string::npos);
  CHECK(text_of(ctl.json({"center"}), "state") == "active");
  CHECK(text_of(ctl.json({"close", "--with-open-work"}), "state") == "closed");
}

TEST_CASE("publishing names the languages that did not go out, and why") {
  const console ctl;
  ctl.json({"activate", "地震"});
  auto held = [&](const boost::json::value& draft, std::vector<std::string> more) {
    more.insert(more.begin(), {"notice", "publish", text_of(draft, "id")});
    const auto got = ctl(more);
    CHECK(got.code == 0);
    return got.errors;
  };
  auto free = ctl.json({"notice", "create", "--text", "給水車が来ます。", "--languages", "ja,vi"});
  CHECK(held(free, {"--json"}) == "kotobashictl: did not go out: not translated: vi\n");
  const std::string at = "occurred_at=2026-11-24T05:00:00+09:00";
  auto topic = ctl.json({"notice", "create", "earthquake", "-p", at, "-p", "areas=14131", "-p",
                         "intensity=five_upper", "--languages", "ja,en,vi"});
  CHECK(held(topic, {"--languages", "ja,en"}) == "kotobashictl: did not go out: not chosen: vi\n");
  auto critical = ctl.json({"notice", "create", "tsunami_lifted", "-p", "areas=14131", "-p",
                            "lifted_at=2026-11-24T05:00:00+09:00", "--languages", "ja,vi"});
  CHECK(held(critical, {"--read-back"}) == "kotobashictl: did not go out: unconfirmed (policy): vi\n");
}

TEST_CASE("times are the center's, wherever the computer believes to be") {
  const console ctl;
  ctl.json({"activate", "地震", "--at", "2026-11-24T05:00:00+09:00"});
  auto got = test::run("/usr/bin/env",
                       {"TZ=America/New_York", (test::program_directory() / "kotobashictl").string(),
                        "--server", ctl.center.staff_url(), "--account", running_center::account,
                        "--password-file", ctl.center.password_file().string(), "--lang", "en", "center"});
  CAPTURE(got.errors);
  CHECK(got.output.find("2026-11-24 05:00") != std::string::npos);
}

TEST_CASE("what turns text around stays out of the terminal, and in the JSON") {
  const console ctl;
  ctl.json({"activate", "地震"});
  CHECK(ctl({"log", "add", "a\u202Eb"}).output.find("ab\n") != std::string::npos);
  CHECK(ctl({"log", "list"}).output.find("\u202E") == std::string::npos);
  CHECK(ctl({"log", "list", "--json"}).output.find("\u202E") != std::string::npos);
}

TEST_CASE("a command that is run again with its key is done once") {
  const console ctl;
  ctl.json({"activate", "地震"});
  const std::vector<std::string> line{"log", "add", "once", "--idempotency-key", "the-same"};
  const auto first = ctl.json(line), again = ctl.json(line);
  CHECK(text_of(first, "id") == text_of(again, "id"));
  const auto other = ctl({"log", "add", "other", "--idempotency-key", "the-same"});
  CHECK(other.code == 1);
  CHECK(other.errors.find("idempotency_mismatch") != std::string::npos);
}

TEST_CASE("a command without an answer names the key to run it again with") {
  // A server that answers to signing in, and to nothing else.
  namespace asio = boost::asio;
  asio::io_context io;
  asio::ip::tcp::acceptor door(io, {asio::ip::address_v4::loopback(), 0});
  const auto door_at = door.local_endpoint();
  const test::temporary_directory place;
  const auto password = place.path() / "password";
  test::write_file(password, "x\n");
  std::string heard;
  std::jthread serving([&] {
    asio::ip::tcp::socket one(io);
    auto read_head = [&] {
      std::string got;
      boost::system::error_code failed;
      asio::read_until(one, asio::dynamic_buffer(got), "\r\n\r\n", failed);
      return got;
    };
    auto answer = [&](const std::string& body) {
      asio::write(one, asio::buffer("HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: " +
                                    std::to_string(body.size()) + "\r\n\r\n" + body));
    };
    door.accept(one);
    read_head();
    answer(R"({"token":"t","account":{"id":"0190a6e0-0000-7000-8000-000000000001",
             "name":"lead","roles":["lead"],"disabled":false},"expires_at":"2030-01-01T00:00:00Z"})");
    one.close();
    door.accept(one);
    heard = read_head();
    one.close();
    door.close();
  });
  const auto got = test::run(test::program_directory() / "kotobashictl",
                             {"--server", "http://127.0.0.1:" + std::to_string(door_at.port()), "--account",
                              "lead", "--password-file", password.string(), "--lang", "en", "--json",
                              "--wait", "1", "log", "add", "x"});
  asio::ip::tcp::socket last(io); // so that the server ends, whatever came before
  boost::system::error_code ignored;
  last.connect(door_at, ignored);
  serving.join();
  CAPTURE(got.errors);
  CHECK(got.code == 3);
  const auto at = got.errors.find("--idempotency-key ");
  REQUIRE(at != std::string::npos);
  const std::string key = got.errors.substr(at + 18, 36);
  CHECK(heard.find(key) != std::string::npos);
}
