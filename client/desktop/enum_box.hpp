#pragma once

#include "client/desktop/words.hpp"

#include <QComboBox>

#include <optional>

namespace kotobashi::desktop {

// A box with the words of an enumeration; `empty` is the entry that means nothing was chosen, where there is
// one.
template <class E>
void fillEnum(QComboBox* box, std::string_view group, const QString& empty = {}) {
  if (!empty.isEmpty()) box->addItem(empty);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { box->addItem(wordOf(group, each.value), static_cast<int>(each.value)); });
}

template <class E>
std::optional<E> enumIn(const QComboBox* box) {
  if (!box->currentData().isValid()) return std::nullopt;
  return static_cast<E>(box->currentData().toInt());
}

template <class E>
void chooseEnum(QComboBox* box, E value) {
  box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

// The languages that people speak; the first entry is none and asks to choose.
void fillLanguages(QComboBox* box, const client::center_model& model, bool unknown);
void fillAreas(QComboBox* box, const client::center_model& model, const QString& empty);

} // namespace kotobashi::desktop
