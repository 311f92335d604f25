#include "client/desktop/gateway.hpp"
#include "client/link/typed.hpp"

namespace kotobashi::desktop {

namespace {
std::string path_of(const std::string& volunteer) {
  return "/api/v1/volunteers/" + volunteer;
}
} // namespace

void Gateway::importRoster(std::string csv, bool dryRun, Then<import_outcome> done) {
  link::call what{.verb = link::verb::post,
                  .path = std::string("/api/v1/volunteers/import") + (dryRun ? "?dry_run=1" : ""),
                  .body = std::move(csv),
                  .content_type = "text/csv"};
  link_->send(std::move(what), link::reading_into<import_outcome>(
                                   [this, dryRun, done = std::move(done)](link::outcome<import_outcome> got) {
                                     if (got && !dryRun) model_->refresh(client::part::volunteers);
                                     done(std::move(got));
                                   }));
}
void Gateway::exportRoster(Then<link::answer> done) {
  link::get<link::answer>(*link_, "/api/v1/volunteers/export.csv", std::move(done));
}
void Gateway::addVolunteer(const volunteer_fields& input, Then<volunteer> done) {
  link::post<volunteer>(*link_, "/api/v1/volunteers", input, std::move(done));
}
void Gateway::changeVolunteer(const volunteer& which, const boost::json::value& patch, Then<volunteer> done) {
  link::call_options options;
  options.if_match = std::to_string(which.revision);
  link::patch<volunteer>(*link_, path_of(which.id.value), patch, std::move(done), std::move(options));
}
void Gateway::makeLink(const std::string& volunteer, Then<link_created> done) {
  link::post<link_created>(*link_, path_of(volunteer) + "/link", std::move(done));
}
void Gateway::revokeLinks(const std::string& volunteer, Then<link::answer> done) {
  link::del<link::answer>(*link_, path_of(volunteer) + "/link", std::move(done));
}

} // namespace kotobashi::desktop
