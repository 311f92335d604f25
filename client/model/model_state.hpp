#pragma once

#include "client/link/typed.hpp"
#include "client/model/center_model.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kotobashi::client {

// What stands behind center_model.
class center_model::implementation {
public:
  implementation(center_model& owner, link::connection& over);

  void reload();
  void refresh(part which);
  template <class T>
  void put(part of, table<T>& into, T record);

  link::status link_now;
  std::optional<center_view> center;
  std::optional<kotobashi::overview> overview;
  std::vector<language_view> languages;
  std::vector<template_view> templates;
  table<notice_view> notices;
  table<request_view> requests;
  table<volunteer> volunteers;
  table<inquiry_view> inquiries;
  table<log_entry> log;

private:
  void status_changed(const link::status& now);
  void forget_all();
  void load_lists();
  void read_overview();
  template <class T>
  void load(part what, std::string path, table<T>& into);
  template <class T>
  void load(part what, std::string path, std::vector<T>& into);
  template <class T>
  link::handler<T> in_this_round(link::handler<T> done);
  void loaded();

  void event(const link::event_message& what);
  void apply(const link::event_message& what);
  template <class T>
  void apply_to(part of, table<T>& into, const link::event_message& what);
  void apply_activation(const link::event_message& what);
  void tell(part what, std::string id = {}, bool gone = false);

  center_model& owner_;
  link::connection& over_;
  int round_ = 0;   // counts reloads: replies to an earlier one are dropped
  int loading_ = 0; // lists that are on their way
  std::vector<std::function<void()>>
      held_;            // what came while lists were on their way, and may be newer than they
  std::string account_; // whose view this is
  bool overview_asked_ = false, overview_again_ = false;
  link::subscription on_status_, on_event_;
  std::shared_ptr<void> alive_ = std::make_shared<int>(0); // replies may come when the model is gone
};

template <class T>
void center_model::implementation::put(part of, table<T>& into, T record) {
  if (loading_ > 0) held_.push_back([this, of, &into, record] { put(of, into, record); });
  const std::string id = record.id.value;
  if (into.put(std::move(record))) tell(of, id);
}

} // namespace kotobashi::client
