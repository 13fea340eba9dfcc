// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "outboxclicks.h"
#include "policyservice.h"
#include "program.h"
#include "realservers.h"
#include "recordingrelay.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QLabel>

#include <memory>

using namespace Qt::StringLiterals;
using outboxclicks::mailCell;
using outboxclicks::selectMail;
using outboxclicks::soon;
using outboxclicks::troubles;
using outboxclicks::write;

/// The pages of the outbox against real Postfix, by clicking.
class RealPagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writtenMailGoes();
    void oneIsStoppedOneRefused();
    void twentyWaitForOnePassword();
    void anUnknownIsDecided();

private:
    /// Saves the server on that port, with the first user's name; its first address is the user's.
    void start(quint16 port, const QByteArray &password);
    [[nodiscard]] static const RealServers::User &user() { return RealServers::users()[0]; }

    RealServers m_real;
    PolicyService m_policy;
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Program> m_program;
    const QString m_address = RealServers::addressOf(RealServers::users()[0].name);
};

void RealPagesTest::initTestCase()
{
    QVERIFY2(m_real.start(), m_real.error().constData());
    QVERIFY(m_policy.listen(m_real.port(u"POLICY"_s)));
}

void RealPagesTest::init()
{
    m_policy.answerWith([](const QByteArray &, const QByteArray &) { return "DUNNO"; });
    m_translations = std::make_unique<Translations>(*qApp);
    m_translations->use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_program = std::make_unique<Program>(m_folder->path());
}

void RealPagesTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
    m_translations.reset();
}

void RealPagesTest::start(quint16 port, const QByteArray &password)
{
    core::ServerEntry entry;
    entry.profile.name = u"real"_s;
    entry.profile.host = u"localhost"_s;
    entry.profile.port = port;
    entry.profile.security = core::Security::StartTls;
    entry.profile.caFile = m_real.caFile();
    entry.profile.userId = user().name;
    entry.address = m_address;
    service::PasswordChanges passwords;
    passwords.smtp = {service::PasswordChange::Kind::Set, core::Secret(password)};
    bool saved = false;
    m_program->servers().save(entry, passwords, this,
                              [&saved](const auto &answer) { saved = answer.ok(); });
    QVERIFY(soon([&saved] { return saved; }));
    QVERIFY(m_program->beginSending());
    QVERIFY(m_program->showPage(StopSend));
}

void RealPagesTest::writtenMailGoes()
{
    start(m_real.port(u"POSTFIX_STARTTLS"_s), user().password);
    QVERIFY(write(*m_program, m_address, m_address, u"件名"_s));
    QVERIFY(soon([&] { return mailCell(*m_program, u"件名"_s) == u"sent"_s; }));
    QVERIFY(mailCell(*m_program, u"件名"_s, 8).startsWith(u"250 2.0.0 Ok: queued"_s));
    const QByteArray stored = m_real.takeMail(user().name);
    QVERIFY(service::readMessage(stored).subject == u"件名"_s);
}

void RealPagesTest::oneIsStoppedOneRefused()
{
    start(m_real.port(u"POSTFIX_POLICY"_s), user().password);
    m_policy.answerWith([](const QByteArray &, const QByteArray &recipient) -> QByteArray {
        return recipient.startsWith("later@") ? "450 4.2.0 Greylisted" : "DUNNO";
    });
    QVERIFY(write(*m_program, m_address, u"later@example.test"_s, u"stopped"_s));
    QVERIFY(soon([&] { return mailCell(*m_program, u"stopped"_s) == u"put off"_s; }));
    QVERIFY(selectMail(*m_program, u"stopped"_s));
    QVERIFY(m_program->click("stopMailButton"));
    QVERIFY(soon([&] { return mailCell(*m_program, u"stopped"_s) == u"stopped"_s; }));
    QVERIFY(write(*m_program, m_address, u"nobody-there@example.test"_s, u"refused"_s));
    QVERIFY(soon([&] { return mailCell(*m_program, u"refused"_s) == u"failed"_s; }));
    QVERIFY(mailCell(*m_program, u"refused"_s, 8).contains(u"550 5.1.1"_s));
    // Corrected, it goes.
    QVERIFY(selectMail(*m_program, u"refused"_s));
    QVERIFY(m_program->click("recipientsButton"));
    QVERIFY(soon([&] { return m_program->find<QLineEdit>("newToEdit") != nullptr; }));
    QVERIFY(m_program->type("newToEdit", m_address));
    QTest::keyClick(m_program->find<QLineEdit>("newToEdit"), Qt::Key_Return);
    QVERIFY(soon([&] { return mailCell(*m_program, u"refused"_s) == u"sent"_s; }));
    QVERIFY(m_real.takeMail(user().name).contains("To: " + m_address.toUtf8()));
}

void RealPagesTest::twentyWaitForOnePassword()
{
    constexpr int mails = 20;
    start(m_real.port(u"POSTFIX_STARTTLS"_s), "wrong");
    for (int i = 0; i < mails; ++i) {
        QVERIFY(write(*m_program, m_address, m_address, u"mail %1"_s.arg(i)));
    }
    QVERIFY(soon([&] {
        return troubles(*m_program).size() == 1 &&
               troubles(*m_program).constFirst().contains(u"20 mails wait for you"_s);
    }));
    QVERIFY(m_program->clickText(u"Change ID or password"_s));
    QVERIFY(soon([&] { return m_program->find<QLineEdit>("passwordEdit") != nullptr; }));
    QVERIFY(m_program->type("passwordEdit", QString::fromUtf8(user().password)));
    QVERIFY(m_program->click("saveButton"));
    for (int i = 0; i < mails; ++i) {
        QVERIFY(!m_real.takeMail(user().name).isEmpty());
    }
    QVERIFY(m_program->showPage(StopSend));
    QVERIFY(soon([&] { return troubles(*m_program).isEmpty(); }));
}

/// Postfix has taken the message; its word for it gets lost on the way.
void RealPagesTest::anUnknownIsDecided()
{
    RecordingRelay relay(m_real.port(u"POSTFIX_POLICY"_s));
    QVERIFY(relay.port() > 0);
    m_policy.answerWith([&relay](const QByteArray &stage, const QByteArray &) {
        if (stage == "END-OF-MESSAGE") {
            relay.holdBack();
        }
        return "DUNNO";
    });
    start(relay.port(), user().password);
    QVERIFY(write(*m_program, m_address, m_address, u"doubt"_s));
    const QByteArray stored = m_real.takeMail(user().name);
    QVERIFY(!stored.isEmpty());
    relay.cut();
    QVERIFY(soon([&] { return mailCell(*m_program, u"doubt"_s).startsWith(u"unknown"_s); }));
    QVERIFY(selectMail(*m_program, u"doubt"_s));
    QVERIFY(soon([&] { return m_program->find<QPushButton>("arrivedButton") != nullptr; }));
    // By its Message-ID a person finds it.
    const qsizetype at = stored.indexOf("\nMessage-I");
    const QByteArray line = stored.mid(at + 1, stored.indexOf('\n', at + 1) - at - 1);
    const QByteArray id = line.mid(line.indexOf('<')).trimmed();
    QVERIFY2(m_program->text("factsText").contains(QString::fromLatin1(id)), id.constData());
    QVERIFY(m_program->click("arrivedButton"));
    QVERIFY(soon([&] { return mailCell(*m_program, u"doubt"_s) == u"sent"_s; }));
}

PROSERPINA_TEST(RealPagesTest)

#include "tst_realpages.moc"
