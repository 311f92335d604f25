#include "client/desktop/enum_box.hpp"

#include "client/desktop/text.hpp"

#include <QCoreApplication>

namespace kotobashi::desktop {

void fillLanguages(QComboBox* box, const client::center_model& model, bool unknown) {
  box->addItem(QCoreApplication::translate("words", "choose …"), QString());
  for (const auto& each : model.languages())
    if (each.tag.value != "ja" && each.tag.value != "ja-simple")
      box->addItem(languageName(model, each.tag.value), qs(each.tag.value));
  box->addItem(languageName(model, "ja"), QStringLiteral("ja"));
  if (unknown) box->addItem(QCoreApplication::translate("words", "not known"), QStringLiteral("und"));
}

void fillAreas(QComboBox* box, const client::center_model& model, const QString& empty) {
  if (!empty.isEmpty()) box->addItem(empty, QString());
  if (!model.center()) return;
  for (const auto& each : model.center()->areas) box->addItem(labelIn(each.names), qs(each.code));
}

} // namespace kotobashi::desktop
