#include "client/desktop/simple_fields.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace kotobashi::desktop {

namespace js = boost::json;

namespace {
QHBoxLayout* rowOf(QWidget* of) {
  auto* row = new QHBoxLayout(of);
  row->setContentsMargins(0, 0, 0, 0);
  return row;
}
} // namespace

QDateTimeEdit* newClock(const QDateTime& at, QWidget* parent) {
  auto* out = new QDateTimeEdit(parent);
  out->setTimeSpec(Qt::UTC);
  out->setDateTime(at);
  out->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  out->setCalendarPopup(true);
  return out;
}

TimeField::TimeField(bool required, QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  known_ = new QCheckBox(this);
  known_->setChecked(required);
  known_->setVisible(!required);
  known_->setToolTip(tr("There is such a time"));
  known_->setAccessibleName(tr("There is such a time"));
  edit_ = newClock(clockOf(nowInstant()), this);
  edit_->setEnabled(required);
  row->addWidget(known_);
  row->addWidget(edit_, 1);
  connect(known_, &QCheckBox::toggled, edit_, &QWidget::setEnabled);
  connect(known_, &QCheckBox::toggled, this, &Field::edited);
  connect(edit_, &QDateTimeEdit::dateTimeChanged, this, &Field::edited);
}

std::optional<instant> TimeField::at() const {
  if (!known_->isChecked()) return std::nullopt;
  auto time = edit_->dateTime();
  return instantOf(time.addSecs(-time.time().second()));
}

std::optional<js::value> TimeField::value() const {
  auto time = at();
  if (!time) return std::nullopt;
  return js::value(to_rfc3339(*time));
}

void TimeField::setValue(const js::value& from) {
  if (!from.is_string()) return;
  auto time = from_rfc3339(std::string(from.get_string()));
  if (!time) return;
  known_->setChecked(true);
  edit_->setDateTime(clockOf(*time));
}

PeriodField::PeriodField(QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  from_ = new TimeField(false, this);
  to_ = new TimeField(false, this);
  row->addWidget(new QLabel(tr("from"), this));
  row->addWidget(from_, 1);
  row->addWidget(new QLabel(tr("to"), this));
  row->addWidget(to_, 1);
  connect(from_, &Field::edited, this, &Field::edited);
  connect(to_, &Field::edited, this, &Field::edited);
}

std::optional<js::value> PeriodField::value() const {
  js::object out;
  if (auto at = from_->value()) out["from"] = *at;
  if (auto at = to_->value()) out["to"] = *at;
  if (out.empty()) return std::nullopt;
  return out;
}

void PeriodField::setValue(const js::value& from) {
  if (!from.is_object()) return;
  if (auto* at = from.get_object().if_contains("from")) from_->setValue(*at);
  if (auto* at = from.get_object().if_contains("to")) to_->setValue(*at);
}

TextField::TextField(Form form, int limit, QWidget* parent) : Field(parent), form_(form) {
  auto* row = rowOf(this);
  name_ = new QLineEdit(this);
  if (limit > 0) name_->setMaxLength(limit);
  row->addWidget(name_, 2);
  if (form != Form::text) {
    name_->setPlaceholderText(tr("name in Japanese"));
    second_ = new QLineEdit(this);
    second_->setPlaceholderText(form == Form::place ? tr("in Roman letters") : tr("telephone number"));
    row->addWidget(second_, 1);
    connect(second_, &QLineEdit::textEdited, this, &Field::edited);
  }
  connect(name_, &QLineEdit::textEdited, this, [this] {
    id_.clear();
    Q_EMIT edited();
  });
}

std::optional<js::value> TextField::value() const {
  if (!id_.empty()) return js::value(id_);
  auto name = ss(name_->text().trimmed());
  if (name.empty()) return std::nullopt;
  if (form_ == Form::text) return js::value(name);
  js::object out{{"name", name}};
  auto second = ss(second_->text().trimmed());
  if (!second.empty()) out[form_ == Form::place ? "romanised" : "phone"] = second;
  return out;
}

void TextField::setValue(const js::value& from) {
  if (from.is_string() && form_ != Form::text) {
    id_ = std::string(from.get_string());
    name_->setText(id_ == "center" ? tr("this center") : qs(id_));
  } else if (from.is_string()) {
    name_->setText(qs(std::string(from.get_string())));
  } else if (from.is_object()) {
    auto text = [&](const char* key) {
      auto* found = from.get_object().if_contains(key);
      return found && found->is_string() ? qs(std::string(found->get_string())) : QString();
    };
    name_->setText(form_ == Form::text ? text("ja") : text("name"));
    if (second_) second_->setText(text(form_ == Form::place ? "romanised" : "phone"));
  }
}

