#pragma once

#include "server/domain/center.hpp"
#include "server/model/enums.hpp"
#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/text/library.hpp"
#include "server/text/parameters.hpp"
#include "server/text/runs.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

struct render_context {
  std::string time_zone = "Asia/Tokyo";          // IANA
  std::optional<domain::center_contact> contact; // of the center: what the value "center" shows
  std::string url;                               // public_base_url; empty: none
  instant now;                                   // wording has dates of validity
};

// Something that a person should know before the text goes out. Codes: missing (no such phrase or term in
// this language), broken (its message cannot be read), not_translated (a value stands in Japanese),
// wording_not_valid (the wording's dates).
struct text_problem {
  std::string code, key, detail;
  bool operator==(const text_problem&) const = default;
};
BOOST_DESCRIBE_STRUCT(text_problem, (), (code, key, detail))

// `status` is the worst of all phrases and terms used: missing, outdated, drafted, checked. Missing: no
// title, no body; the source never stands in for a translation.
struct rendered {
  std::string language;
  words::direction direction{};
  paragraph title;
  std::vector<paragraph> body;
  text_status status{};
  std::vector<text_problem> problems;
};
BOOST_DESCRIBE_STRUCT(rendered, (), (language, direction, title, body, status, problems))

// Refuses (not_found) a language without a pack. Throws std::logic_error where a phrase asks for a value that
// the topic doesn't give, and std::invalid_argument for an unknown time zone.
result<rendered> render(const library& from, const topic& of, const values& given, std::string_view language,
                        const render_context& context);
// In these languages, or in all, in the library's order. Unknown languages are a refusal with one field_error
// each.
result<std::vector<rendered>> render(const library& from, const topic& of, const values& given,
                                     const std::vector<std::string>& languages,
                                     const render_context& context);

} // namespace kotobashi::words
