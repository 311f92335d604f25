#include "client/desktop/text.hpp"

#include <QTimeZone>

namespace kotobashi::desktop {

namespace {
QTimeZone& centerZone() {
  static QTimeZone zone = QTimeZone::systemTimeZone();
  return zone;
}
} // namespace

void setCenterZone(const std::string& name) {
  QTimeZone zone(QByteArray::fromStdString(name));
  if (zone.isValid()) centerZone() = zone;
}

QDateTime centerTime(instant at) {
  return QDateTime::fromMSecsSinceEpoch(at.us / 1000, centerZone());
}

QDateTime clockOf(instant at) {
  auto time = centerTime(at);
  return {time.date(), time.time(), Qt::UTC};
}

instant instantOf(const QDateTime& clock) {
  return {QDateTime(clock.date(), clock.time(), centerZone()).toSecsSinceEpoch() * 1'000'000};
}

QString shortTime(const std::optional<instant>& at) {
  if (!at) return {};
  auto time = centerTime(*at);
  bool today = time.date() == centerTime(nowInstant()).date();
  return time.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("M/d HH:mm"));
}

instant nowInstant() {
  return {QDateTime::currentMSecsSinceEpoch() * 1000};
}

} // namespace kotobashi::desktop
