#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/text/langpack/status.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace kotobashi::api {

namespace {
awaitable<std::vector<langpack::language_status>> count(const words::library& texts) {
  co_return langpack::status(texts);
}
} // namespace

// Every topic is rendered in every language for this: away from the I/O thread.
awaitable<reply> get_language_status(services& of, const call&) {
  auto counted = co_await asio::co_spawn(of.heavy, count(of.texts), asio::use_awaitable);
  co_return list_reply(counted);
}

} // namespace kotobashi::api
