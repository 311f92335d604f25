#pragma once

#include "server/api/endpoint.hpp"

// Every handler of the endpoint table (endpoints.cpp), one file a resource.
namespace kotobashi::api {

template <class T>
using awaitable = boost::asio::awaitable<T>;

// sessions.cpp, accounts.cpp
awaitable<reply> sign_in_session(services&, const call&);
awaitable<reply> sign_out(services&, const call&);
reply current_session(services&, const call&);
awaitable<reply> list_accounts(services&, const call&);
awaitable<reply> create_account(services&, const call&);
awaitable<reply> change_account(services&, const call&);

// center.cpp
awaitable<reply> get_center(services&, const call&);
awaitable<reply> get_overview(services&, const call&);
reply health(services&, const call&);
reply metrics(services&, const call&);

// activations.cpp, report.cpp
awaitable<reply> list_activations(services&, const call&);
awaitable<reply> create_activation(services&, const call&);
awaitable<reply> get_current_activation(services&, const call&);
awaitable<reply> close_activation(services&, const call&);
awaitable<reply> set_on_site_dispatch(services&, const call&);
awaitable<reply> get_report(services&, const call&);

// bulletins.cpp
awaitable<reply> create_bulletin(services&, const call&);
awaitable<reply> list_bulletins(services&, const call&);

// topics.cpp
reply list_languages(services&, const call&);
reply list_topics(services&, const call&);
reply get_topic(services&, const call&);

// preview.cpp
awaitable<reply> preview(services&, const call&);

// language_status.cpp
awaitable<reply> get_language_status(services&, const call&);

// notices.cpp
awaitable<reply> create_notice(services&, const call&);
awaitable<reply> list_notices(services&, const call&);
awaitable<reply> get_notice(services&, const call&);
awaitable<reply> publish_one(services&, const call&);
awaitable<reply> correct_one(services&, const call&);
awaitable<reply> withdraw_one(services&, const call&);

// volunteers.cpp, roster_files.cpp, links.cpp
awaitable<reply> list_volunteers(services&, const call&);
awaitable<reply> get_volunteer(services&, const call&);
awaitable<reply> create_volunteer(services&, const call&);
awaitable<reply> change_volunteer(services&, const call&);
awaitable<reply> import_roster(services&, const call&);
awaitable<reply> export_roster(services&, const call&);
awaitable<reply> create_link(services&, const call&);
awaitable<reply> revoke_links(services&, const call&);

// requests.cpp, assignments.cpp
awaitable<reply> create_request(services&, const call&);
awaitable<reply> list_requests(services&, const call&);
awaitable<reply> get_request(services&, const call&);
awaitable<reply> list_candidates(services&, const call&);
awaitable<reply> claim_request(services&, const call&);
awaitable<reply> assign_volunteer(services&, const call&);
awaitable<reply> record_call(services&, const call&);
awaitable<reply> approve_claim(services&, const call&);
awaitable<reply> release_place(services&, const call&);
awaitable<reply> start_work(services&, const call&);
awaitable<reply> finish_work(services&, const call&);
awaitable<reply> cancel_one(services&, const call&);

// inquiries.cpp
awaitable<reply> create_inquiry(services&, const call&);
awaitable<reply> list_inquiries(services&, const call&);
awaitable<reply> get_inquiry(services&, const call&);
awaitable<reply> change_inquiry(services&, const call&);
awaitable<reply> add_answer(services&, const call&);

// log.cpp
awaitable<reply> list_log(services&, const call&);
awaitable<reply> add_log_entry(services&, const call&);
awaitable<reply> list_audit(services&, const call&);

// translations.cpp
awaitable<reply> list_translations(services&, const call&);
awaitable<reply> get_translation(services&, const call&);
awaitable<reply> list_memory(services&, const call&);
awaitable<reply> claim_translation(services&, const call&);
awaitable<reply> release_translation(services&, const call&);
awaitable<reply> submit_one_translation(services&, const call&);
awaitable<reply> check_one_translation(services&, const call&);

// wordings.cpp
awaitable<reply> list_wordings(services&, const call&);
awaitable<reply> list_wording_languages(services&, const call&);
awaitable<reply> export_wordings(services&, const call&);
awaitable<reply> list_wording_reviews(services&, const call&);
awaitable<reply> get_wording_review(services&, const call&);
awaitable<reply> review_wording(services&, const call&);
awaitable<reply> accept_wording(services&, const call&);
awaitable<reply> decline_wording(services&, const call&);

// openapi.cpp
reply openapi_document(services&, const call&);

// pages.cpp: residents' board and the volunteers' page
reply chooser(services&, const call&);
reply board(services&, const call&);
reply board_notice(services&, const call&);
reply signage(services&, const call&);
// Addresses that are nearly right lead to the page meant; others say that there is none.
reply board_meant(services&, const call&);
reply to_volunteer_page(services&, const call&);
reply other_page(services&, const call&);
reply volunteer_shell(services&, const call&);
reply volunteer_page_texts(services&, const call&);
reply asset(services&, const call&);

} // namespace kotobashi::api
