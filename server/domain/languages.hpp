#pragma once

#include "server/model/request.hpp"
#include "server/model/volunteer.hpp"

#include <string_view>

// Which language of a person serves which language of a request. Tags are BCP 47; what is spoken and what is
// written are different things: a roster's 中国語 is spoken "zh" and written zh-Hans and zh-Hant.
namespace kotobashi::domain {

// Does somebody who knows `known` serve a need for `wanted`? Spoken: Chinese without more, and 普通話 (cmn),
// serve each other and both scripts; 広東語 (yue) serves only itself. Written: the scripts are apart, "zh"
// alone serves and is served by either. Elsewhere the language counts and not the region: "pt-BR" serves
// "pt"; "ja-simple" is Japanese.
bool spoken_serves(std::string_view known, std::string_view wanted);
bool written_serves(std::string_view known, std::string_view wanted);

// Can this person do what is asked for, as far as the language goes? Translating and checking go by the
// written languages, interpreting and accompanying by the spoken ones.
bool speaks(const volunteer& person, const language_tag& wanted, request_kind kind);
inline bool speaks(const volunteer& person, const language_tag& wanted) {
  return speaks(person, wanted, request_kind::interpret);
}

} // namespace kotobashi::domain
