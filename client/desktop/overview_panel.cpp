#include "client/desktop/overview_panel.hpp"

#include "client/desktop/accounts_dialog.hpp"
#include "client/desktop/center_dialogs.hpp"
#include "client/desktop/flow_layout.hpp"
#include "client/desktop/languages_dialog.hpp"
#include "client/desktop/news_dialog.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace kotobashi::desktop {

namespace {
QLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setObjectName(QStringLiteral("heading"));
  return label;
}

QString counter(const QString& name, std::int64_t value) {
  return QStringLiteral("<td style='padding-right:28px'><span style='font-size:26px; "
                        "font-weight:600'>%1</span><br>%2</td>")
      .arg(value)
      .arg(name.toHtmlEscaped());
}
} // namespace

OverviewPanel::OverviewPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  column->setSpacing(10);
  auto* buttons = new FlowLayout;
  news_ = new QPushButton(tr("&News has come in …"), this);
  open_ = new QPushButton(tr("&Open the center …"), this);
  dispatch_button_ = new QPushButton(this);
  report_ = new QPushButton(tr("&Report"), this);
  languages_ = new QPushButton(tr("&Languages …"), this);
  accounts_ = new QPushButton(tr("&Accounts …"), this);
  close_ = new QPushButton(tr("&Close the center …"), this);
  news_->setObjectName(QStringLiteral("primary"));
  for (auto* each : {news_, open_, dispatch_button_, report_, languages_, accounts_, close_})
    buttons->addWidget(each);
  counters_ = new QLabel(this);
  dispatch_ = new QLabel(this);
  dispatch_->setWordWrap(true);
  attentions_ = new QListWidget(this);
  attentions_->setAccessibleName(tr("Needs attention"));
  left_out_ = new QLabel(this);
  left_out_->setObjectName(QStringLiteral("problem"));
  left_out_->setWordWrap(true);
  machine_ = new QLabel(this);
  machine_->setObjectName(QStringLiteral("quiet"));
  machine_->setWordWrap(true);
  column->addLayout(buttons);
  column->addWidget(counters_);
  column->addWidget(dispatch_);
  column->addWidget(heading(tr("Needs attention"), this));
  column->addWidget(attentions_, 1);
  column->addWidget(left_out_);
  column->addWidget(heading(tr("The server’s computer"), this));
  column->addWidget(machine_);

  connect(news_, &QPushButton::clicked, this, &OverviewPanel::news);
  connect(open_, &QPushButton::clicked, this, &OverviewPanel::openCenter);
  connect(close_, &QPushButton::clicked, this, &OverviewPanel::closeCenter);
  connect(dispatch_button_, &QPushButton::clicked, this, &OverviewPanel::setDispatch);
  connect(report_, &QPushButton::clicked, this, &OverviewPanel::showReport);
  connect(languages_, &QPushButton::clicked, this, [this] { (new LanguagesDialog(of_, this))->open(); });
  connect(accounts_, &QPushButton::clicked, this, [this] { (new AccountsDialog(of_, this))->open(); });
  connect(attentions_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    Q_EMIT recordWanted(item->data(Qt::UserRole).toString(), item->data(Qt::UserRole + 1).toString());
  });
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::overview || part == client::part::center) refresh();
    if (part == client::part::inquiries || part == client::part::requests) showAttentions();
  });
  refresh();
}

bool OverviewPanel::isOpen() const {
  const auto& center = of_.model().center();
  return center && center->activation && center->activation->state != activation_state::closed;
}

void OverviewPanel::refresh() {
  bool lead = of_.has(role::lead), open = isOpen();
  const auto& center = of_.model().center();
  bool drill = open && center->activation->mode == activation_mode::drill;
  news_->setEnabled(lead || of_.has(role::editor));
  open_->setVisible(lead && (!open || drill));
  open_->setText(drill ? tr("&Real disaster: end the drill and open …") : tr("&Open the center …"));
  close_->setVisible(lead && open);
  accounts_->setVisible(lead);
  dispatch_button_->setVisible(lead && open);
  report_->setVisible(center && center->activation);
  bool sending = open && center->activation->on_site_open;
  dispatch_button_->setText(sending ? tr("&Stop on-site dispatch") : tr("Open on-site &dispatch …"));
  dispatch_->setText(!open ? QString()
                     : sending
                         ? tr("On-site dispatch is open.")
                         : tr("On-site dispatch is stopped: nobody is sent out until the lead opens it."));
  dispatch_->setVisible(open);
  showCounters();
  showAttentions();
  showMachine();
}

