#pragma once

#include "client/desktop/fields.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace kotobashi::desktop {

// Shows and takes the center's clock (clockOf, instantOf), whatever zone this computer is in.
QDateTimeEdit* newClock(const QDateTime& at, QWidget* parent);

// A date and time. It starts without one: a box says that there is one, or, where one is needed, a button
// that it is now.
class TimeField : public Field {
  Q_OBJECT
public:
  explicit TimeField(bool required, QWidget* parent = nullptr);
  std::optional<instant> at() const;

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  void enter();

  QCheckBox* known_;
  QDateTimeEdit* edit_;
};

class PeriodField : public Field {
  Q_OBJECT
public:
  explicit PeriodField(QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  TimeField *from_, *to_;
};

// Text as typed; a place or contact that is written freely is one too.
class TextField : public Field {
  Q_OBJECT
public:
  enum class Form { text, place, contact };
  TextField(Form form, int limit, QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  Form form_;
  QLineEdit* name_;
  QLineEdit* second_ = nullptr; // romanised name, or telephone number
  std::string id_;              // a place of the gazetteer, or "center", as it was suggested
  boost::json::object others_;  // what a contact has besides: its hours, its page
};

class NumberField : public Field {
  Q_OBJECT
public:
  explicit NumberField(QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  QComboBox* qualifier_;
  QLineEdit* number_;
};

class MoneyField : public Field {
  Q_OBJECT
public:
  explicit MoneyField(QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  QLineEdit* amount_;
  QLabel* unit_;
  std::string currency_ = "JPY";
};

// One of several keys, or of values that are none of them where one was given: an area in words.
class ChoiceField : public Field {
  Q_OBJECT
public:
  using Choices = std::vector<std::pair<std::string, QString>>;
  ChoiceField(const Choices& all, bool required, QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  QComboBox* box_;
};

// Several of several keys, and of values that are none of them where some were given.
class CheckListField : public Field {
  Q_OBJECT
public:
  CheckListField(const ChoiceField::Choices& all, QWidget* parent = nullptr, int rows = 8);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  void add(const boost::json::value& value, const QString& label);

  QListWidget* list_;
};

} // namespace kotobashi::desktop
