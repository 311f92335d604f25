#pragma once

#include "server/model/wording.hpp"
#include "server/store/tables.hpp"

namespace kotobashi::store {

template <>
inline constexpr std::string_view table<wording_review> = "wording_review";

struct wording_filter {
  std::string language; // empty: all
  std::string key;      // of one text, in any section; empty: all
  std::optional<wording_review_state> state;
};
// Newest first.
std::vector<wording_review> wording_reviews(connection& db, const wording_filter& of, const page_wish& which);
// In the order in which they were accepted.
std::vector<wording_review> accepted_wordings(connection& db);
// Open ones of the same text.
std::vector<wording_review> open_beside(connection& db, const wording_review& one);
// What this person has said of texts in the language, whatever became of it.
std::vector<wording_review> wordings_reviewed_by(connection& db, const id<account>& who,
                                                 const language_tag& language);

} // namespace kotobashi::store
