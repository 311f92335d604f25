#pragma once

#include "server/text/message.hpp"

#include <string>
#include <vector>

namespace kotobashi::langpack {

// What a message says: its words with U+FFFC for each value, once for every branch of plural and select
// (several of them in one message are walked side by side, not multiplied). Ruby marks stand as they were
// written.
std::vector<std::string> variants(const words::message& of);

// The same, written in another way, and which branches were taken ("one", "true"; empty: there are none).
class variant_writer {
public:
  virtual ~variant_writer() = default;
  virtual std::string words(const std::string& text, const std::string& ruby) const = 0;
  virtual std::string value(const std::string& name) const = 0;
};
struct variant {
  std::string says, branches;
};
std::vector<variant> variants(const words::message& of, const variant_writer& by);

} // namespace kotobashi::langpack
