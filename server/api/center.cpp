#include "server/api/feed.hpp"
#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/machine.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/engine/event_log.hpp"
#include "server/store/report_store.hpp"

#include <fmt/format.h>

namespace kotobashi::api {

awaitable<reply> get_center(services& of, const call&) {
  auto look = [&](store::reader& in) -> result<center_view> {
    center_view out;
    out.name = domain::name_in(of.center.names, "ja");
    out.name_en = domain::name_in(of.center.names, "en");
    out.activation = store::latest_activation(in.db());
    out.state = out.activation ? std::string(json::name_of(out.activation->state)) : "standby";
    out.cursor = of.cursors.seal(store::last_event(in.db()));
    out.time_zone = of.center.time_zone;
    for (const auto& each : of.center.areas) out.areas.push_back({each.code, each.names});
    out.board_url = of.board_url;
    out.drafted_goes_out = of.center.policies.texts.drafted_goes_out;
    out.drafted_critical_goes_out = of.center.policies.texts.drafted_critical_goes_out;
    return out;
  };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> get_overview(services& of, const call& from) {
  auto look = [&](store::reader& in) -> result<overview> {
    auto current = store::latest_activation(in.db());
    overview out;
    if (current) out = store::overview_of(in.db(), *current, from.from, in.now());
    out.machine = machine_now(of.data_directory);
    for (const auto& each : of.texts.problems()) out.machine.text_problems.push_back(words::to_string(each));
    return out;
  };
  co_return reply_of(co_await of.db.read(look));
}

reply health(services&, const call&) {
  reply out;
  out.content_type = "text/plain; charset=utf-8";
  out.body = "ok\n";
  out.headers.emplace_back("Cache-Control", "no-store");
  return out;
}

reply metrics(services& of, const call&) {
  auto counted = of.db.counters();
  reply out;
  out.content_type = "text/plain; version=0.0.4; charset=utf-8";
  out.body = of.network_metrics ? of.network_metrics() : "";
  auto line = [&](std::string_view name, std::string_view type, std::uint64_t value) {
    out.body += fmt::format("# TYPE kotobashi_store_{0} {1}\nkotobashi_store_{0} {2}\n", name, type, value);
  };
  line("jobs_total", "counter", counted.jobs);
  line("commits_total", "counter", counted.commits);
  line("reruns_total", "counter", counted.reruns);
  line("busy_total", "counter", counted.busy);
  line("storage_full_total", "counter", counted.storage_full);
  line("checkpoints_total", "counter", counted.checkpoints);
  line("wal_bytes", "gauge", counted.wal_bytes);
  return out;
}

} // namespace kotobashi::api
