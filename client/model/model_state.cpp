#include "client/model/model_state.hpp"

#include <utility>

namespace kotobashi::client {

namespace {
loading state_after(const link::failure& why) {
  return why.is(refusal_code::forbidden) ? loading::not_permitted : loading::failed;
}
} // namespace

center_model::implementation::implementation(center_model& owner, link::connection& over)
    : owner_(owner), over_(over) {
  on_status_ = over.status_changed.observe([this](const link::status& now) { status_changed(now); });
  on_event_ = over.event_arrived.observe([this](const link::event_message& what) { event(what); });
  status_changed(over.now());
}

void center_model::implementation::tell(part what, std::string id, bool gone) {
  owner_.changed.emit(change{what, std::move(id), gone});
}

void center_model::implementation::status_changed(const link::status& now) {
  const auto before = std::exchange(link_now, now);
  const std::string account = now.account ? now.account->id.value : std::string();
  const bool somebody_else = account != account_;
  if (somebody_else) forget_all();
  account_ = account;
  tell(part::link);
  const bool signed_in = now.session == link::session_state::signed_in;
  if (signed_in && (somebody_else || before.session != link::session_state::signed_in)) reload();
}

// What one account saw is not for the next.
void center_model::implementation::forget_all() {
  ++round_;
  loading_ = 0;
  held_.clear();
  over_.unfollow();
  center.reset();
  overview.reset();
  overview_asked_ = overview_again_ = false;
  notices.clear();
  requests.clear();
  volunteers.clear();
  inquiries.clear();
  log.clear();
  for (part each : {part::center, part::overview, part::notices, part::requests, part::volunteers,
                    part::inquiries, part::log})
    tell(each);
}

template <class T>
link::handler<T> center_model::implementation::in_this_round(link::handler<T> done) {
  return [this, alive = std::weak_ptr<void>(alive_), round = round_,
          done = std::move(done)](link::outcome<T> got) {
    if (!alive.expired() && round == round_) done(std::move(got));
  };
}

void center_model::implementation::reload() {
  ++round_;
  loading_ = 0;
  held_.clear();
  overview_asked_ = overview_again_ = false;
  link::get<center_view>(over_, "/api/v1/center",
                         in_this_round<center_view>([this](link::outcome<center_view> got) {
                           if (!got) return;
                           const std::string cursor = got->cursor;
                           center = std::move(*got);
                           tell(part::center);
                           over_.follow(cursor);
                           load_lists();
                         }));
}

void center_model::implementation::load_lists() {
  read_overview();
  for (part each : {part::languages, part::templates, part::notices, part::requests, part::volunteers,
                    part::inquiries, part::log})
    refresh(each);
}

void center_model::implementation::refresh(part which) {
  switch (which) {
  case part::link: return;
  case part::center: return reload();
  case part::overview: return read_overview();
  case part::languages: return load(which, "/api/v1/languages", languages);
  case part::templates: return load(which, "/api/v1/templates", templates);
  case part::notices: return load(which, "/api/v1/notices?limit=200", notices);
  case part::requests: return load(which, "/api/v1/requests?limit=200", requests);
  case part::volunteers: return load(which, "/api/v1/volunteers?limit=500", volunteers);
  case part::inquiries: return load(which, "/api/v1/inquiries?limit=200", inquiries);
  case part::log: return load(which, "/api/v1/log?limit=200", log);
  }
}

// One reading at a time: a burst of events makes two readings, not as many as there are events.
void center_model::implementation::read_overview() {
  if (overview_asked_) {
    overview_again_ = true;
    return;
  }
  overview_asked_ = true;
  using view = kotobashi::overview;
  link::get<view>(over_, "/api/v1/overview", in_this_round<view>([this](link::outcome<view> got) {
                    overview_asked_ = false;
                    if (got) overview = std::move(*got);
                    tell(part::overview);
                    if (std::exchange(overview_again_, false)) read_overview();
                  }));
}

template <class T>
void center_model::implementation::load(part what, std::string path, table<T>& into) {
  ++loading_;
  if (into.state() != loading::loaded) into.set_state(loading::loading);
  using list = std::vector<T>;
  link::get_all<T>(over_, std::move(path), in_this_round<list>([this, what, &into](link::outcome<list> got) {
                     if (got)
                       into.replace(std::move(*got));
                     else
                       into.set_state(state_after(got.error()));
                     tell(what);
                     loaded();
                   }));
}

template <class T>
void center_model::implementation::load(part what, std::string path, std::vector<T>& into) {
  ++loading_;
  using list = std::vector<T>;
  link::get_all<T>(over_, std::move(path), in_this_round<list>([this, what, &into](link::outcome<list> got) {
                     if (got) into = std::move(*got);
                     tell(what);
                     loaded();
                   }));
}

void center_model::implementation::loaded() {
  if (--loading_ > 0) return;
  for (const auto& each : std::exchange(held_, {})) each();
}

void center_model::implementation::event(const link::event_message& what) {
  if (what.resync()) return reload();
  if (loading_ > 0) held_.push_back([this, what] { apply(what); });
  apply(what);
}

void center_model::implementation::apply(const link::event_message& what) {
  if (what.entity == "activation") return apply_activation(what);
  if (what.entity == "notice") apply_to(part::notices, notices, what);
  if (what.entity == "request") apply_to(part::requests, requests, what);
  if (what.entity == "inquiry") apply_to(part::inquiries, inquiries, what);
  if (what.entity == "log_entry") apply_to(part::log, log, what);
  if (what.entity == "volunteer") apply_to(part::volunteers, volunteers, what);
  if (what.entity == "roster") refresh(part::volunteers);
  read_overview();
}

template <class T>
void center_model::implementation::apply_to(part of, table<T>& into, const link::event_message& what) {
  if (what.gone()) {
    if (into.erase(what.id)) tell(of, what.id, true);
    return;
  }
  auto record = link::read_record<T>(what.body);
  if (!record) return refresh(of); // a record in a form that was not expected: the list may still be readable
  if (into.put(std::move(*record))) tell(of, what.id);
}

// Opening and closing change everything: lists are those of the present activation, and a drill has its own
// roster.
void center_model::implementation::apply_activation(const link::event_message& what) {
  auto record = link::read_record<activation>(what.body);
  const bool same = record && center && center->activation && center->activation->id == record->id &&
                    center->activation->state == record->state;
  if (!same) return reload();
  center->activation = std::move(*record);
  tell(part::center);
  read_overview();
}

} // namespace kotobashi::client
