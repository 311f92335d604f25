#include "client/desktop/notices_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace kotobashi::desktop {

namespace {
// What becomes, or became, of one language of the notice.
QString fate(const notice_view& of, const notice_language& text) {
  if (of.state == notice_state::withdrawn) return NoticesPanel::tr("was withdrawn");
  if (of.state == notice_state::expired) return NoticesPanel::tr("has expired");
  if (text.ready) {
    QString out =
        of.state == notice_state::draft ? NoticesPanel::tr("will go out") : NoticesPanel::tr("is out");
    if (text.status == text_status::checked) return out;
    return NoticesPanel::tr("%1, %2").arg(out, wordOf("text_status", text.status));
  }
  return NoticesPanel::tr("waits: %1").arg(wordOf("waits", text.status));
}
} // namespace

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
  list_ = new RecordTable(
      {tr("No."), tr("Topic"), tr("State"), tr("Languages ready"), tr("Published"), tr("Expires")}, 1,
      tr("Notices"), this);
  text_ = new QTextBrowser(this);
  text_->setAccessibleName(tr("Text of the notice"));
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(list_);
  split->addWidget(text_);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  column->addLayout(buttons);
  column->addWidget(split, 1);
  connect(new_, &QPushButton::clicked, this, [this] { newEditor()->open(); });
  connect(publish_, &QPushButton::clicked, this, &NoticesPanel::publish);
  connect(correct_, &QPushButton::clicked, this, &NoticesPanel::correct);
  connect(withdraw_, &QPushButton::clicked, this, &NoticesPanel::withdraw);
  connect(list_, &RecordTable::chosenChanged, this, &NoticesPanel::showChosen);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::notices || part == client::part::templates || part == client::part::center)
      refresh();
  });
  refresh();
}

NoticeEditor* NoticesPanel::newEditor() {
  auto* editor = new NoticeEditor(of_, this);
  connect(editor, &NoticeEditor::written, this, &NoticesPanel::select);
  return editor;
}

void NoticesPanel::startNotice(const suggestion& from) {
  auto* editor = newEditor();
  editor->prefill(from);
  editor->open();
}

void NoticesPanel::select(const QString& id) {
  list_->choose(id);
}

const notice_view* NoticesPanel::chosen() const {
  return of_.model().notices().find(ss(list_->chosen()));
}

void NoticesPanel::refresh() {
  list_->begin();
  std::vector<const notice_view*> rows;
  for (const auto& [id, each] : of_.model().notices()) rows.insert(rows.begin(), &each);
  for (const auto* each : rows) // newest first
    list_->add(qs(each->id.value),
               {each->number ? QString::number(*each->number) : QStringLiteral("–"),
                noticeName(of_.model(), *each), wordOf("notice_state", each->state),
                tr("%1 of %2").arg(each->ready_count).arg(each->language_count),
                shortTime(each->corrected_at ? each->corrected_at : each->published_at),
                shortTime(each->expires_at)},
               each->state == notice_state::withdrawn || each->state == notice_state::expired);
  list_->finish();
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
  if (!one) {
    const auto& all = of_.model().notices();
    return text_->setPlainText(
        emptyWords(all.state(), all.size() == 0 ? tr("No notices yet.") : tr("No notice is chosen.")));
  }
  QString html;
  auto texts = one->texts;
  auto place = [&](const notice_language& text) { // in the order of the languages, not of their tags
    return std::ranges::find(of_.model().languages(), text.language, &client::language_view::tag) -
           of_.model().languages().begin();
  };
  std::ranges::sort(texts, {}, place);
  for (const auto& each : texts) {
    html += QStringLiteral("<h4>%1 <span style='color:#555; font-weight:normal'>%2</span></h4>")
                .arg(languageName(of_.model(), each.language.value).toHtmlEscaped(), fate(*one, each));
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
  auto* editor = newEditor();
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
    dialog->send<notice_view>(of_, [&](Then<notice_view> done) {
      return of_.withdraw(which, {ss(reason->text().trimmed())}, std::move(done));
    });
  });
  dialog->open();
}

} // namespace kotobashi::desktop
