#include "client/desktop/dialogs.hpp"

#include "client/desktop/words.hpp"

#include <QMessageBox>
#include <QVBoxLayout>

namespace kotobashi::desktop {

FormDialog::FormDialog(const QString& title, const QString& accept, QWidget* parent) : QDialog(parent) {
  setWindowTitle(title);
  setAttribute(Qt::WA_DeleteOnClose);
  setMinimumWidth(480);
  auto* column = new QVBoxLayout(this);
  introduction_ = new QLabel(this);
  introduction_->setWordWrap(true);
  introduction_->hide();
  form_ = new QFormLayout;
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  buttons_ = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  acceptButton()->setText(accept);
  buttons_->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  column->addWidget(introduction_);
  column->addLayout(form_);
  column->addWidget(problem_);
  column->addStretch();
  column->addWidget(buttons_);
  connect(buttons_, &QDialogButtonBox::accepted, this, &FormDialog::submitted);
  connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
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

void warn(QWidget* parent, const link::failure& why) {
  auto* box = new QMessageBox(QMessageBox::Warning, QObject::tr("This did not happen"), explain(why),
                              QMessageBox::Ok, parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

} // namespace kotobashi::desktop
