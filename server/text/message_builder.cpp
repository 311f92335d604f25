#include "server/text/message.hpp"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace kotobashi::words {

namespace {
std::string utf8(const icu::UnicodeString& from) {
  std::string out;
  from.toUTF8String(out);
  return out;
}
constexpr int deepest = 8;

// ICU takes a } without its { for a word. In quotes it is one.
bool closes_too_often(std::string_view text) {
  return text.find('\'') == text.npos && std::ranges::count(text, '}') > std::ranges::count(text, '{');
}
} // namespace

// Walks the parts of icu::MessagePattern, which nest as in the text.
class message::builder {
public:
  builder(message& to, std::string_view text, bool ruby) : to_(to), ruby_(ruby), pattern_(failed_) {
    UParseError where{};
    auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    pattern_.parse(source, &where, failed_);
    if (U_FAILURE(failed_)) {
      refuse(where.offset, reason(failed_));
      return;
    }
    if (closes_too_often(text)) {
      refuse(0, "unmatched braces");
      return;
    }
    std::int32_t at = 0;
    to_.nodes_ = read_message(at, 0);
    if (to_.error_) to_.nodes_.clear();
  }

private:
  using part = icu::MessagePattern::Part;

  static std::string reason(UErrorCode failed) {
    switch (failed) {
    case U_UNMATCHED_BRACES: return "unmatched braces";
    case U_DEFAULT_KEYWORD_MISSING: return "there is no branch \"other\"";
    case U_PATTERN_SYNTAX_ERROR: return "not a message: ICU cannot read it";
    default: return std::string("not a message: ") + u_errorName(failed);
    }
  }
  void refuse(std::int32_t offset, std::string what) {
    if (!to_.error_)
      to_.error_ = message_error{static_cast<std::size_t>(offset < 0 ? 0 : offset), std::move(what)};
  }
  std::string text_of(const part& of) const { return utf8(pattern_.getSubstring(of)); }

  // From MSG_START to the part after MSG_LIMIT.
  nodes read_message(std::int32_t& at, int depth) {
    nodes out;
    std::string text;
    auto flush = [&] {
      if (text.empty()) return;
      node words{node::kind::words};
      words.pieces = ruby_ ? read_ruby(text) : std::vector<ruby_piece>{{text, {}}};
      out.push_back(std::move(words));
      text.clear();
    };
    std::int32_t end = pattern_.getPart(at).getLimit();
    for (++at;; ++at) {
      const part& here = pattern_.getPart(at);
      text += utf8(pattern_.getPatternString().tempSubStringBetween(end, here.getIndex()));
      end = here.getLimit();
      if (here.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) break;
      if (here.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
        flush();
        out.push_back({node::kind::pound});
      } else if (here.getType() == UMSGPAT_PART_TYPE_ARG_START) {
        flush();
        std::int32_t limit = pattern_.getLimitPartIndex(at);
        end = pattern_.getPart(limit).getLimit();
        out.push_back(read_argument(at, depth));
        at = limit;
      }
    }
    flush();
    return out;
  }

  node read_argument(std::int32_t at, int depth) {
    const part& start = pattern_.getPart(at++);
    const part& name = pattern_.getPart(at++);
    node out;
    out.name = text_of(name);
    if (name.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER)
      refuse(name.getIndex(), "a number for a name: {" + out.name + "}");
    if (depth >= deepest) refuse(start.getIndex(), "nested too deeply");
    if (to_.error_) return out;
    switch (start.getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
      out.is_kind = node::kind::value;
      note(out, message_argument::kind::value);
      break;
    case UMSGPAT_ARG_TYPE_PLURAL:
      out.is_kind = node::kind::plural;
      out.offset = pattern_.getPluralOffset(at);
      if (part::hasNumericValue(pattern_.getPartType(at))) ++at;
      read_branches(out, at, depth);
      note(out, message_argument::kind::plural);
      break;
    case UMSGPAT_ARG_TYPE_SELECT:
      out.is_kind = node::kind::select;
      read_branches(out, at, depth);
      note(out, message_argument::kind::select);
      break;
    default:
      refuse(start.getIndex(), "only {name}, plural and select may stand in braces: {" + out.name + "}");
    }
    return out;
  }

  void read_branches(node& to, std::int32_t at, int depth) {
    while (pattern_.getPartType(at) == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
      branch out;
      out.selector = text_of(pattern_.getPart(at++));
      const part& next = pattern_.getPart(at);
      if (next.getType() == UMSGPAT_PART_TYPE_ARG_INT || next.getType() == UMSGPAT_PART_TYPE_ARG_DOUBLE) {
        out.exactly = pattern_.getNumericValue(next);
        ++at;
      }
      std::int32_t limit = pattern_.getLimitPartIndex(at);
      out.content = read_message(at, depth + 1);
      at = limit + 1;
      to.branches.push_back(std::move(out));
    }
  }

  void note(const node& one, message_argument::kind kind) {
    for (auto& known : to_.arguments_) {
      if (known.name != one.name || known.is_kind != kind) continue;
      for (const auto& each : one.branches) known.selectors.push_back(each.selector);
      return;
    }
    message_argument out{one.name, kind, {}};
    for (const auto& each : one.branches) out.selectors.push_back(each.selector);
    to_.arguments_.push_back(std::move(out));
  }

  message& to_;
  bool ruby_;
  UErrorCode failed_ = U_ZERO_ERROR;
  icu::MessagePattern pattern_;
};

message::message(std::string_view text, bool ruby) {
  builder(*this, text, ruby);
}

} // namespace kotobashi::words
