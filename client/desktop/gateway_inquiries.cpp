#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

link::call_id Gateway::recordInquiry(const new_inquiry& input, Then<inquiry_view> done) {
  return link::post<inquiry_view>(*link_, "/api/v1/inquiries", input,
                                  [this, done = std::move(done)](link::outcome<inquiry_view> got) {
                                    if (got) model_->put(*got);
                                    done(std::move(got));
                                  });
}
link::call_id Gateway::changeInquiry(const inquiry_view& which, const boost::json::value& patch,
                                     Then<inquiry_view> done) {
  link::call_options options;
  options.if_match = std::to_string(which.revision);
  return link::patch<inquiry_view>(*link_, "/api/v1/inquiries/" + which.id.value, patch, std::move(done),
                                   std::move(options));
}
link::call_id Gateway::answerInquiry(const std::string& inquiry, const new_answer& input,
                                     Then<inquiry_view> done) {
  return link::post<inquiry_view>(*link_, "/api/v1/inquiries/" + inquiry + "/answers", input,
                                  std::move(done));
}
link::call_id Gateway::addLogEntry(const new_log_entry& input, Then<log_entry> done) {
  return link::post<log_entry>(*link_, "/api/v1/log", input, std::move(done));
}

} // namespace kotobashi::desktop
