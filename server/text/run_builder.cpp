#include "server/text/run_builder.hpp"

#include <iterator>

namespace kotobashi::words {

void run_builder::add(std::string_view text, std::string_view ruby, std::string_view parameter) {
  if (text.empty()) return;
  paragraph& to = done_.back();
  if (!closed_ && !to.empty() && ruby.empty() && !to.back().ruby &&
      std::string_view(to.back().parameter ? *to.back().parameter : std::string_view()) == parameter) {
    to.back().text += text;
    return;
  }
  if (to.capacity() == 0) to.reserve(2);
  run& next = to.emplace_back();
  next.text = text;
  next.language = language_;
  next.direction = direction_;
  if (!ruby.empty()) next.ruby.emplace(ruby);
  if (!parameter.empty()) next.parameter.emplace(parameter);
  closed_ = false;
}

void run_builder::end_paragraph() {
  closed_ = true;
  if (!done_.back().empty()) done_.emplace_back();
}

void run_builder::words(std::string_view text, std::string_view ruby) {
  for (auto line = text.find('\n'); line != text.npos; line = text.find('\n')) {
    add(text.substr(0, line), ruby, {});
    end_paragraph();
    text.remove_prefix(line + 1);
  }
  add(text, ruby, {});
}

void run_builder::value(run one, bool own) {
  if (one.text.empty()) return;
  if (!own && one.language == language_ && one.direction == direction_)
    return add(one.text, one.ruby ? *one.ruby : std::string_view(),
               one.parameter ? *one.parameter : std::string_view());
  done_.back().push_back(std::move(one));
  closed_ = true;
}

void run_builder::value(const std::vector<ruby_piece>& pieces, std::string_view parameter) {
  for (const auto& each : pieces) add(each.text, each.ruby, parameter);
}

void run_builder::value(std::string_view text, std::string_view parameter, std::string_view ruby) {
  add(text, ruby, parameter);
}

void run_builder::begin() {
  constexpr std::size_t usual = 16; // paragraphs of a notice
  done_ = {};
  done_.reserve(usual);
  done_.emplace_back();
  closed_ = true;
}

std::vector<paragraph> run_builder::take() {
  if (done_.back().empty()) done_.pop_back();
  auto out = std::move(done_);
  begin();
  return out;
}

paragraph run_builder::take_line() {
  paragraph out;
  for (auto& each : take()) {
    if (!out.empty()) out.push_back(run{"\n", language_, direction_, {}, {}});
    out.insert(out.end(), std::make_move_iterator(each.begin()), std::make_move_iterator(each.end()));
  }
  return out;
}

} // namespace kotobashi::words
