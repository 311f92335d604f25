#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

void Gateway::recordInquiry(const new_inquiry& input, Then<inquiry_view> done) {
  link::post<inquiry_view>(*link_, "/api/v1/inquiries", input,
                           [this, done = std::move(done)](link::outcome<inquiry_view> got) {
                             if (got) model_->put(*got);
                             done(std::move(got));
                           });
}
void Gateway::changeInquiry(const inquiry_view& which, const boost::json::value& patch,
                            Then<inquiry_view> done) {
  link::call_options options;
  options.if_match = std::to_string(which.revision);
  link::patch<inquiry_view>(*link_, "/api/v1/inquiries/" + which.id.value, patch, std::move(done),
                            std::move(options));
}
void Gateway::answerInquiry(const std::string& inquiry, const new_answer& input, Then<inquiry_view> done) {
  link::post<inquiry_view>(*link_, "/api/v1/inquiries/" + inquiry + "/answers", input, std::move(done));
}
void Gateway::addLogEntry(const new_log_entry& input, Then<log_entry> done) {
  link::post<log_entry>(*link_, "/api/v1/log", input, std::move(done));
}

} // namespace kotobashi::desktop
