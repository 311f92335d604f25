#pragma once

#include "server/api/board_cache.hpp"
#include "server/api/cursor.hpp"
#include "server/api/guesses.hpp"
#include "server/api/passwords.hpp"
#include "server/api/session_table.hpp"
#include "server/domain/center.hpp"
#include "server/roster/vocabulary.hpp"
#include "server/store/engine/engine.hpp"
#include "server/text/library.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace kotobashi::api {

// Everything the handlers work with. Made once by server/app; used on the I/O thread.
class services {
public:
  struct parts {
    store::engine& db;
    words::library& texts;
    const domain::center& center;
    const roster::vocabulary& roster_words;
    boost::asio::any_io_executor heavy; // the pool for work that takes long
    store::clock now = store::system_clock();
    store::chance random = store::system_chance();
    std::filesystem::path data_directory{};
    std::string staff_url{}; // where phones reach the staff listener, without a slash at its end
    std::string board_url{}; // where residents reach the board
    std::function<std::string()> network_metrics{}; // Prometheus text of server/net
    cursor_seal::key cursor_key{};
  };

  explicit services(parts from)
      : db(from.db), texts(from.texts), center(from.center), roster_words(from.roster_words),
        heavy(from.heavy), now(from.now), random(from.random), data_directory(std::move(from.data_directory)),
        staff_url(std::move(from.staff_url)), board_url(std::move(from.board_url)),
        network_metrics(std::move(from.network_metrics)), passwords(heavy), cursors(from.cursor_key) {}

  store::engine& db;
  words::library& texts; // changed by use_wordings() alone
  const domain::center& center;
  const roster::vocabulary& roster_words;
  boost::asio::any_io_executor heavy;
  store::clock now;
  store::chance random;
  std::filesystem::path data_directory;
  std::string staff_url, board_url;
  std::function<std::string()> network_metrics;
  password_pool passwords;
  cursor_seal cursors;
  session_table sessions;
  guess_counter password_guesses; // by name
  guess_counter link_guesses;     // by address
  board_cache board;
};

} // namespace kotobashi::api
