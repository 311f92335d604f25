#include "server/app/first_account.hpp"

#include "server/api/passwords.hpp"
#include "server/store/account_store.hpp"

#include <fmt/format.h>

#include <fstream>

namespace kotobashi::app {

namespace {
std::string first_line(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  if (!in || !std::getline(in, line))
    throw std::runtime_error(fmt::format("{}: no password can be read here", file.string()));
  if (line.ends_with('\r')) line.pop_back();
  return line;
}
} // namespace

boost::asio::awaitable<void> make_first_account(store::engine& db, const options& how) {
  auto look = [](store::reader& in) -> result<bool> { return store::has_accounts(in.db()); };
  auto exists = co_await db.read(look);
  if (!exists) throw std::runtime_error("the database is busy");
  if (*exists) co_return;
  if (how.first_account.empty())
    throw std::runtime_error(
        "there is no account yet: give --first-account NAME and --first-password-file FILE");
  std::string password = first_line(how.first_password_file);
  if (password.size() < api::shortest_password)
    throw std::runtime_error(fmt::format("{}: the password is too short, at least {} characters",
                                         how.first_password_file.string(), api::shortest_password));
  const std::string hash = api::hash_password(password);
  auto job = [&](store::unit_of_work& work) -> result<bool> {
    account lead{work.new_id<account>(), how.first_account, {role::lead}, {}, hash, false, work.now()};
    store::add(work, lead);
    store::tell(work, lead.id, "account.create", lead.id, 1);
    return true;
  };
  auto made = co_await db.write(job);
  if (!made) throw std::runtime_error("the lead's account cannot be made: " + made.error().detail);
}

} // namespace kotobashi::app
