#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

namespace {
std::string path_of(const std::string& volunteer) {
  return "/api/v1/volunteers/" + volunteer;
}
} // namespace

link::call_id Gateway::importRoster(std::string csv, bool dryRun, Then<import_outcome> done) {
  link::call what{.verb = link::verb::post,
                  .path = std::string("/api/v1/volunteers/import") + (dryRun ? "?dry_run=1" : ""),
                  .body = std::move(csv),
                  .content_type = "text/csv"};
  return link_->send(std::move(what),
                     link::reading_into<import_outcome>(
                         [this, dryRun, done = std::move(done)](link::outcome<import_outcome> got) {
                           if (got && !dryRun) model_->refresh(client::part::volunteers);
                           done(std::move(got));
                         }));
}
link::call_id Gateway::exportRoster(Then<link::answer> done) {
  return link::get<link::answer>(*link_, "/api/v1/volunteers/export.csv", std::move(done));
}
link::call_id Gateway::addVolunteer(const volunteer_fields& input, Then<volunteer> done) {
  return link::post<volunteer>(*link_, "/api/v1/volunteers", input, std::move(done));
}
link::call_id Gateway::changeVolunteer(const volunteer& which, const boost::json::value& patch,
                                       Then<volunteer> done) {
  link::call_options options;
  options.if_match = std::to_string(which.revision);
  return link::patch<volunteer>(*link_, path_of(which.id.value), patch, std::move(done), std::move(options));
}
link::call_id Gateway::makeLink(const std::string& volunteer, Then<link_created> done) {
  return link::post<link_created>(*link_, path_of(volunteer) + "/link", std::move(done));
}
link::call_id Gateway::revokeLinks(const std::string& volunteer, Then<link::answer> done) {
  return link::del<link::answer>(*link_, path_of(volunteer) + "/link", std::move(done));
}

} // namespace kotobashi::desktop
