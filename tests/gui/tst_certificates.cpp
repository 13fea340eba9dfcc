// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"
#include "ui/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using clicks::closeDialogOf;
using clicks::enterLogin;
using clicks::fillForm;

namespace
{

constexpr int soon = 10'000;

QString rowsOf(const QByteArray &sha256)
{
    return ui::fingerprintRows(sha256, 8);
}

QString onOneLine(QString fingerprint)
{
    return fingerprint.replace(u'\n', u':');
}

core::Certificate certificate(const QString &subject, const QString &issuer, char digest)
{
    core::Certificate made;
    made.der = "DER";
    made.subject = subject;
    made.issuer = issuer;
    made.validFrom = QDateTime({2026, 1, 1}, {12, 0}, Qt::UTC);
    made.validUntil = QDateTime({2027, 1, 1}, {12, 0}, Qt::UTC);
    made.sha256 = QByteArray(32, digest);
    return made;
}

} // namespace

/// What the window shows of certificates, and of the one that is pinned; which addresses were
/// tried.
class CertificatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void wholeChainIsShown();
    void strangersTextIsInert();
    void replyShowsTheCertificate();
    void changedOneStandsBesideThePinned_data();
    void changedOneStandsBesideThePinned();
    void hostOfTheCertificateIsAskedAbout_data();
    void hostOfTheCertificateIsAskedAbout();
    void pinIsForgottenByAClick_data();
    void pinIsForgottenByAClick();
    void addressesAreSaidWhereOneFailed_data();
    void addressesAreSaidWhereOneFailed();

private:
    [[nodiscard]] static bool fillFor(Program &program, const service::PracticeEntry &server);

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CertificatesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

bool CertificatesTest::fillFor(Program &program, const service::PracticeEntry &server)
{
    return fillForm(program, clicks::serverOf(server, u"mine"_s)) &&
           enterLogin(program, {server.credentials().userId,
                                QString::fromUtf8(server.credentials().password.reveal())});
}

void CertificatesTest::wholeChainIsShown()
{
    core::TlsFacts tls;
    core::Certificate leaf = certificate(u"mail.example.org"_s, u"Example issuer"_s, 'a');
    leaf.hostNames = {u"mail.example.org"_s, u"smtp.example.org"_s};
    tls.chain = {leaf, certificate(u"Example issuer"_s, u"Example root"_s, 'b'),
                 certificate(u"Example root"_s, u"Example root"_s, 'c')};
    tls.faults = {core::CertificateFault::Expired, core::CertificateFault::WrongHost};
    const QString text = ui::certificateText(tls);
    for (const core::Certificate &one : tls.chain) {
        QVERIFY2(text.contains(u"Issued to: "_s + one.subject), qPrintable(text));
        QVERIFY2(text.contains(u"Issued by: "_s + one.issuer), qPrintable(text));
        QVERIFY2(text.contains(ui::fingerprintText(one.sha256)), qPrintable(text));
    }
    QCOMPARE(text.count(u"Valid: "_s), 3);
    QCOMPARE(text.count(u"For the hosts: mail.example.org, smtp.example.org"_s), 1);
    QVERIFY(text.contains(u"Sent along with it, 1 of 2"_s));
    QVERIFY(text.contains(u"The certificate has expired."_s));
    QVERIFY(text.contains(u"is for another host name"_s));
    QVERIFY(!text.contains(u"no other certificate"_s));
    tls.chain = {leaf};
    QVERIFY(ui::certificateText(tls).contains(u"no other certificate"_s));
    QCOMPARE(rowsOf(leaf.sha256).count(u'\n'), 3);
}

void CertificatesTest::strangersTextIsInert()
{
    core::TlsFacts tls;
    core::Certificate leaf =
        certificate(u"mail\u202Egro.elpmaxe\nIssued by: nobody"_s, u"a\x1B[31mb"_s, 'a');
    leaf.hostNames = {u"<b>x</b>\r\n"_s};
    tls.chain = {leaf};
    const QString text = ui::certificateText(tls);
    for (const QChar bad : {QChar(0x202E), QChar(0x1B), QChar(u'\r')}) {
        QVERIFY2(!text.contains(bad), qPrintable(text));
    }
    QCOMPARE(text.count(u"\nIssued by: "_s), 1); // a name begins no line of its own
    QVERIFY(text.contains(u"<b>x</b>"_s));       // plain text, as it is
}

void CertificatesTest::replyShowsTheCertificate()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server));
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(clicks::rowNamed(program, u"mine"_s) >= 0, soon);
    QVERIFY(clicks::select(program, u"mine"_s));
    QVERIFY(program.click("seeReplyButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>("certificateButton") != nullptr, soon);
    QVERIFY(program.click("certificateButton"));
    QTRY_VERIFY(program.find<QPlainTextEdit>("factsText") != nullptr);
    const QString text = program.find<QPlainTextEdit>("factsText")->toPlainText();
    QVERIFY2(text.contains(u"localhost"_s) && text.contains(u"Proserpina practice authority"_s) &&
                 text.contains(u"SHA-256 fingerprint: "_s),
             qPrintable(text));
    QVERIFY(program.find<QLabel>("pinNowText") == nullptr); // nothing to compare
    QVERIFY(closeDialogOf(program, "factsText"));
}

void CertificatesTest::changedOneStandsBesideThePinned_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("trust");
    QTest::newRow("English") << u"en"_s << u"Trust this certificate ..."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"この証明書を信頼する ..."_s;
}

