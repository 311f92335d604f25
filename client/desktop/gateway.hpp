#pragma once

#include "client/link/connection.hpp"
#include "client/model/center_model.hpp"
#include "server/model/wording.hpp"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kotobashi::desktop {

template <class T>
using Then = std::function<void(link::outcome<T>)>;

// The windows' only way to the server: what it said last (model), its news as Qt signals, and one method for
// each thing that people do. Replies come on the window's thread; after this object has ended none comes. A
// call waits while the server is away and is done once, unless it is taken back.
class Gateway : public QObject {
  Q_OBJECT

public:
  explicit Gateway(link::settings how, QObject* parent = nullptr);
  ~Gateway() override;

  const client::center_model& model() const;
  link::status status() const;
  bool has(role one) const;
  // Changes that have no answer yet, and would be lost if the program ended.
  int unfinished() const;
  bool waitsFor(link::call_id which) const; // it has no answer yet
  // True: nothing of the call has left this computer, so it does not happen. False: it may have happened. It
  // is not sent any more in either case.
  bool takeBack(link::call_id which);
  // The same for all changes without an answer, before their person leaves the desk: what somebody asked for
  // is not done behind their back when they sign in again, maybe hours later.
  void takeBackAll();
  // What takeBackAll() took from the person who is signed in now and had no answer since. Told once.
  std::vector<link::call_info> takenBack();

  void signIn(const std::string& account, const std::string& password, Then<signed_in> done);
  void signOut();
  void reload();

  void accounts(Then<std::vector<account_view>> done);
  link::call_id addAccount(const new_account& input, Then<account_view> done);
  link::call_id changeAccount(const id<account>& which, const account_change& input, Then<account_view> done);

  link::call_id openCenter(const new_activation& input, Then<activation> done);
  link::call_id closeCenter(Then<activation> done);
  link::call_id setDispatch(const dispatch_opening& input, Then<activation> done);
  link::call_id report(const std::string& activation, const std::string& language, Then<link::answer> done);
  link::call_id readTelegram(std::string xml, Then<bulletin_reply> done);
  link::call_id sendDialog(const dialog_bulletin& input, Then<bulletin_reply> done);

  void languageStatus(Then<std::vector<client::language_status>> done);
  void wordingReviews(Then<std::vector<wording_review_view>> done); // open ones
  link::call_id decideWording(const wording_review_view& which, bool accept, Then<wording_review_view> done);
  link::call_id preview(const preview_wish& input, Then<client::preview_reply> done);
  link::call_id draft(const new_notice& input, Then<notice_view> done);
  link::call_id publish(const notice_view& which, const publish_notice& input, Then<notice_view> done);
  link::call_id correct(const notice_view& which, const correct_notice& input, Then<notice_view> done);
  link::call_id withdraw(const notice_view& which, const withdraw_notice& input, Then<notice_view> done);

  link::call_id makeRequest(const new_request& input, Then<request_view> done);
  void candidates(const std::string& request, Then<std::vector<candidate>> done);
  link::call_id assign(const std::string& request, const assign_request& input, Then<request_view> done);
  link::call_id recordCall(const std::string& request, const new_call_outcome& input,
                           Then<request_view> done);
  // "approve", "release", "start" or "finish".
  link::call_id moveOn(const std::string& request, const std::string& step, const of_volunteer& who,
                       Then<request_view> done);
  link::call_id cancelRequest(const std::string& request, const cancel_request& input,
                              Then<request_view> done);

  link::call_id recordInquiry(const new_inquiry& input, Then<inquiry_view> done);
  link::call_id changeInquiry(const inquiry_view& which, const boost::json::value& patch,
                              Then<inquiry_view> done);
  link::call_id answerInquiry(const std::string& inquiry, const new_answer& input, Then<inquiry_view> done);

  link::call_id importRoster(std::string csv, bool dryRun, Then<import_outcome> done);
  link::call_id exportRoster(Then<link::answer> done);
  link::call_id addVolunteer(const volunteer_fields& input, Then<volunteer> done);
  link::call_id changeVolunteer(const volunteer& which, const boost::json::value& patch,
                                Then<volunteer> done);
  link::call_id makeLink(const std::string& volunteer, Then<link_created> done);
  link::call_id revokeLinks(const std::string& volunteer, Then<link::answer> done);
  link::call_id addLogEntry(const new_log_entry& input, Then<log_entry> done);

Q_SIGNALS:
  void changed(kotobashi::client::part part, const QString& id);
  void statusChanged();

private:
  std::unique_ptr<link::connection> link_;
  std::unique_ptr<client::center_model> model_;
  std::map<std::string, std::vector<link::call_info>> taken_back_; // by account
  link::subscription on_change_, on_status_, on_call_;
};

} // namespace kotobashi::desktop
