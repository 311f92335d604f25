#include "client/desktop/gateway.hpp"
#include "client/desktop/look.hpp"
#include "client/desktop/main_window.hpp"
#include "client/desktop/text.hpp"
#include "client/link/known_servers.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include <cstdio>

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
} // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("kotobashi"));
  QCommandLineParser options;
  options.addHelpOption();
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
  options.process(app);

  if (options.isSet(languageOption)) QLocale::setDefault(QLocale(options.value(languageOption)));
  QTranslator translator;
  if (translator.load(QLocale(), QStringLiteral("kotobashi"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    QApplication::installTranslator(&translator);
  dress(app);

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
    askForTrust(how, *server, &app);
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
