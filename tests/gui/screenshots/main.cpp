// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev screenshots: every page and dialog, light and dark, English and Japanese, in two sizes, as
// pictures to look at. Not a test: it asserts nothing.
#include "album.h"
#include "autosendpages.h"
#include "outboxpages.h"
#include "program.h"
#include "translations.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTreeView>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

QPalette darkPalette()
{
    QPalette palette;
    const QColor window(0x2b, 0x2d, 0x30);
    const QColor base(0x1e, 0x1f, 0x22);
    const QColor text(0xe6, 0xe7, 0xe9);
    for (const auto role : {QPalette::Window, QPalette::Button}) {
        palette.setColor(role, window);
    }
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x27, 0x2b));
    palette.setColor(QPalette::ToolTipBase, window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, text);
    }
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9d, 0xa3));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x6f, 0xb5));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Light, QColor(0x45, 0x48, 0x4d));
    palette.setColor(QPalette::Midlight, QColor(0x3a, 0x3d, 0x41));
    palette.setColor(QPalette::Mid, QColor(0x50, 0x53, 0x58));
    palette.setColor(QPalette::Dark, QColor(0x18, 0x19, 0x1b));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x83, 0x88));
    }
    return palette;
}

void addServers(Program &program, bool japanese)
{
    int saved = 0;
    const struct
    {
        QString name;
        QString host;
        core::Security security;
        core::Method method;
        bool enabled;
    } rows[] = {
        {u"Work"_s, u"smtp.example.org"_s, core::Security::Smtps, core::Method::ScramSha256, true},
        {japanese
             ? u"株式会社とても長い名前の取引先との連絡に使う東京本社第二営業部のメールサーバ予備"_s
             : u"A server with a name that goes on and on, for the Tokyo office's second line"_s,
         u"a-very-long-host-name.mail.department.company.example.co.jp"_s, core::Security::StartTls,
         core::Method::CramMd5, true},
        {u"old"_s, u"mail.example.net"_s, core::Security::StartTlsIfOffered, core::Method::Login,
         false},
    };
    for (const auto &row : rows) {
        core::ServerEntry entry;
        entry.profile.name = row.name;
        entry.profile.host = row.host;
        entry.profile.security = row.security;
        entry.profile.method = row.method;
        entry.profile.port = core::usualPort(row.security, row.method);
        entry.enabled = row.enabled;
        entry.address = u"taro@example.org"_s;
        program.servers().save(entry, {}, &program.window(),
                               [&saved](const core::Result<service::Saved> &) { ++saved; });
    }
    (void)QTest::qWaitFor([&saved] { return saved == 3; });
}

void trigger(Program &program, const QKeySequence &key)
{
    for (QAction *action : program.window().findChildren<QAction *>()) {
        if (action->shortcut() == key) {
            action->trigger();
        }
    }
}

