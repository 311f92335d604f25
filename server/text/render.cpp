#include "server/text/render.hpp"

#include "server/text/value_writer.hpp"
#include "server/text/wording.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>

namespace kotobashi::words {

namespace {
struct key_of_value {
  std::string operator()(const area_value& one) const { return one.code; }
  std::string operator()(const place_value& one) const { return one.id; }
  std::string operator()(const period_value& one) const {
    return !one.from ? "to" : !one.to ? "from" : "both";
  }
  std::string operator()(const number_value& one) const {
    return one.described.empty() ? one.qualifier : one.described;
  }
  std::string operator()(const choice_value& one) const { return one.key; }
  std::string operator()(const language_value& one) const { return one.code; }
  template <class T>
  std::string operator()(const T&) const {
    return {};
  }
};

// Gives a topic's values to its messages.
class topic_host final : public message_host {
public:
  topic_host(const topic& of, const values& given, value_writer& writer, formatters& with, run_builder& to)
      : of_(of), given_(given), writer_(writer), with_(with), to_(to) {}

  void words(const std::string& text, const std::string& ruby) override { to_.words(text, ruby); }
  void value(const std::string& name) override { writer_.write(known(name), find(name), to_); }
  // "#" stands for the whole value, with its "more than", unless an offset was taken off.
  void number(double value, const std::string& of) override {
    bool whole = known(of).type == parameter_type::number && !known(of).list;
    if (whole && (std::isnan(value) || std::equal_to<>()(value, number_of(of)))) return this->value(of);
    to_.value(with_.number(value), of);
  }
  double number_of(const std::string& name) override {
    const auto& all = find(name);
    const auto* number = std::get_if<number_value>(&all.front());
    if (known(name).list || !number) return static_cast<double>(all.size());
    return number->value.value_or(std::numeric_limits<double>::quiet_NaN());
  }
  std::string key_of(const std::string& name) override {
    auto on = given_.switches.find(name);
    if (on != given_.switches.end()) return on->second ? "true" : "false";
    const auto& all = find(name);
    return all.size() == 1 ? std::visit(key_of_value{}, all.front()) : std::string();
  }
  std::string plural_category(double value) override { return with_.plural_category(value); }

private:
  const parameter& known(std::string_view name) const {
    if (const parameter* found = find_parameter(of_, name)) return *found;
    throw std::logic_error("the topic " + of_.id + " has no parameter {" + std::string(name) + "}");
  }
  const std::vector<given_value>& find(std::string_view name) const {
    auto found = given_.given.find(name);
    if (found != given_.given.end() && !found->second.empty()) return found->second;
    throw std::logic_error("a phrase of the topic " + of_.id + " asks for {" + std::string(name) +
                           "}, which was not given");
  }

  const topic& of_;
  const values& given_;
  value_writer& writer_;
  formatters& with_;
  run_builder& to_;
};

using phrases = std::vector<const body_phrase*>;

phrases body_of(const topic& of, const values& given) {
  phrases out;
  for (const auto& each : of.body)
    if (holds(each, given)) out.push_back(&each);
  return out;
}

// The language's own order; what it does not name follows.
phrases in_order(phrases body, const std::vector<std::string>& order) {
  std::ranges::stable_sort(body, {},
                           [&](const body_phrase* each) { return std::ranges::find(order, each->phrase); });
  return body;
}

void note_validity(const topic& of, formatters& with, instant now, wording& words) {
  auto first_moment = [](const std::string& date) {
    return from_rfc3339(date + "T00:00:00Z").value_or(instant{});
  };
  constexpr std::int64_t day = 86'400'000'000;
  if (!of.wording_valid_from && !of.wording_valid_until) return;
  std::int64_t today = with.local_day(now);
  if (of.wording_valid_from && today < first_moment(*of.wording_valid_from).us / day)
    words.note("wording_not_valid", of.id, "from " + *of.wording_valid_from);
  if (of.wording_valid_until && today > first_moment(*of.wording_valid_until).us / day)
    words.note("wording_not_valid", of.id, "until " + *of.wording_valid_until);
}
} // namespace

namespace {
rendered render_in(const pack& in, const library& from, const topic& of, const values& given,
                   const phrases& body, const render_context& context) {
  auto with = in.lock_formatters(context.time_zone);
  wording words(from, in);
  value_writer writer(from, words, *with, context);
  run_builder runs(in.about().tag, in.about().direction);
  topic_host host(of, given, writer, *with, runs);

  rendered out{in.about().tag, in.about().direction, {}, {}, {}, {}};
  if (const message* title = words.phrase(of.title_at)) title->write(host);
  out.title = runs.take_line();
  const auto* order = in.body_order(of.id);
  const phrases own = order ? in_order(body, *order) : phrases{};
  for (const body_phrase* each : order ? own : body) {
    if (const message* phrase = words.phrase(each->at)) phrase->write(host);
    runs.end_paragraph();
  }
  out.body = runs.take();
  note_validity(of, *with, context.now, words);
  out.status = words.status();
  out.problems = words.take_problems();
  if (out.status == text_status::missing) out.title.clear(), out.body.clear();
  return out;
}
} // namespace

result<rendered> render(const library& from, const topic& of, const values& given, std::string_view language,
                        const render_context& context) {
  const pack* in = from.find_pack(language);
  if (!in) return refuse(refusal_code::not_found, "there is no language " + std::string(language));
  return render_in(*in, from, of, given, body_of(of, given), context);
}

result<std::vector<rendered>> render(const library& from, const topic& of, const values& given,
                                     const std::vector<std::string>& languages,
                                     const render_context& context) {
  refusal unknown{refusal_code::invalid, "some languages are not known", {}};
  const auto& known = from.languages();
  std::vector<bool> wanted(known.size(), languages.empty());
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (const language* found = from.find_language(languages[i]))
      wanted[static_cast<std::size_t>(found - known.data())] = true;
    else
      unknown.errors.push_back(
          {"languages[" + std::to_string(i) + "]", "unknown", "there is no such language"});
  }
  if (!unknown.errors.empty()) return unknown;
  std::vector<rendered> out;
  const auto body = body_of(of, given);
  out.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    if (wanted[i]) out.push_back(render_in(*from.packs()[i], from, of, given, body, context));
  return out;
}

} // namespace kotobashi::words
