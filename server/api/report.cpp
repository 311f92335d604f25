#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/report_text.hpp"
#include "server/store/report_store.hpp"

namespace kotobashi::api {

// GET /api/v1/activations/{id}/report, with ?format=text for people and ?lang=ja|en.
awaitable<reply> get_report(services& of, const call& from) {
  auto which = path_id<activation>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) -> result<closing_report> {
    auto found = store::get(in.db(), *which);
    if (!found) return found.error();
    return store::report_of(in.db(), *found, in.now());
  };
  auto report = co_await of.db.read(look);
  if (!report) co_return problem(report.error());
  if (from.parameter("format").value_or("json") != "text") co_return record_reply(200, *report);
  reply out;
  out.content_type = "text/plain; charset=utf-8";
  out.body = report_text(of, *report, from.parameter("lang").value_or("ja"));
  co_return out;
}

} // namespace kotobashi::api
