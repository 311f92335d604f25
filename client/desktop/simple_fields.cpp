#include "client/desktop/simple_fields.hpp"

#include "client/desktop/manners.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace kotobashi::desktop {

namespace js = boost::json;

namespace {
QHBoxLayout* rowOf(QWidget* of) {
  auto* row = new QHBoxLayout(of);
  row->setContentsMargins(0, 0, 0, 0);
  return row;
}

// A choice's value as the data of its entry; empty: the entry that is none.
QString dataOf(const js::value& value) {
  return qs(js::serialize(value));
}
std::optional<js::value> valueOf(const QVariant& data) {
  if (data.toString().isEmpty()) return std::nullopt;
  return js::parse(ss(data.toString()));
}

// A value that is none of the choices: {"text": "川沿いの地区"}.
QString labelOf(const js::value& value) {
  const auto* object = value.if_object();
  const js::value* text = object ? object->if_contains("text") : &value;
  return text && text->is_string() ? qs(std::string(text->get_string())) : dataOf(value);
}

QString written(const js::value& number) {
  return QString::number(number.to_number<double>(), 'f', QLocale::FloatingPointShortest);
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
  known_->setVisible(!required);
  known_->setToolTip(tr("There is such a time"));
  known_->setProperty("own", tr("There is such a time"));
  known_->setAccessibleName(tr("There is such a time"));
  edit_ = newClock(clockOf(nowInstant()), this);
  edit_->setEnabled(false);
  ignoreStrayWheel(edit_);
  row->addWidget(known_);
  row->addWidget(edit_, 1);
  connect(known_, &QCheckBox::toggled, edit_, &QWidget::setEnabled);
  connect(known_, &QCheckBox::toggled, this, &Field::edited);
  connect(edit_, &QDateTimeEdit::dateTimeChanged, this, &Field::edited);
  setInput(known_);
  if (!required) return;
  auto* other = new QPushButton(tr("Enter a time …"), this);
  auto* now = new QPushButton(tr("Now"), this);
  for (auto* each : {now, other}) {
    each->setAutoDefault(false);
    each->setProperty("own", each->text());
  }
  row->addWidget(other, 1);
  row->addWidget(now);
  edit_->hide();
  setInput(now);
  connect(known_, &QCheckBox::toggled, this, [this, other, now](bool known) {
    edit_->setVisible(known);
    other->setVisible(!known);
    setInput(known ? static_cast<QWidget*>(edit_) : now);
  });
  connect(now, &QPushButton::clicked, this, &TimeField::enter);
  connect(other, &QPushButton::clicked, this, [this] {
    enter();
    edit_->setFocus();
  });
}

void TimeField::enter() {
  edit_->setDateTime(clockOf(nowInstant()));
  known_->setChecked(true);
}

std::optional<instant> TimeField::at() const {
  auto time = value();
  if (!time || !time->is_string()) return std::nullopt;
  auto at = from_rfc3339(std::string(time->get_string()));
  return at ? std::optional(*at) : std::nullopt;
}

std::optional<js::value> TimeField::typed() const {
  if (!known_->isChecked()) return std::nullopt;
  auto time = edit_->dateTime();
  return js::value(to_rfc3339(instantOf(time.addSecs(-time.time().second()))));
}

void TimeField::fill(const js::value& from) {
  auto time = from_rfc3339(from.is_string() ? std::string(from.get_string()) : std::string());
  known_->setChecked(bool(time));
  if (time) edit_->setDateTime(clockOf(*time));
}

PeriodField::PeriodField(QWidget* parent) : Field(parent) {
  auto* rows = new QGridLayout(this); // one below the other: the form stays narrow
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setVerticalSpacing(4);
  rows->setColumnStretch(1, 1);
  from_ = new TimeField(false, this);
  to_ = new TimeField(false, this);
  rows->addWidget(new QLabel(tr("from"), this), 0, 0);
  rows->addWidget(from_, 0, 1);
  rows->addWidget(new QLabel(tr("to"), this), 1, 0);
  rows->addWidget(to_, 1, 1);
  setInput(from_);
  connect(from_, &Field::edited, this, &Field::edited);
  connect(to_, &Field::edited, this, &Field::edited);
}

std::optional<js::value> PeriodField::typed() const {
  js::object out;
  if (auto at = from_->value()) out["from"] = *at;
  if (auto at = to_->value()) out["to"] = *at;
  if (out.empty()) return std::nullopt;
  return out;
}

void PeriodField::fill(const js::value& from) {
  const auto* both = from.if_object();
  auto part = [&](const char* name) {
    const auto* found = both ? both->if_contains(name) : nullptr;
    return found ? *found : js::value();
  };
  from_->setValue(part("from"));
  to_->setValue(part("to"));
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
    for (auto* each : {name_, second_}) each->setProperty("own", each->placeholderText());
    connect(second_, &QLineEdit::textEdited, this, &Field::edited);
  }
  setInput(name_);
  connect(name_, &QLineEdit::textEdited, this, [this] {
    id_.clear();
    if (second_) second_->setEnabled(true);
    Q_EMIT edited();
  });
}

