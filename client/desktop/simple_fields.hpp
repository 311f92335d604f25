#pragma once

#include "client/desktop/fields.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>

namespace kotobashi::desktop {

// Shows and takes the center's clock (clockOf, instantOf), whatever zone this computer is in.
QDateTimeEdit* newClock(const QDateTime& at, QWidget* parent);

// A date and time that may be left open: the box says whether there is one.
class TimeField : public Field {
  Q_OBJECT
public:
  explicit TimeField(bool required, QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;
  std::optional<instant> at() const;

private:
  QCheckBox* known_;
  QDateTimeEdit* edit_;
};

class PeriodField : public Field {
  Q_OBJECT
public:
  explicit PeriodField(QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  TimeField *from_, *to_;
};

// Text as typed; a place or contact that is written freely is one too.
class TextField : public Field {
  Q_OBJECT
public:
  enum class Form { text, place, contact };
  TextField(Form form, int limit, QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  Form form_;
  QLineEdit* name_;
  QLineEdit* second_ = nullptr; // romanised name, or telephone number
  std::string id_;              // a place of the gazetteer, or "center", as it was suggested
};

class NumberField : public Field {
  Q_OBJECT
public:
  explicit NumberField(QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  QComboBox* qualifier_;
  QLineEdit* number_;
};

class MoneyField : public Field {
  Q_OBJECT
public:
  explicit MoneyField(QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  QLineEdit* amount_;
};

// One of several keys.
class ChoiceField : public Field {
  Q_OBJECT
public:
  using Choices = std::vector<std::pair<std::string, QString>>;
  ChoiceField(const Choices& all, bool required, QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  QComboBox* box_;
};

// Several of several keys; `single` gives a value and not a list.
class CheckListField : public Field {
  Q_OBJECT
public:
  CheckListField(const ChoiceField::Choices& all, QWidget* parent = nullptr);
  std::optional<boost::json::value> value() const override;
  void setValue(const boost::json::value& from) override;

private:
  QListWidget* list_;
};

} // namespace kotobashi::desktop
