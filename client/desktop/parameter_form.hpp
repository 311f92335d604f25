#pragma once

#include "client/desktop/fields.hpp"

#include <QCheckBox>
#include <QLabel>
#include <boost/json/object.hpp>

#include <map>

namespace kotobashi::desktop {

// The parameters and switches of one topic, with what the server finds wrong below the field that it belongs
// to. Keeps its own copy of the topic: the model may read its list anew meanwhile.
class ParameterForm : public QWidget {
  Q_OBJECT
public:
  ParameterForm(client::template_view topic, const client::center_model& model, QWidget* parent = nullptr);
  boost::json::value parameters() const;
  void setParameters(const boost::json::value& from);
  // Takes these, except where somebody has edited the field since setParameters.
  void setUntouched(const boost::json::value& from);
  // Shows each "parameters.…" problem at its field, where that was edited or everything is demanded; returns
  // those that belong nowhere here.
  std::vector<field_error> showProblems(const std::vector<field_error>& found);
  // From now on, fields that nobody has edited yet show their problems too.
  void demandAll() { all_demanded_ = true; }

Q_SIGNALS:
  void edited();

private:
  void set(const boost::json::value& from, bool touched);

  client::template_view topic_;
  boost::json::object given_;
  bool all_demanded_ = false;
  std::map<std::string, Field*> fields_;
  std::map<std::string, QCheckBox*> switches_;
  std::map<std::string, QLabel*> problems_;
};

} // namespace kotobashi::desktop
