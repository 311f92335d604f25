#pragma once

#include "client/model/center_model.hpp"

#include <QWidget>
#include <boost/json/value.hpp>

#include <memory>
#include <optional>

// One input for each type of a topic's parameter: what people fill in, as the parameter's JSON form.
namespace kotobashi::desktop {

class Field : public QWidget {
  Q_OBJECT

public:
  using QWidget::QWidget;
  // Nothing: left empty.
  virtual std::optional<boost::json::value> value() const = 0;
  virtual void setValue(const boost::json::value& from) = 0;

Q_SIGNALS:
  void edited();
};

// For a list of values, where the type has no list of its own, several fields stand one below the other.
std::unique_ptr<Field> makeField(const client::parameter_view& parameter, const client::template_view& topic,
                                 const client::center_model& model);

} // namespace kotobashi::desktop
