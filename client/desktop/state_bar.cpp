#include "client/desktop/state_bar.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace kotobashi::desktop {

StateBar::StateBar(Gateway& of, QWidget* parent) : QFrame(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 8, 16, 8);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  state_ = new QLabel(this);
  state_->setObjectName(QStringLiteral("state"));
  title_ = new QLabel(this);
  title_->setObjectName(QStringLiteral("stateTitle"));
  link_ = new QLabel(this);
  link_->setObjectName(QStringLiteral("link"));
  row->addWidget(state_);
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(title_, 1);
  column->addLayout(row);
  link_->setWordWrap(true);
  column->addWidget(link_);
  connect(&of_, &Gateway::statusChanged, this, &StateBar::refresh);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::center || part == client::part::overview) refresh();
  });
  refresh();
}

void StateBar::refresh() {
  const auto& center = of_.model().center();
  QString look = QStringLiteral("closed");
  drill_ = false;
  state_->setText(tr("CLOSED"));
  whole_title_ = center ? qs(interfaceIsJapanese() ? center->name : center->name_en) : QString();
  if (center && center->activation && center->activation->state != activation_state::closed) {
    drill_ = center->activation->mode == activation_mode::drill;
    look = drill_ ? QStringLiteral("drill") : QStringLiteral("real");
    state_->setText(drill_ ? tr("DRILL") : tr("REAL"));
    whole_title_ = tr("%1 — open since %2")
                       .arg(qs(center->activation->title), shortTime(center->activation->activated_at));
  }
  auto status = of_.status();
  bool away = status.reach == link::reach::away;
  int waiting = of_.unfinished();
  link_->setText(away ? tr("Server away since %1. What you type is kept.").arg(shortTime(status.since))
                      : (waiting > 0 ? tr("Sending: %n", nullptr, waiting) : QString()));
  link_->setVisible(!link_->text().isEmpty());
  setProperty("look", look);
  for (QWidget* each :
       {static_cast<QWidget*>(this), static_cast<QWidget*>(state_), static_cast<QWidget*>(title_)}) {
    each->style()->unpolish(each);
    each->style()->polish(each);
  }
  showTitle();
  update();
}

void StateBar::showTitle() {
  title_->setText(title_->fontMetrics().elidedText(whole_title_, Qt::ElideRight, title_->width()));
  title_->setToolTip(whole_title_);
}

void StateBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  layout()->activate(); // so that the title has its width
  showTitle();
}

// A drill is hatched, so that it is told apart without colours too.
void StateBar::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  if (!drill_) return;
  QPainter painter(this);
  painter.setPen(QPen(QColor(0, 0, 0, 60), 6));
  for (int x = -height(); x < width(); x += 28) painter.drawLine(x, height(), x + height(), 0);
}

} // namespace kotobashi::desktop
