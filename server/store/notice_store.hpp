#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

std::vector<notice> notices(connection& db, const id<activation>& of, const page_wish& which);
std::optional<notice> notice_numbered(connection& db, const id<activation>& of, std::int64_t number);
std::optional<notice_revision> revision_of(connection& db, const id<notice>& of, std::int64_t index);
std::vector<notice_text> texts_of(connection& db, const id<notice>& of, std::int64_t index);
// The same texts without their runs, as staff see them.
std::vector<notice_language> languages_of(connection& db, const id<notice>& of, std::int64_t index);
// When the last of them was made.
instant texts_made_at(connection& db, const id<notice>& of, std::int64_t index);
// The text of one language in the newest revision up to `index` that has one which may be read.
std::optional<notice_text> text_in(connection& db, const id<notice>& of, std::int64_t index,
                                   std::string_view language);
// Those that are or were out, newest number first.
std::vector<notice> board_notices(connection& db, const id<activation>& of);
std::vector<notice> expired_by(connection& db, instant now);

} // namespace kotobashi::store
