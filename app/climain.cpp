// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"
#include "cli/usage.h"
#include "core/systemtext.h"
#include "environment.h"
#include "interrupt.h"
#include "nocorefile.h"
#include "passwordprompt.h"
#include "presetfile.h"
#include "service/delivery.h"
#include "service/providers.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/texts.h"
#include "service/watching.h"
#include "translations.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <langinfo.h>
#include <optional>

namespace
{

/// A variable is taken out of the environment once it is read: programs we start have no use for
/// it.
std::optional<QByteArray> takeVariable(const QString &name)
{
    const QByteArray key = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(key.constData())) {
        return {};
    }
    QByteArray value = qgetenv(key.constData());
    qunsetenv(key.constData());
    return value;
}

/// Qt warns on standard error where the locale is not UTF-8, as under cron; it would then take this
/// one anyway. The language is kept: the locale may be Japanese and not installed here.
void takeUtf8Locale()
{
    service::rememberLocale();
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") == 0) {
        return;
    }
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QByteArray value = qgetenv(name); !value.isEmpty()) {
            qputenv("LANGUAGE", value);
            break;
        }
    }
    qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    correctEnvironment();
    takeUtf8Locale();
    // Must be set before the sender thread starts; faster, and nothing of ours needs glib there.
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("proserpina"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PROSERPINA_VERSION));

    Translations translations(application);
    translations.use({});

    cli::Terminal terminal;
    int exitCode = 0;
    {
        const QString configFolder =
            QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
        const QString dataFolder =
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        service::Servers servers(configFolder, dataFolder);
        servers.load();
        const service::Providers providers(builtInPresets(), configFolder);
        const cli::Inputs inputs{
            &takeVariable, &readPasswordLine,
            [&servers](const QString &name) { return servers.serverNamed(name); },
            [&servers] { return servers.names(); },
            [&providers](const QString &address) { return providers.forAddress(address); }};
        std::optional<service::Mailer> mailer;
        std::optional<service::Delivery> outbox;
        const auto delivery = [&]() -> service::Delivery & {
            if (!outbox) {
                mailer.emplace(&servers.passwords());
                outbox.emplace(servers, *mailer, dataFolder);
            }
            return *outbox;
        };
        std::optional<service::Rules> savedRules;
        std::optional<service::Watching> autosend;
        const auto rules = [&]() -> service::Rules & {
            if (!savedRules) {
                savedRules.emplace(configFolder, servers.identities());
                savedRules->load();
            }
            return *savedRules;
        };
        const auto watching = [&]() -> service::Watching & {
            if (!autosend) {
                autosend.emplace(rules(), servers, delivery(), dataFolder);
            }
            return *autosend;
        };
        const cli::Environment environment{terminal, inputs, servers, providers,
                                           delivery, rules,  watching};
        cli::Application commandLine(environment);
        Interrupt interrupt;
        bool ended = false;
        QObject::connect(&commandLine, &cli::Application::ended, &application, [&](int code) {
            exitCode = code;
            ended = true;
            QCoreApplication::quit();
        });
        QObject::connect(&interrupt, &Interrupt::interrupted, &commandLine,
                         &cli::Application::cancel);
        // Not arguments(), which loses octets that are no UTF-8.
        QStringList arguments;
        std::transform(argv + std::min(argc, 1), argv + argc, std::back_inserter(arguments),
                       &core::fromSystem);
        commandLine.start(arguments);
        if (!ended) {
            QCoreApplication::exec();
        }
    }
    if (const int error = terminal.writeError(); error != 0) {
        terminal.error(QCoreApplication::translate("cli", "Standard output cannot be written: %1.")
                           .arg(qt_error_string(error)));
        exitCode = exitCode == 0 ? cli::outputExit : exitCode;
    }
    // A name look-up that nobody waits for any more would hold the program up for seconds.
    std::_Exit(exitCode);
}
