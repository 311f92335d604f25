#include "server/text/langpack/status.hpp"
#include "server/text/langpack/text_pair.hpp"
#include "server/text/render.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>

namespace kotobashi::langpack {

namespace {
struct length {
  std::size_t characters = 0, utf16 = 0;
};

length length_of(std::string_view text) {
  length out;
  while (!text.empty()) {
    out.utf16 += words::take_code_point(text) > 0xFFFF ? 2u : 1u;
    ++out.characters;
  }
  return out;
}

bool goes_by(const words::topic& topic, channel by) {
  return std::ranges::find(topic.channels, by) != topic.channels.end();
}

// What the channels hold. CAP 1.2: a headline of 160 characters. An SMS brings the title, in at most two
// parts of 67 UTF-16 units (3GPP TS 23.040, UCS-2), and the address where the rest stands in a third. A sheet
// of A4 takes about 1,000 characters.
constexpr std::size_t headline = 160, two_messages = 134, a4 = 1000;

void check_length(const words::topic& topic, const words::rendered& text, const words::pack& in,
                  reporter& to) {
  auto add = [&](const std::string& what) {
    to.add("length", in, words::section::phrases, topic.title, topic.id + ": " + what);
  };
  const auto title = length_of(to_plain(text.title, text.direction));
  const auto body = length_of(to_plain(text.body, text.direction));
  if (title.characters > headline)
    add("the title has " + std::to_string(title.characters) + " characters; a headline holds 160");
  if (goes_by(topic, channel::sms) && title.utf16 > two_messages)
    add("the title has " + std::to_string(title.utf16) + " UTF-16 units; an SMS of two parts holds 134");
  if (goes_by(topic, channel::sheet) && title.characters + body.characters > a4)
    add("the text has " + std::to_string(title.characters + body.characters) +
        " characters; a sheet holds about 1000");
}
} // namespace

void check_lengths(const words::library& all, const words::pack& in, reporter& to) {
  const auto context = sample_context();
  for (const auto& topic : all.topics()) {
    auto given = words::check_parameters(all, topic, example_of(topic));
    if (!given) continue; // that is a finding of its own
    auto text = words::render(all, topic, *given, in.about().tag, context);
    if (text && text->status != text_status::missing) check_length(topic, *text, in, to);
  }
}

} // namespace kotobashi::langpack
