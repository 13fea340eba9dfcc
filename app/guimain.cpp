// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sleepwatch.h"
#include "environment.h"
#include "mime/mailtolink.h"
#include "net/reachability.h"
#include "nocorefile.h"
#include "presetfile.h"
#include "service/delivery.h"
#include "service/notices.h"
#include "service/settingsfile.h"
#include "singleinstance.h"
#include "translations.h"
#include "ui/backend.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

#include <cstdlib>
#include <memory>
#include <sys/stat.h>

namespace
{

/// Deleted servers' passwords are forgotten before the program ends, if the keychain answers in
/// this time; else the next start does it.
constexpr auto patienceAtQuit = std::chrono::seconds(2);
/// For the server's word on a mail whose end is with it; without it the mail is Unknown.
constexpr auto patienceForMail = std::chrono::seconds(20);
constexpr auto rulePrefix = "rule:";

/// The window of now: another one after each change of language.
class WindowKeeper final : public QObject
{
public:
    WindowKeeper(const ui::Backend &backend, Translations &translations)
        : m_backend(backend)
        , m_translations(translations)
    {
        build({});
    }

    /// What a start is for: nothing, a mailto: link, the number of a mail of the outbox, or a rule.
    void raiseFor(const QByteArray &wish)
    {
        m_window->raiseToFront();
        bool isNumber = false;
        const outbox::MailId id = wish.toLongLong(&isNumber);
        if (isNumber) {
            m_window->showMail(id);
        } else if (wish.startsWith(rulePrefix)) {
            m_window->showRule(QUuid::fromString(wish.mid(qstrlen(rulePrefix))));
        } else if (!wish.isEmpty()) {
            openLink(wish);
        }
    }
    void showRule(const QUuid &rule)
    {
        m_window->raiseToFront();
        m_window->showRule(rule);
    }
    void showMail(outbox::MailId id)
    {
        m_window->raiseToFront();
        m_window->showMail(id);
    }

private:
    void openLink(const QByteArray &link)
    {
        if (const auto draft = mime::draftOfLink(link)) {
            m_window->writeMail(*draft);
        } else {
            m_window->say(QCoreApplication::translate(
                "gui", "This is not a mailto: link, or it is too long."));
        }
    }

    void build(const std::optional<ui::MainWindow::State> &state)
    {
        m_window = std::make_unique<ui::MainWindow>(m_backend);
        if (state) {
            m_window->setState(*state);
        }
        connect(
            m_window.get(), &ui::MainWindow::languageChosen, this,
            [this](const QString &language) {
                const ui::MainWindow::State before = m_window->state();
                m_window.reset();
                m_translations.use(language);
                build(before);
            },
            Qt::QueuedConnection);
        connect(m_window.get(), &ui::MainWindow::closing, this, &WindowKeeper::quit);
        m_window->show();
    }

    void quit()
    {
        // A message whose end goes is waited for; what no server can have taken yet goes back into
        // the outbox.
        m_backend.watching.end();
        m_backend.delivery.end(this, [this] { forgetAndQuit(); });
        QTimer::singleShot(patienceForMail, this, [this] { forgetAndQuit(); });
    }

    void forgetAndQuit()
    {
        m_backend.servers.forgetRemoved(this, [] { QCoreApplication::quit(); });
        QTimer::singleShot(patienceAtQuit, this, [] { QCoreApplication::quit(); });
    }

    const ui::Backend &m_backend;
    Translations &m_translations;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// Empty: nothing more than a window.
QByteArray wishOf(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--mail" && i + 1 < argc) {
            return argv[i + 1];
        }
        if (argument == "--rule" && i + 1 < argc) {
            return QByteArray(rulePrefix) + argv[i + 1];
        }
        if (!argument.startsWith('-')) {
            return argument;
        }
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    correctEnvironment();
    ::umask(077); // settings.ini and everything else is the person's alone
    // Must be set before the sender thread starts; faster, and nothing of ours needs glib there.
    qputenv("QT_NO_THREADED_GLIB", "1");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("proserpina"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PROSERPINA_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Proserpina"));
    QGuiApplication::setDesktopFileName(QStringLiteral("proserpina"));
    QApplication::setQuitOnLastWindowClosed(false);

    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QByteArray wish = wishOf(argc, argv);
    SingleInstance instance(config, wish);
    if (instance.raisedOther()) {
        return 0;
    }
    int exitCode = 0;
    {
        ui::Settings settings(service::settingsFile(config, QStringLiteral("settings.ini")));
        Translations translations(application);
        translations.use(settings.language());
        service::Servers servers(config, data);
        servers.load();
        servers.passwords().probe();
        service::Mailer mailer(&servers.passwords());
        service::Delivery delivery(servers, mailer, data);
        service::Rules rules(config, servers.identities());
        rules.load();
        service::Watching watching(rules, servers, delivery, data);
        service::PracticeEntry practice;
        const service::Providers providers(builtInPresets(), config);
        service::BackgroundUnit background(
            QCoreApplication::applicationDirPath() + QStringLiteral("/proserpina-cli"),
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
        const ui::Backend backend{servers,  mailer,   delivery,  practice,   rules,
                                  watching, settings, providers, &background};
        WindowKeeper window(backend, translations);
        QObject::connect(&instance, &SingleInstance::startedAgain, &window,
                         [&window](const QByteArray &next) { window.raiseFor(next); });
        service::Notices notices(delivery, servers);
        notices.follow(rules, watching);
        QObject::connect(&notices, &service::Notices::ruleRequested, &window,
                         [&window](const QUuid &rule) { window.showRule(rule); });
        QObject::connect(&notices, &service::Notices::mailRequested, &window,
                         [&window](outbox::MailId id) { window.showMail(id); });
        if (!wish.isEmpty()) {
            window.raiseFor(wish);
        }
        const net::Reachability reachability;
        const desktop::SleepWatch sleep;
        QObject::connect(&reachability, &net::Reachability::cameOnline, &delivery,
                         &service::Delivery::wakeUp);
        QObject::connect(&sleep, &desktop::SleepWatch::wokeUp, &delivery,
                         &service::Delivery::wakeUp);
        delivery.begin(outbox::Lifeline::Kind::Window, &window,
                       [&watching](const core::Result<bool> &begun) {
                           if (begun) {
                               watching.begin();
                           }
                       });
        exitCode = QApplication::exec();
    }
    // A name look-up that nobody waits for any more would hold the program up for seconds.
    std::_Exit(exitCode);
}
