#include "client/desktop/parameter_form.hpp"

#include "client/desktop/manners.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QVBoxLayout>

#include <utility>

namespace kotobashi::desktop {

namespace js = boost::json;

namespace {
constexpr int labelWidth = 140; // longer ones take a second line
}

ParameterForm::ParameterForm(client::template_view topic, const client::center_model& model, QWidget* parent)
    : QWidget(parent), topic_(std::move(topic)) {
  auto* form = new QFormLayout(this);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form->setVerticalSpacing(2);
  for (const auto& each : topic_.parameters) {
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* field = makeField(each, topic_, model).release();
    auto* problem = new QLabel(cell);
    problem->setObjectName(QStringLiteral("problem"));
    reserveLine(problem);
    column->addWidget(field);
    column->addWidget(problem);
    QString label = labelIn(each.label) + (each.required ? QStringLiteral(" *") : QString());
    field->setLabel(label);
    auto* name = new QLabel(label, this);
    name->setWordWrap(true);
    name->setFixedWidth(labelWidth);
    name->setBuddy(field);
    form->addRow(name, cell);
    fields_[each.name] = field;
    problems_[each.name] = problem;
    connect(field, &Field::edited, this, &ParameterForm::edited);
  }
  for (const auto& each : topic_.switches) {
    auto* box = new QCheckBox(labelIn(each.label), this);
    box->setChecked(each.default_);
    form->addRow(QString(), box);
    switches_[each.name] = box;
    connect(box, &QCheckBox::toggled, this, &ParameterForm::edited);
  }
}

js::value ParameterForm::parameters() const {
  js::object out;
  for (const auto& [name, field] : fields_)
    if (auto value = field->value()) out[name] = std::move(*value);
  for (const auto& [name, box] : switches_) out[name] = box->isChecked();
  return out;
}

void ParameterForm::setParameters(const js::value& from) {
  set(from, true);
}

void ParameterForm::setUntouched(const js::value& from) {
  set(from, false);
}

void ParameterForm::set(const js::value& from, bool touched) {
  if (!from.is_object()) return;
  const js::object before = std::exchange(given_, from.get_object());
  auto valueIn = [](const js::object& all, const std::string& name) {
    const auto* found = all.if_contains(name);
    return found ? *found : js::value();
  };
  for (const auto& [name, field] : fields_)
    if (touched || !field->touched()) field->setValue(valueIn(given_, name));
  for (const auto& each : topic_.switches) {
    auto* box = switches_.at(each.name);
    auto on = [&](const js::object& all) {
      auto value = valueIn(all, each.name);
      return value.is_bool() ? value.get_bool() : each.default_;
    };
    if (touched || box->isChecked() == on(before)) box->setChecked(on(given_));
  }
}

std::vector<field_error> ParameterForm::showProblems(const std::vector<field_error>& found) {
  for (auto& [name, label] : problems_) label->clear();
  std::vector<field_error> others;
  for (const auto& each : found) {
    constexpr std::string_view prefix = "parameters.";
    std::string name = each.field.starts_with(prefix) ? each.field.substr(prefix.size()) : "";
    auto label = problems_.find(name.substr(0, name.find_first_of(".[")));
    if (label == problems_.end()) {
      others.push_back(each);
      continue;
    }
    if (!all_demanded_ && !fields_.at(label->first)->touched()) continue;
    label->second->setText(word("code", each.code));
    label->second->setToolTip(label->second->text());
  }
  return others;
}

} // namespace kotobashi::desktop
