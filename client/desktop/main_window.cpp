#include "client/desktop/main_window.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/inquiries_panel.hpp"
#include "client/desktop/log_panel.hpp"
#include "client/desktop/notices_panel.hpp"
#include "client/desktop/overview_panel.hpp"
#include "client/desktop/requests_panel.hpp"
#include "client/desktop/roster_panel.hpp"
#include "client/desktop/sign_in_page.hpp"
#include "client/desktop/state_bar.hpp"
#include "client/desktop/taken_back.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kotobashi::desktop {

namespace {
int depthOf(const QWidget* of) {
  int depth = 0;
  for (; of; of = of->parentWidget()) ++depth;
  return depth;
}
} // namespace

MainWindow::MainWindow(Gateway& of, const QString& server, QWidget* parent) : QMainWindow(parent), of_(of) {
  setWindowTitle(QStringLiteral("Kotobashi"));
  resize(onScreen(this, {1280, 720}));
  pages_ = new QStackedWidget(this);
  setCentralWidget(pages_);
  sign_in_ = new SignInPage(of_, server, this);
  pages_->addWidget(sign_in_);
  inside_ = new QWidget(this);
  auto* column = new QVBoxLayout(inside_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(new StateBar(of_, inside_));
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  column->addLayout(row, 1);
  auto* side = new QVBoxLayout;
  places_ = new QListWidget(inside_);
  places_->setObjectName(QStringLiteral("places"));
  places_->setFixedWidth(190);
  places_->setAccessibleName(tr("Places to go"));
  user_ = new QPushButton(inside_);
  user_->setToolTip(tr("Lock, so that somebody else can sign in (Ctrl+L)"));
  places_->addItems(
      {tr("Overview"), tr("Notices"), tr("Requests"), tr("Inquiries"), tr("Roster"), tr("Log")});
  side->addWidget(places_, 1);
  side->addWidget(user_);
  side->setContentsMargins(0, 0, 0, 8);
  row->addLayout(side);
  panels_ = new QStackedWidget(inside_);
  row->addWidget(panels_, 1);
  pages_->addWidget(inside_);

  connect(sign_in_, &SignInPage::signedIn, this, &MainWindow::enter);
  connect(places_, &QListWidget::currentRowChanged, this, [this](int place) {
    if (auto* shown = qobject_cast<QStackedWidget*>(panels_->currentWidget())) shown->setCurrentIndex(place);
  });
  connect(user_, &QPushButton::clicked, this, &MainWindow::lock);
  for (int place = 0; place < 6; ++place) {
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)), this);
    connect(key, &QShortcut::activated, this, [this, place] { places_->setCurrentRow(place); });
  }
  connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this,
          [this] { of_.reload(); });
  connect(&of_, &Gateway::statusChanged, this, [this] {
    bool out = of_.status().session == link::session_state::signed_out;
    if (!out || isLocked()) return;
    leaveDesk();
    showSignIn(tr("Your session has ended. Sign in again; what you typed is kept."));
  });
  idle_.setSingleShot(true);
  idle_.setInterval(lockAfterMinutes * 60 * 1000);
  connect(&idle_, &QTimer::timeout, this, &MainWindow::lock);
  qApp->installEventFilter(this);
  showSignIn({});
}

MainWindow::Desk MainWindow::buildDesk() {
  auto* panels = new QStackedWidget(panels_);
  auto* overview = new OverviewPanel(of_, panels);
  auto* notices = new NoticesPanel(of_, panels);
  auto* requests = new RequestsPanel(of_, panels);
  auto* inquiries = new InquiriesPanel(of_, panels);
  for (QWidget* each :
       {static_cast<QWidget*>(overview), static_cast<QWidget*>(notices), static_cast<QWidget*>(requests),
        static_cast<QWidget*>(inquiries), static_cast<QWidget*>(new RosterPanel(of_, panels)),
        static_cast<QWidget*>(new LogPanel(of_, panels))})
    panels->addWidget(each);
  connect(overview, &OverviewPanel::noticeWanted, this, [this, notices](const suggestion& from) {
    places_->setCurrentRow(1);
    notices->startNotice(from);
  });
  connect(overview, &OverviewPanel::recordWanted, this,
          [this, notices, requests, inquiries](const QString& entity, const QString& id) {
            if (entity == QLatin1String("notice")) places_->setCurrentRow(1), notices->select(id);
            if (entity == QLatin1String("request")) places_->setCurrentRow(2), requests->select(id);
            if (entity == QLatin1String("inquiry")) places_->setCurrentRow(3), inquiries->select(id);
          });
  connect(inquiries, &InquiriesPanel::requestWanted, this, [this, requests](const inquiry_view& from) {
    places_->setCurrentRow(2);
    requests->startRequest(from);
  });
  panels_->addWidget(panels);
  return {panels, {}};
}

