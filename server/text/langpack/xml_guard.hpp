#pragma once

#include "server/model/result.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace kotobashi::langpack {

// Parses XML from outside. Refused: a DOCTYPE (so there are no entities and nothing is fetched), references
// other than XML's five and those to its characters, an encoding other than UTF-8, more than one root, what
// is not well-formed. `bytes` must be UTF-8. White space is kept.
result<pugi::xml_node> parse_xml(std::string_view bytes, pugi::xml_document& into);

// Names without their prefixes.
std::string_view local_name(const pugi::xml_node& node);

} // namespace kotobashi::langpack
