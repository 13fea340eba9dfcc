// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using clicks::fillForm;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 10'000;

bool hasEnded(const Program &program)
{
    return program.find<QPushButton>("stopButton") == nullptr &&
           !program.text("headingText").isEmpty();
}

QString cell(const Program &program, const QString &name, int column)
{
    const QAbstractItemModel *model = clicks::modelOf(program, "serverView");
    return model->index(rowNamed(program, name), column).data().toString();
}

bool typeLogin(Program &program, const service::PracticeEntry &server)
{
    const core::Credentials login = server.credentials();
    return program.type("idEdit", login.userId) &&
           program.type("passwordEdit", QString::fromUtf8(login.password.reveal()));
}

constexpr int lastResult = 6;
constexpr int lastUsed = 7;

/// The colours of a good and a bad end are told apart by what is strongest in them.
bool isGreen(const Program &program)
{
    const QColor colour =
        program.find<QLabel>("sentenceText")->palette().color(QPalette::WindowText);
    return colour.green() > colour.red() + 30 && colour.green() > colour.blue() + 30;
}

} // namespace

/// What is said of a server is of that server, and of what was tried.
class ResultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void init();
    void namesItsServerAndGoesGrey_data();
    void namesItsServerAndGoesGrey();
    void onlyWhatMattersMakesItGrey();
    void savingTakesItAlong();
    void anotherServerHasItsOwn();
    void withoutAPasswordItIsNotGreen_data() { namesItsServerAndGoesGrey_data(); }
    void withoutAPasswordItIsNotGreen();
    void nothingIsDoneAfterARefusal();
    void disabledServerAsksBeforeATestMail();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ResultsTest::init()
{
    m_translations->use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
}

void ResultsTest::namesItsServerAndGoesGrey_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("button");
    QTest::newRow("English") << u"en"_s << u"for the settings before this change"_s
                             << u"Enter the password"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"変更前の設定での結果"_s << u"パスワードを入力する"_s;
}

void ResultsTest::namesItsServerAndGoesGrey()
{
    QFETCH(QString, language);
    QFETCH(QString, before);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"Mine"_s)));
    QVERIFY(typeLogin(program, server));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(program), soon);
    QVERIFY2(program.text("headingText").contains(u"Mine"_s),
             qPrintable(program.text("headingText")));
    QVERIFY(isGreen(program));
    const QString heading = program.text("headingText");

    QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
    QVERIFY(!isGreen(program));
    QVERIFY(program.text("headingText").contains(before));
    // What was tried is there again, and so is its result.
    QVERIFY(program.type("hostEdit", u"localhost"_s));
    QVERIFY(isGreen(program));
    QCOMPARE(program.text("headingText"), heading);
    QVERIFY(program.type("passwordEdit", u"another"_s));
    QVERIFY(!isGreen(program));
}

void ResultsTest::onlyWhatMattersMakesItGrey()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"Mine"_s)));
    QVERIFY(
        clicks::enterLogin(program, {server.credentials().userId,
                                     QString::fromUtf8(server.credentials().password.reveal())}));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(program), soon);
    QVERIFY(program.type("nameEdit", u"Other"_s));
    QVERIFY(isGreen(program));
}

void ResultsTest::savingTakesItAlong()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"Mine"_s)));
    QVERIFY(typeLogin(program, server));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(program), soon);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"Mine"_s) >= 0, soon);
    QTRY_COMPARE(cell(program, u"Mine"_s, lastResult), u"Login works"_s);
    QVERIFY(!cell(program, u"Mine"_s, lastUsed).isEmpty());
    QTRY_VERIFY(program.text("headingText").contains(u"Mine"_s));
    QVERIFY(isGreen(program));

    // Changed before it is saved: nothing was tried of that.
    QVERIFY(select(program, u"Mine"_s));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
    QVERIFY(isGreen(program));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>("stopButton") == nullptr, soon);
    QVERIFY(clicks::choosePort(program, 2525));
    QVERIFY(program.type("nameEdit", u"Elsewhere"_s));
    QVERIFY(program.click("saveAsNewButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"Elsewhere"_s) >= 0, soon);
    QVERIFY(cell(program, u"Elsewhere"_s, lastResult).isEmpty());
}

void ResultsTest::anotherServerHasItsOwn()
{
    Program program(m_folder->path());
    core::ServerEntry other;
    other.profile.name = u"Other"_s;
    other.profile.host = u"localhost"_s;
    other.profile.port = 1; // nobody is there
    program.servers().save(other, {}, &program.window(), [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(program.servers().servers().size() == 1, soon);
    QVERIFY(program.showPage(ServerList));
    QVERIFY(select(program, u"Practice server"_s));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(isGreen(program), soon);
    QVERIFY(program.text("headingText").contains(u"Practice server"_s));

    QVERIFY(select(program, u"Other"_s));
    QVERIFY(program.text("headingText").isEmpty());
    QVERIFY(program.text("sentenceText").isEmpty());
    QVERIFY(program.text("adviceText").contains(u"Other has not been used yet"_s));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("headingText").contains(u"Other"_s), soon);
    QVERIFY(!isGreen(program));
    QVERIFY(select(program, u"Practice server"_s));
    QVERIFY(isGreen(program));
    QVERIFY(program.text("headingText").contains(u"Practice server"_s));
}

void ResultsTest::withoutAPasswordItIsNotGreen()
{
    QFETCH(QString, language);
    QFETCH(QString, button);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"Mine"_s)));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(program), soon);
    QVERIFY(!isGreen(program));
    QVERIFY(program.clickText(button));
    QTRY_COMPARE(program.window().focusWidget(), program.find<QLineEdit>("passwordEdit"));
}

void ResultsTest::nothingIsDoneAfterARefusal()
{
    // MAIL, RCPT and DATA go out together.
    const auto behaviour = practice::behaviourWithFault(u"sender-refused"_s);
    QVERIFY(behaviour.has_value());
    service::PracticeEntry server(*behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"Mine"_s)));
    QVERIFY(typeLogin(program, server));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.click("sendButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("stepsText").contains(u"MAIL"_s) &&
                                 program.find<QPushButton>("stopButton") == nullptr,
                             soon);
    const QString steps = program.text("stepsText");
    QVERIFY2(!steps.contains(u"RCPT"_s) && !steps.contains(u"DATA"_s), qPrintable(steps));
}

void ResultsTest::disabledServerAsksBeforeATestMail()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    core::ServerEntry entry;
    entry.enabled = false;
    entry.address = service::PracticeEntry::address();
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = u"Off"_s;
    program.servers().save(entry, {}, &program.window(), [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(program.servers().servers().size() == 1, soon);
    QVERIFY(program.showPage(ServerList));
    QVERIFY(select(program, u"Off"_s));
    QVERIFY(program.click("testMailButton"));
    QVERIFY(program.text("noticeText").contains(u"Off is switched off"_s));
    QVERIFY(program.find<QPushButton>("sendButton") == nullptr);
    QVERIFY(program.clickText(u"Switch it on and send"_s));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>("sendButton") != nullptr, soon);
    QVERIFY(program.servers().servers().constFirst().enabled);
}

PROSERPINA_TEST(ResultsTest)

#include "tst_results.moc"
