#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

namespace {
std::string path_of(const std::string& request, const std::string& step) {
  return "/api/v1/requests/" + request + '/' + step;
}
} // namespace

link::call_id Gateway::makeRequest(const new_request& input, Then<request_view> done) {
  return link::post<request_view>(*link_, "/api/v1/requests", input,
                                  [this, done = std::move(done)](link::outcome<request_view> got) {
                                    if (got) model_->put(*got);
                                    done(std::move(got));
                                  });
}
void Gateway::candidates(const std::string& request, Then<std::vector<candidate>> done) {
  link::get_all<candidate>(*link_, path_of(request, "candidates"), std::move(done));
}
link::call_id Gateway::assign(const std::string& request, const assign_request& input,
                              Then<request_view> done) {
  return link::post<request_view>(*link_, path_of(request, "assign"), input, std::move(done));
}
link::call_id Gateway::recordCall(const std::string& request, const new_call_outcome& input,
                                  Then<request_view> done) {
  return link::post<request_view>(*link_, path_of(request, "calls"), input, std::move(done));
}
link::call_id Gateway::moveOn(const std::string& request, const std::string& step, const of_volunteer& who,
                              Then<request_view> done) {
  return link::post<request_view>(*link_, path_of(request, step), who, std::move(done));
}
link::call_id Gateway::cancelRequest(const std::string& request, const cancel_request& input,
                                     Then<request_view> done) {
  return link::post<request_view>(*link_, path_of(request, "cancel"), input, std::move(done));
}

} // namespace kotobashi::desktop
