#include "client/desktop/sign_in_page.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kotobashi::desktop {

SignInPage::SignInPage(Gateway& to, const QString& server, QWidget* parent) : QWidget(parent), to_(to) {
  auto* outer = new QVBoxLayout(this);
  auto* card = new QWidget(this);
  card->setObjectName(QStringLiteral("card"));
  card->setFixedWidth(440);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(32, 28, 32, 28);
  column->setSpacing(12);
  auto* title = new QLabel(tr("Disaster Multilingual Support Center"), card);
  title->setObjectName(QStringLiteral("title"));
  title->setWordWrap(true);
  auto* where = new QLabel(tr("Server: %1").arg(server), card);
  where->setObjectName(QStringLiteral("quiet"));
  reason_ = new QLabel(card);
  reason_->setWordWrap(true);
  reason_->hide();
  account_ = new QLineEdit(card);
  password_ = new QLineEdit(card);
  password_->setEchoMode(QLineEdit::Password);
  auto* form = new QFormLayout;
  form->addRow(tr("&Account"), account_);
  form->addRow(tr("&Password"), password_);
  problem_ = new QLabel(card);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  button_ = new QPushButton(tr("Sign in"), card);
  button_->setObjectName(QStringLiteral("primary"));
  button_->setDefault(true);
  for (QWidget* each :
       {static_cast<QWidget*>(title), static_cast<QWidget*>(where), static_cast<QWidget*>(reason_)})
    column->addWidget(each);
  column->addLayout(form);
  column->addWidget(problem_);
  column->addWidget(button_);
  auto* middle = new QHBoxLayout; // not an alignment: the height for the card's own width counts
  middle->addStretch();
  middle->addWidget(card);
  middle->addStretch();
  outer->addStretch();
  outer->addLayout(middle);
  outer->addStretch();
  connect(button_, &QPushButton::clicked, this, &SignInPage::submit);
  connect(account_, &QLineEdit::returnPressed, password_, qOverload<>(&QWidget::setFocus));
  connect(password_, &QLineEdit::returnPressed, this, &SignInPage::submit);
}

void SignInPage::setReason(const QString& reason, const QString& account) {
  reason_->setText(reason);
  reason_->setVisible(!reason.isEmpty());
  account_->setText(account);
  password_->clear();
  (account.isEmpty() ? account_ : password_)->setFocus();
}

void SignInPage::submit() {
  if (!button_->isEnabled()) return; // Enter, while the server thinks
  if (account_->text().trimmed().isEmpty() || password_->text().isEmpty()) {
    problem_->setText(tr("Type the name of your account and the password."));
    problem_->show();
    return;
  }
  button_->setEnabled(false);
  problem_->hide();
  to_.signIn(ss(account_->text().trimmed()), ss(password_->text()), [this](link::outcome<signed_in> got) {
    button_->setEnabled(true);
    password_->clear();
    if (got) {
      Q_EMIT signedIn();
      return;
    }
    problem_->setText(explain(got.error()));
    problem_->show();
    password_->setFocus();
  });
}

} // namespace kotobashi::desktop
