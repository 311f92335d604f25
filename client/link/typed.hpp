#pragma once

#include "client/link/connection.hpp"
#include "client/link/reading.hpp"
#include "server/model/json.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

// Calls with records instead of text. `get<notice_view>(link, "/api/v1/notices/" + id,
// [](link::outcome<notice_view> got) {…})`.
namespace kotobashi::link {

template <class T>
using handler = std::function<void(outcome<T>)>;

// What may differ from call{}'s defaults; verb, path and body are set by the functions below.
struct call_options {
  std::optional<std::string> if_match{};
  std::string idempotency_key{};
  bool in_order = true;
  std::optional<std::chrono::milliseconds> give_up_after{};
};

template <class T>
connection::answer_handler reading_into(handler<T> done) {
  return [done = std::move(done)](outcome<answer> got) {
    if (!got) return done(got.error());
    done(read_answer<T>(*got));
  };
}

template <class T>
call_id get(connection& to, std::string path, handler<T> done) {
  return to.send(call{.path = std::move(path)}, reading_into<T>(std::move(done)));
}

template <class T, class In>
call_id send_record(connection& to, verb how, std::string path, const In& input, handler<T> done,
                    call_options options = {}) {
  call what{.verb = how, .path = std::move(path), .body = json::write_string(input)};
  what.if_match = std::move(options.if_match);
  what.idempotency_key = std::move(options.idempotency_key);
  what.in_order = options.in_order;
  what.give_up_after = options.give_up_after;
  return to.send(std::move(what), reading_into<T>(std::move(done)));
}
template <class T, class In>
call_id post(connection& to, std::string path, const In& input, handler<T> done, call_options options = {}) {
  return send_record<T>(to, verb::post, std::move(path), input, std::move(done), std::move(options));
}
template <class T, class In>
call_id patch(connection& to, std::string path, const In& input, handler<T> done, call_options options = {}) {
  return send_record<T>(to, verb::patch, std::move(path), input, std::move(done), std::move(options));
}
template <class T, class In>
call_id put(connection& to, std::string path, const In& input, handler<T> done, call_options options = {}) {
  return send_record<T>(to, verb::put, std::move(path), input, std::move(done), std::move(options));
}
// A change that takes no input, such as /claim or /close.
template <class T>
call_id post(connection& to, std::string path, handler<T> done) {
  return to.send(call{.verb = verb::post, .path = std::move(path), .body = "{}"},
                 reading_into<T>(std::move(done)));
}
template <class T>
call_id del(connection& to, std::string path, handler<T> done) {
  return to.send(call{.verb = verb::del, .path = std::move(path)}, reading_into<T>(std::move(done)));
}

// All pages of a list: asks with after= until there is no `next`. `path` has no after= of its own.
template <class T>
void get_all(connection& to, std::string path, handler<std::vector<T>> done) {
  struct walk {
    connection& to;
    std::string path;
    handler<std::vector<T>> done;
    std::vector<T> items;
    static void step(std::shared_ptr<walk> w, const std::string& next) {
      std::string where = next.empty() ? w->path : with_query(w->path, "after", next);
      get<page<T>>(w->to, std::move(where), [w](outcome<page<T>> got) {
        if (!got) return w->done(got.error());
        std::move(got->items.begin(), got->items.end(), std::back_inserter(w->items));
        if (!got->next.empty()) return step(w, got->next);
        w->done(std::move(w->items));
      });
    }
  };
  walk::step(std::make_shared<walk>(walk{to, std::move(path), std::move(done), {}}), "");
}

} // namespace kotobashi::link