void OverviewPanel::showCounters() {
  const auto& seen = of_.model().overview();
  counters_->setVisible(!seen || isOpen());
  if (!seen) return counters_->setText(tr("Reading …"));
  counters_->setText(QStringLiteral("<table><tr>") + counter(tr("notices out"), seen->notices_published) +
                     counter(tr("inquiries open"), seen->inquiries_open) +
                     counter(tr("requests open"), seen->requests_open) +
                     counter(tr("under way"), seen->requests_under_way) +
                     counter(tr("volunteers"), seen->volunteers) +
                     counter(tr("of these out"), seen->volunteers_out) + QStringLiteral("</tr></table>"));
}

// Secret records are counted on their own: their no. 1 is another one.
bool OverviewPanel::isSecret(const attention& one) const {
  if (const auto* request = of_.model().requests().find(one.id)) return request->confidential;
  const auto* inquiry = of_.model().inquiries().find(one.id);
  return inquiry && inquiry->confidential;
}

void OverviewPanel::showAttentions() {
  const auto& seen = of_.model().overview();
  auto* before = attentions_->currentItem();
  QString chosen = before ? before->data(Qt::UserRole + 1).toString() : QString();
  attentions_->clear();
  if (!seen) return;
  for (const auto& each : seen->attentions) {
    QString number = QString::number(each.number);
    if (isSecret(each)) number = tr("secret %1").arg(number);
    auto* item = new QListWidgetItem(
        tr("%1 — no. %2, since %3").arg(word("attention", each.kind), number, shortTime(each.since)),
        attentions_);
    item->setData(Qt::UserRole, qs(each.entity));
    item->setData(Qt::UserRole + 1, qs(each.id));
    if (qs(each.id) == chosen) attentions_->setCurrentItem(item);
  }
  if (attentions_->count() == 0) {
    auto* item = new QListWidgetItem(tr("Nothing at this moment."), attentions_);
    item->setFlags(Qt::ItemIsEnabled); // readable, not chosen
  }
}

void OverviewPanel::showMachine() {
  const auto& seen = of_.model().overview();
  if (!seen) return;
  QStringList parts;
  const auto& machine = seen->machine;
  if (machine.battery_percent) parts << tr("Battery: %1 %").arg(*machine.battery_percent);
  if (machine.on_mains) parts << (*machine.on_mains ? tr("On mains power") : tr("On battery power"));
  parts << tr("Free disk space: %1 MB").arg(machine.disk_free_mib);
  if (machine.last_backup) parts << tr("Last backup: %1").arg(shortTime(machine.last_backup));
  machine_->setText(parts.join(QStringLiteral("  ·  ")));
  QStringList out;
  for (const auto& each : machine.text_problems) out << tr("Left out: %1").arg(qs(each));
  left_out_->setText(out.join(QLatin1Char('\n')));
  left_out_->setVisible(!out.isEmpty());
}

void OverviewPanel::news() {
  auto* dialog = new NewsDialog(of_, this);
  connect(dialog, &NewsDialog::noticeWanted, this, &OverviewPanel::noticeWanted);
  connect(dialog, &NewsDialog::openingWanted, this,
          [this](const new_activation& from) { (new OpenDialog(of_, from, this))->open(); });
  dialog->open();
}

void OverviewPanel::openCenter() {
  (new OpenDialog(of_, {}, this))->open();
}
void OverviewPanel::closeCenter() {
  (new CloseDialog(of_, this))->open();
}

void OverviewPanel::setDispatch() {
  if (isOpen() && of_.model().center()->activation->on_site_open) {
    of_.setDispatch({}, [self = QPointer(this)](link::outcome<activation> got) {
      if (self && !got) warn(self, got.error());
    });
    return;
  }
  (new DispatchDialog(of_, this))->open();
}

void OverviewPanel::showReport() {
  const auto& center = of_.model().center();
  if (!center || !center->activation) return;
  of_.report(center->activation->id.value, interfaceIsJapanese() ? "ja" : "en",
             [self = QPointer(this)](link::outcome<link::answer> got) {
               if (!self) return;
               if (!got) return warn(self, got.error());
               auto* dialog = new QDialog(self);
               dialog->setAttribute(Qt::WA_DeleteOnClose);
               dialog->setWindowTitle(tr("Report"));
               dialog->resize(onScreen(self, {640, 560}));
               auto* text = new QPlainTextEdit(qs(got->body), dialog);
               text->setReadOnly(true);
               (new QVBoxLayout(dialog))->addWidget(text);
               dialog->open();
             });
}

} // namespace kotobashi::desktop
