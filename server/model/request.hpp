#pragma once

#include "server/model/activation.hpp"
#include "server/model/volunteer.hpp"

namespace kotobashi {

struct inquiry;

// The need for `places` people: an interpreter, a translator, a checker, somebody to go along.
struct request {
  kotobashi::id<request> id;
  kotobashi::id<kotobashi::activation> activation;
  std::int64_t number = 0; // within the activation; confidential ones count by themselves
  request_kind kind{};
  request_mode mode{};
  language_tag language;
  std::optional<kotobashi::specialty> specialty;
  std::string area;            // code of municipality or ward
  personal<text<200>> place;   // where exactly; the holder and those who dispatch see it
  personal<text<200>> contact; // whom to ask for there
  personal<text<2000>> details;
  text<200> summary; // what every matching volunteer may read: no person in it
  instant starts_at;
  instant ends_at;
  std::int64_t places = 1;
  std::optional<kotobashi::gender> gender_preference;
  std::vector<kotobashi::id<volunteer>> excluded; // must not meet
  bool confidential = false;
  std::vector<kotobashi::id<struct account>> visible_to; // confidential: these and nobody else
  kotobashi::admission admission{};
  request_state state{};
  std::optional<text<400>> cancelled_because;
  std::optional<instant> cancelled_at; // its places were given back at the same moment
  kotobashi::id<kotobashi::inquiry> inquiry;
  instant created_at;
  kotobashi::id<struct account> created_by;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(request, (),
                      (id, activation, number, kind, mode, language, specialty, area, place, contact, details,
                       summary, starts_at, ends_at, places, gender_preference, excluded, confidential,
                       visible_to, admission, state, cancelled_because, cancelled_at, inquiry, created_at,
                       created_by, revision))

// One of a request's places and who holds it. At most one that is not released for each (request, place).
struct assignment {
  kotobashi::id<assignment> id;
  kotobashi::id<kotobashi::request> request;
  std::int64_t place = 1;
  kotobashi::id<kotobashi::volunteer> volunteer;
  assignment_state state{};
  bool by_telephone = false;
  instant offered_at;
  std::optional<instant> taken_at;
  std::optional<instant> started_at;
  std::optional<instant> finished_at;
  std::optional<instant> released_at;
  instant starts_at; // copied from the request, to find overlaps
  instant ends_at;
};
BOOST_DESCRIBE_STRUCT(assignment, (),
                      (id, request, place, volunteer, state, by_telephone, offered_at, taken_at, started_at,
                       finished_at, released_at, starts_at, ends_at))

// A line of the list of people to call.
struct call_outcome {
  kotobashi::id<call_outcome> id;
  kotobashi::id<kotobashi::request> request;
  kotobashi::id<kotobashi::volunteer> volunteer;
  call_result outcome{};
  instant at;
  kotobashi::id<struct account> by;
};
BOOST_DESCRIBE_STRUCT(call_outcome, (), (id, request, volunteer, outcome, at, by))

// POST /api/v1/requests
struct new_request {
  request_kind kind{};
  request_mode mode{};
  language_tag language;
  std::optional<kotobashi::specialty> specialty;
  std::string area;
  std::optional<personal<text<200>>> place;
  std::optional<personal<text<200>>> contact;
  std::optional<personal<text<2000>>> details;
  text<200> summary;
  instant starts_at;
  instant ends_at;
  std::optional<std::int64_t> places;
  std::optional<kotobashi::gender> gender_preference;
  std::vector<kotobashi::id<volunteer>> excluded;
  std::optional<bool> confidential;
  std::vector<kotobashi::id<struct account>> visible_to; // besides who makes it
  std::optional<kotobashi::admission>
      admission; // default: by approval where on site, medical or confidential
  std::optional<kotobashi::id<kotobashi::inquiry>> inquiry;
};
BOOST_DESCRIBE_STRUCT(new_request, (),
                      (kind, mode, language, specialty, area, place, contact, details, summary, starts_at,
                       ends_at, places, gender_preference, excluded, confidential, visible_to, admission,
                       inquiry))

// POST /api/v1/requests/{id}/assign
struct assign_request {
  kotobashi::id<kotobashi::volunteer> volunteer;
  std::optional<bool> by_telephone; // accepted on the telephone: taken at once; else offered
};
BOOST_DESCRIBE_STRUCT(assign_request, (), (volunteer, by_telephone))
// POST /api/v1/requests/{id}/calls
struct new_call_outcome {
  kotobashi::id<kotobashi::volunteer> volunteer;
  call_result outcome{}; // accepted assigns at once
};
BOOST_DESCRIBE_STRUCT(new_call_outcome, (), (volunteer, outcome))
struct cancel_request {
  text<400> reason;
};
BOOST_DESCRIBE_STRUCT(cancel_request, (), (reason))
// POST /api/v1/requests/{id}/release, /start, /finish: staff name the volunteer, a volunteer is the one who
// asks.
struct of_volunteer {
  std::optional<kotobashi::id<kotobashi::volunteer>> volunteer;
};
BOOST_DESCRIBE_STRUCT(of_volunteer, (), (volunteer))

// What staff see; without its personal fields and names where they neither record nor dispatch.
struct assignment_view : assignment {
  std::string volunteer_name;
};
BOOST_DESCRIBE_STRUCT(assignment_view, (assignment), (volunteer_name))
struct request_view : request {
  std::vector<assignment_view> assignments;
  std::vector<call_outcome> calls;
};
BOOST_DESCRIBE_STRUCT(request_view, (request), (assignments, calls))

// What a matching volunteer sees. Place, contact and details are there only for who holds the request.
struct request_for_volunteer {
  kotobashi::id<request> id;
  std::int64_t number = 0;
  request_kind kind{};
  request_mode mode{};
  language_tag language;
  std::optional<kotobashi::specialty> specialty;
  std::string area;
  std::string area_name; // in the reader's language
  text<200> summary;
  instant starts_at;
  instant ends_at;
  request_state state{};
  kotobashi::admission admission{};
  std::optional<assignment_state> mine; // the caller's own assignment
  std::optional<std::string> place;
  std::optional<std::string> contact;
  std::optional<std::string> details;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(request_for_volunteer, (),
                      (id, number, kind, mode, language, specialty, area, area_name, summary, starts_at,
                       ends_at, state, admission, mine, place, contact, details, revision))

// GET /api/v1/requests/{id}/candidates: those who fit first, then the others with the reason.
struct candidate {
  kotobashi::id<kotobashi::volunteer> volunteer;
  std::string name;
  std::string phone;
  kotobashi::presence presence{};
  std::vector<language_skill> spoken;
  std::optional<std::string> refusal; // name of a refusal_code
  std::optional<call_result> last_call;
};
BOOST_DESCRIBE_STRUCT(candidate, (), (volunteer, name, phone, presence, spoken, refusal, last_call))

} // namespace kotobashi
