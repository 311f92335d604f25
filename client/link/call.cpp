#include "client/link/call.hpp"

namespace kotobashi::link {

std::string_view to_string(verb v) {
  switch (v) {
  case verb::get: return "GET";
  case verb::post: return "POST";
  case verb::patch: return "PATCH";
  case verb::put: return "PUT";
  case verb::del: return "DELETE";
  }
  return "GET";
}

} // namespace kotobashi::link
