#pragma once

#include "client/desktop/fields.hpp"

#include <functional>

class QVBoxLayout;

namespace kotobashi::desktop {

// Several values of one type, one below the other; there is always one empty at the end.
class ListField : public Field {
  Q_OBJECT
public:
  using Make = std::function<std::unique_ptr<Field>()>;
  explicit ListField(Make make, QWidget* parent = nullptr);

protected:
  std::optional<boost::json::value> typed() const override;
  void fill(const boost::json::value& from) override;

private:
  Field* addOne();

  Make make_;
  QVBoxLayout* column_;
  std::vector<Field*> fields_;
};

} // namespace kotobashi::desktop
