#include "client/desktop/accounts_dialog.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kotobashi::desktop {

namespace {
// Twelve letters and digits that nobody takes for one another on paper: 59 bits.
QString suggestedPassword() {
  static const auto letters = QStringLiteral("abcdefghjkmnpqrstuvwxyz23456789");
  QString out;
  for (int i = 0; i < 12; ++i) {
    if (i != 0 && i % 4 == 0) out += QLatin1Char('-');
    out += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
  }
  return out;
}

// What each role may do, one box each.
class RoleBoxes : public QWidget {
public:
  RoleBoxes(const std::vector<role>& ticked, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto box = [&](role one, const QString& may) {
      auto* made = new QCheckBox(wordOf("role", one) + QStringLiteral(" — ") + may, this);
      made->setChecked(std::ranges::find(ticked, one) != ticked.end());
      column->addWidget(made);
      boxes_.emplace_back(one, made);
    };
    box(role::lead,
        AccountsDialog::tr("opens and closes the center, manages accounts, and all that the others do"));
    box(role::coordinator,
        AccountsDialog::tr("finds interpreters for requests, keeps the roster, handles inquiries"));
    box(role::editor, AccountsDialog::tr("writes and publishes notices"));
    box(role::desk, AccountsDialog::tr("records and answers inquiries, makes requests"));
    box(role::observer, AccountsDialog::tr("looks on"));
  }
  std::vector<role> ticked() const {
    std::vector<role> out;
    for (const auto& [one, box] : boxes_)
      if (box->isChecked()) out.push_back(one);
    return out;
  }

private:
  std::vector<std::pair<role, QCheckBox*>> boxes_;
};

// In clear: the lead hands it over on paper.
QLineEdit* addPassword(FormDialog* to) {
  auto* field = new QLineEdit(suggestedPassword(), to);
  field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  field->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  auto* note = new QLabel(AccountsDialog::tr("Write it down and hand it over: it is not shown again."), to);
  to->form()->addRow(AccountsDialog::tr("&Password"), field);
  to->form()->addRow(QString(), note);
  return field;
}

// Says what is wrong, or nothing.
QString wrongIn(const QLineEdit* password) {
  bool longEnough = password->text().toUtf8().size() >= 8;
  return longEnough ? QString() : AccountsDialog::tr("A password has at least 8 characters.");
}

QString rolesOf(const account_view& one) {
  QStringList all;
  for (role each : one.roles) all << wordOf("role", each);
  return all.join(QStringLiteral(", "));
}

FormDialog* addingForm(Gateway& of, QWidget* parent) {
  auto* form =
      new FormDialog(AccountsDialog::tr("Add an account"), AccountsDialog::tr("Add the account"), parent);
  auto* name = new QLineEdit(form);
  name->setPlaceholderText(AccountsDialog::tr("what is typed to sign in, for example: desk 1"));
  auto* roles = new RoleBoxes({}, form);
  form->form()->addRow(AccountsDialog::tr("&Name"), name);
  form->form()->addRow(AccountsDialog::tr("May do"), roles);
  auto* password = addPassword(form);
  QObject::connect(form, &FormDialog::submitted, form, [&of, form, name, roles, password] {
    new_account wish{ss(name->text().trimmed()), ss(password->text()), roles->ticked()};
    if (wish.name.empty()) return form->showProblem(AccountsDialog::tr("Give it a name."));
    if (wish.roles.empty()) return form->showProblem(AccountsDialog::tr("Tick what this person may do."));
    if (auto wrong = wrongIn(password); !wrong.isEmpty()) return form->showProblem(wrong);
    form->send<account_view>(of,
                             [&](Then<account_view> done) { return of.addAccount(wish, std::move(done)); });
  });
  return form;
}

FormDialog* rolesForm(Gateway& of, const account_view& one, QWidget* parent) {
  auto* form = new FormDialog(AccountsDialog::tr("What %1 may do").arg(qs(one.name)),
                              AccountsDialog::tr("Keep"), parent);
  auto* roles = new RoleBoxes(one.roles, form);
  form->form()->addRow(roles);
  QObject::connect(form, &FormDialog::submitted, form, [&of, form, roles, which = one.id] {
    account_change wish{{}, roles->ticked(), {}};
    if (wish.roles.empty()) return form->showProblem(AccountsDialog::tr("Tick what this person may do."));
    form->send<account_view>(
        of, [&](Then<account_view> done) { return of.changeAccount(which, wish, std::move(done)); });
  });
  return form;
}

FormDialog* passwordForm(Gateway& of, const account_view& one, QWidget* parent) {
  auto* form = new FormDialog(AccountsDialog::tr("New password for %1").arg(qs(one.name)),
                              AccountsDialog::tr("Set the password"), parent);
  form->setIntroduction(AccountsDialog::tr("Wherever else this account is signed in, it is signed out."));
  auto* password = addPassword(form);
  QObject::connect(form, &FormDialog::submitted, form, [&of, form, password, which = one.id] {
    if (auto wrong = wrongIn(password); !wrong.isEmpty()) return form->showProblem(wrong);
    form->send<account_view>(of, [&](Then<account_view> done) {
      return of.changeAccount(which, {ss(password->text()), {}, {}}, std::move(done));
    });
  });
  return form;
}
} // namespace