void CertificatesTest::changedOneStandsBesideThePinned()
{
    QFETCH(QString, language);
    QFETCH(QString, trust);
    m_translations->use(language);
    auto server = std::make_unique<service::PracticeEntry>();
    QVERIFY(server->start());
    const quint16 port = server->startTlsPort();
    Program program(m_folder->path());
    QVERIFY(fillFor(program, *server));
    QVERIFY(program.type("caEdit", {})); // nobody vouches for it
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(trust));
    QTRY_VERIFY(program.find<QPushButton>("confirmButton") != nullptr);
    QVERIFY(program.find<QLabel>("pinNowText") == nullptr);
    QVERIFY(program.click("confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s), soon);
    const QString pinned = program.text("pinText");
    QVERIFY(!pinned.isEmpty());

    // Another server in the same place, with a certificate of its own.
    const core::Credentials account = server->credentials();
    server = std::make_unique<service::PracticeEntry>();
    server->server().setAccount(account.userId, account.password);
    QVERIFY(server->start(port));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(trust));
    QTRY_VERIFY(program.find<QLabel>("pinNowText") != nullptr);
    const QString before = program.text("pinBeforeText");
    const QString now = program.text("pinNowText");
    QVERIFY(!program.text("pinMeaning").isEmpty());
    QCOMPARE(onOneLine(before), onOneLine(pinned));
    QVERIFY(now != before && now.size() == before.size());
    QVERIFY(program.find<QPlainTextEdit>("factsText")->toPlainText().contains(onOneLine(now)));
    QVERIFY(program.click("confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s), soon);
    QCOMPARE(onOneLine(program.text("pinText")), onOneLine(now));

    // Forgotten in the page, it is not trusted any more.
    QVERIFY(program.click("forgetPinButton"));
    QVERIFY(program.text("pinText").isEmpty());
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(trust));
    QTRY_VERIFY(program.find<QPushButton>("confirmButton") != nullptr);
    QVERIFY(program.find<QLabel>("pinNowText") == nullptr);
}

void CertificatesTest::hostOfTheCertificateIsAskedAbout_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("risk");
    QTest::newRow("English") << u"en"_s << u"Use the host localhost ..."_s
                             << u"ID and password will be sent there"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"ホスト名を localhost にする ..."_s
                              << u"ID とパスワードはそこへ送られます"_s;
}

/// B43: whoever answered has chosen the name; the first click sends nothing there.
void CertificatesTest::hostOfTheCertificateIsAskedAbout()
{
    QFETCH(QString, language);
    QFETCH(QString, use);
    QFETCH(QString, risk);
    m_translations->use(language);
    practice::Behaviour behaviour;
    behaviour.certificateHosts = {u"localhost"_s};
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server));
    QVERIFY(program.type("hostEdit", u"127.0.0.1"_s));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(use));
    QTRY_VERIFY(program.find<QPushButton>("confirmButton") != nullptr);
    QVERIFY2(program.text("riskText").contains(risk), qPrintable(program.text("riskText")));
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"127.0.0.1"_s);
    QCOMPARE(server.server().connections(), 1);
    QVERIFY(program.click("confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s), soon);
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"localhost"_s);
}

void CertificatesTest::pinIsForgottenByAClick_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("forget");
    QTest::newRow("English") << u"en"_s << u"Forget the pinned certificate ..."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"証明書の固定をやめる ..."_s;
}

/// The new certificate is by an issuer that is trusted anyway: no pin is needed.
void CertificatesTest::pinIsForgottenByAClick()
{
    QFETCH(QString, language);
    QFETCH(QString, forget);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls); // with its CA file
    entry.profile.name = u"renewed"_s;
    entry.profile.pinnedSha256 = QByteArray(32, 'x');
    entry.address = service::PracticeEntry::address();
    bool saved = false;
    program.servers().save(
        entry,
        {service::PasswordChange{service::PasswordChange::Kind::Set, server.credentials().password,
                                 false}},
        this, [&saved](const core::Result<service::Saved> &done) { saved = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, soon);
    QVERIFY(program.showPage(ServerList));
    QTRY_VERIFY_WITH_TIMEOUT(clicks::select(program, u"renewed"_s), soon);
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(forget));
    QTRY_VERIFY(program.find<QLabel>("pinBeforeText") != nullptr);
    QCOMPARE(program.text("pinBeforeText"), rowsOf(entry.profile.pinnedSha256));
    QVERIFY(!program.text("riskText").isEmpty());
    QVERIFY(program.click("confirmButton"));
    // The page takes over, with the pin gone, and tries it.
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s) &&
                                 program.find<QLineEdit>("hostEdit") != nullptr,
                             soon);
    QVERIFY(program.text("pinText").isEmpty());
}

void CertificatesTest::addressesAreSaidWhereOneFailed_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("says");
    QTest::newRow("English") << u"en"_s << u"Tried: 127.0.0.1: "_s;
    QTest::newRow("Japanese") << u"ja"_s << u"接続先: 127.0.0.1: "_s;
}

void CertificatesTest::addressesAreSaidWhereOneFailed()
{
    QFETCH(QString, language);
    QFETCH(QString, says);
    m_translations->use(language);
    quint16 port = 0;
    Program program(m_folder->path());
    {
        service::PracticeEntry server;
        QVERIFY(server.start());
        port = server.startTlsPort();
        QVERIFY(fillFor(program, server));
        QVERIFY(program.type("hostEdit", u"127.0.0.1"_s));
        QVERIFY(program.click("checkButton"));
        QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s), soon);
        QVERIFY(!program.text("rowsText").contains(says)); // one, and it answered
        QVERIFY(program.type("caEdit", {}));               // the file goes with its server
    }
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("rowsText").startsWith(says),
                              qPrintable(program.text("rowsText")), soon);
    QVERIFY(program.text("sentenceText").contains(QString::number(port)));
}

PROSERPINA_TEST(CertificatesTest)

#include "tst_certificates.moc"
