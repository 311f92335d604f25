#pragma once

#include "server/model/result.hpp"

namespace kotobashi::domain {

// What a volunteer is told instead of `code`: reasons that would reveal a person read as not_available.
constexpr refusal_code for_volunteers(refusal_code code) {
  switch (code) {
  case refusal_code::gender_preference:
  case refusal_code::banned_pair: return refusal_code::not_available;
  default: return code;
  }
}

} // namespace kotobashi::domain
