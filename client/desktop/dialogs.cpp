#include "client/desktop/dialogs.hpp"

#include "client/desktop/words.hpp"

#include <QEvent>
#include <QMessageBox>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace kotobashi::desktop {

namespace {
using namespace std::chrono_literals;
constexpr auto replyIsSlow = 700ms;
constexpr int aroundForm = 160; // title bar, buttons and lines below a form, in pixels
constexpr int margin = 11;      // left and right of it

// As high as what it holds, unless the screen is too low.
class FormScroll : public QScrollArea {
public:
  explicit FormScroll(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }
  QSize sizeHint() const override { return bounded(widget()->sizeHint()); }
  QSize minimumSizeHint() const override { return bounded(widget()->minimumSizeHint()); }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
  }

private:
  QSize bounded(QSize content) const {
    const auto* layout = widget()->layout();
    int across = std::max({content.width(), width(), window()->minimumWidth() - 2 * margin});
    int high = layout->hasHeightForWidth() ? layout->totalHeightForWidth(across) : content.height();
    QSize screen = onScreen(this, {QWIDGETSIZE_MAX, QWIDGETSIZE_MAX});
    return {content.width(), std::min(high, screen.height() - aroundForm)};
  }
};

QLabel* hiddenLine(const QString& name, QWidget* parent) {
  auto* made = new QLabel(parent);
  made->setObjectName(name);
  made->setWordWrap(true);
  made->hide();
  return made;
}
} // namespace

FormDialog::FormDialog(const QString& title, const QString& accept, QWidget* parent) : QDialog(parent) {
  setWindowTitle(title);
  setAttribute(Qt::WA_DeleteOnClose);
  setMinimumWidth(480);
  auto* column = new QVBoxLayout(this);
  auto* scroll = new FormScroll(this);
  auto* inside = new QWidget;
  auto* upper = new QVBoxLayout(inside);
  upper->setContentsMargins(0, 0, 0, 0);
  introduction_ = hiddenLine({}, inside);
  form_ = new QFormLayout;
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  upper->addWidget(introduction_);
  upper->addLayout(form_);
  upper->addStretch();
  scroll->setWidget(inside);
  waiting_ = hiddenLine(QStringLiteral("quiet"), this);
  problem_ = hiddenLine(QStringLiteral("problem"), this);
  buttons_ = new QDialogButtonBox(this);
  accept_ = new QPushButton(accept, this);
  accept_->setObjectName(QStringLiteral("primary"));
  buttons_->addButton(accept_, QDialogButtonBox::AcceptRole);
  cancel_ = buttons_->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  column->addWidget(scroll, 1);
  column->addWidget(waiting_);
  column->addWidget(problem_);
  column->addWidget(buttons_);
  slow_.setSingleShot(true);
  connect(&slow_, &QTimer::timeout, this, [this] {
    waiting_->setText(
        tr("Waiting for the server. “%1” takes it back.").arg(cancel_->text().remove(QLatin1Char('&'))));
    waiting_->show();
  });
  connect(buttons_, &QDialogButtonBox::accepted, this, &FormDialog::submitted);
  connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FormDialog::showEvent(QShowEvent* event) {
  if (!testAttribute(Qt::WA_Resized)) resize(onScreen(this, sizeHint()));
  QDialog::showEvent(event);
}

void FormDialog::setIntroduction(const QString& text) {
  introduction_->setText(text);
  introduction_->show();
}

void FormDialog::showProblem(const QString& text) {
  problem_->setText(text);
  problem_->setVisible(!text.isEmpty());
}

void FormDialog::showProblem(const link::failure& why) {
  showProblem(explain(why));
}

void FormDialog::begin() {
  accept_->setEnabled(false);
  showProblem(QString());
  slow_.start(replyIsSlow);
}

void FormDialog::end(const std::optional<link::failure>& why,
                     const std::function<void(const link::failure&)>& refused) {
  slow_.stop();
  waiting_->hide();
  accept_->setEnabled(true);
  if (!why) return accept();
  if (refused) refused(*why);
  showProblem(*why);
}

void warn(QWidget* parent, const link::failure& why) {
  if (why.network == link::link_error::cancelled) return; // known to whoever took it back
  auto* box = new QMessageBox(QMessageBox::Warning, QObject::tr("This did not happen"), explain(why),
                              QMessageBox::Ok, parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void takeBackOnClose(Gateway& to, link::call_id which, QDialog* dialog) {
  QObject::connect(dialog, &QDialog::rejected, &to, [&to, which, parent = QPointer(dialog->parentWidget())] {
    if (!to.waitsFor(which) || to.takeBack(which)) return;
    auto* box = new QMessageBox(QMessageBox::Warning, QObject::tr("This may have happened"),
                                QObject::tr("It was on its way to the server already and may have been done. "
                                            "Look whether it is there before you do it again."),
                                QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  });
}

QSize onScreen(const QWidget* of, QSize wanted) {
  return wanted.boundedTo(of->screen()->availableGeometry().size() * 9 / 10);
}

} // namespace kotobashi::desktop
