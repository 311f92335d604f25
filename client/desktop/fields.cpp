#include "client/desktop/fields.hpp"

#include "client/desktop/list_field.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace kotobashi::desktop {

namespace {
ChoiceField::Choices areasOf(const client::center_model& model) {
  ChoiceField::Choices out;
  if (model.center())
    for (const auto& each : model.center()->areas) out.emplace_back(each.code, labelIn(each.names));
  return out;
}

ChoiceField::Choices languagesOf(const client::center_model& model) {
  ChoiceField::Choices out;
  for (const auto& each : model.languages()) {
    std::string spoken = each.tag.value.substr(0, each.tag.value.find('-'));
    if (each.tag.value == "ja-simple" || each.tag.value == "zh-Hant") continue;
    out.emplace_back(spoken, languageName(model, each.tag.value));
  }
  return out;
}

ChoiceField::Choices choicesOf(const client::parameter_view& parameter, const client::template_view& topic) {
  ChoiceField::Choices out;
  auto found = topic.choices.find(parameter.name);
  for (const auto& key : parameter.keys) {
    QString label = qs(key);
    if (found != topic.choices.end())
      if (auto one = found->second.find(key); one != found->second.end()) label = labelIn(one->second);
    out.emplace_back(key, label);
  }
  return out;
}

std::unique_ptr<Field> makeOne(const client::parameter_view& parameter, const client::template_view& topic,
                               const client::center_model& model) {
  if (parameter.type == "datetime") return std::make_unique<TimeField>(parameter.required && !parameter.list);
  if (parameter.type == "period") return std::make_unique<PeriodField>();
  if (parameter.type == "number") return std::make_unique<NumberField>();
  if (parameter.type == "money") return std::make_unique<MoneyField>();
  if (parameter.type == "choice")
    return std::make_unique<ChoiceField>(choicesOf(parameter, topic), parameter.required);
  if (parameter.type == "area") return std::make_unique<ChoiceField>(areasOf(model), parameter.required);
  if (parameter.type == "place") return std::make_unique<TextField>(TextField::Form::place, 80);
  if (parameter.type == "contact") return std::make_unique<TextField>(TextField::Form::contact, 80);
  return std::make_unique<TextField>(TextField::Form::text, static_cast<int>(parameter.max_length));
}
} // namespace

std::unique_ptr<Field> makeField(const client::parameter_view& parameter, const client::template_view& topic,
                                 const client::center_model& model) {
  if (parameter.type == "languages") return std::make_unique<CheckListField>(languagesOf(model));
  if (parameter.list && parameter.type == "area") return std::make_unique<CheckListField>(areasOf(model));
  if (parameter.list && parameter.type == "choice")
    return std::make_unique<CheckListField>(choicesOf(parameter, topic));
  if (parameter.list)
    return std::make_unique<ListField>(
        [&parameter, &topic, &model] { return makeOne(parameter, topic, model); });
  return makeOne(parameter, topic, model);
}

Field::Field(QWidget* parent) : QWidget(parent) {
  connect(this, &Field::edited, this, [this] {
    given_.reset();
    touched_ = true;
  });
}

std::optional<boost::json::value> Field::value() const {
  return given_ ? given_ : typed();
}

void Field::setValue(const boost::json::value& from) {
  const QSignalBlocker quiet(this);
  fill(from);
  given_.reset();
  if (!from.is_null()) given_ = from;
  touched_ = false;
}

void Field::setInput(QWidget* input) {
  setFocusProxy(input);
  setFocusPolicy(Qt::StrongFocus); // else no mnemonic leads here
}

void Field::setLabel(const QString& label) {
  static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
  setAccessibleName(QString(label).remove(mnemonic));
  for (auto* each : findChildren<QWidget*>()) {
    if (each->focusPolicy() == Qt::NoFocus) continue;
    if (auto* inner = qobject_cast<Field*>(each)) {
      inner->setAccessibleName(accessibleName());
      continue;
    }
    QString own = each->property("own").toString();
    each->setAccessibleName(own.isEmpty() ? accessibleName()
                                          : QStringLiteral("%1: %2").arg(accessibleName(), own));
  }
}

ListField::ListField(Make make, QWidget* parent) : Field(parent), make_(std::move(make)) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(4);
  setInput(addOne());
}

Field* ListField::addOne() {
  auto* field = make_().release();
  field->setParent(this);
  if (!accessibleName().isEmpty()) field->setLabel(accessibleName());
  fields_.push_back(field);
  column_->addWidget(field);
  connect(field, &Field::edited, this, [this, field] {
    if (field == fields_.back() && field->value()) addOne();
    Q_EMIT edited();
  });
  return field;
}

std::optional<boost::json::value> ListField::typed() const {
  boost::json::array out;
  for (const auto* each : fields_)
    if (auto one = each->value()) out.push_back(std::move(*one));
  if (out.empty()) return std::nullopt;
  return out;
}

void ListField::fill(const boost::json::value& from) {
  for (auto* each : std::exchange(fields_, {})) delete each;
  if (const auto* all = from.if_array())
    for (const auto& each : *all) addOne()->setValue(each);
  addOne();
  setInput(fields_.front());
}

} // namespace kotobashi::desktop
