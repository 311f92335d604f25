#pragma once

#include "server/model/activation.hpp"

#include <map>

namespace kotobashi {

// A municipality or ward of the center's own.
struct area_view {
  std::string code;                         // "14131"
  std::map<std::string, std::string> names; // by language; "ja" is always there
};
BOOST_DESCRIBE_STRUCT(area_view, (), (code, names))

// GET /api/v1/center
struct center_view {
  std::string name; // Japanese
  std::string name_en;
  std::string state; // "standby" before the first opening, else the activation's
  std::optional<kotobashi::activation> activation; // open now, or the last one
  std::string cursor;                              // where the event stream goes on from here
  std::string time_zone;
  std::vector<area_view> areas;
  std::string board_url;
  bool drafted_goes_out = false; // policies for texts
  bool drafted_critical_goes_out = false;
};
BOOST_DESCRIBE_STRUCT(center_view, (),
                      (name, name_en, state, activation, cursor, time_zone, areas, board_url,
                       drafted_goes_out, drafted_critical_goes_out))

// Something that wants a person's eye: `kind` is what clients translate.
struct attention {
  std::string kind; // request_open, request_offered, inquiry_waiting, notice_expiring, languages_missing, ...
  std::string entity;
  std::string id;
  std::int64_t number = 0;
  std::optional<instant> since;
};
BOOST_DESCRIBE_STRUCT(attention, (), (kind, entity, id, number, since))

// How the server's machine is; what it cannot find out is absent.
struct machine_state {
  std::optional<std::int64_t> battery_percent;
  std::optional<bool> on_mains;
  std::int64_t disk_free_mib = 0;
  std::int64_t database_mib = 0;
  std::optional<instant> last_backup;     // none is made by this version
  std::vector<std::string> text_problems; // packs and templates that are left out, one line each
};
BOOST_DESCRIBE_STRUCT(machine_state, (),
                      (battery_percent, on_mains, disk_free_mib, database_mib, last_backup, text_problems))

// GET /api/v1/overview
struct overview {
  std::optional<kotobashi::activation> activation;
  std::int64_t notices_published = 0;
  std::int64_t inquiries_open = 0; // those the reader may see
  std::int64_t requests_open = 0;
  std::int64_t requests_under_way = 0;
  std::int64_t volunteers = 0;
  std::int64_t volunteers_out = 0; // with an assignment that is taken or under way
  std::vector<attention> attentions;
  machine_state machine;
};
BOOST_DESCRIBE_STRUCT(overview, (),
                      (activation, notices_published, inquiries_open, requests_open, requests_under_way,
                       volunteers, volunteers_out, attentions, machine))

// GET /api/v1/activations/{id}/report: the closing report (閉所報告).
struct count_of {
  std::string of; // language, topic, channel, state: whatever the table counts
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(count_of, (), (of, count))
struct inquiry_count {
  std::string language;
  std::string topic; // "" where nobody has said
  std::string channel;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(inquiry_count, (), (language, topic, channel, count))
struct closing_report {
  kotobashi::activation activation;
  std::int64_t hours = 0; // open so far, begun hours count
  std::int64_t notices = 0, corrections = 0, withdrawals = 0;
  std::vector<count_of> notices_by_language; // texts that went out
  std::int64_t inquiries = 0, confidential_inquiries = 0, answers = 0;
  std::vector<inquiry_count> inquiries_by; // confidential ones are in no table
  std::int64_t requests = 0;
  std::vector<count_of> requests_by_state, requests_by_language, requests_by_kind;
  std::int64_t volunteers = 0;        // people who held a request
  std::int64_t volunteer_minutes = 0; // from start to finish, where both were entered
  std::int64_t log_entries = 0;
};
BOOST_DESCRIBE_STRUCT(closing_report, (),
                      (activation, hours, notices, corrections, withdrawals, notices_by_language, inquiries,
                       confidential_inquiries, answers, inquiries_by, requests, requests_by_state,
                       requests_by_language, requests_by_kind, volunteers, volunteer_minutes, log_entries))

} // namespace kotobashi
