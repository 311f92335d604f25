#include "client/desktop/roster_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/flow_layout.hpp"
#include "client/desktop/import_dialog.hpp"
#include "client/desktop/link_dialog.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/volunteer_editor.hpp"
#include "client/desktop/words.hpp"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QVBoxLayout>

namespace kotobashi::desktop {

RosterPanel::RosterPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* buttons = new FlowLayout;
  auto button = [&](const QString& name, auto slot) {
    auto* made = new QPushButton(name, this);
    buttons->addWidget(made);
    connect(made, &QPushButton::clicked, this, slot);
    return made;
  };
  import_ = button(tr("&Import a file …"), [this] { importFile(); });
  add_ = button(tr("&Add …"), [this] { (new VolunteerEditor(of_, nullptr, this))->open(); });
  edit_ = button(tr("&Edit …"), [this] { (new VolunteerEditor(of_, chosen(), this))->open(); });
  link_ = button(tr("Personal &link …"), [this] { makeLink(); });
  revoke_ = button(tr("&Revoke links"), [this] { revoke(); });
  export_ = button(tr("E&xport …"), [this] { exportFile(); });
  search_ = new QLineEdit(this);
  search_->setPlaceholderText(tr("Find by name, number or language"));
  search_->setClearButtonEnabled(true);
  search_->setMinimumWidth(240);
  buttons->addWidget(search_);
  list_ = new RecordTable({tr("No."), tr("Name"), tr("Kana"), tr("Spoken languages"), tr("Does"), tr("Area"),
                           tr("Telephone"), tr("Now")},
                          3, tr("Roster"), this);
  column->addLayout(buttons);
  column->addWidget(list_, 1);
  connect(search_, &QLineEdit::textChanged, this, &RosterPanel::refresh);
  connect(list_, &RecordTable::chosenChanged, this, [this] {
    bool dispatcher = of_.has(role::lead) || of_.has(role::coordinator);
    for (auto* each : {edit_, link_, revoke_}) each->setEnabled(dispatcher && chosen());
    for (auto* each : {import_, add_, export_}) each->setEnabled(dispatcher);
  });
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::volunteers) refresh();
  });
  refresh();
}

const volunteer* RosterPanel::chosen() const {
  return of_.model().volunteers().find(ss(list_->chosen()));
}

void RosterPanel::refresh() {
  const auto& all = of_.model().volunteers();
  QString wanted = search_->text().trimmed();
  list_->begin();
  for (const auto& [id, each] : all) {
    QStringList languages, does;
    for (const auto& one : each.spoken) languages << languageName(of_.model(), one.language.value);
    for (auto one : each.does) does << wordOf("request_kind", one);
    QStringList cells{qs(each.number),
                      qs(each.name),
                      qs(each.kana),
                      languages.join(QStringLiteral(", ")),
                      does.join(QStringLiteral(", ")),
                      qs(each.area),
                      qs(each.phone),
                      wordOf("presence", each.presence)};
    if (!wanted.isEmpty() && !cells.join(QLatin1Char('\n')).contains(wanted, Qt::CaseInsensitive)) continue;
    list_->add(qs(id), cells, each.state != volunteer_state::registered);
  }
  list_->finish();
}

void RosterPanel::importFile() {
  QString name =
      QFileDialog::getOpenFileName(this, tr("Roster"), {}, tr("Tables (*.csv *.txt *.tsv);;All files (*)"));
  if (name.isEmpty()) return;
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) {
    QMessageBox::warning(this, tr("Roster"), tr("%1 cannot be read.").arg(name));
    return;
  }
  (new ImportDialog(of_, file.readAll().toStdString(), this))->open();
}

void RosterPanel::exportFile() {
  QString name = QFileDialog::getSaveFileName(this, tr("Export the roster"), QStringLiteral("roster.csv"));
  if (name.isEmpty()) return;
  of_.exportRoster([self = QPointer(this), name](link::outcome<link::answer> got) {
    if (!self) return;
    if (!got) return warn(self, got.error());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(got->body)) < 0)
      QMessageBox::warning(self, tr("Export the roster"), tr("%1 cannot be written.").arg(name));
  });
}

void RosterPanel::makeLink() {
  const auto* one = chosen();
  if (!one) return;
  of_.makeLink(one->id.value, [self = QPointer(this), name = qs(one->name)](link::outcome<link_created> got) {
    if (!self) return;
    if (!got) return warn(self, got.error());
    (new LinkDialog(name, *got, self))->open();
  });
}

void RosterPanel::revoke() {
  const auto* one = chosen();
  if (!one) return;
  auto sure = QMessageBox::question(
      this, tr("Revoke links"),
      tr("All personal links and phones of %1 are signed out. Go on?").arg(qs(one->name)));
  if (sure != QMessageBox::Yes) return;
  of_.revokeLinks(one->id.value, [self = QPointer(this)](link::outcome<link::answer> got) {
    if (self && !got) warn(self, got.error());
  });
}

} // namespace kotobashi::desktop
