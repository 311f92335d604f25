#include "client/desktop/taken_back.hpp"

#include "client/desktop/text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace kotobashi::desktop {

namespace {
struct entry {
  link::verb verb;
  std::string_view path; // after /api/v1; * is an id
  const char* english;
};
using enum link::verb;

constexpr entry table[] = {
    {post, "/activations", QT_TRANSLATE_NOOP("TakenBack", "opening the center")},
    {post, "/activations/current/close", QT_TRANSLATE_NOOP("TakenBack", "closing the center")},
    {put, "/activations/current/dispatch", QT_TRANSLATE_NOOP("TakenBack", "opening or stopping dispatch")},
    {post, "/bulletins", QT_TRANSLATE_NOOP("TakenBack", "news")},
    {post, "/notices", QT_TRANSLATE_NOOP("TakenBack", "the draft of a notice")},
    {post, "/notices/*/publish", QT_TRANSLATE_NOOP("TakenBack", "publishing a notice")},
    {post, "/notices/*/correct", QT_TRANSLATE_NOOP("TakenBack", "correcting a notice")},
    {post, "/notices/*/withdraw", QT_TRANSLATE_NOOP("TakenBack", "withdrawing a notice")},
    {post, "/inquiries", QT_TRANSLATE_NOOP("TakenBack", "a new inquiry")},
    {patch, "/inquiries/*", QT_TRANSLATE_NOOP("TakenBack", "a change of an inquiry")},
    {post, "/inquiries/*/answers", QT_TRANSLATE_NOOP("TakenBack", "the answer to an inquiry")},
    {post, "/requests", QT_TRANSLATE_NOOP("TakenBack", "a new request")},
    {post, "/requests/*/*", QT_TRANSLATE_NOOP("TakenBack", "a step of a request")},
    {post, "/volunteers", QT_TRANSLATE_NOOP("TakenBack", "a new person in the roster")},
    {patch, "/volunteers/*", QT_TRANSLATE_NOOP("TakenBack", "a change of the roster")},
    {post, "/volunteers/import", QT_TRANSLATE_NOOP("TakenBack", "the import of a roster")},
    {post, "/volunteers/*/link", QT_TRANSLATE_NOOP("TakenBack", "a personal link")},
    {del, "/volunteers/*/link", QT_TRANSLATE_NOOP("TakenBack", "revoking personal links")},
    {post, "/log", QT_TRANSLATE_NOOP("TakenBack", "a line of the log")},
    {post, "/accounts", QT_TRANSLATE_NOOP("TakenBack", "a new account")},
    {patch, "/accounts/*", QT_TRANSLATE_NOOP("TakenBack", "a change of an account")},
    {post, "/wording-reviews/*/*", QT_TRANSLATE_NOOP("TakenBack", "a decision on a checked text")},
};

bool fits(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && !path.empty()) {
    if (pattern.front() == '*') {
      path.remove_prefix(std::min(path.find('/'), path.size()));
    } else if (pattern.front() == path.front()) {
      path.remove_prefix(1);
    } else {
      return false;
    }
    pattern.remove_prefix(1);
  }
  return pattern.empty() && path.empty();
}

QString nameOf(const link::call_info& one) {
  std::string_view path = one.path;
  path.remove_prefix(std::min(std::string_view("/api/v1").size(), path.size()));
  for (const auto& each : table)
    if (each.verb == one.verb && fits(each.path, path))
      return QCoreApplication::translate("TakenBack", each.english);
  return qs(one.path);
}
} // namespace

QString tellTakenBack(const std::vector<link::call_info>& all) {
  QStringList not_sent, perhaps;
  for (const auto& each : all) (each.gone_out ? perhaps : not_sent) << QStringLiteral("• ") + nameOf(each);
  QStringList out;
  if (!not_sent.isEmpty())
    out << QCoreApplication::translate("TakenBack", "These were not sent, since the server was away when you "
                                                    "left. Do them again if they are still right:")
        << not_sent;
  if (!perhaps.isEmpty())
    out << QCoreApplication::translate("TakenBack", "These were on their way when you left and may have been "
                                                    "done. Look before you do them again:")
        << perhaps;
  return out.join(QLatin1Char('\n'));
}

} // namespace kotobashi::desktop
