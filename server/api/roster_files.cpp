#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"

namespace kotobashi::api {
awaitable<reply> import_roster(services&, const call&) {
  co_return problem(refuse(refusal_code::unsupported));
}
awaitable<reply> export_roster(services&, const call&) {
  co_return problem(refuse(refusal_code::unsupported));
}
} // namespace kotobashi::api
