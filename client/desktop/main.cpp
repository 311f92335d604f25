#include "client/desktop/gateway.hpp"
#include "client/desktop/look.hpp"
#include "client/desktop/main_window.hpp"
#include "client/desktop/text.hpp"
#include "client/link/known_servers.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

using namespace kotobashi;
using namespace kotobashi::desktop;

namespace {
int wrong(const QString& why) {
  std::fprintf(stderr, "kotobashi: %s\n", qPrintable(why));
  return 2;
}

// The first time that a server is met, a person compares its fingerprint with the one on the server's screen.
void askForTrust(link::settings& how, const link::address& server, QObject* window) {
  how.trusted.confirm = [server, window](const link::pin& shown, std::function<void(bool)> answer) {
    QMetaObject::invokeMethod(
        window,
        [server, shown, answer] {
          auto text =
              QCoreApplication::translate("main", "This computer meets %1 for the first time. Compare this "
                                                  "with the server’s screen:\n\n%2\n\nIs it the same?")
                  .arg(qs(server.url()), qs(link::for_people(shown)));
          bool same = QMessageBox::question(nullptr, QStringLiteral("Kotobashi"), text) == QMessageBox::Yes;
          if (same) link::known_servers(link::known_servers::default_file()).remember(server, shown);
          answer(same);
        },
        Qt::QueuedConnection);
  };
}

// While Qt looks for a display: its last word before it would abort becomes one line and an exit code.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
  if (type != QtFatalMsg) return;
  std::fputs(
      "kotobashi: there is no display to open a window on: start it in a desktop session, or set DISPLAY "
      "or WAYLAND_DISPLAY\n",
      stderr);
  std::_Exit(1);
}

// Asked for words only (--help, --version)? Those need no display.
bool wantsWordsOnly(int argc, char** argv) {
  return std::any_of(argv + 1, argv + argc, [](std::string_view each) {
    return each == "-h" || each == "--help" || each == "--help-all" || each == "-v" || each == "--version";
  });
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) {
  if (wantsWordsOnly(argc, argv)) return std::make_unique<QCoreApplication>(argc, argv);
  qInstallMessageHandler(endWithoutDisplay);
  auto app = std::make_unique<QApplication>(argc, argv);
  qInstallMessageHandler(nullptr);
  return app;
}
} // namespace

int main(int argc, char** argv) {
  auto app = makeApplication(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("kotobashi"));
  QCoreApplication::setApplicationVersion(QStringLiteral(KOTOBASHI_VERSION));
  QCommandLineParser options;
  options.addHelpOption();
  options.addVersionOption();
  QCommandLineOption serverOption(QStringLiteral("server"),
                                  QStringLiteral("The center's server: http://127.0.0.1:8080"),
                                  QStringLiteral("URL"), QStringLiteral("http://127.0.0.1:8080"));
  QCommandLineOption pinOption(QStringLiteral("pin"), QStringLiteral("Its key: sha256/…"),
                               QStringLiteral("PIN"));
  QCommandLineOption caOption(QStringLiteral("ca-file"), QStringLiteral("The center's CA instead"),
                              QStringLiteral("FILE"));
  QCommandLineOption languageOption(QStringLiteral("language"), QStringLiteral("ja or en; else the system's"),
                                    QStringLiteral("TAG"));
  options.addOptions({serverOption, pinOption, caOption, languageOption});
  options.process(*app);

  if (options.isSet(languageOption)) QLocale::setDefault(QLocale(options.value(languageOption)));
  QTranslator buttons; // Qt's own
  if (buttons.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QApplication::installTranslator(&buttons);
  QTranslator translator;
  if (translator.load(QLocale(), QStringLiteral("kotobashi"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    QApplication::installTranslator(&translator);
  dress(*qApp);

  auto server = link::parse_address(ss(options.value(serverOption)));
  if (!server) return wrong(qs(server.error().detail));
  link::settings how;
  how.server = *server;
  how.language = ss(QLocale().bcp47Name());
  if (options.isSet(pinOption)) {
    how.trusted.pinned = link::parse_pin(ss(options.value(pinOption)));
    if (!how.trusted.pinned) return wrong(QStringLiteral("--pin: this is not a pin such as sha256/…"));
  } else if (options.isSet(caOption)) {
    how.trusted.ca_file = ss(options.value(caOption));
  } else if (auto known = link::known_servers(link::known_servers::default_file()).find(*server)) {
    how.trusted.pinned = known;
  } else if (server->secure) {
    askForTrust(how, *server, app.get());
  }
  try {
    Gateway gateway(std::move(how));
    MainWindow window(gateway, qs(server->url()));
    window.show();
    return QApplication::exec();
  } catch (const std::exception& why) {
    return wrong(QString::fromUtf8(why.what()));
  }
}
