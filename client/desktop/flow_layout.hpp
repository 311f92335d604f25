#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace kotobashi::desktop {

// Widgets side by side, in as many lines as the width makes of them.
class FlowLayout : public QLayout {
public:
  FlowLayout() = default;
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  int count() const override { return static_cast<int>(items_.size()); }
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

private:
  int place(const QRect& rect, bool really) const; // the height that it takes

  std::vector<std::unique_ptr<QLayoutItem>> items_;
};

} // namespace kotobashi::desktop
