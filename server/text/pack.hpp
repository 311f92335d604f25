#pragma once

#include "server/model/enums.hpp"
#include "server/text/language.hpp"
#include "server/text/message.hpp"
#include "server/text/problem.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kotobashi::words {

class formatters;

enum class section { phrases, terms, pages };
std::string_view file_of(section of); // "phrases.arb"

// What is made of a text when it is first used.
struct compiled {
  words::message message;
};

struct entry {
  // What is looked at for every use stands together.
  mutable std::atomic<const entry*> instead = nullptr; // revise() has put this in its place
  mutable std::atomic<const compiled*> made = nullptr;
  text_status status{};   // as declared, or outdated: known once the packs are bound
  std::uint64_t hash = 0; // of a source text, likewise
  std::string key, text;
  text_status declared = text_status::drafted;
  std::optional<std::uint64_t> source_hash;
  std::uint32_t order = 0; // in the file

  entry() = default;
  ~entry() { delete made.load(); }
  entry(const entry&) = delete;
  entry& operator=(const entry&) = delete;
  // It was looked at and cannot be used: it counts as missing. After loading this is known of all texts of
  // files.
  bool is_broken() const {
    const compiled* known = made.load(std::memory_order_acquire);
    return known && known->message.error();
  }
};

// A text that was checked in the center, or that says something else there.
struct text_revision {
  std::string language;
  section where{};
  std::string key;
  std::string was; // the text that it takes the place of
  std::string text;
  std::uint64_t source_hash = 0; // of the Japanese that it was checked against
};

// A pack's formatters, for as long as this lives.
class locked_formatters {
public:
  locked_formatters(std::unique_lock<std::mutex> lock, formatters& locked)
      : lock_(std::move(lock)), locked_(locked) {}
  formatters* operator->() const { return &locked_; }
  formatters& operator*() const { return locked_; }

private:
  std::unique_lock<std::mutex> lock_;
  formatters& locked_;
};

// The texts of one language.
class pack {
public:
  // From langpacks/<tag>. Nothing, and problems, where a file cannot be read.
  static std::unique_ptr<pack> read(const std::filesystem::path& directory, std::vector<problem>& found);
  ~pack();
  pack(const pack&) = delete;
  pack& operator=(const pack&) = delete;

  const language& about() const { return about_; }
  std::int64_t order() const { return order_; }
  bool has_ruby() const { return about_.tag.starts_with(source_language); }
  // The plain form of the source: readings stand on values too.
  bool is_plain() const { return about_.tag == plain_source_language; }
  const std::filesystem::path& directory() const { return directory_; }
  // Another order of a topic's phrases than the template's; nullptr: the template's.
  const std::vector<std::string>* body_order(std::string_view topic) const;

  const entry* find(section in, std::string_view key) const { return now(own(in, key)); }
  // By position in the source's all(); nullptr where this language has none.
  const entry* translation(section in, std::size_t of) const {
    return now(bound_.at(static_cast<std::size_t>(in))[of]);
  }
  // From now on the text is this one, and checked. Whoever holds the one before may go on using it. False
  // where the pack's text is not `was`. `original`: the source's text.
  bool revise(const text_revision& to, const entry& original);
  // Once, after both were read.
  void bind(const pack& source);
  std::span<const entry> all(section of) const { // as they stand in the files, by key
    return texts_.at(static_cast<std::size_t>(of));
  }

  // The message. `source`: the same text in the source pack, whose arguments are all that may be asked for.
  const compiled& made(const entry& of, const compiled* source) const;
  // An empty time zone: any will do.
  locked_formatters lock_formatters(const std::string& time_zone = {}) const;

private:
  pack() = default;
  struct reader;
  std::optional<std::size_t> position(section in, std::string_view key) const;
  text_status status_of(text_status declared, std::optional<std::uint64_t> source_hash,
                        const entry& original) const;
  const entry* own(section in, std::string_view key) const {
    auto at = position(in, key);
    return at ? &all(in)[*at] : nullptr;
  }
  static const entry* now(const entry* of) {
    if (!of) return nullptr;
    const entry* later = of->instead.load(std::memory_order_acquire);
    return later ? later : of;
  }

  language about_;
  std::int64_t order_ = 0;
  std::filesystem::path directory_;
  std::vector<std::pair<std::string, std::vector<std::string>>> body_orders_;
  std::array<std::vector<entry>, 3> texts_;
  std::array<std::unordered_map<std::string_view, std::uint32_t>, 3>
      positions_; // of the source: every text is found by its key
  std::array<std::vector<const entry*>, 3> bound_;
  std::deque<entry> revised_; // in the order in which they came; under mutex_
  mutable std::mutex mutex_;
  mutable std::unique_ptr<formatters> formatters_;
};

} // namespace kotobashi::words