AccountsDialog::AccountsDialog(Gateway& of, QWidget* parent) : QDialog(parent), of_(of) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Accounts"));
  resize(onScreen(this, {820, 460}));
  auto* column = new QVBoxLayout(this);
  auto* introduction =
      new QLabel(tr("Everybody who works at the center signs in with an account of their own. "
                    "Volunteers need none: they have a personal link, from the roster."),
                 this);
  introduction->setWordWrap(true);
  list_ = new RecordTable({tr("Name"), tr("May do"), tr("State")}, 1, tr("Accounts"), this);
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  auto* buttons = new QHBoxLayout;
  auto button = [&](const QString& name, auto slot) {
    auto* made = new QPushButton(name, this);
    made->setAutoDefault(false);
    buttons->addWidget(made);
    connect(made, &QPushButton::clicked, this, slot);
    return made;
  };
  auto open = [this](FormDialog* form) {
    connect(form, &QDialog::accepted, this, &AccountsDialog::read);
    form->open();
  };
  button(tr("&Add …"), [this, open] { open(addingForm(of_, this)); });
  roles_ = button(tr("&May do …"), [this, open] {
    if (const auto* one = chosen()) open(rolesForm(of_, *one, this));
  });
  password_ = button(tr("New &password …"), [this, open] {
    if (const auto* one = chosen()) open(passwordForm(of_, *one, this));
  });
  disable_ = button({}, [this] { disableOrEnable(); });
  buttons->addStretch();
  button(tr("&Close"), [this] { reject(); });
  column->addWidget(introduction);
  column->addWidget(list_, 1);
  column->addWidget(problem_);
  column->addLayout(buttons);
  connect(list_, &RecordTable::chosenChanged, this, &AccountsDialog::enable);
  enable();
  read();
}

void AccountsDialog::read() {
  of_.accounts([self = QPointer(this)](link::outcome<std::vector<account_view>> got) {
    if (!self) return;
    self->problem_->setVisible(!got);
    if (!got) return self->problem_->setText(explain(got.error()));
    self->show(std::move(*got));
  });
}

void AccountsDialog::show(std::vector<account_view> all) {
  std::erase_if(all, [](const account_view& each) { return each.volunteer.has_value(); });
  all_ = std::move(all);
  list_->begin();
  for (const auto& each : all_)
    list_->add(qs(each.id.value),
               {qs(each.name), rolesOf(each), each.disabled ? tr("disabled") : tr("can sign in")},
               each.disabled);
  list_->finish();
}

const account_view* AccountsDialog::chosen() const {
  auto found = std::ranges::find_if(
      all_, [&](const account_view& each) { return qs(each.id.value) == list_->chosen(); });
  return found == all_.end() ? nullptr : &*found;
}

// Nobody takes away their own rights.
void AccountsDialog::enable() {
  const auto* one = chosen();
  auto me = of_.status().account;
  bool other = one && !(me && me->id == one->id);
  password_->setEnabled(one);
  for (auto* each : {roles_, disable_}) each->setEnabled(other);
  disable_->setText(one && one->disabled ? tr("&Enable") : tr("&Disable …"));
}

void AccountsDialog::disableOrEnable() {
  const auto* one = chosen();
  if (!one) return;
  auto asked = *one; // the list may be read anew while the question stands
  if (!asked.disabled) {
    auto sure = QMessageBox::question(
        this, tr("Disable an account"),
        tr("%1 is signed out at once and cannot sign in until the account is enabled again. Go on?")
            .arg(qs(asked.name)));
    if (sure != QMessageBox::Yes) return;
  }
  of_.changeAccount(asked.id, {{}, {}, !asked.disabled},
                    [self = QPointer(this)](link::outcome<account_view> got) {
                      if (!self) return;
                      if (!got) return warn(self, got.error());
                      self->read();
                    });
}

} // namespace kotobashi::desktop
