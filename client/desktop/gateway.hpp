#pragma once

#include "client/link/connection.hpp"
#include "client/model/center_model.hpp"
#include "server/model/wording.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kotobashi::desktop {

template <class T>
using Then = std::function<void(link::outcome<T>)>;

// The windows' only way to the server: what it said last (model), its news as Qt signals, and one method for
// each thing that people do. Replies come on the window's thread; after this object has ended none comes. A
// call waits while the server is away and is sent once.
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

  void signIn(const std::string& account, const std::string& password, Then<signed_in> done);
  void signOut();
  void reload();

  void accounts(Then<std::vector<account_view>> done);
  void addAccount(const new_account& input, Then<account_view> done);
  void changeAccount(const id<account>& which, const account_change& input, Then<account_view> done);

  void openCenter(const new_activation& input, Then<activation> done);
  void closeCenter(Then<activation> done);
  void setDispatch(const dispatch_opening& input, Then<activation> done);
  void report(const std::string& activation, const std::string& language, Then<link::answer> done);
  void readTelegram(std::string xml, Then<bulletin_reply> done);
  void sendDialog(const dialog_bulletin& input, Then<bulletin_reply> done);

  void languageStatus(Then<std::vector<client::language_status>> done);
  void wordingReviews(Then<std::vector<wording_review_view>> done); // open ones
  void decideWording(const wording_review_view& which, bool accept, Then<wording_review_view> done);
  void preview(const preview_wish& input, Then<client::preview_reply> done);
  void draft(const new_notice& input, Then<notice_view> done);
  void publish(const notice_view& which, const publish_notice& input, Then<notice_view> done);
  void correct(const notice_view& which, const correct_notice& input, Then<notice_view> done);
  void withdraw(const notice_view& which, const withdraw_notice& input, Then<notice_view> done);

  void makeRequest(const new_request& input, Then<request_view> done);
  void candidates(const std::string& request, Then<std::vector<candidate>> done);
  void assign(const std::string& request, const assign_request& input, Then<request_view> done);
  void recordCall(const std::string& request, const new_call_outcome& input, Then<request_view> done);
  // "approve", "release", "start" or "finish".
  void moveOn(const std::string& request, const std::string& step, const of_volunteer& who,
              Then<request_view> done);
  void cancelRequest(const std::string& request, const cancel_request& input, Then<request_view> done);

  void recordInquiry(const new_inquiry& input, Then<inquiry_view> done);
  void changeInquiry(const inquiry_view& which, const boost::json::value& patch, Then<inquiry_view> done);
  void answerInquiry(const std::string& inquiry, const new_answer& input, Then<inquiry_view> done);

  void importRoster(std::string csv, bool dryRun, Then<import_outcome> done);
  void exportRoster(Then<link::answer> done);
  void addVolunteer(const volunteer_fields& input, Then<volunteer> done);
  void changeVolunteer(const volunteer& which, const boost::json::value& patch, Then<volunteer> done);
  void makeLink(const std::string& volunteer, Then<link_created> done);
  void revokeLinks(const std::string& volunteer, Then<link::answer> done);
  void addLogEntry(const new_log_entry& input, Then<log_entry> done);

Q_SIGNALS:
  void changed(kotobashi::client::part part, const QString& id);
  void statusChanged();

private:
  std::unique_ptr<link::connection> link_;
  std::unique_ptr<client::center_model> model_;
  link::subscription on_change_, on_status_, on_call_;
};

} // namespace kotobashi::desktop
