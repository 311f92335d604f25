#pragma once

#include "server/text/runs.hpp"
#include "server/web/pages.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What of a notice a reader of one language is shown, decided before any HTML is made.
namespace kotobashi::web {

enum class reading {
  shown,
  translating, // not ready in this language
  corrected, // was corrected, and the correction is not ready in this language: the old text is not valid any
             // more
  withdrawn,
};

struct entry {
  const notice* of = nullptr;
  std::optional<std::int64_t> follows_number;
  web::reading reading{};
  bool critical = false;
  bool unconfirmed = false; // nobody who speaks the language has confirmed it
  bool changed = false;     // says something else than before its last correction
  words::paragraph title;   // empty while it is translated
  // Of a critical notice that is not ready in this language: the kind of warning, by its official term.
  words::paragraph warning = {};
  std::vector<words::paragraph> body; // empty unless shown; what is new in it is marked
  words::paragraph japanese;          // the title for those who help; empty for readers of Japanese
  std::vector<std::string> ready_in;  // where this language is not ready: those that are
  // Beside "being translated", where no template has the text.
  std::vector<words::paragraph> japanese_body = {};
};

// How long a withdrawn notice stays on the board, so that who has read it learns that it is gone.
inline constexpr std::chrono::hours withdrawn_stays{24};

// Numbered notices that are published, or were withdrawn a short while ago: critical ones first, then by
// their last change, newest first. Expired ones are gone, also when their record does not say so yet.
std::vector<entry> entries(const board_view& view, std::string_view language);

// Publication, correction or withdrawal, whichever was last.
instant last_change(const notice& one);

} // namespace kotobashi::web