std::optional<js::value> TextField::typed() const {
  if (!id_.empty()) return js::value(id_);
  auto name = ss(name_->text().trimmed());
  if (name.empty()) return std::nullopt;
  if (form_ == Form::text) return js::value(name);
  js::object out = others_;
  out["name"] = name;
  auto second = ss(second_->text().trimmed());
  if (!second.empty()) out[form_ == Form::place ? "romanised" : "phone"] = second;
  return out;
}

void TextField::fill(const js::value& from) {
  const char* second = form_ == Form::place ? "romanised" : "phone";
  const auto* parts = from.if_object();
  auto text = [&](const char* key) {
    auto* found = parts ? parts->if_contains(key) : nullptr;
    return found && found->is_string() ? qs(std::string(found->get_string())) : QString();
  };
  id_ = from.is_string() && form_ != Form::text ? std::string(from.get_string()) : std::string();
  if (from.is_string())
    name_->setText(id_ == "center" ? tr("this center") : qs(std::string(from.get_string())));
  else
    name_->setText(form_ == Form::text ? text("ja") : text("name"));
  others_ = parts ? *parts : js::object();
  others_.erase("name");
  others_.erase(second);
  if (!second_) return;
  second_->setText(text(second));
  second_->setEnabled(id_.empty()); // what is known by its name has its number and its letters
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
  ignoreStrayWheel(qualifier_);
  row->addWidget(qualifier_);
  row->addWidget(number_, 1);
  setInput(number_);
  connect(number_, &QLineEdit::textEdited, this, &Field::edited);
  connect(qualifier_, &QComboBox::currentIndexChanged, this, [this] {
    number_->setEnabled(qualifier_->currentData().toString() != QLatin1String("unknown"));
    Q_EMIT edited();
  });
}