NumberField::NumberField(QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  qualifier_ = new QComboBox(this);
  qualifier_->addItem(tr("exactly"), QString());
  for (const char* key : {"about", "more_than", "at_least", "less_than"})
    qualifier_->addItem(word("qualifier", key), QString(key));
  qualifier_->addItem(tr("not known"), QStringLiteral("unknown"));
  number_ = new QLineEdit(this);
  number_->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  row->addWidget(qualifier_);
  row->addWidget(number_, 1);
  connect(number_, &QLineEdit::textEdited, this, &Field::edited);
  connect(qualifier_, &QComboBox::currentIndexChanged, this, [this] {
    number_->setEnabled(qualifier_->currentData().toString() != QLatin1String("unknown"));
    Q_EMIT edited();
  });
}

std::optional<js::value> NumberField::value() const {
  auto qualifier = ss(qualifier_->currentData().toString());
  if (qualifier == "unknown") return js::object{{"described", "unknown"}};
  auto typed = number_->text().normalized(QString::NormalizationForm_KC).trimmed();
  if (typed.isEmpty()) return std::nullopt;
  bool good = false;
  double number = QLocale::c().toDouble(typed.remove(QLatin1Char(',')), &good);
  js::value amount = good ? js::value(number) : js::value(ss(typed)); // the server says what is wrong with it
  if (qualifier.empty()) return amount;
  return js::object{{"value", std::move(amount)}, {"qualifier", qualifier}};
}

void NumberField::setValue(const js::value& from) {
  const js::value* number = &from;
  if (auto* object = from.if_object()) {
    if (object->contains("described")) {
      qualifier_->setCurrentIndex(qualifier_->findData(QStringLiteral("unknown")));
      return;
    }
    number = object->if_contains("value");
    if (auto* how = object->if_contains("qualifier"); how && how->is_string())
      qualifier_->setCurrentIndex(std::max(0, qualifier_->findData(qs(std::string(how->get_string())))));
  }
  if (number && number->is_number()) number_->setText(QString::number(number->to_number<double>()));
}

MoneyField::MoneyField(QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  amount_ = new QLineEdit(this);
  amount_->setInputMethodHints(Qt::ImhDigitsOnly);
  row->addWidget(amount_, 1);
  row->addWidget(new QLabel(tr("yen"), this));
  connect(amount_, &QLineEdit::textEdited, this, &Field::edited);
}

std::optional<js::value> MoneyField::value() const {
  auto typed = amount_->text().normalized(QString::NormalizationForm_KC).remove(QLatin1Char(',')).trimmed();
  if (typed.isEmpty()) return std::nullopt;
  bool good = false;
  auto amount = typed.toLongLong(&good);
  return js::object{{"amount", good ? js::value(amount) : js::value(ss(typed))}, {"currency", "JPY"}};
}

void MoneyField::setValue(const js::value& from) {
  if (auto* object = from.if_object())
    if (auto* amount = object->if_contains("amount"); amount && amount->is_number())
      amount_->setText(QString::number(amount->to_number<double>(), 'f', 0));
}

ChoiceField::ChoiceField(const Choices& all, bool required, QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  box_ = new QComboBox(this);
  box_->addItem(required ? tr("choose …") : tr("(none)"), QString());
  for (const auto& [key, label] : all) box_->addItem(label, qs(key));
  row->addWidget(box_, 1);
  connect(box_, &QComboBox::currentIndexChanged, this, &Field::edited);
}

std::optional<js::value> ChoiceField::value() const {
  auto key = ss(box_->currentData().toString());
  if (key.empty()) return std::nullopt;
  return js::value(key);
}

void ChoiceField::setValue(const js::value& from) {
  if (from.is_string())
    box_->setCurrentIndex(std::max(0, box_->findData(qs(std::string(from.get_string())))));
}

CheckListField::CheckListField(const ChoiceField::Choices& all, QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  list_ = new QListWidget(this);
  for (const auto& [key, label] : all) {
    auto* item = new QListWidgetItem(label, list_);
    item->setData(Qt::UserRole, qs(key));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
  }
  int shown = std::min<int>(8, static_cast<int>(all.size()));
  list_->setFixedHeight(list_->sizeHintForRow(0) * shown + 2 * list_->frameWidth() + 2);
  row->addWidget(list_, 1);
  connect(list_, &QListWidget::itemChanged, this, &Field::edited);
}

std::optional<js::value> CheckListField::value() const {
  js::array out;
  for (int i = 0; i < list_->count(); ++i)
    if (list_->item(i)->checkState() == Qt::Checked)
      out.emplace_back(ss(list_->item(i)->data(Qt::UserRole).toString()));
  if (out.empty()) return std::nullopt;
  return out;
}

void CheckListField::setValue(const js::value& from) {
  auto wanted = [&](const QString& key) {
    if (from.is_string()) return qs(std::string(from.get_string())) == key;
    if (!from.is_array()) return false;
    for (const auto& each : from.get_array())
      if (each.is_string() && qs(std::string(each.get_string())) == key) return true;
    return false;
  };
  for (int i = 0; i < list_->count(); ++i)
    list_->item(i)->setCheckState(wanted(list_->item(i)->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                        : Qt::Unchecked);
}

} // namespace kotobashi::desktop
