#include "server/text/render.hpp"

#include "server/text/pack.hpp"
#include "server/text/parameters.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/icu_loop.hpp"
#include "tests/bench/messages.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <ctime>
#include <functional>
#include <stdexcept>
#include <vector>

// The earthquake notice in all languages as plain text: the renderer against a loop over ICU that gives the
// same bytes.
namespace kotobashi::bench {

namespace {

const earthquake facts{
    *from_rfc3339("2011-03-11T14:46:00+09:00"), "five_upper", {"14131", "14132"}, 8, "more_than"};

boost::json::value parameters() {
  return {{"occurred_at", to_rfc3339(facts.occurred_at)},
          {"intensity", facts.intensity},
          {"areas", boost::json::array(facts.areas.begin(), facts.areas.end())},
          {"magnitude", {{"value", facts.magnitude}, {"qualifier", facts.magnitude_qualifier}}},
          {"tsunami", "none"}};
}

std::vector<std::string> phrases_of(const words::topic& of, const words::values& given,
                                    const words::pack& in) {
  std::vector<std::string> out;
  for (const auto& each : of.body)
    if (holds(each, given)) out.push_back(each.phrase);
  if (const auto* order = in.body_order(of.id))
    std::ranges::stable_sort(out, {},
                             [&](const std::string& each) { return std::ranges::find(*order, each); });
  out.insert(out.begin(), of.title);
  return out;
}

std::string in_plain(const std::vector<words::rendered>& texts) {
  std::string out;
  out.reserve(2000 * texts.size());
  for (const auto& each : texts) {
    (out += to_plain(each.title, each.direction)) += '\n';
    (out += to_plain(each.body, each.direction)) += '\n';
  }
  return out;
}

// One entry a phrase, the title first.
std::vector<std::string> lines_of(const words::rendered& text) {
  std::vector<std::string> out{to_plain(text.title, text.direction)};
  for (const auto& each : text.body)
    out.push_back(to_plain(std::span<const words::run>(each), text.direction));
  return out;
}

// Of the processor, as the peer in Node counts them.
double microseconds(const std::function<void()>& work, std::int64_t times) {
  const std::clock_t begun = std::clock();
  for (std::int64_t i = 0; i < times; ++i) work();
  return static_cast<double>(std::clock() - begun) * 1e6 / CLOCKS_PER_SEC / static_cast<double>(times);
}

double median(std::vector<double> all) {
  std::ranges::sort(all);
  return all[all.size() / 2];
}

// The first line in which two texts differ, of both.
std::string difference(const std::string& ours, const std::string& theirs) {
  auto [a, b] = std::ranges::mismatch(ours, theirs);
  auto line_at = [](const std::string& text, auto at) {
    auto from = text.rfind('\n', static_cast<std::size_t>(at - text.begin())) + 1;
    return text.substr(from, text.find('\n', from) - from);
  };
  return line_at(ours, a) + "\n" + line_at(theirs, b);
}
} // namespace

int render(const options& given) {
  const words::library texts(given.get("templates"), given.get("langpacks"));
  const words::topic* topic = texts.find_topic("earthquake");
  if (!topic) throw std::runtime_error("there is no topic earthquake");
  const auto checked = words::check_parameters(texts, *topic, parameters());
  if (!checked) throw std::runtime_error("earthquake: " + checked.error().detail);
  const words::values& values = *checked;
  words::render_context context;
  context.now = facts.occurred_at;

  std::vector<icu_loop> loops;
  std::vector<std::string> languages;
  std::map<std::string, std::vector<std::string>> phrases, lines; // by language
  for (const auto& language : texts.languages()) {
    const auto one = words::render(texts, *topic, values, language.tag, context);
    if (!one || one->status == text_status::missing) continue; // nothing goes out in this language
    languages.push_back(language.tag);
    phrases[language.tag] = phrases_of(*topic, values, *texts.find_pack(language.tag));
    lines[language.tag] = lines_of(*one);
    loops.emplace_back(texts, language, phrases[language.tag], context.time_zone, facts);
  }
  if (auto file = given.get("messages", ""); !file.empty())
    write_messages(file, texts, facts, context.time_zone, phrases, lines);

  std::string ours, theirs;
  const auto render_ours = [&] {
    ours = in_plain(*words::render(texts, *topic, values, languages, context));
  };
  const auto render_theirs = [&] {
    theirs.clear();
    for (auto& each : loops) each.append(facts, theirs);
  };
  render_ours();
  render_theirs();
  if (ours != theirs) throw std::runtime_error("not the same bytes:\n" + difference(ours, theirs));

  // A formatter remembers the last moment that it wrote: here every notice has another one.
  words::values moving = values;
  auto& moment = std::get<instant>(moving.given.find("occurred_at")->second.front());
  const auto render_moving = [&] {
    moment.us += 60'000'000;
    ours = in_plain(*words::render(texts, *topic, moving, languages, context));
  };

  std::vector<double> our_times, moving_times, their_times;
  for (int round = 0; round < 9; ++round) {
    our_times.push_back(microseconds(render_ours, given.number("times", 200)));
    moving_times.push_back(microseconds(render_moving, given.number("times", 200)));
    their_times.push_back(microseconds(render_theirs, given.number("times", 200)));
  }
  print({{"languages", static_cast<double>(languages.size())},
         {"bytes", static_cast<double>(ours.size())},
         {"again_us", median(our_times)},
         {"ours_us", median(moving_times)},
         {"icu_us", median(their_times)}});
  return 0;
}

} // namespace kotobashi::bench
