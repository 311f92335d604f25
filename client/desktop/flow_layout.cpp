#include "client/desktop/flow_layout.hpp"

#include <algorithm>

namespace kotobashi::desktop {

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
  items_.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  auto* taken = items_[static_cast<std::size_t>(index)].release();
  items_.erase(items_.begin() + index);
  return taken;
}

QSize FlowLayout::sizeHint() const {
  int width = 0, height = 0;
  for (const auto& each : items_) {
    if (each->isEmpty()) continue;
    width += (width > 0 ? spacing() : 0) + each->sizeHint().width();
    height = std::max(height, each->sizeHint().height());
  }
  return {width, height};
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const auto& each : items_)
    if (!each->isEmpty()) size = size.expandedTo(each->minimumSize());
  return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool really) const {
  int x = rect.x(), y = rect.y(), line = 0;
  for (const auto& each : items_) {
    if (each->isEmpty()) continue;
    const QSize size = each->sizeHint();
    if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
      x = rect.x();
      y += line + spacing();
      line = 0;
    }
    if (really) each->setGeometry({QPoint(x, y), size});
    x += size.width() + spacing();
    line = std::max(line, size.height());
  }
  return y + line - rect.y();
}

} // namespace kotobashi::desktop
