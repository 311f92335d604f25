#pragma once

#include "server/model/instant.hpp"
#include "server/model/value.hpp"

#include <QDateTime>
#include <QString>

#include <optional>
#include <string>

// Between the model's UTF-8 and Qt's strings.
namespace kotobashi::desktop {

inline QString qs(const std::string& from) {
  return QString::fromStdString(from);
}
inline std::string ss(const QString& from) {
  return from.toStdString();
}
template <std::size_t Max>
QString qs(const text<Max>& from) {
  return qs(from.value);
}
template <class T>
QString qs(const personal<T>& from) {
  return qs(from.reveal());
}

// The center's time zone ("Asia/Tokyo"), in which all times are shown and typed; this computer's own until it
// is known, or where it is no such zone.
void setCenterZone(const std::string& name);
QDateTime centerTime(instant at);
// For QDateTimeEdit, which knows no zones: the center's clock as it hangs on the wall, and back, to the
// second.
QDateTime clockOf(instant at);
instant instantOf(const QDateTime& clock);
// "14:05" today, "11/24 14:05" else; empty for nothing.
QString shortTime(const std::optional<instant>& at);
instant nowInstant();

} // namespace kotobashi::desktop
