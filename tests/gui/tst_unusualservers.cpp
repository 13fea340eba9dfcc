// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filecontent.h"
#include "practising.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

using namespace Qt::StringLiterals;
using clicks::choose;
using clicks::enterNumber;

namespace
{

constexpr int soon = 10'000;

} // namespace

/// Servers that want what stands in Advanced: what the window says of them, and its buttons.
class UnusualServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void unusableCertificateIsSaidAtItsField_data();
    void unusableCertificateIsSaidAtItsField();
    void oldTlsIsAllowedByAClick_data();
    void oldTlsIsAllowedByAClick();
    void nextMethodIsTriedWhereAllowed_data();
    void nextMethodIsTriedWhereAllowed();
    void proxyIsLeftByAClick_data();
    void proxyIsLeftByAClick();

private:
    void put(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] static bool fillFor(Program &program, const service::PracticeEntry &server);

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void UnusualServersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void UnusualServersTest::put(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(writeFile(m_folder->filePath(name), bytes));
}

bool UnusualServersTest::fillFor(Program &program, const service::PracticeEntry &server)
{
    return clicks::fillForm(program, clicks::serverOf(server, u"mine"_s)) &&
           clicks::enterLogin(program, {server.credentials().userId,
                                        QString::fromUtf8(server.credentials().password.reveal())});
}

void UnusualServersTest::unusableCertificateIsSaidAtItsField_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("key"); // empty: no file of its own
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("button");
    QTest::newRow("no certificate in it, English")
        << u"en"_s << QByteArray() << QByteArray("certificate")
        << u"there is no PEM certificate in it"_s << u"Change the client certificate"_s;
    QTest::newRow("no certificate in it, Japanese")
        << u"ja"_s << QByteArray() << QByteArray("certificate") << u"PEM 形式の証明書"_s
        << u"クライアント証明書を直す"_s;
    QTest::newRow("no key in its file, English")
        << u"en"_s << QByteArray("nonsense") << QByteArray("key") << u"there is no PEM key in it"_s
        << u"Change the client certificate"_s;
    QTest::newRow("no key in its file, Japanese")
        << u"ja"_s << QByteArray("nonsense") << QByteArray("key") << u"PEM 形式の鍵"_s
        << u"クライアント証明書を直す"_s;
}

void UnusualServersTest::unusableCertificateIsSaidAtItsField()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, field);
    QFETCH(QString, says);
    QFETCH(QString, button);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    put(u"me.pem"_s, key.isEmpty() ? "nonsense" : server.server().caPem());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server));
    QVERIFY(program.type("certificateEdit", m_folder->filePath(u"me.pem"_s)));
    if (!key.isEmpty()) {
        put(u"me.key"_s, key);
        QVERIFY(program.type("keyEdit", m_folder->filePath(u"me.key"_s)));
    }
    QVERIFY(program.click("checkButton"));
    const QByteArray message = field + "Message";
    QTRY_VERIFY2_WITH_TIMEOUT(program.text(message.constData()).contains(says),
                              qPrintable(program.text(message.constData())), soon);
    QCOMPARE(server.server().connections(), 0);
    // The button leads there, wherever one was.
    QVERIFY(program.click("advancedButton"));
    QVERIFY(program.find<QLineEdit>("certificateEdit") == nullptr);
    QVERIFY(program.clickText(button));
    QVERIFY(program.find<QLineEdit>("certificateEdit") != nullptr);
    QVERIFY(program.find<QLineEdit>("certificateEdit")->hasFocus() ||
            QApplication::focusWidget() == nullptr);
}

void UnusualServersTest::oldTlsIsAllowedByAClick_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("button");
    QTest::newRow("English") << u"en"_s << u"Allow TLS 1.0 and 1.1 ..."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"TLS 1.0 と 1.1 を許す ..."_s;
}

void UnusualServersTest::oldTlsIsAllowedByAClick()
{
    QFETCH(QString, language);
    QFETCH(QString, button);
    m_translations->use(language);
    service::PracticeEntry server(*practice::behaviourWithFault(u"tls-old"_s));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(button));
    // Nothing happens before the person has read what it gives up.
    QTRY_VERIFY(program.find<QPushButton>("confirmButton") != nullptr);
    QVERIFY(!program.text("riskText").isEmpty());
    QVERIFY(!program.find<QCheckBox>("oldTlsCheck")->isChecked());
    QVERIFY(program.click("confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s) &&
                                 program.find<QPushButton>("remedyButton") == nullptr,
                             soon);
    QVERIFY(program.find<QCheckBox>("oldTlsCheck")->isChecked());
    QVERIFY(program.text("adviceText").contains(u"TLS 1.0"_s)); // and says so each time
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QVERIFY(program.servers().servers().constFirst().profile.allowOldTls);
}

void UnusualServersTest::nextMethodIsTriedWhereAllowed_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QByteArrayList>("tried");
    QTest::newRow("not allowed") << false << QByteArrayList{"CRAM-MD5"};
    QTest::newRow("allowed") << true << QByteArrayList{"CRAM-MD5", "LOGIN", "PLAIN"};
}

/// B53: after a refused login only a click or the check box goes on to a weaker method.
void UnusualServersTest::nextMethodIsTriedWhereAllowed()
{
    QFETCH(bool, allowed);
    QFETCH(QByteArrayList, tried);
    practice::Behaviour behaviour;
    behaviour.mechanisms = {"CRAM-MD5", "LOGIN", "PLAIN"};
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) {
                if (line.startsWith("AUTH ")) {
                    heard.append(line.split(' ').value(1));
                }
            });
    Program program(m_folder->path());
    QVERIFY(clicks::fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(clicks::enterLogin(program, {server.credentials().userId, u"wrong"_s}));
    if (allowed) {
        QVERIFY(program.click("nextMethodCheck"));
    }
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>("remedyButton") != nullptr, soon);
    QCOMPARE(heard, tried);
}

void UnusualServersTest::proxyIsLeftByAClick_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("leave");
    const QString change = u"Change the proxy"_s;
    const QString leave = u"Connect without the proxy ..."_s;
    QTest::newRow("SOCKS5, English") << u"en"_s << 1 << change << leave;
    QTest::newRow("HTTP CONNECT, English") << u"en"_s << 2 << change << leave;
    QTest::newRow("SOCKS5, Japanese")
        << u"ja"_s << 1 << u"プロキシを直す"_s << u"プロキシを使わずにつなぐ ..."_s;
}

void UnusualServersTest::proxyIsLeftByAClick()
{
    QFETCH(QString, language);
    QFETCH(int, kind);
    QFETCH(QString, change);
    QFETCH(QString, leave);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server));
    QVERIFY(choose(program, "proxyCombo", kind));
    QVERIFY(program.type("proxyHostEdit", u"127.0.0.1"_s));
    QVERIFY(enterNumber(program, "proxyPortSpin", QString::number(closedPort())));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(change));
    QVERIFY(program.find<QLineEdit>("proxyHostEdit")->hasFocus() ||
            QApplication::focusWidget() == nullptr);
    QCOMPARE(server.server().connections(), 0);
    QVERIFY(program.clickText(leave));
    QTRY_VERIFY(program.find<QPushButton>("confirmButton") != nullptr);
    QVERIFY(program.click("confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s) &&
                                 program.find<QPushButton>("remedyButton") == nullptr,
                             soon);
    QCOMPARE(program.find<QComboBox>("proxyCombo")->currentIndex(), 0);
}

PROSERPINA_TEST(UnusualServersTest)

#include "tst_unusualservers.moc"