void takeRest(Program &program, Album &album)
{
    auto *view = program.find<QTreeView>("serverView");
    (void)program.click("testMailButton");
    (void)program.type("toEdit", u"hanako@example.org, taro@@example.org"_s);
    (void)program.click("sendButton");
    album.take(QApplication::activeModalWidget(), u"11-test-mail-error"_s);
    QApplication::activeModalWidget()->close();
    trigger(program, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    album.take(QApplication::activeModalWidget(), u"12-settings"_s);
    QApplication::activeModalWidget()->close();
    trigger(program, QKeySequence(QKeySequence::HelpContents));
    album.take(QApplication::activeModalWidget(), u"13-help"_s);
    QApplication::activeModalWidget()->close();
    view->setCurrentIndex(view->model()->index(1, 1));
    (void)program.click("deleteButton");
    (void)QTest::qWaitFor([&] { return !program.text("noticeText").isEmpty(); });
    album.take(&program.window(), u"14-deleted"_s);
    view->setCurrentIndex(view->model()->index(1, 1));
    (void)program.click("editButton");
    // What is typed there is not saved: the notice's first button drops it.
    if (auto *drop = program.find<QPushButton>("noticeButton")) {
        drop->click();
    }
    auto *advanced = program.find<QAbstractButton>("advancedButton");
    advanced->setChecked(true);
    album.take(&program.window(), u"15-edit-advanced"_s);
}

/// Waits until the check has a button to offer.
void check(Program &program)
{
    (void)program.click("checkButton");
    (void)QTest::qWaitFor([&] { return program.find<QPushButton>("remedyButton") != nullptr; });
}

/// The page for a server of this process, as it is after Clear.
void fillFor(Program &program, const service::PracticeEntry &server)
{
    (void)program.click("clearButton");
    (void)program.type("addressEdit", u"practice@practice.test"_s);
    (void)program.type("hostEdit", u"localhost"_s);
    auto *security = program.find<QComboBox>("securityCombo");
    security->setCurrentIndex(1);
    Q_EMIT security->activated(1);
    program.find<QSpinBox>("portSpin")->setValue(server.startTlsPort());
    program.find<QAbstractButton>("advancedButton")->setChecked(true);
    (void)program.type("caEdit", server.caFile());
}

/// What few servers need, and what is said of it.
void takeExplanation(Program &program, Album &album)
{
    for (QAction *action : program.window().findChildren<QAction *>(u"explainAction"_s)) {
        action->trigger();
    }
    auto *told = program.find<QPlainTextEdit>("toldEdit");
    album.take(told->window(), u"18-explain-empty"_s);
    told->setPlainText(
        u"SERVER -> CLIENT: 250-AUTH LOGIN PLAIN\nCLIENT -> SERVER: AUTH PLAIN "
        "AHVzZXJAZXhhbXBsZS5jb20AZXhhbXBsZS1wYXNzd29yZA==\nSERVER -> CLIENT: 235 2.7.0 Ok\nCLIENT "
        "-> SERVER: MAIL FROM:<hanako@example.org>\nSERVER -> CLIENT: 553 5.7.1 "
        "<hanako@example.org>: Sender address rejected: not owned by user taro"_s);
    (void)QTest::qWaitFor([] { return false; }, 300);
    album.take(told->window(), u"18-explain"_s);
    (void)program.click("whyCheck");
    album.take(told->window(), u"18-explain-why"_s);
    told->window()->close();
}

void takeUnusual(Program &program, Album &album)
{
    service::PracticeEntry old(*practice::behaviourWithFault(u"tls-old"_s));
    (void)old.start();
    fillFor(program, old);
    check(program);
    album.take(&program.window(), u"17-old-tls"_s);
    (void)program.click("remedyButton");
    album.take(QApplication::activeModalWidget(), u"18-old-tls-risk"_s);
    QApplication::activeModalWidget()->close();

    (void)program.type("certificateEdit", u"/home/taro/certificates/taro@example.org.pem"_s);
    (void)program.type("keyEdit", u"/home/taro/certificates/taro@example.org.key"_s);
    (void)program.type("ehloEdit", u"pc.example.org"_s);
    program.find<QSpinBox>("timeSpin")->setValue(30);
    program.find<QComboBox>("proxyCombo")->setCurrentIndex(2);
    (void)program.click("nextMethodCheck");
    (void)program.click("oldTlsCheck");
    (void)program.click("checkButton");
    album.take(&program.window(), u"19-advanced"_s);
    auto *page = program.find<QScrollArea>("scrollArea");
    page->ensureWidgetVisible(program.find<QWidget>("oldTlsMessage"));
    album.take(&program.window(), u"19a-advanced-below"_s);

    (void)program.type("certificateEdit", {});
    (void)program.type("keyEdit", {});
    (void)program.type("proxyHostEdit", u"127.0.0.1"_s);
    program.find<QSpinBox>("proxyPortSpin")->setValue(9);
    check(program);
    album.take(&program.window(), u"20-proxy-failed"_s);
    program.find<QComboBox>("proxyCombo")->setCurrentIndex(0);
    program.find<QSpinBox>("portSpin")->setValue(9);
    check(program);
    album.take(&program.window(), u"20a-addresses"_s);
    for (const char *radio : {"oauthBearerRadio", "externalRadio"}) {
        (void)program.click("authButton");
        (void)program.click(radio);
        album.take(QApplication::activeModalWidget(), u"21-"_s + QString::fromLatin1(radio));
        QApplication::activeModalWidget()->close();
    }
    (void)program.click("clearButton");
}

/// A server whose certificate is not the pinned one.
void takeChangedCertificate(Program &program, Album &album)
{
    service::PracticeEntry server;
    (void)server.start();
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = u"renewed"_s;
    entry.profile.pinnedSha256 =
        QByteArray::fromHex("83d2e10dd6fb4cae614fb0323017e489b13574651a1a99dbd478491688a53f41");
    entry.address = service::PracticeEntry::address();
    bool saved = false;
    program.servers().save(entry, {}, &program.window(),
                           [&saved](const core::Result<service::Saved> &) { saved = true; });
    (void)QTest::qWaitFor([&saved] { return saved; });
    auto *view = program.find<QTreeView>("serverView");
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (const QModelIndex index = view->model()->index(row, 1);
            index.data().toString() == entry.profile.name) {
            view->setCurrentIndex(index);
        }
    }
    (void)program.click("checkButton");
    (void)QTest::qWaitFor([&] { return program.text("stepsText").contains(u"TLS"_s); });
    album.take(&program.window(), u"22-certificate-changed"_s);
    (void)program.click("remedyButton");
    album.take(QApplication::activeModalWidget(), u"23-certificate-changed-risk"_s);
    QApplication::activeModalWidget()->close();
    (void)program.click("editButton");
    if (auto *drop = program.find<QPushButton>("noticeButton")) {
        drop->click();
    }
    program.find<QScrollArea>("scrollArea")
        ->ensureWidgetVisible(program.find<QWidget>("oldTlsCheck"));
    album.take(&program.window(), u"24-pinned"_s);
}

