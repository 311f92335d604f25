#pragma once

#include <memory>
#include <string>
#include <string_view>

// Searching and sorting of names: both sides are folded, sort keys are stored columns. Never an ICU collation
// in an index.
namespace kotobashi::words {

// NFKC, case folding (Unicode's NFKC_Casefold: full and half width, ligatures and default-ignorables
// included), katakana as hiragana, white space as single spaces, none at the ends. Fold both what is searched
// and what is searched for.
std::string search_fold(std::string_view text);

// Makes sort keys by the rules of one language. Safe to use from any thread; costly to make.
class sorter {
public:
  explicit sorter(const std::string& icu_locale = "ja");
  ~sorter();
  sorter(const sorter&) = delete;
  sorter& operator=(const sorter&) = delete;

  // Lower-case hexadecimal text: compares byte by byte, in TEXT columns too.
  std::string key(std::string_view text) const;
  // Keys compare only with keys of the same version: "72.1/153.120". Stored beside the keys.
  const std::string& version() const { return version_; }

private:
  struct engine;
  std::unique_ptr<engine> engine_;
  std::string version_;
};

} // namespace kotobashi::words
