#include "client/desktop/text.hpp"

#include <QDateTime>

namespace kotobashi::desktop {

QString shortTime(const std::optional<instant>& at) {
  if (!at) return {};
  auto local = QDateTime::fromMSecsSinceEpoch(at->us / 1000);
  bool today = local.date() == QDate::currentDate();
  return local.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("M/d HH:mm"));
}

instant nowInstant() {
  return {QDateTime::currentMSecsSinceEpoch() * 1000};
}

} // namespace kotobashi::desktop
