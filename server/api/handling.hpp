#pragma once

#include "server/api/endpoint.hpp"
#include "server/api/services.hpp"
#include "server/model/json.hpp"
#include "server/store/tables.hpp"

// What the handlers have in common: input, replies, and changes that are made once however often they are
// asked for.
namespace kotobashi::api {

namespace asio = boost::asio;
namespace js = boost::json;
template <class T>
using awaitable = asio::awaitable<T>;

template <class T>
result<T> input(const call& from) {
  return json::read_string<T>(from.body.empty() ? "{}" : from.body);
}

reply json_reply(unsigned status, const js::value& body);
// A record, with its revision as ETag where it has one.
template <class T>
reply record_reply(unsigned status, const T& record) {
  reply out = json_reply(status, json::write(record));
  if constexpr (requires { record.revision; })
    out.headers.emplace_back("ETag", '"' + std::to_string(record.revision) + '"');
  return out;
}
template <class T>
reply reply_of(result<T> from, unsigned status = 200) {
  return from ? record_reply(status, *from) : problem(from.error());
}

// ?limit=, 1 to 500, default 100.
result<std::int64_t> limit_of(const call& from);
// ?limit= and ?after=, a record's id.
result<store::page_wish> page_of(const call& from);
// {items}: all that there are.
template <class View>
reply list_reply(const std::vector<View>& items) {
  return json_reply(200, js::object{{"items", json::write(items)}});
}
// {items, next}: `next` goes into ?after=, absent on the last page.
template <class View>
reply list_reply(const std::vector<View>& items, const store::page_wish& wish, const std::string& last) {
  js::object body;
  body["items"] = json::write(items);
  if (static_cast<std::int64_t>(items.size()) == wish.limit) body["next"] = last;
  return json_reply(200, body);
}

// A page of what the reader may see: it is read on past what stays hidden, so that neither its length nor its
// end tells of that. `rows(page_wish)` reads records, `show(record) -> result<View>` refuses the hidden ones.
template <class Rows, class Show>
auto seen_page(store::page_wish wish, Rows rows, Show show) {
  using record = typename std::invoke_result_t<Rows&, const store::page_wish&>::value_type;
  std::vector<typename std::invoke_result_t<Show&, const record&>::value_type> out;
  const auto wanted = static_cast<std::size_t>(wish.limit);
  for (bool more = true; more && out.size() < wanted;) {
    const auto read = rows(wish);
    more = read.size() == wanted;
    for (const record& each : read) {
      wish.after = each.id.value;
      if (auto seen = show(each); seen && out.size() < wanted) out.push_back(std::move(*seen));
    }
  }
  return out;
}

// The id in the path, or not_found.
template <class T>
result<id<T>> path_id(const call& from, std::size_t place = 0) {
  if (place < from.path.size() && valid_uuid(from.path[place])) return id<T>{from.path[place]};
  return refuse(refusal_code::not_found, "there is no such record");
}

// If-Match against the revision that stands: 412, or 428 where there is none.
std::optional<refusal> if_match(const call& from, std::int64_t revision);

// The current activation, or center_closed.
result<activation> open_center(store::connection& db);

// What a job has made, with what the reply shows of it, for jobs that have all of that in hand.
template <class T, class View>
struct made_and_seen {
  id<T> which;
  View view;
};

// Makes a change once for its Idempotency-Key: `job(unit_of_work&) -> result<id<T>>` runs in the writer's
// transaction; `show(connection&, const id<T>&) -> result<View>` reads what the reply shows, under the
// caller's present rights, in the same transaction; it is not asked where the job gives
// result<made_and_seen<T, View>>. A repeat is answered by `show` alone. `what` names the operation
// ("request.claim").
template <class Job, class Show>
awaitable<reply> change(services& of, const call& from, std::string_view what, unsigned status, Job job,
                        Show show);
// The same for a request with a secret in it: `hash` is what it is known again by.
template <class Job, class Show>
awaitable<reply> change_known_by(services& of, const call& from, std::string hash, unsigned status, Job job,
                                 Show show);

namespace detail {
std::string hash_of(const call& from, std::string_view what);

template <class>
struct id_target;
template <class T>
struct id_target<result<id<T>>> {
  using type = T;
};
template <class T, class View>
struct id_target<result<made_and_seen<T, View>>> {
  using type = T;
};
} // namespace detail

template <class Job, class Show>
awaitable<reply> change_known_by(services& of, const call& from, std::string hash, unsigned status, Job job,
                                 Show show) {
  using T = typename detail::id_target<std::invoke_result_t<Job&, store::unit_of_work&>>::type;
  using view = std::invoke_result_t<Show&, store::connection&, const id<T>&>;
  const std::string key = from.idempotency_key.value_or("");
  auto once = [&](store::unit_of_work& work) -> view {
    auto past = work.recall(from.from.who.value, key, hash);
    if (!past) return past.error();
    if (*past) return show(work.db(), id<T>{(*past)->record});
    auto made = job(work);
    if (!made) return made.error();
    auto keep = [&](const id<T>& which) {
      work.remember(from.from.who.value, key, hash, static_cast<int>(status), which.value);
    };
    if constexpr (requires { made->view; }) {
      keep(made->which);
      return std::move(made->view);
    } else {
      keep(*made);
      return show(work.db(), *made);
    }
  };
  co_return reply_of(co_await of.db.write(once), status);
}

template <class Job, class Show>
awaitable<reply> change(services& of, const call& from, std::string_view what, unsigned status, Job job,
                        Show show) {
  return change_known_by(of, from, detail::hash_of(from, what), status, std::move(job), std::move(show));
}

} // namespace kotobashi::api
