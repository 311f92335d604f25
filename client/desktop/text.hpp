#pragma once

#include "server/model/instant.hpp"
#include "server/model/value.hpp"

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

// On this computer's clock: "14:05" today, "11/24 14:05" else; empty for nothing.
QString shortTime(const std::optional<instant>& at);
instant nowInstant();

} // namespace kotobashi::desktop
