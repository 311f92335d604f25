#include "server/roster/charset.hpp"

#include "server/model/value.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace kotobashi::roster {

namespace {
struct close_converter {
  void operator()(UConverter* one) const { ucnv_close(one); }
};
struct close_detector {
  void operator()(UCharsetDetector* one) const { ucsdet_close(one); }
};

// Nothing where one byte does not belong to the charset.
std::optional<std::string> strictly(std::string_view bytes, const char* icu_name) {
  UErrorCode failed = U_ZERO_ERROR;
  std::unique_ptr<UConverter, close_converter> converter(ucnv_open(icu_name, &failed));
  if (U_FAILURE(failed)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &failed);
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), failed);
  if (U_FAILURE(failed)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  if (!valid_utf8(utf8)) return std::nullopt;
  return utf8;
}

// What ICU's detector thinks, the surest first.
std::vector<std::string> guesses(std::string_view bytes) {
  std::vector<std::string> names;
  UErrorCode failed = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, close_detector> detector(ucsdet_open(&failed));
  if (U_FAILURE(failed)) return names;
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &failed);
  std::int32_t count = 0;
  const UCharsetMatch** found = ucsdet_detectAll(detector.get(), &count, &failed);
  for (std::int32_t i = 0; U_SUCCESS(failed) && i < count; ++i)
    if (const char* name = ucsdet_getName(found[i], &failed)) names.emplace_back(name);
  return names;
}

struct marked {
  std::string_view mark, charset;
  const char* icu_name;
};
constexpr std::array marks{marked{"\xEF\xBB\xBF", "UTF-8", "UTF-8"},
                           marked{"\xFF\xFE", "UTF-16LE", "UTF-16LE"},
                           marked{"\xFE\xFF", "UTF-16BE", "UTF-16BE"}};

class collector {
public:
  explicit collector(std::string_view bytes) : bytes_(bytes) {}

  void attempt(std::string_view charset, const char* icu_name) {
    if (std::ranges::find(found_, charset, &decoding::charset) != found_.end()) return;
    if (auto text = strictly(bytes_, icu_name)) found_.push_back({std::string(charset), std::move(*text)});
  }
  std::vector<decoding> take() { return std::move(found_); }

private:
  std::string_view bytes_;
  std::vector<decoding> found_;
};
} // namespace

std::vector<decoding> decodings(std::string_view bytes) {
  for (const auto& [mark, charset, icu_name] : marks) {
    if (!bytes.starts_with(mark)) continue;
    auto text = strictly(bytes.substr(mark.size()), icu_name);
    if (!text) return {};
    return {{std::string(charset), std::move(*text)}};
  }
  collector all(bytes);
  if (bytes.find('\0') != bytes.npos) {
    all.attempt("UTF-16LE", "UTF-16LE");
    all.attempt("UTF-16BE", "UTF-16BE");
    return all.take();
  }
  if (bytes.find("\x1B$") != bytes.npos) all.attempt("ISO-2022-JP", "ISO-2022-JP");
  all.attempt("UTF-8", "UTF-8");
  if (valid_utf8(bytes)) return all.take(); // by chance only: the odds fall with every character
  all.attempt("CP932", "windows-31j");
  all.attempt("EUC-JP", "EUC-JP");
  for (const auto& name : guesses(bytes))
    if (name != "Shift_JIS") all.attempt(name, name.c_str());
  return all.take();
}

} // namespace kotobashi::roster
