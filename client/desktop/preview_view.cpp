#include "client/desktop/preview_view.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QScrollBar>

namespace kotobashi::desktop {

PreviewView::PreviewView(const Gateway& of, QWidget* parent) : QTextBrowser(parent), of_(of) {
  setAccessibleName(tr("What the notice says in every language"));
  clear();
}

void PreviewView::clear() {
  japanese_.clear();
  setHtml(QStringLiteral("<p style='color:#666'>%1</p>")
              .arg(tr("Fill in the fields: every language appears here.")));
}

QString PreviewView::cell(const client::preview_text& one) const {
  QString direction = QStringLiteral("ltr"), fonts;
  for (const auto& each : of_.model().languages()) {
    if (each.tag != one.language) continue;
    direction = qs(each.direction);
    for (const auto& font : each.fonts)
      fonts += (fonts.isEmpty() ? QString() : QStringLiteral(",")) + QStringLiteral("'%1'").arg(qs(font));
  }
  QString mark = one.ready ? QStringLiteral("<span style='color:#0b6b3a'>● %1</span>")
                                 .arg(tr("ready, %1").arg(wordOf("text_status", one.status)))
                           : QStringLiteral("<span style='color:#a33'>○ %1</span>")
                                 .arg(tr("not ready: %1").arg(wordOf("waits", one.status)));
  QString out = QStringLiteral("<p><b>%1</b> &nbsp; %2</p>")
                    .arg(languageName(of_.model(), one.language.value).toHtmlEscaped(), mark);
  if (one.title.empty()) return out;
  QStringList body;
  for (const auto& each : one.runs.body) body << line(each, direction);
  return out + QStringLiteral("<div dir='%1' style=\"font-family:%2\"><p><b>%3</b></p><p>%4</p></div>")
                   .arg(direction, fonts, line(one.runs.title, direction), body.join(QStringLiteral("<br>")));
}

// What is new is underlined, and a word stands in front: neither needs colour.
QString PreviewView::line(const std::vector<client::run_view>& runs, const QString& direction) const {
  bool changed = false;
  std::optional<std::string> value; // which stands isolated at the end of `out`
  QString out;
  auto isolate = [&](const std::optional<std::string>& next) {
    if (next == value || direction != QLatin1String("rtl")) return;
    if (value) out += QChar(0x2069); // PDI
    if (next) out += QChar(0x2068);  // FSI
    value = next;
  };
  for (const auto& each : runs) {
    isolate(each.parameter);
    QString text = qs(each.text).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    if (each.changed.value_or(false)) {
      changed = true;
      text = QStringLiteral("<u style='background-color:#fff4cf; color:#3d2c00'>%1</u>").arg(text);
    }
    out += text;
  }
  isolate({});
  return changed ? QStringLiteral("<b>[%1]</b> ").arg(tr("changed")) + out : out;
}

void PreviewView::show(const client::preview_reply& all) {
  int place = verticalScrollBar()->value();
  QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='10'>");
  bool left = true;
  int ready = 0;
  for (const auto& each : all.texts) {
    ready += each.ready;
    if (each.language.value == "ja") japanese_ = qs(each.title) + QLatin1Char('\n') + qs(each.body);
    html += (left ? QStringLiteral("<tr>") : QString()) +
            QStringLiteral("<td width='50%' valign='top' style='border-bottom:1px solid #ccc'>") +
            cell(each) + QStringLiteral("</td>") + (left ? QString() : QStringLiteral("</tr>"));
    left = !left;
  }
  html += QStringLiteral("</table>");
  setHtml(
      QStringLiteral("<p>%1</p>").arg(tr("%1 of %2 languages are ready").arg(ready).arg(all.texts.size())) +
      html);
  verticalScrollBar()->setValue(place);
}

} // namespace kotobashi::desktop
