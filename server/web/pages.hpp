#pragma once

#include "server/domain/center.hpp"
#include "server/model/activation.hpp"
#include "server/model/notice.hpp"
#include "server/text/library.hpp"
#include "server/text/runs.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The pages for phones and screens as HTML: pure functions of what the center knows. Every text of people or
// packs is escaped; there is no inline script or style. Languages are tags of the library; an unknown one is
// a bug (std::out_of_range), the caller answers it with missing_page. Any thread.
namespace kotobashi::web {

// What a corrected text says, what is new in it marked.
struct marked_text {
  bool changed = false; // says something else than before
  words::paragraph title;
  std::vector<words::paragraph> body;
};

// A notice with the texts of the revision that counts. Texts of older revisions may be among them: they are
// never shown, they tell mark_corrections() what a correction changed.
struct posted {
  notice record;
  std::vector<notice_text> texts;
  std::optional<std::int64_t> follows_number;
  std::map<std::string, marked_text, std::less<>> marked = {}; // by language, for readers of an earlier text
};

// Compares each text with the newest that its readers could read before, and takes those out. Of long texts
// this takes long: once for each change, never for a page.
void mark_corrections(posted& one);

struct board_view {
  const domain::center& center;
  std::optional<activation> opening; // open now, or the last one that was; nothing: never
  std::span<const posted> notices;   // of that opening, any state and order
  instant updated;                   // when something of this last changed
  instant now;
};

// When the same view would give another page although nothing was changed: a notice expires, a withdrawn one
// leaves the board.
std::optional<instant> next_change(const board_view& view);

// GET /board/{lang}
std::string board_page(const words::library& library, std::string_view language, const board_view& view);
// GET /board/{lang}/{number}; nothing: no such notice is on the board.
std::optional<std::string> notice_page(const words::library& library, std::string_view language,
                                       const board_view& view, std::int64_t number);
// With status 404: for what is not there, in the reader's language as far as it is known.
std::string missing_page(const words::library& library, std::string_view language, const board_view& view);

// GET /: the languages that the browser asks for stand first.
std::string chooser_page(const words::library& library, const board_view& view,
                         std::string_view accept_language);

// GET /signage?lang=vi&languages=vi,ne,en: one language; the page leads to the next one by itself.
struct signage_wish {
  std::string language;  // as given; empty or unknown: the first
  std::string languages; // as given, with commas; empty: all
  std::string board_url; // shown as a QR code; empty: none
};
std::string signage_page(const words::library& library, const board_view& view, const signage_wish& wish);
// The one way to write this wish: those that give the same page become equal.
signage_wish plain_wish(const words::library& library, signage_wish wish);

// GET /v on the staff listener: the frame; what it shows comes from the API by script.
std::string volunteer_page(const words::library& library, const domain::center& center,
                           std::string_view accept_language);
// GET /v/texts/{lang}: {language, direction, locale, time_zone, hour12, period, texts}. A text is a list of
// pieces: a string, a ruby as [base, reading], a value as {"value": name}; or {language, direction, pieces}
// where only another language has it.
std::string volunteer_texts(const words::library& library, std::string_view language,
                            std::string_view time_zone);

// Headers of every page: Content-Security-Policy without anything inline, and what else keeps a page to
// itself.
std::span<const std::pair<std::string, std::string>> page_headers();

} // namespace kotobashi::web
