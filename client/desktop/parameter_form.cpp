#include "client/desktop/parameter_form.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QVBoxLayout>

namespace kotobashi::desktop {

namespace js = boost::json;

ParameterForm::ParameterForm(client::template_view topic, const client::center_model& model, QWidget* parent)
    : QWidget(parent), topic_(std::move(topic)) {
  auto* form = new QFormLayout(this);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  for (const auto& each : topic_.parameters) {
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* field = makeField(each, topic_, model).release();
    auto* problem = new QLabel(cell);
    problem->setObjectName(QStringLiteral("problem"));
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(field);
    column->addWidget(problem);
    QString label = labelIn(each.label) + (each.required ? QStringLiteral(" *") : QString());
    field->setAccessibleName(label);
    form->addRow(label, cell);
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
  if (!from.is_object()) return;
  for (const auto& [key, value] : from.get_object()) {
    std::string name(key);
    if (auto field = fields_.find(name); field != fields_.end()) field->second->setValue(value);
    if (auto box = switches_.find(name); box != switches_.end() && value.is_bool())
      box->second->setChecked(value.get_bool());
  }
}

std::vector<field_error> ParameterForm::showProblems(const std::vector<field_error>& found) {
  for (auto& [name, label] : problems_) label->hide();
  std::vector<field_error> others;
  for (const auto& each : found) {
    constexpr std::string_view prefix = "parameters.";
    std::string name = each.field.starts_with(prefix) ? each.field.substr(prefix.size()) : "";
    auto label = problems_.find(name.substr(0, name.find_first_of(".[")));
    if (label == problems_.end()) {
      others.push_back(each);
      continue;
    }
    label->second->setText(word("code", each.code));
    label->second->show();
  }
  return others;
}

} // namespace kotobashi::desktop
