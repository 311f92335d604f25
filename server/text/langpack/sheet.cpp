#include "server/text/langpack/sheet.hpp"

#include "server/model/value.hpp"
#include "server/text/wording.hpp"

#include <algorithm>

namespace kotobashi::langpack {

namespace {
std::vector<std::string> terms_to_use(const words::library& all, const std::vector<std::string>& keys,
                                      std::string_view tag) {
  std::vector<std::string> out;
  for (const auto& each : keys) {
    auto source = all.term(words::source_language, each), own = all.term(tag, each);
    if (source) out.push_back(*source + " = " + own.value_or("?"));
  }
  return out;
}

const words::pack* english_beside(const words::library& all, const words::pack& in) {
  const words::pack* found = all.find_pack("en");
  return found == &in ? nullptr : found;
}

class maker {
public:
  maker(const words::library& all, const words::pack& in)
      : all_(all), in_(in), english_(english_beside(all, in)), notes_(read_source_notes(all.source())) {}

  std::vector<sheet_row> rows(const std::vector<text_status>& only) const {
    std::vector<sheet_row> out;
    for (auto where : sections) {
      auto originals = all_.source().all(where);
      std::vector<std::size_t> by_file(originals.size());
      for (std::size_t i = 0; i < by_file.size(); ++i) by_file[i] = i;
      std::ranges::sort(by_file, {}, [&](std::size_t i) { return originals[i].order; });
      for (auto i : by_file)
        if (auto one = row(where, i); only.empty() || std::ranges::find(only, one.status) != only.end())
          out.push_back(std::move(one));
    }
    return out;
  }

private:
  sheet_row row(words::section where, std::size_t at) const {
    const words::entry& original = all_.source().all(where)[at];
    const words::entry* text = in_.translation(where, at);
    sheet_row out;
    out.where = where;
    out.key = original.key;
    out.full_key = full_key(all_.source(), where, original.key);
    out.source = original.text;
    out.status = text ? text->status : text_status::missing;
    if (text) out.text = text->text;
    if (auto note = notes_.find({where, original.key}); note != notes_.end()) {
      out.note = note->second.description;
      out.terms = terms_to_use(all_, note->second.terms, in_.about().tag);
    }
    const words::entry* english = english_ ? english_->find(where, original.key) : nullptr;
    if (english) out.english = english->text;
    return out;
  }

  const words::library& all_;
  const words::pack& in_;
  const words::pack* english_;
  source_notes notes_;
};
} // namespace

result<sheet> make_sheet(const words::library& all, std::string_view tag,
                         const std::vector<text_status>& only) {
  const words::pack* in = all.find_pack(tag);
  if (!in) return refuse(refusal_code::not_found, "there is no language " + std::string(tag));
  if (in == &all.source())
    return refuse(refusal_code::invalid, "Japanese is what all others are translated from: edit its files");
  return sheet{all.source(), *in, english_beside(all, *in), maker(all, *in).rows(only)};
}

result<std::vector<returned_text>> read_sheet(std::string_view bytes, std::string_view tag) {
  if (bytes.size() > max_sheet_bytes)
    return refuse(refusal_code::too_large, "the file is larger than 16 MiB");
  if (!valid_utf8(bytes))
    return refuse(refusal_code::malformed, "the file is not UTF-8 text (in Excel: save as \"CSV UTF-8\")");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == bytes.npos) return refuse(refusal_code::malformed, "the file is empty");
  return bytes[begin] == '<' ? read_xliff(bytes, tag) : read_csv_sheet(bytes, tag);
}

} // namespace kotobashi::langpack
