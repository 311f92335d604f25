#pragma once

#include "client/link/connection.hpp"
#include "client/model/table.hpp"
#include "client/model/views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kotobashi::client {

// What changed in the model. `id` is set where one record changed, and empty where the whole part did.
enum class part {
  link,
  center,
  overview,
  languages,
  templates,
  notices,
  requests,
  volunteers,
  inquiries,
  log
};
struct change {
  client::part part{};
  std::string id{};
  bool gone = false; // the record is not there any more, or not for us
};

// What the center's server last said, typed, and kept current by its events.
//
// Lives on the thread that the connection's `deliver` posts to; all members are for that thread alone, and
// observers are called there. When somebody signs in (whoever it was before), everything is read anew, since
// another account sees other things; while the server is away what is known stays, and link() says how old it
// may be. Parts that the account may not read stay empty with loading::not_permitted.
class center_model {
public:
  explicit center_model(link::connection& over);
  ~center_model();
  center_model(const center_model&) = delete;
  center_model& operator=(const center_model&) = delete;

  // Reads everything and follows the events; by itself after each sign-in. `changed` tells part by part as
  // they come.
  void reload();
  // Reads this part again. The overview is read again by itself after events; its battery and disk have none.
  void refresh(part which);

  const link::status& link() const;
  const std::optional<center_view>& center() const;
  const std::optional<kotobashi::overview>& overview() const;
  const std::vector<language_view>& languages() const;
  const std::vector<template_view>& templates() const;
  const table<notice_view>& notices() const;
  const table<request_view>& requests() const;
  const table<volunteer>& volunteers() const;
  const table<inquiry_view>& inquiries() const;
  const table<log_entry>& log() const;

  // A record that came as the reply to a call, so that the one who made it sees it before the event comes.
  void put(notice_view record);
  void put(request_view record);
  void put(volunteer record);
  void put(inquiry_view record);
  void put(log_entry record);

  link::signal<const change&> changed;

private:
  class implementation;
  std::unique_ptr<implementation> self_;
};

} // namespace kotobashi::client
