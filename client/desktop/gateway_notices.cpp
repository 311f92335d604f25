#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

namespace {
std::string path_of(const notice_view& which, const char* step) {
  return "/api/v1/notices/" + which.id.value + step;
}

link::call_options matching(std::int64_t revision) {
  link::call_options out;
  out.if_match = std::to_string(revision);
  return out;
}
} // namespace

void Gateway::languageStatus(Then<std::vector<client::language_status>> done) {
  link::get_all<client::language_status>(*link_, "/api/v1/languages/status", std::move(done));
}
void Gateway::wordingReviews(Then<std::vector<wording_review_view>> done) {
  link::get_all<wording_review_view>(*link_, "/api/v1/wording-reviews?state=open&limit=500", std::move(done));
}
link::call_id Gateway::decideWording(const wording_review_view& which, bool accept,
                                     Then<wording_review_view> done) {
  const std::string path = "/api/v1/wording-reviews/" + which.id.value + (accept ? "/accept" : "/decline");
  return link::post<wording_review_view>(*link_, path, boost::json::value(boost::json::object()),
                                         std::move(done));
}

link::call_id Gateway::preview(const preview_wish& input, Then<client::preview_reply> done) {
  link::call_options options;
  options.in_order = false; // changes nothing
  return link::post<client::preview_reply>(*link_, "/api/v1/preview", input, std::move(done),
                                           std::move(options));
}

link::call_id Gateway::draft(const new_notice& input, Then<notice_view> done) {
  return link::post<notice_view>(*link_, "/api/v1/notices", input,
                                 [this, done = std::move(done)](link::outcome<notice_view> got) {
                                   if (got) model_->put(*got);
                                   done(std::move(got));
                                 });
}

link::call_id Gateway::publish(const notice_view& which, const publish_notice& input,
                               Then<notice_view> done) {
  return link::post<notice_view>(*link_, path_of(which, "/publish"), input, std::move(done),
                                 matching(which.revision));
}
link::call_id Gateway::correct(const notice_view& which, const correct_notice& input,
                               Then<notice_view> done) {
  return link::post<notice_view>(*link_, path_of(which, "/correct"), input, std::move(done),
                                 matching(which.revision));
}
link::call_id Gateway::withdraw(const notice_view& which, const withdraw_notice& input,
                                Then<notice_view> done) {
  return link::post<notice_view>(*link_, path_of(which, "/withdraw"), input, std::move(done),
                                 matching(which.revision));
}

} // namespace kotobashi::desktop
