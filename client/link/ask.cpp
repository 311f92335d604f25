#include "client/link/ask.hpp"

#include <future>

namespace kotobashi::link {

outcome<answer> ask(connection& to, call what) {
  auto promise = std::make_shared<std::promise<outcome<answer>>>();
  auto got = promise->get_future();
  to.send(std::move(what), [promise](outcome<answer> how) { promise->set_value(std::move(how)); });
  return got.get();
}

outcome<signed_in> sign_in_and_wait(connection& to, sign_in with) {
  auto promise = std::make_shared<std::promise<outcome<signed_in>>>();
  auto got = promise->get_future();
  to.sign_in(std::move(with), [promise](outcome<signed_in> how) { promise->set_value(std::move(how)); });
  return got.get();
}

outcome<signed_in> sign_in_and_wait(connection& to, std::string account, std::string password) {
  sign_in with;
  with.account = std::move(account);
  with.password = std::move(password);
  return sign_in_and_wait(to, std::move(with));
}

} // namespace kotobashi::link
