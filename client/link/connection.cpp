#include "client/link/connection.hpp"

#include "client/link/engine.hpp"

namespace kotobashi::link {

connection::connection(settings how) : self_(std::make_unique<implementation>(*this, std::move(how))) {}
connection::~connection() = default;

void connection::sign_in(std::string account, std::string password, sign_in_handler done) {
  kotobashi::sign_in with;
  with.account = std::move(account);
  with.password = std::move(password);
  self_->sign_in(std::move(with), std::move(done));
}
void connection::sign_in(kotobashi::sign_in with, sign_in_handler done) {
  self_->sign_in(std::move(with), std::move(done));
}
void connection::resume(const signed_in& session) {
  self_->resume(session);
}
void connection::sign_out() {
  self_->sign_out();
}

call_id connection::send(call what, answer_handler done) {
  return self_->send(std::move(what), std::move(done));
}
bool connection::cancel(call_id which) {
  return self_->cancel(which);
}
std::vector<call_info> connection::unfinished() const {
  return self_->unfinished();
}

void connection::follow(std::string cursor) {
  self_->follow(std::move(cursor));
}
void connection::unfollow() {
  self_->follow(std::nullopt);
}

status connection::now() const {
  return self_->now();
}
const address& connection::server() const {
  return self_->server();
}

} // namespace kotobashi::link
