#pragma once

#include "server/api/endpoint.hpp"
#include "server/domain/center.hpp"
#include "server/store/engine/connection.hpp"
#include "server/text/library.hpp"
#include "server/web/pages.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::api {

// What the board shows.
struct board_content {
  std::optional<activation> opening;
  std::vector<web::posted> notices;
  instant updated;
};

// Notices whose texts are at hand, by id: as of which revision of the record, and when the last text was
// made.
struct known_notice {
  std::int64_t revision = 0;
  instant texts_at;
  bool operator==(const known_notice&) const = default;
};
using known_notices = std::map<std::string, known_notice>;

// The board as the database has it, read in one go. Notices that are known come without their texts.
struct board_reading {
  board_content content;
  known_notices known;
};
board_reading read_board(store::connection& db, instant now, const known_notices& known);

// The residents' pages, kept as bytes: made at the first wish after a change, the same for everyone until the
// next. The content is replaced as a whole after each commit that changes it. I/O thread only.
class board_cache {
public:
  struct look {
    std::int64_t number;
    known_notices known;
  };
  // To be called before the database is read. Of several readings under way the one begun last counts.
  look begin();
  // False: texts that were known are gone, look again.
  bool replace(const look& begun, board_reading with);
  const board_content& content() const { return content_; }

  enum class kind { board, notice, screen };
  // The page under this name, made by `make` where it is not there yet or its time is over; nothing where
  // `make` has none. Of each kind only so many are kept: whoever asks for ever new ones does not fill the
  // memory.
  template <class Make>
  std::shared_ptr<const page> get(kind of, const std::string& name, instant now, const web::board_view& view,
                                  Make make) {
    if (changes_at_ && *changes_at_ <= now) forget(view);
    auto& kept = pages_[static_cast<std::size_t>(of)];
    if (auto at = kept.find(name); at != kept.end()) return at->second;
    std::optional<std::string> html = make();
    if (!html) return nullptr;
    auto made = finish(std::move(*html));
    if (kept.size() < most_of_a_kind) kept.emplace(name, made);
    return made;
  }
  web::board_view view(const domain::center& of, instant now) const;

private:
  static known_notice known_of(const web::posted& one);
  static std::shared_ptr<const page> finish(std::string html);
  void forget(const web::board_view& view);
  void drop_pages();

  static constexpr std::size_t most_of_a_kind = 500;

  board_content content_;
  std::int64_t begun_ = 0, shown_ = 0; // readings
  std::array<std::map<std::string, std::shared_ptr<const page>, std::less<>>, 3> pages_;
  std::optional<instant> changes_at_; // when time alone changes a page
};

} // namespace kotobashi::api
