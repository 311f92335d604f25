#include "client/desktop/manners.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <utility>

namespace kotobashi::desktop {

namespace {
class WheelGuard : public QObject {
public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override {
    auto* input = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::Wheel || !input || input->hasFocus())
      return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
  }
};

QString valueOf(const QWidget* input) {
  if (auto* text = qobject_cast<const QPlainTextEdit*>(input)) return text->toPlainText();
  if (auto* box = qobject_cast<const QComboBox*>(input)) return QString::number(box->currentIndex());
  if (auto* check = qobject_cast<const QCheckBox*>(input)) return QString::number(check->isChecked());
  if (auto* time = qobject_cast<const QDateTimeEdit*>(input)) return time->dateTime().toString(Qt::ISODate);
  if (auto* line = qobject_cast<const QLineEdit*>(input)) return line->text();
  QString out;
  if (auto* list = qobject_cast<const QListWidget*>(input))
    for (int i = 0; i < list->count(); ++i)
      if (list->item(i)->checkState() == Qt::Checked) out += QStringLiteral("%1 ").arg(i);
  return out;
}
} // namespace

void reserveLine(QLabel* label) {
  label->ensurePolished();
  label->setMinimumHeight(label->fontMetrics().height());
  label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ignoreStrayWheel(QWidget* input) {
  input->setFocusPolicy(Qt::StrongFocus);
  input->installEventFilter(new WheelGuard(input));
}

void tabThrough(QWidget* before, const QWidget* within, QWidget* after) {
  for (auto* each : within->findChildren<QWidget*>()) {
    if (each->focusProxy() || !(each->focusPolicy() & Qt::TabFocus)) continue;
    if (each->window() != before->window()) continue; // the list that a box pops up
    QWidget::setTabOrder(before, each);
    before = each;
  }
  QWidget::setTabOrder(before, after);
}

QStringList inputsIn(const QWidget& of) {
  QStringList out;
  for (const auto* each : of.findChildren<QWidget*>())
    if (QString value = valueOf(each); !value.isEmpty()) out << value;
  return out;
}

void leaveUnlessTyped(QDialog* dialog, bool typed, std::function<void()> leave) {
  if (!typed) return leave();
  auto* box = new QMessageBox(
      QMessageBox::Question, dialog->windowTitle(),
      QCoreApplication::translate("words", "What you typed is not kept anywhere. Close all the same?"),
      QMessageBox::NoButton, dialog);
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* discard =
      box->addButton(QCoreApplication::translate("words", "Close and lose it"), QMessageBox::DestructiveRole);
  auto* stay = box->addButton(QCoreApplication::translate("words", "Go on typing"), QMessageBox::RejectRole);
  box->setDefaultButton(stay);
  box->setEscapeButton(stay);
  QObject::connect(discard, &QPushButton::clicked, dialog, [leave = std::move(leave)] { leave(); });
  box->open();
}

} // namespace kotobashi::desktop
