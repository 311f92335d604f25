#include "server/text/search.hpp"

#include "server/text/utf8.hpp"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <array>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace kotobashi::words {

namespace {
icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

void check(UErrorCode failed, const char* what) {
  if (U_FAILURE(failed)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(failed));
}

// ァ to ヶ and the marks of repetition lie 0x60 above their hiragana.
char32_t as_hiragana(char32_t c) {
  bool moves = (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE;
  return moves ? c - 0x60 : c;
}
} // namespace

std::string search_fold(std::string_view text) {
  UErrorCode failed = U_ZERO_ERROR;
  const auto* folding = icu::Normalizer2::getNFKCCasefoldInstance(failed);
  check(failed, "case folding");
  std::string folded;
  folding->normalize(utf16(text), failed).toUTF8String(folded);
  check(failed, "case folding");
  std::string out;
  bool space = false;
  for (std::string_view rest = folded; !rest.empty();) {
    char32_t c = take_code_point(rest);
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append(out, as_hiragana(c));
  }
  return out;
}

struct sorter::engine {
  std::unique_ptr<icu::Collator> collator;
};

sorter::sorter(const std::string& icu_locale) : engine_(std::make_unique<engine>()) {
  UErrorCode failed = U_ZERO_ERROR;
  engine_->collator.reset(
      icu::Collator::createInstance(icu::Locale::createCanonical(icu_locale.c_str()), failed));
  check(failed, "collation");
  UVersionInfo rules{};
  engine_->collator->getVersion(rules);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(rules, text.data());
  version_ = std::string(U_ICU_VERSION) + "/" + text.data();
}

sorter::~sorter() = default;

std::string sorter::key(std::string_view text) const {
  auto wide = utf16(text);
  std::vector<std::uint8_t> bytes(64 + text.size() * 2);
  auto size = static_cast<std::size_t>(
      engine_->collator->getSortKey(wide, bytes.data(), static_cast<std::int32_t>(bytes.size())));
  if (size > bytes.size()) {
    bytes.resize(size);
    engine_->collator->getSortKey(wide, bytes.data(), static_cast<std::int32_t>(bytes.size()));
  }
  std::string out;
  for (std::size_t i = 0; i + 1 < size; ++i)
    fmt::format_to(std::back_inserter(out), "{:02x}", bytes[i]); // not the 0
  return out;
}

} // namespace kotobashi::words
