#pragma once

#include "server/api/endpoint.hpp"
#include "server/text/library.hpp"

#include <string>
#include <string_view>

// Which language somebody reads, and the center's own names in it.
namespace kotobashi::api {

// ?lang=, else the first of Accept-Language that a pack exists for, else Japanese.
std::string language_of(const words::library& texts, const call& from);
// A municipality or ward in the reader's language; where the term is missing, in Japanese; the code, where
// nobody knows it.
std::string area_name(const words::library& texts, std::string_view language, const std::string& code);

} // namespace kotobashi::api