/// Another start, with the servers of before kept beside a file that holds nothing.
void takeDamaged(const QString &before, Album &album)
{
    const QTemporaryDir home;
    const QString config = home.filePath(u"config/"_s);
    QDir().mkpath(config);
    QFile::copy(before + u"/config/servers.json"_s, config + u"servers.json~"_s);
    QFile empty(config + u"servers.json"_s);
    (void)empty.open(QIODevice::WriteOnly);
    Program program(home.path());
    program.window().resize(album.size());
    album.take(&program.window(), u"25-damaged"_s);
    (void)program.click("noticeButton");
    (void)QTest::qWaitFor([&] { return program.find<QPushButton>("noticeButton") == nullptr; });
    album.take(&program.window(), u"25a-restored"_s);
}

void takeAll(Program &program, Album &album, bool japanese)
{
    program.window().resize(album.size());
    album.take(&program.window(), u"1-add-server-empty"_s);
    (void)program.click("checkButton");
    (void)program.type("addressEdit", u"taro@@example"_s);
    QTest::keyClick(program.find<QLineEdit>("addressEdit"), Qt::Key_Tab);
    album.take(&program.window(), u"2-add-server-error"_s);

    (void)program.type("addressEdit", u"taro.yamada@gmail.com"_s);
    program.find<QComboBox>("securityCombo")->setCurrentIndex(3);
    Q_EMIT program.find<QComboBox>("securityCombo")->activated(3);
    (void)program.click("saveButton");
    album.take(&program.window(), u"16-provider-refuses"_s);
    (void)program.click("clearButton");

    service::PracticeEntry server;
    (void)server.start();
    fillFor(program, server);
    (void)program.type("caEdit", {});
    (void)program.click("advancedButton");
    check(program);
    album.take(&program.window(), u"3-add-server-certificate"_s);
    (void)program.click("remedyButton");
    album.take(QApplication::activeModalWidget(), u"4-trust"_s);
    QApplication::activeModalWidget()->close();
    (void)program.click("authButton");
    album.take(QApplication::activeModalWidget(), u"5-smtp-auth"_s);
    (void)program.click("popRadio");
    (void)program.click("popSettingsButton");
    (void)program.click("ownPasswordCheck");
    album.take(QApplication::activeModalWidget(), u"5a-pop-before-smtp"_s);
    QApplication::activeModalWidget()->close();
    album.take(QApplication::activeModalWidget(), u"5b-smtp-auth-by-pop"_s);
    QApplication::activeModalWidget()->close();

    takeUnusual(program, album);

    (void)program.showPage(ServerList);
    album.take(&program.window(), u"6-server-list-empty"_s);
    addServers(program, japanese);
    auto *view = program.find<QTreeView>("serverView");
    view->setCurrentIndex(view->model()->index(0, 1));
    (void)program.click("checkButton");
    (void)QTest::qWaitFor([&] { return program.text("adviceText").size() > 10; });
    album.take(&program.window(), u"7-server-list"_s);
    (void)program.click("seeReplyButton");
    (void)QTest::qWaitFor([&] {
        auto *reply = program.find<QTreeView>("replyView");
        return reply != nullptr && reply->model()->rowCount() > 3;
    });
    auto *reply = program.find<QTreeView>("replyView");
    reply->setCurrentIndex(reply->model()->index(reply->model()->rowCount() - 1, 0));
    album.take(reply->window(), u"8-reply"_s);
    (void)program.click("certificateButton");
    album.take(QApplication::activeModalWidget(), u"8a-certificate"_s);
    QApplication::activeModalWidget()->close();
    reply->window()->close();
    (void)program.click("testMailButton");
    (void)program.type("toEdit", u"practice@practice.test, hanako@example.org"_s);
    (void)program.click("sendButton");
    (void)QTest::qWaitFor([&] { return program.find<QTreeView>("recipientTree") != nullptr; });
    album.take(QApplication::activeModalWidget(), u"9-test-mail"_s);
    QApplication::activeModalWidget()->close();
    (void)program.click("mailboxButton");
    if (auto *mails = program.find<QTreeView>("mailTree")) {
        album.take(mails->window(), u"10-mailbox"_s);
        mails->window()->close();
    }
    takeExplanation(program, album);
    takeRest(program, album);
    (void)program.showPage(ServerList);
    takeChangedCertificate(program, album);
    takeOutbox(program, album);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const QString folder = application.arguments().value(1, u"screenshots"_s);
    QDir().mkpath(folder);
    const bool onlyAutosend = application.arguments().value(2) == u"autosend"_s; // quicker
    const QPalette light = QApplication::palette();
    for (const QString &language : {u"en"_s, u"ja"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1366, 768), QSize(800, 600)}) {
                QTemporaryDir home;
                Translations translations(application);
                translations.use(language);
                QApplication::setPalette(dark ? darkPalette() : light);
                Program program(home.path());
                Album album(
                    folder,
                    u"-%1-%2-%3"_s.arg(language, dark ? u"dark"_s : u"light"_s).arg(size.width()),
                    size);
                if (!onlyAutosend) {
                    takeAll(program, album, language == u"ja"_s);
                    takeDamaged(home.path(), album);
                }
                const QTemporaryDir other;
                Program watching(other.path());
                watching.window().resize(size);
                takeAutosend(watching, album);
            }
        }
    }
    return 0;
}
