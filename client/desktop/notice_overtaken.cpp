#include "client/desktop/manners.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/parameter_form.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>

// A correction that meets somebody else's: what was typed stays, and goes on from what is published now.
namespace kotobashi::desktop {

namespace {
// What people call the parts in which the two differ.
QStringList differing(const notice_view& before, const notice_view& now, const client::template_view* topic) {
  QStringList out;
  auto valueIn = [](const notice_view& of, const std::string& name) {
    const auto* all = of.parameters.if_object();
    const auto* found = all ? all->if_contains(name) : nullptr;
    return found ? *found : boost::json::value();
  };
  if (topic) {
    for (const auto& each : topic->parameters)
      if (valueIn(before, each.name) != valueIn(now, each.name)) out << labelIn(each.label);
    for (const auto& each : topic->switches)
      if (valueIn(before, each.name) != valueIn(now, each.name)) out << labelIn(each.label);
  }
  if (before.free_text != now.free_text) out << NoticeEditor::tr("Text of the notice");
  if (json::write(before.source) != json::write(now.source)) out << NoticeEditor::tr("Source");
  return out;
}
} // namespace

void NoticeEditor::buildOvertaken(QWidget* in) {
  overtaken_ = new QWidget(in);
  auto* row = new QHBoxLayout(overtaken_);
  row->setContentsMargins(0, 0, 0, 0);
  overtaken_by_ = new QLabel(overtaken_);
  overtaken_by_->setObjectName(QStringLiteral("warning"));
  overtaken_by_->setTextFormat(Qt::PlainText);
  overtaken_by_->setWordWrap(true);
  go_on_ = new QPushButton(tr("&Go on from what is published now"), overtaken_);
  row->addWidget(overtaken_by_, 1);
  row->addWidget(go_on_);
  overtaken_->hide();
  connect(go_on_, &QPushButton::clicked, this, &NoticeEditor::goOnWithPublished);
}

void NoticeEditor::compareWithPublished() {
  if (!corrected_ || sending_) return;
  const auto* now = of_.model().notices().find(corrected_->id.value);
  if (!now || now->revision <= corrected_->revision) return;
  if (now->state != notice_state::published) {
    overtaken_by_->setText(tr("This notice is not published any more (%1): it cannot be corrected. What you "
                              "typed can be copied.")
                               .arg(wordOf("notice_state", now->state)));
    go_on_->hide();
    submit_->setEnabled(false);
    return overtaken_->show();
  }
  const auto parts = differing(*corrected_, *now, topic());
  if (parts.isEmpty()) {
    corrected_ = *now; // a language became ready, or its time was changed
    return;
  }
  overtaken_by_->setText(tr("Somebody else has corrected this notice meanwhile: %1. What you typed stays; "
                            "everything else is taken from what is published now.")
                             .arg(parts.join(tr(", "))));
  submit_->setEnabled(false);
  overtaken_->show();
}

void NoticeEditor::goOnWithPublished() {
  const auto* now = of_.model().notices().find(corrected_->id.value);
  if (!now) return;
  corrected_ = *now;
  if (form_) form_->setUntouched(now->parameters);
  if (now->free_text && free_text_->toPlainText() == untyped_text_)
    free_text_->setPlainText(qs(*now->free_text));
  if (inputsIn(*source_box_) == untyped_source_) showSource(now->source.value_or(notice_source{}));
  overtaken_->hide();
  problem_->hide();
  submit_->setEnabled(true);
  preview();
}

} // namespace kotobashi::desktop
