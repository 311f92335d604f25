#include "server/api/ending.hpp"

#include "server/store/request_store.hpp"

namespace kotobashi::api {

namespace {
std::string_view event_of(request_state state) {
  switch (state) {
  case request_state::cancelled: return "request.cancelled";
  case request_state::expired: return "request.expired";
  default: return "request.released";
  }
}
} // namespace

void end_request(store::unit_of_work& work, const id<account>& who, const domain::ended_request& ended) {
  store::save(work, ended.what);
  for (const assignment& each : ended.released) store::save(work, each);
  store::tell(work, who, event_of(ended.what.state), ended.what.id, ended.what.revision);
}

void end_requests_of(store::unit_of_work& work, const id<account>& who, const activation& closed) {
  for (auto& each : store::requests_in_hand(work.db(), closed.id)) {
    auto all = store::assignments_of(work.db(), each.id);
    auto ended = domain::end_with(closed, std::move(each), all, work.now());
    if (!ended.released.empty()) end_request(work, who, ended);
  }
}

int end_requests_over(store::unit_of_work& work) {
  int count = 0;
  for (auto& each : store::requests_over_by(work.db(), work.now())) {
    auto all = store::assignments_of(work.db(), each.id);
    end_request(work, {}, domain::time_over(std::move(each), all, work.now()));
    ++count;
  }
  return count;
}

} // namespace kotobashi::api
