#include "client/desktop/notices_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace kotobashi::desktop {

NoticesPanel::NoticesPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* buttons = new QHBoxLayout;
  new_ = new QPushButton(tr("&New notice …"), this);
  new_->setObjectName(QStringLiteral("primary"));
  publish_ = new QPushButton(tr("&Publish …"), this);
  correct_ = new QPushButton(tr("&Correct …"), this);
  withdraw_ = new QPushButton(tr("&Withdraw …"), this);
  for (auto* each : {new_, publish_, correct_, withdraw_}) buttons->addWidget(each);
  buttons->addStretch();
  list_ = new QTreeWidget(this);
  list_->setRootIsDecorated(false);
  list_->setHeaderLabels(
      {tr("No."), tr("Topic"), tr("State"), tr("Languages ready"), tr("Published"), tr("Expires")});
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(1, QHeaderView::Stretch);
  list_->setAccessibleName(tr("Notices"));
  text_ = new QTextBrowser(this);
  text_->setAccessibleName(tr("Text of the notice"));
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(list_);
  split->addWidget(text_);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  column->addLayout(buttons);
  column->addWidget(split, 1);
  connect(new_, &QPushButton::clicked, this, [this] { (new NoticeEditor(of_, this))->open(); });
  connect(publish_, &QPushButton::clicked, this, &NoticesPanel::publish);
  connect(correct_, &QPushButton::clicked, this, &NoticesPanel::correct);
  connect(withdraw_, &QPushButton::clicked, this, &NoticesPanel::withdraw);
  connect(list_, &QTreeWidget::itemSelectionChanged, this, &NoticesPanel::showChosen);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::notices || part == client::part::templates || part == client::part::center)
      refresh();
  });
  refresh();
}

void NoticesPanel::startNotice(const suggestion& from) {
  auto* editor = new NoticeEditor(of_, this);
  editor->prefill(from);
  editor->open();
}

void NoticesPanel::select(const QString& id) {
  for (int i = 0; i < list_->topLevelItemCount(); ++i)
    if (list_->topLevelItem(i)->data(0, Qt::UserRole).toString() == id)
      list_->setCurrentItem(list_->topLevelItem(i));
}

const notice_view* NoticesPanel::chosen() const {
  auto* item = list_->currentItem();
  return item ? of_.model().notices().find(ss(item->data(0, Qt::UserRole).toString())) : nullptr;
}

void NoticesPanel::refresh() {
  auto* before = list_->currentItem();
  QString kept = before ? before->data(0, Qt::UserRole).toString() : QString();
  const QSignalBlocker quiet(list_);
  list_->clear();
  for (const auto& [id, each] : of_.model().notices()) {
    auto* item = new QTreeWidgetItem;
    item->setText(0, each.number ? QString::number(*each.number) : QStringLiteral("–"));
    item->setText(1, topicName(of_.model(), each.template_));
    item->setText(2, wordOf("notice_state", each.state));
    item->setText(3, tr("%1 of %2").arg(each.ready_count).arg(each.language_count));
    item->setText(4, shortTime(each.corrected_at ? each.corrected_at : each.published_at));
    item->setText(5, shortTime(each.expires_at));
    item->setData(0, Qt::UserRole, qs(id));
    list_->insertTopLevelItem(0, item); // newest first
  }
  for (int i : {0, 2, 3, 4, 5}) list_->resizeColumnToContents(i);
  select(kept);
  if (!list_->currentItem() && list_->topLevelItemCount() > 0) list_->setCurrentItem(list_->topLevelItem(0));
  showChosen();
}

void NoticesPanel::showChosen() {
  const auto* one = chosen();
  bool editor = of_.has(role::lead) || of_.has(role::editor);
  const auto& center = of_.model().center();
  bool open = center && center->activation && center->activation->state != activation_state::closed;
  new_->setEnabled(editor && open);
  publish_->setEnabled(editor && open && one && one->state == notice_state::draft);
  correct_->setEnabled(editor && open && one && one->state == notice_state::published);
  withdraw_->setEnabled(correct_->isEnabled());
  if (!one) return text_->setPlainText(tr("No notices yet."));
  QString html;
  auto texts = one->texts;
  auto place = [&](const notice_language& text) { // in the order of the languages, not of their tags
    return std::ranges::find(of_.model().languages(), text.language, &client::language_view::tag) -
           of_.model().languages().begin();
  };
  std::ranges::sort(texts, {}, place);
  for (const auto& each : texts) {
    QString status = each.ready ? tr("goes out") : tr("does not go out");
    html += QStringLiteral("<h4>%1 <span style='color:#666; font-weight:normal'>%2, %3</span></h4>")
                .arg(languageName(of_.model(), each.language.value).toHtmlEscaped(), status,
                     wordOf("text_status", each.status));
    if (each.title.empty()) continue;
    bool rtl = each.language.value == "ar";
    html += QStringLiteral("<p dir='%1'><b>%2</b><br>%3</p>")
                .arg(rtl ? QStringLiteral("rtl") : QStringLiteral("ltr"), qs(each.title).toHtmlEscaped(),
                     qs(each.body).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
  }
  text_->setHtml(html);
}

void NoticesPanel::publish() {
  if (const auto* one = chosen()) (new PublishDialog(of_, *one, this))->open();
}

void NoticesPanel::correct() {
  const auto* one = chosen();
  if (!one) return;
  auto* editor = new NoticeEditor(of_, this);
  editor->correct(*one);
  editor->open();
}

void NoticesPanel::withdraw() {
  const auto* one = chosen();
  if (!one) return;
  auto* dialog =
      new FormDialog(tr("Withdraw notice no. %1").arg(one->number.value_or(0)), tr("Withdraw"), this);
  dialog->setIntroduction(
      tr("Residents see at once that it was withdrawn. Sheets on walls have to be taken down."));
  auto* reason = new QLineEdit(dialog);
  dialog->form()->addRow(tr("&Reason"), reason);
  connect(dialog, &FormDialog::submitted, dialog, [this, dialog, reason, which = *one] {
    of_.withdraw(which, {ss(reason->text().trimmed())},
                 [dialog = QPointer(dialog)](link::outcome<notice_view> got) {
                   if (!dialog) return;
                   if (got) return dialog->accept();
                   dialog->showProblem(got.error());
                 });
  });
  dialog->open();
}

} // namespace kotobashi::desktop
