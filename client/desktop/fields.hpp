#pragma once

#include "client/model/center_model.hpp"

#include <QWidget>
#include <boost/json/value.hpp>

#include <memory>
#include <optional>

// One input for each type of a topic's parameter: what people fill in, as the parameter's JSON form.
namespace kotobashi::desktop {

// Gives back what it was given until somebody edits it: a value may hold more than its input shows.
class Field : public QWidget {
  Q_OBJECT

public:
  explicit Field(QWidget* parent = nullptr);
  // Nothing: left empty.
  std::optional<boost::json::value> value() const;
  // Null empties it. No `edited` comes from this.
  void setValue(const boost::json::value& from);
  // Edited by people since a value was set.
  bool touched() const { return touched_; }
  // What is read aloud at each input within; may hold a mnemonic.
  void setLabel(const QString& label);

Q_SIGNALS:
  void edited();

protected:
  virtual std::optional<boost::json::value> typed() const = 0;
  virtual void fill(const boost::json::value& from) = 0;
  // The input that takes the focus for this field.
  void setInput(QWidget* input);

private:
  std::optional<boost::json::value> given_;
  bool touched_ = false;
};

// For a list of values, where the type has no list of its own, several fields stand one below the other.
std::unique_ptr<Field> makeField(const client::parameter_view& parameter, const client::template_view& topic,
                                 const client::center_model& model);

} // namespace kotobashi::desktop
