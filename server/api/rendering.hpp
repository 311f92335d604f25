#pragma once

#include "server/api/services.hpp"
#include "server/model/notice.hpp"
#include "server/text/render.hpp"

#include <optional>
#include <string>
#include <vector>

// From a topic and its parameters, or free text, to what every language says.
namespace kotobashi::api {

struct rendered_notice {
  bool critical = false;
  std::vector<words::rendered> texts; // in the library's order
  std::vector<channel> channels;      // suggested by the topic
};

// `languages`: those wished for; empty: all. Free text is Japanese and stands in Japanese alone: nothing is
// translated by itself, and the source is never sent in place of a translation.
result<rendered_notice> render_notice(const services& of, const std::optional<std::string>& topic,
                                      const boost::json::value& parameters,
                                      const std::optional<text<4000>>& free_text,
                                      const std::vector<std::string>& languages);

bool is_ready(const services& of, bool critical, const words::rendered& one);

// Puts what is said into the frozen text of its language.
void freeze(const words::rendered& said, notice_text& to, instant now);

// Where a notice of this topic that goes out now would expire, if nobody says otherwise.
std::optional<instant> expiry_of(const services& of, const std::string& topic, instant published_at);

} // namespace kotobashi::api