void MainWindow::enter() {
  auto who = of_.status().account;
  QString name = who ? qs(who->name) : QString();
  auto found = desks_.find(name);
  if (found == desks_.end()) found = desks_.emplace(name, buildDesk()).first;
  auto& desk = found->second;
  last_account_ = name;
  user_->setText(tr("%1 — lock").arg(name));
  panels_->setCurrentWidget(desk.panels);
  places_->setCurrentRow(desk.panels->currentIndex());
  pages_->setCurrentWidget(inside_);
  places_->setFocus();
  for (const auto& each : std::exchange(desk.open, {}))
    if (each) each->open();
  tellTakenBack();
  idle_.start();
}

void MainWindow::tellTakenBack() {
  const auto all = of_.takenBack();
  if (all.empty()) return;
  auto* box = new QMessageBox(QMessageBox::Warning, tr("Not sent"), desktop::tellTakenBack(all),
                              QMessageBox::Ok, panels_->currentWidget());
  box->setObjectName(QStringLiteral("takenBack"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

bool MainWindow::isLocked() const {
  return pages_->currentWidget() == sign_in_;
}

// A window that a late reply opens while its person is away waits for them with the others. Asked when it is
// about to be shown, so that it is never on the screen.
void MainWindow::holdBack(QWidget* window) {
  auto* dialog = qobject_cast<QDialog*>(window);
  if (!dialog) return;
  auto owner = std::ranges::find_if(desks_, [&](const auto& each) {
    for (const QWidget* up = dialog; up; up = up->parentWidget())
      if (up == each.second.panels) return true;
    return false;
  });
  if (owner == desks_.end()) return;
  if (!isLocked() && panels_->currentWidget() == owner->second.panels) return;
  dialog->setAttribute(Qt::WA_DontShowOnScreen);
  owner->second.open.emplace_back(dialog);
  QMetaObject::invokeMethod(
      dialog,
      [dialog] {
        dialog->hide();
        dialog->setAttribute(Qt::WA_DontShowOnScreen, false);
      },
      Qt::QueuedConnection);
}

// Open dialogs vanish with the desk and wait for its person; changes that the server has not answered are
// taken back, and told when the person is back.
void MainWindow::leaveDesk() {
  of_.takeBackAll();
  auto desk = desks_.find(last_account_);
  for (auto* each : QApplication::topLevelWidgets()) {
    if (each == this || !each->isVisible()) continue;
    auto* dialog = qobject_cast<QDialog*>(each);
    if (!dialog || desk == desks_.end()) {
      each->close();
      continue;
    }
    desk->second.open.emplace_back(dialog);
    dialog->hide();
  }
  // A dialog that was opened from another one comes back after it.
  if (desk != desks_.end())
    std::ranges::sort(desk->second.open, {}, [](const QPointer<QDialog>& each) { return depthOf(each); });
}

void MainWindow::showSignIn(const QString& reason) {
  pages_->setCurrentWidget(sign_in_);
  sign_in_->setReason(reason, last_account_);
  idle_.stop();
}

void MainWindow::lock() {
  if (isLocked()) return;
  leaveDesk();
  showSignIn(tr("Locked. Sign in to go on; somebody else can sign in too."));
  of_.signOut();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
  case QEvent::Show:
    if (watched->isWidgetType() && static_cast<QWidget*>(watched)->isWindow())
      holdBack(static_cast<QWidget*>(watched));
    break;
  case QEvent::KeyPress:
    if (static_cast<QKeyEvent*>(event)->keyCombination() == (Qt::CTRL | Qt::Key_L)) {
      // Not a shortcut of this window: those rest while a dialog stands before it.
      QMetaObject::invokeMethod(this, &MainWindow::lock, Qt::QueuedConnection);
      return true;
    }
    [[fallthrough]];
  case QEvent::MouseButtonPress:
  case QEvent::Wheel:
    if (idle_.isActive()) idle_.start();
    break;
  default: break;
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  int waiting = of_.unfinished();
  if (waiting > 0) {
    auto answer = QMessageBox::question(
        this, windowTitle(),
        tr("The server has not answered to %n change(s) yet. They are lost if you end now. End all the same?",
           nullptr, waiting));
    if (answer != QMessageBox::Yes) return event->ignore();
  }
  event->accept();
}

} // namespace kotobashi::desktop
