#pragma once

#include "server/api/endpoint.hpp"
#include "server/domain/center.hpp"
#include "server/store/engine/connection.hpp"
#include "server/text/library.hpp"
#include "server/web/pages.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::api {

// What the board shows, read from the database in one go.
struct board_content {
  std::optional<activation> opening;
  std::vector<web::posted> notices;
  instant updated;
};
board_content read_board(store::connection& db, instant now);

// The residents' pages, kept as bytes: made at the first wish after a change, the same for everyone until the
// next. The content is replaced as a whole after each commit that changes it. I/O thread only.
class board_cache {
public:
  void replace(board_content with);
  const board_content& content() const { return content_; }

  // The page under this name, made by `make` where it is not there yet or its time is over.
  template <class Make>
  std::shared_ptr<const page> get(const std::string& name, instant now, const web::board_view& view,
                                  Make make) {
    if (changes_at_ && *changes_at_ <= now) forget(view);
    auto& kept = pages_[name];
    if (!kept) kept = finish(make());
    return kept;
  }
  web::board_view view(const domain::center& of, instant now) const;

private:
  static std::shared_ptr<const page> finish(std::string html);
  void forget(const web::board_view& view);

  board_content content_;
  std::map<std::string, std::shared_ptr<const page>, std::less<>> pages_;
  std::optional<instant> changes_at_; // when time alone changes a page
};

} // namespace kotobashi::api
