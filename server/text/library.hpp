#pragma once

#include "server/model/instant.hpp"
#include "server/text/language.hpp"
#include "server/text/place.hpp"
#include "server/text/problem.hpp"
#include "server/text/topic.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kotobashi::words {

class pack;
struct text_revision;

// The source pack (ja) is missing or broken: nothing can be said. what() is one line naming file and place.
struct load_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Values of a page's text by name: text (isolated when shown), a number (formatted; plural rules see it), or
// runs as they are.
using page_value = std::variant<std::string, std::int64_t, paragraph>;
using page_arguments = std::vector<std::pair<std::string, page_value>>;

// A text of the interface, and the language it is really in.
struct page_text {
  paragraph runs;
  std::string language;
  words::direction direction{};
};

// Everything in templates/ and langpacks/. Safe to use from any thread; messages and ICU's formatters are
// made at their first use. Only revise() changes anything after loading.
class library {
public:
  // Reads both directories. What is broken is left out and listed in problems(): a pack whose files cannot be
  // read, a single text that cannot be used, a template. Throws load_error.
  library(const std::filesystem::path& templates, const std::filesystem::path& langpacks);
  ~library();
  library(const library&) = delete;
  library& operator=(const library&) = delete;

  const std::vector<problem>& problems() const { return problems_; }
  // Those of them that check_pack() has not found: what is wrong there only an editor can mend, and no sheet.
  std::span<const problem> unreadable() const { return {problems_.data(), unreadable_}; }
  // The source first, its plain form second, then by `order` of pack.toml and by tag.
  const std::vector<language>& languages() const { return languages_; }
  const language* find_language(std::string_view tag) const;
  // By number, then id.
  const std::vector<topic>& topics() const { return topics_; }
  const topic* find_topic(std::string_view id) const;
  const std::vector<place>& places() const { return places_; }
  const place* find_place(std::string_view id) const;

  // The term without ruby marks, in exactly this language: nothing where it is missing there.
  std::optional<std::string> term(std::string_view language, std::string_view key) const;
  // Keys of a group of terms in the source, in the order of the file: "five_upper" for "intensity".
  std::vector<std::string> term_keys(std::string_view group) const;

  // A text of the interface; where the pack has none, English, then Japanese (plain Japanese: Japanese
  // first). Throws std::logic_error for a key that no pack has and for a missing argument: those are bugs.
  page_text page(std::string_view language, std::string_view key, const page_arguments& arguments = {}) const;
  bool has_page(std::string_view key) const;
  // Date and time, or time alone, by the conventions of the pack (English where there is no such pack), as a
  // value for page().
  paragraph date_time(std::string_view language, instant at, const std::string& time_zone) const;
  paragraph time(std::string_view language, instant at, const std::string& time_zone) const;

  // pack::revise() of the language; false where there is none, and for the source.
  bool revise(const text_revision& to);

  // For rendering and for tools.
  const pack* find_pack(std::string_view tag) const;
  const pack& source() const { return *source_; }
  const std::vector<std::unique_ptr<pack>>& packs() const { return packs_; } // in the order of languages()

private:
  const pack& pack_or_english(std::string_view tag) const;

  std::vector<problem> problems_;
  std::size_t unreadable_ = 0;
  std::vector<std::unique_ptr<pack>> packs_;
  const pack* source_ = nullptr;
  std::vector<language> languages_;
  std::vector<topic> topics_;
  std::vector<place> places_;
};

} // namespace kotobashi::words
