#include "client/desktop/gateway.hpp"

#include "client/desktop/text.hpp"
#include "client/link/typed.hpp"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace kotobashi::desktop {

namespace {
// Not what is only a question although it is posted.
bool isChange(const link::call_info& one) {
  return link::changes(one.verb) && one.path != "/api/v1/preview" && !one.path.ends_with("?dry_run=1");
}
} // namespace

Gateway::Gateway(link::settings how, QObject* parent) : QObject(parent) {
  how.deliver = [this](std::function<void()> work) {
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
  };
  link_ = std::make_unique<link::connection>(std::move(how));
  model_ = std::make_unique<client::center_model>(*link_);
  on_change_ = model_->changed.observe([this](const client::change& what) {
    if (what.part == client::part::link) Q_EMIT statusChanged();
    if (what.part == client::part::center && model_->center()) setCenterZone(model_->center()->time_zone);
    Q_EMIT changed(what.part, qs(what.id));
  });
  on_status_ = link_->status_changed.observe([this](const link::status&) { Q_EMIT statusChanged(); });
  on_call_ = link_->call_changed.observe([this](const link::call_info& one) {
    // An answer that came after all. What is refused has not happened, but was asked for and is told.
    if (one.state == link::call_state::done)
      std::erase_if(taken_back_[one.account], [&](const auto& each) { return each.id == one.id; });
    if (isChange(one)) Q_EMIT statusChanged();
  });
}

Gateway::~Gateway() = default;

const client::center_model& Gateway::model() const {
  return *model_;
}
link::status Gateway::status() const {
  return link_->now();
}

bool Gateway::has(role one) const {
  auto who = link_->now().account;
  return who && std::ranges::find(who->roles, one) != who->roles.end();
}

int Gateway::unfinished() const {
  auto all = link_->unfinished();
  return static_cast<int>(std::ranges::count_if(all, isChange));
}

bool Gateway::waitsFor(link::call_id which) const {
  const auto all = link_->unfinished();
  return std::ranges::find(all, which, &link::call_info::id) != all.end();
}

bool Gateway::takeBack(link::call_id which) {
  return link_->cancel(which);
}

void Gateway::takeBackAll() {
  for (auto& each : link_->unfinished()) {
    if (!isChange(each)) continue;
    each.gone_out = !takeBack(each.id);
    taken_back_[each.account].push_back(each);
  }
}

std::vector<link::call_info> Gateway::takenBack() {
  auto who = status().account;
  return who ? std::exchange(taken_back_[who->name], {}) : std::vector<link::call_info>{};
}

void Gateway::signIn(const std::string& account, const std::string& password, Then<signed_in> done) {
  link_->sign_in(account, password, std::move(done));
}
void Gateway::signOut() {
  link_->sign_out();
}
void Gateway::reload() {
  model_->reload();
}

void Gateway::accounts(Then<std::vector<account_view>> done) {
  link::get_all<account_view>(*link_, "/api/v1/accounts", std::move(done));
}
link::call_id Gateway::addAccount(const new_account& input, Then<account_view> done) {
  return link::post<account_view>(*link_, "/api/v1/accounts", input, std::move(done));
}
link::call_id Gateway::changeAccount(const id<account>& which, const account_change& input,
                                     Then<account_view> done) {
  return link::patch<account_view>(*link_, "/api/v1/accounts/" + which.value, input, std::move(done));
}

link::call_id Gateway::openCenter(const new_activation& input, Then<activation> done) {
  return link::post<activation>(*link_, "/api/v1/activations", input, std::move(done));
}
link::call_id Gateway::closeCenter(Then<activation> done) {
  return link::post<activation>(*link_, "/api/v1/activations/current/close", std::move(done));
}
link::call_id Gateway::setDispatch(const dispatch_opening& input, Then<activation> done) {
  return link::put<activation>(*link_, "/api/v1/activations/current/dispatch", input, std::move(done));
}
link::call_id Gateway::report(const std::string& activation, const std::string& language,
                              Then<link::answer> done) {
  return link::get<link::answer>(
      *link_, "/api/v1/activations/" + activation + "/report?format=text&lang=" + language, std::move(done));
}
link::call_id Gateway::readTelegram(std::string xml, Then<bulletin_reply> done) {
  link::call what{.verb = link::verb::post,
                  .path = "/api/v1/bulletins",
                  .body = std::move(xml),
                  .content_type = "application/xml"};
  return link_->send(std::move(what), link::reading_into<bulletin_reply>(std::move(done)));
}
link::call_id Gateway::sendDialog(const dialog_bulletin& input, Then<bulletin_reply> done) {
  return link::post<bulletin_reply>(*link_, "/api/v1/bulletins", input, std::move(done));
}

} // namespace kotobashi::desktop
