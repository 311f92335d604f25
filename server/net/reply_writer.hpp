#pragma once

#include "server/api/endpoint.hpp"
#include "server/net/http_date.hpp"

#include <string>
#include <string_view>

namespace kotobashi::net {

// A problem of HTTP itself, for which there is no refusal: "about:blank" of RFC 9457, so the status says it
// all.
api::reply http_problem(unsigned status, std::string_view detail);

std::string_view reason_of(unsigned status);

// Does If-None-Match (a list of tags, weak or not, or *) name this tag? `tag` is without quotes.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// Turns replies into bytes. Every reply gets the headers that a browser needs to be careful: what the page
// may load and who may show it in a frame (unless api says otherwise), no sniffing, no referrer, and no-store
// unless api lets it be kept.
//
// A shared page is turned into bytes once and kept in page.wire, ready to be sent in one write; only its Date
// is renewed.
class reply_writer {
public:
  struct manner {
    bool head_only = false;              // HEAD
    bool safe = true;                    // GET and HEAD may be answered with 304
    bool close = false;                  // this reply is the connection's last
    std::string_view if_none_match = {}; // as it came
  };
  // The session's cookie, where there may be one.
  struct cookie {
    std::string_view name = {}; // empty: no cookie is set
    bool secure = false;
  };

  reply_writer(http_date& date, const cookie& session) : date_(date), cookie_(session) {}

  // first() and second() are what to send, valid until the next prepare(). Throws std::logic_error for a
  // header with a line break.
  void prepare(api::reply from, const manner& how);
  std::string_view first() const { return first_; }
  std::string_view second() const { return second_; }
  unsigned status() const { return status_; }
  // All is sent: an idle connection keeps no page alive.
  void done() { held_ = {}; }

private:
  void prepare_shared(const api::page& page, const manner& how);
  void prepare_own(const manner& how);
  void not_modified(std::string_view tag, const std::vector<std::pair<std::string, std::string>>& headers,
                    bool close);

  void set_cookie(std::string_view token);

  http_date& date_;
  cookie cookie_;
  api::reply held_; // whoever's bytes are being sent
  std::string head_;
  std::string_view first_, second_;
  unsigned status_ = 0;
};

} // namespace kotobashi::net
