#include "server/api/handlers.hpp"
#include "server/model/records.hpp"
#include "server/model/schema.hpp"
#include "server/model/translation.hpp"
#include "server/model/wording.hpp"
#include "server/text/langpack/status.hpp"

#include <array>

namespace kotobashi::api {

namespace {

using domain::role_set;
constexpr role_set everyone{};
constexpr role_set signed_in = domain::everyone_signed_in;
constexpr role_set staff = domain::staff;
constexpr role_set leads{role::lead};
constexpr role_set dispatchers{role::lead, role::coordinator};
constexpr role_set editors{role::lead, role::editor};
constexpr role_set desks{role::lead, role::coordinator, role::desk};
constexpr role_set asks_for_people{role::lead, role::coordinator, role::desk, role::editor};
constexpr role_set phones{role::volunteer};
constexpr role_set holders{role::lead, role::coordinator, role::volunteer};
constexpr role_set writers{role::lead, role::coordinator, role::editor, role::desk};

constexpr role_set translators{role::lead, role::coordinator, role::editor, role::volunteer};

constexpr std::size_t small = 64 * 1024, large = 4 * 1024 * 1024;

template <class T>
constexpr auto schema = &json::schema<T>;
template <class T>
boost::json::value list_schema() {
  return boost::json::object{
      {"type", "object"},
      {"properties", boost::json::object{{"items", json::schema<std::vector<T>>()},
                                         {"next", boost::json::object{{"type", "string"}}}}}};
}

constexpr endpoint read(std::string_view pattern, role_set may, handler run, std::string_view summary,
                        boost::json::value (*gives)() = nullptr) {
  return {method::get, pattern, listener::staff, may,  body_kind::none, 0, run,
          false,       summary, nullptr,         gives};
}
constexpr endpoint open(std::string_view pattern, handler run, std::string_view summary) {
  return {method::get, pattern, listener::open, everyone, body_kind::none, 0,
          run,         false,   summary,        nullptr,  nullptr};
}
constexpr endpoint write(method verb, std::string_view pattern, role_set may, handler run,
                         std::string_view summary, boost::json::value (*takes)(),
                         boost::json::value (*gives)(), body_kind kind = body_kind::json,
                         std::size_t limit = small) {
  return {verb, pattern, listener::staff, may, kind, limit, run, true, summary, takes, gives};
}

constexpr endpoint table[] = {
    {method::post, "/api/v1/sessions", listener::staff, everyone, body_kind::json, small, sign_in_session,
     false, "Sign in with account and password, or with the token of a personal link.", schema<sign_in>,
     schema<kotobashi::signed_in>},
    read("/api/v1/sessions/current", signed_in, current_session, "Who is signed in.", schema<account_view>),
    write(method::del, "/api/v1/sessions/current", signed_in, sign_out, "Sign out.", nullptr, nullptr,
          body_kind::none),
    read("/api/v1/accounts", staff, list_accounts, "Accounts.", list_schema<account_view>),
    write(method::post, "/api/v1/accounts", leads, create_account, "Make an account.", schema<new_account>,
          schema<account_view>),
    write(method::patch, "/api/v1/accounts/{id}", leads, change_account,
          "Change roles or password, or disable.", schema<account_change>, schema<account_view>),

    read("/api/v1/center", signed_in, get_center,
         "The center, its state, and where the event stream goes on.", schema<center_view>),
    read("/api/v1/overview", staff, get_overview, "Counters, what needs attention, the server's machine.",
         schema<overview>),

    read("/api/v1/activations", staff, list_activations, "Activations, newest first.",
         list_schema<activation>),
    write(method::post, "/api/v1/activations", leads, create_activation, "Open the center, actual or drill.",
          schema<new_activation>, schema<activation>),
    read("/api/v1/activations/current", signed_in, get_current_activation,
         "The activation that is open, or was last.", schema<activation>),
    write(method::post, "/api/v1/activations/current/close", leads, close_activation, "Close the center.",
          nullptr, schema<activation>, body_kind::json),
    write(method::put, "/api/v1/activations/current/dispatch", leads, set_on_site_dispatch,
          "Open or stop on-site dispatch.", schema<dispatch_opening>, schema<activation>),
    read("/api/v1/activations/{id}/report", staff, get_report, "The closing report; ?format=text for people.",
         schema<closing_report>),

    read("/api/v1/bulletins", staff, list_bulletins, "Bulletins that came in, newest first.",
         list_schema<bulletin>),
    write(method::post, "/api/v1/bulletins", editors, create_bulletin,
          "Read a JMA telegram (application/xml) or the short dialog (application/json): what it means for "
          "this center.",
          schema<dialog_bulletin>, schema<bulletin_reply>, body_kind::xml_or_json, large),

    read("/api/v1/languages", signed_in, list_languages, "The languages that packs exist for."),
    read("/api/v1/languages/status", staff, get_language_status,
         "How far every language is: missing, outdated, drafted, checked.",
         list_schema<langpack::language_status>),
    read("/api/v1/templates", staff, list_topics, "The topics of notices."),
    read("/api/v1/templates/{id}", staff, get_topic, "One topic with its parameters."),
    {method::post, "/api/v1/preview", listener::staff, editors, body_kind::json, small, preview, false,
     "What a notice would say in every language. Changes nothing.", schema<preview_wish>, nullptr},

    read("/api/v1/notices", staff, list_notices, "Notices, newest first.", list_schema<notice_view>),
    write(method::post, "/api/v1/notices", editors, create_notice, "Make a draft.", schema<new_notice>,
          schema<notice_view>),
    read("/api/v1/notices/{id}", staff, get_notice, "One notice with every language's state.",
         schema<notice_view>),
    write(method::post, "/api/v1/notices/{id}/publish", editors, publish_one,
          "Publish what is ready (If-Match).", schema<publish_notice>, schema<notice_view>),
    write(method::post, "/api/v1/notices/{id}/correct", editors, correct_one,
          "Publish a new revision (If-Match).", schema<correct_notice>, schema<notice_view>),
    write(method::post, "/api/v1/notices/{id}/withdraw", editors, withdraw_one, "Withdraw (If-Match).",
          schema<withdraw_notice>, schema<notice_view>),

    read("/api/v1/translations", signed_in, list_translations,
         "Texts that no template has, on their way into each language; volunteers get those that they write. "
         "?done=1: finished ones too.",
         list_schema<translation_view>),
    read("/api/v1/translations/{id}", signed_in, get_translation, "One of them.", schema<translation_view>),
    read("/api/v1/translations/{id}/memory", signed_in, list_memory,
         "How similar lines were translated before.", list_schema<memory_offer>),
    write(method::post, "/api/v1/translations/{id}/claim", translators, claim_translation,
          "Take it, for an hour; again by its holder, for another.", nullptr, schema<translation_view>),
    write(method::post, "/api/v1/translations/{id}/release", translators, release_translation,
          "Give it back.", nullptr, schema<translation_view>),
    write(method::post, "/api/v1/translations/{id}/submit", translators, submit_one_translation,
          "What it says in the language.", schema<submit_translation>, schema<translation_view>),
    write(method::post, "/api/v1/translations/{id}/check", translators, check_one_translation,
          "A second person confirms or corrects it (If-Match).", schema<check_translation>,
          schema<translation_view>),

    read("/api/v1/wordings", signed_in, list_wordings,
         "Texts of a pack (?language=) that nobody has confirmed, and that the reader has not spoken about; "
         "?after= goes on after a key.",
         list_schema<wording_view>),
    read("/api/v1/wordings/languages", signed_in, list_wording_languages,
         "The languages in which the reader may check texts."),
    read("/api/v1/wordings/accepted.csv", staff, export_wordings,
         "What was accepted in a language (?language=), as a sheet for kotobashi-langpack import."),
    read(
        "/api/v1/wording-reviews", staff, list_wording_reviews,
        "What was said of texts of the packs, newest first; ?language=, ?state=, ?key= (the text's history).",
        list_schema<wording_review_view>),
    read("/api/v1/wording-reviews/{id}", staff, get_wording_review, "One of them.",
         schema<wording_review_view>),
    write(method::post, "/api/v1/wording-reviews", translators, review_wording,
          "Say that a text is right, or what it should say.", schema<new_wording_review>,
          schema<wording_review_view>),
    write(method::post, "/api/v1/wording-reviews/{id}/accept", editors, accept_wording,
          "From now on the text says this, and is checked.", nullptr, schema<wording_review_view>),
    write(method::post, "/api/v1/wording-reviews/{id}/decline", editors, decline_wording,
          "Leave the text as it is.", nullptr, schema<wording_review_view>),

    read("/api/v1/volunteers", dispatchers, list_volunteers, "The roster in use.", list_schema<volunteer>),
    write(method::post, "/api/v1/volunteers", dispatchers, create_volunteer, "Register a volunteer.",
          schema<volunteer_fields>, schema<volunteer>),
    write(method::post, "/api/v1/volunteers/import", dispatchers, import_roster,
          "Read a roster from CSV in any charset; ?dry_run=1 only says what would come of it.", nullptr,
          schema<import_outcome>, body_kind::csv, large),
    read("/api/v1/volunteers/export.csv", dispatchers, export_roster, "The roster as CSV (UTF-8)."),
    read("/api/v1/volunteers/{id}", dispatchers, get_volunteer, "One volunteer.", schema<volunteer>),
    write(method::patch, "/api/v1/volunteers/{id}", dispatchers, change_volunteer,
          "Change fields (merge patch, If-Match).", schema<volunteer_fields>, schema<volunteer>),
    write(method::post, "/api/v1/volunteers/{id}/link", dispatchers, create_link,
          "Make a personal link; it is shown once.", nullptr, schema<link_created>, body_kind::json),
    write(method::del, "/api/v1/volunteers/{id}/link", dispatchers, revoke_links,
          "Revoke the volunteer's links.", nullptr, nullptr, body_kind::none),

    read("/api/v1/requests", signed_in, list_requests, "Requests; volunteers get those that match them.",
         list_schema<request_view>),
    write(method::post, "/api/v1/requests", asks_for_people, create_request, "Ask for people.",
          schema<new_request>, schema<request_view>),
    read("/api/v1/requests/{id}", signed_in, get_request, "One request.", schema<request_view>),
    read("/api/v1/requests/{id}/candidates", dispatchers, list_candidates,
         "Who fits; the others with the reason.", list_schema<candidate>),
    write(method::post, "/api/v1/requests/{id}/claim", phones, claim_request, "A volunteer takes a request.",
          nullptr, schema<request_for_volunteer>),
    write(method::post, "/api/v1/requests/{id}/assign", dispatchers, assign_volunteer,
          "Offer it to a volunteer, or enter an acceptance by telephone.", schema<assign_request>,
          schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/calls", dispatchers, record_call,
          "Enter the outcome of a call; accepted assigns.", schema<new_call_outcome>, schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/approve", dispatchers, approve_claim, "Approve a claim.",
          schema<of_volunteer>, schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/release", holders, release_place, "Give a place back.",
          schema<of_volunteer>, schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/start", holders, start_work, "The work begins.",
          schema<of_volunteer>, schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/finish", holders, finish_work, "The work is done.",
          schema<of_volunteer>, schema<request_view>),
    write(method::post, "/api/v1/requests/{id}/cancel", dispatchers, cancel_one, "Cancel with a reason.",
          schema<cancel_request>, schema<request_view>),

    read("/api/v1/inquiries", desks, list_inquiries, "Inquiries that the reader may see.",
         list_schema<inquiry_view>),
    write(method::post, "/api/v1/inquiries", desks, create_inquiry, "Record an inquiry.", schema<new_inquiry>,
          schema<inquiry_view>),
    read("/api/v1/inquiries/{id}", desks, get_inquiry, "One inquiry.", schema<inquiry_view>),
    write(method::patch, "/api/v1/inquiries/{id}", desks, change_inquiry,
          "Change fields (merge patch, If-Match).", schema<inquiry_fields>, schema<inquiry_view>),
    write(method::post, "/api/v1/inquiries/{id}/answers", desks, add_answer,
          "Answer, naming the source that was checked.", schema<new_answer>, schema<inquiry_view>),

    read("/api/v1/log", staff, list_log, "The chronology, newest first.", list_schema<log_entry>),
    write(method::post, "/api/v1/log", writers, add_log_entry, "Add a line.", schema<new_log_entry>,
          schema<log_entry>),
    read("/api/v1/audit", leads, list_audit, "Who changed what, newest first.", list_schema<audit_line>),

    read("/api/v1/events", signed_in, stream_handler::staff_events,
         "What happens, as it happens: a WebSocket, or server-sent events; ?after=CURSOR or Last-Event-ID "
         "goes on from there."),
    read("/api/v1/openapi.json", signed_in, openapi_document, "This document."),
    read("/metrics", staff, metrics, "Counters in Prometheus' text format."),
    read("/healthz", everyone, health, "Says ok."),
    read("/v", everyone, volunteer_shell, "The volunteers' page."),
    read("/v/", everyone, to_volunteer_page, "Leads to /v."),
    read("/v/texts/{lang}", everyone, volunteer_page_texts, "Its words in one language."),
    read("/assets/{name}", everyone, asset, "Style sheets and scripts."),

    open("/", chooser, "Languages to choose from."),
    open("/board/{lang}", board, "The board in one language."),
    open("/board/{lang}/{number}", board_notice, "One notice."),
    open("/board/{lang}/", board_meant, "Leads to the board."),
    open("/board/{lang}/{number}/", board_meant, "Leads to the notice."),
    open("/{page}/", other_page, "As /{page}."),
    open("/{page}", other_page,
         "What else a person may type: the page that was meant, or that there is none."),
    open("/signage", signage, "For a screen in the room."),
    open("/events", stream_handler::public_events, "Says when the board has changed (server-sent events)."),
    open("/assets/{name}", asset, "Style sheets and scripts."),
    open("/healthz", health, "Says ok."),
};

} // namespace

std::span<const endpoint> endpoints() {
  return table;
}

} // namespace kotobashi::api
