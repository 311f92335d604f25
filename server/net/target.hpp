#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Percent-encoding (RFC 3986, 2.1), read strictly.
namespace kotobashi::net {

// Replaces `to`. False for a broken escape, and for a result that isn't UTF-8 or has U+0000 in it.
bool percent_decode(std::string_view from, std::string& to);

// The part behind `?`: name=value pairs as forms send them (application/x-www-form-urlencoded, so + is a
// space). Replaces `to`.
bool parse_query(std::string_view from, std::vector<std::pair<std::string, std::string>>& to);

} // namespace kotobashi::net