std::optional<js::value> NumberField::typed() const {
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

void NumberField::fill(const js::value& from) {
  const auto* object = from.if_object();
  const js::value* number = object ? object->if_contains("value") : &from;
  QString key;
  if (object && object->contains("described")) key = QStringLiteral("unknown");
  if (auto* how = object ? object->if_contains("qualifier") : nullptr; how && how->is_string())
    key = qs(std::string(how->get_string()));
  qualifier_->setCurrentIndex(std::max(0, qualifier_->findData(key)));
  number_->setText(number && number->is_number() ? written(*number) : QString());
}

MoneyField::MoneyField(QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  amount_ = new QLineEdit(this);
  amount_->setInputMethodHints(Qt::ImhDigitsOnly);
  row->addWidget(amount_, 1);
  unit_ = new QLabel(tr("yen"), this);
  row->addWidget(unit_);
  setInput(amount_);
  connect(amount_, &QLineEdit::textEdited, this, &Field::edited);
}

std::optional<js::value> MoneyField::typed() const {
  auto typed = amount_->text().normalized(QString::NormalizationForm_KC).remove(QLatin1Char(',')).trimmed();
  if (typed.isEmpty()) return std::nullopt;
  bool whole = false, good = false;
  auto yen = typed.toLongLong(&whole);
  double parts = QLocale::c().toDouble(typed, &good);
  js::value amount = whole ? js::value(yen) : good ? js::value(parts) : js::value(ss(typed));
  return js::object{{"amount", std::move(amount)}, {"currency", currency_}};
}

void MoneyField::fill(const js::value& from) {
  const auto* object = from.if_object();
  const auto* amount = object ? object->if_contains("amount") : nullptr;
  const auto* currency = object ? object->if_contains("currency") : nullptr;
  amount_->setText(amount && amount->is_number() ? written(*amount) : QString());
  currency_ = currency && currency->is_string() ? std::string(currency->get_string()) : "JPY";
  unit_->setText(currency_ == "JPY" ? tr("yen") : qs(currency_));
}

ChoiceField::ChoiceField(const Choices& all, bool required, QWidget* parent) : Field(parent) {
  auto* row = rowOf(this);
  box_ = new QComboBox(this);
  ignoreStrayWheel(box_);
  box_->addItem(required ? tr("choose …") : tr("(none)"), QString());
  for (const auto& [key, label] : all) box_->addItem(label, dataOf(js::value(key)));
  row->addWidget(box_, 1);
  setInput(box_);
  connect(box_, &QComboBox::currentIndexChanged, this, &Field::edited);
}

std::optional<js::value> ChoiceField::typed() const {
  return valueOf(box_->currentData());
}

void ChoiceField::fill(const js::value& from) {
  if (from.is_null()) return box_->setCurrentIndex(0);
  if (box_->findData(dataOf(from)) < 0) box_->addItem(labelOf(from), dataOf(from));
  box_->setCurrentIndex(box_->findData(dataOf(from)));
}

CheckListField::CheckListField(const ChoiceField::Choices& all, QWidget* parent, int rows) : Field(parent) {
  auto* row = rowOf(this);
  list_ = new QListWidget(this);
  for (const auto& [key, label] : all) add(js::value(key), label);
  int shown = std::min(rows, static_cast<int>(all.size()));
  list_->setFixedHeight(list_->sizeHintForRow(0) * shown + 2 * list_->frameWidth() + 2);
  row->addWidget(list_, 1);
  setInput(list_);
  connect(list_, &QListWidget::itemChanged, this, &Field::edited);
}

void CheckListField::add(const js::value& value, const QString& label) {
  auto* item = new QListWidgetItem(label, list_);
  item->setData(Qt::UserRole, dataOf(value));
  item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
  item->setCheckState(Qt::Unchecked);
}

std::optional<js::value> CheckListField::typed() const {
  js::array out;
  for (int i = 0; i < list_->count(); ++i)
    if (list_->item(i)->checkState() == Qt::Checked)
      out.push_back(*valueOf(list_->item(i)->data(Qt::UserRole)));
  if (out.empty()) return std::nullopt;
  return out;
}

void CheckListField::fill(const js::value& from) {
  js::array all;
  if (from.is_array())
    all = from.get_array();
  else if (!from.is_null())
    all.push_back(from);
  for (int i = 0; i < list_->count(); ++i) list_->item(i)->setCheckState(Qt::Unchecked);
  for (const auto& each : all) {
    int row = 0;
    while (row < list_->count() && list_->item(row)->data(Qt::UserRole) != dataOf(each)) ++row;
    if (row == list_->count()) add(each, labelOf(each));
    list_->item(row)->setCheckState(Qt::Checked);
  }
}

} // namespace kotobashi::desktop
