// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using clicks::choose;
using clicks::enterNumber;
using clicks::fillForm;
using clicks::leave;
using clicks::openAdvanced;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 10'000;

bool tick(Program &program, const char *name)
{
    return program.click(name) && program.find<QCheckBox>(name)->isChecked();
}

/// Everything that stands in Advanced, typed.
bool fillAdvanced(Program &program)
{
    return openAdvanced(program) && program.type("ehloEdit", u"pc.example.org"_s) &&
           program.type("caEdit", u"/tmp/ca.pem"_s) &&
           program.type("certificateEdit", u"/tmp/me.pem"_s) &&
           program.type("keyEdit", u"/tmp/me.key"_s) &&
           enterNumber(program, "timeSpin", u"３０"_s) && choose(program, "proxyCombo", 2) &&
           program.type("proxyHostEdit", u"ｐｒｏｘｙ．ｅｘａｍｐｌｅ．ｏｒｇ"_s) &&
           enterNumber(program, "proxyPortSpin", u"８０８０"_s) &&
           tick(program, "nextMethodCheck") && tick(program, "plaintextCheck") &&
           tick(program, "oldTlsCheck");
}

core::ServerProfile withAdvanced(core::ServerProfile profile)
{
    profile.ehloName = u"pc.example.org"_s;
    profile.caFile = u"/tmp/ca.pem"_s;
    profile.clientCertificate = u"/tmp/me.pem"_s;
    profile.clientKey = u"/tmp/me.key"_s;
    profile.deadlines = core::Deadlines::all(std::chrono::seconds(30));
    profile.proxy = {core::ProxyKind::HttpConnect, u"proxy.example.org"_s, 8080};
    profile.tryNextMethod = true;
    profile.allowPlaintextPassword = true;
    profile.allowOldTls = true;
    return profile;
}

std::optional<core::ServerProfile> savedAs(Program &program, const QString &name)
{
    for (const core::ServerEntry &entry : program.servers().servers()) {
        if (entry.profile.name == name) {
            return entry.profile;
        }
    }
    return {};
}

} // namespace

/// The section Advanced of the page Add server, by pressing what stands there.
class AdvancedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void everythingIsKept_data();
    void everythingIsKept();
    void typedComesBackAfterACrash();
    void timeLimitsThatDifferStay();
    void proxyPortFollowsItsKind();
    void proxyNeedsAHost();
    void fileIsChosenInADialog();
    void missingFileIsSaidAtItsField();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void AdvancedTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void AdvancedTest::everythingIsKept_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Japanese") << u"ja"_s;
}

/// Through Save, another start, Edit, Save as new and Duplicate.
void AdvancedTest::everythingIsKept()
{
    QFETCH(QString, language);
    m_translations->use(language);
    {
        Program program(m_folder->path());
        QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
        QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
        QVERIFY(program.type("nameEdit", u"first"_s));
        QVERIFY(fillAdvanced(program));
        QVERIFY(!program.text("oldTlsMessage").isEmpty());
        QCOMPARE(program.find<QCheckBox>("oldTlsCheck")->accessibleDescription(),
                 program.text("oldTlsMessage"));
        QVERIFY(program.click("saveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"first"_s) >= 0, soon);
    }
    Program program(m_folder->path());
    QTRY_VERIFY(savedAs(program, u"first"_s));
    const core::ServerProfile first = *savedAs(program, u"first"_s);
    QCOMPARE(first, withAdvanced(first));

    QVERIFY(select(program, u"first"_s));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("certificateEdit") != nullptr); // open: it is used
    QCOMPARE(program.find<QLineEdit>("proxyHostEdit")->text(), u"proxy.example.org"_s);
    QCOMPARE(program.find<QSpinBox>("proxyPortSpin")->value(), 8080);
    QCOMPARE(program.find<QSpinBox>("timeSpin")->value(), 30);
    QVERIFY(program.type("nameEdit", u"second"_s));
    QVERIFY(program.click("saveAsNewButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"second"_s) >= 0, soon);
    QVERIFY(select(program, u"first"_s));
    QVERIFY(program.click("duplicateButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"first (2)"_s) >= 0, soon);
    for (const QString &name : {u"second"_s, u"first (2)"_s}) {
        core::ServerProfile copy = *savedAs(program, name);
        copy.name = first.name;
        QCOMPARE(copy, first);
    }
    // A new one begins without any of it.
    QVERIFY(program.showPage(AddServer));
    QVERIFY(openAdvanced(program));
    QVERIFY(program.find<QLineEdit>("certificateEdit")->text().isEmpty());
    QCOMPARE(program.find<QComboBox>("proxyCombo")->currentIndex(), 0);
    QVERIFY(!program.find<QCheckBox>("oldTlsCheck")->isChecked());
}

void AdvancedTest::typedComesBackAfterACrash()
{
    {
        Program program(m_folder->path());
        QVERIFY(fillAdvanced(program));
        QTRY_VERIFY_WITH_TIMEOUT(!program.servers().draft(u"server-form"_s).isEmpty(), soon);
    }
    Program program(m_folder->path());
    QCOMPARE(program.find<QLineEdit>("certificateEdit")->text(), u"/tmp/me.pem"_s);
    QCOMPARE(program.find<QLineEdit>("keyEdit")->text(), u"/tmp/me.key"_s);
    QCOMPARE(program.find<QLineEdit>("proxyHostEdit")->text(), u"proxy.example.org"_s);
    QCOMPARE(program.find<QComboBox>("proxyCombo")->currentIndex(), 2);
    for (const char *name : {"nextMethodCheck", "plaintextCheck", "oldTlsCheck"}) {
        QVERIFY2(program.find<QCheckBox>(name)->isChecked(), name);
    }
    QVERIFY(program.clickText(u"Clear"_s));
    QVERIFY(openAdvanced(program));
    QVERIFY(program.find<QLineEdit>("certificateEdit")->text().isEmpty());
    QVERIFY(program.find<QLineEdit>("proxyHostEdit") == nullptr); // goes with its kind
    QVERIFY(!program.find<QCheckBox>("oldTlsCheck")->isChecked());
}

void AdvancedTest::timeLimitsThatDifferStay()
{
    Program program(m_folder->path());
    core::ServerEntry entry;
    entry.profile.name = u"mine"_s;
    entry.profile.host = u"smtp.example.org"_s;
    entry.address = u"taro@example.org"_s;
    entry.profile.deadlines.endOfData = std::chrono::minutes(20);
    entry.profile.deadlines.connect = std::chrono::milliseconds(1500);
    bool saved = false;
    program.servers().save(entry, {}, this, [&saved](const auto &done) { saved = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, soon);
    const auto edit = [&program](const QString &name) {
        return program.showPage(ServerList) &&
               QTest::qWaitFor([&] { return rowNamed(program, name) >= 0; }) &&
               select(program, name) && program.click("editButton") &&
               QTest::qWaitFor([&] { return program.find<QSpinBox>("timeSpin") != nullptr; });
    };
    QVERIFY(edit(u"mine"_s));
    QCOMPARE(program.find<QSpinBox>("timeSpin")->text(), u"each step its own"_s);
    QVERIFY(program.type("nameEdit", u"renamed"_s));
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"renamed"_s) >= 0, soon);
    QCOMPARE(savedAs(program, u"renamed"_s)->deadlines, entry.profile.deadlines);

    // One's own for all, and back to what it was; then the standard ones.
    QVERIFY(edit(u"renamed"_s));
    QVERIFY(enterNumber(program, "timeSpin", u"45"_s));
    QCOMPARE(program.find<QSpinBox>("timeSpin")->text(), u"45 s"_s);
    QVERIFY(enterNumber(program, "timeSpin", u"0"_s));
    QCOMPARE(program.find<QSpinBox>("timeSpin")->text(), u"each step its own"_s);
    QVERIFY(program.click("usualTimeButton"));
    QCOMPARE(program.find<QSpinBox>("timeSpin")->text(), u"standard (RFC 5321)"_s);
    QVERIFY(program.find<QPushButton>("usualTimeButton") == nullptr);
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(savedAs(program, u"renamed"_s)->deadlines, core::Deadlines(), soon);
}

void AdvancedTest::proxyPortFollowsItsKind()
{
    Program program(m_folder->path());
    QVERIFY(openAdvanced(program));
    QVERIFY(program.find<QSpinBox>("proxyPortSpin") == nullptr);
    QVERIFY(choose(program, "proxyCombo", 1));
    QCOMPARE(program.find<QSpinBox>("proxyPortSpin")->value(), 1080);
    QVERIFY(choose(program, "proxyCombo", 2));
    QCOMPARE(program.find<QSpinBox>("proxyPortSpin")->value(), 3128);
    QVERIFY(enterNumber(program, "proxyPortSpin", u"８１１８"_s));
    QCOMPARE(program.find<QSpinBox>("proxyPortSpin")->value(), 8118);
    QVERIFY(choose(program, "proxyCombo", 1));
    QCOMPARE(program.find<QSpinBox>("proxyPortSpin")->value(), 8118);
    // None and back again: the host that was typed is still there.
    QVERIFY(program.type("proxyHostEdit", u"proxy.example.org"_s));
    QVERIFY(choose(program, "proxyCombo", 0));
    QVERIFY(program.find<QLineEdit>("proxyHostEdit") == nullptr);
    QVERIFY(choose(program, "proxyCombo", 1));
    QCOMPARE(program.find<QLineEdit>("proxyHostEdit")->text(), u"proxy.example.org"_s);
}

void AdvancedTest::proxyNeedsAHost()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(choose(program, "proxyCombo", 1));
    for (const QString &host : {QString(), u"proxy..example.org"_s}) {
        QVERIFY(program.type("proxyHostEdit", host));
        // Closed again, it opens by itself.
        QVERIFY(program.click("advancedButton"));
        QVERIFY(program.click("checkButton"));
        QVERIFY(!program.text("proxyMessage").isEmpty());
        QCOMPARE(program.find<QLineEdit>("proxyHostEdit")->accessibleDescription(),
                 program.text("proxyMessage"));
        QVERIFY(program.find<QPushButton>("stopButton") == nullptr);
    }
    QCOMPARE(server.server().connections(), 0);
}

void AdvancedTest::fileIsChosenInADialog()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QFile file(m_folder->filePath(u"me.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Program program(m_folder->path());
    QVERIFY(openAdvanced(program));
    QVERIFY(program.type("certificateEdit", m_folder->filePath(u"gone.pem"_s)));
    leave(program, "certificateEdit");
    QCOMPARE(program.text("certificateMessage"), u"There is no such file."_s);
    QVERIFY(program.click("certificateButton"));
    auto *dialog = program.window().findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->setDirectory(m_folder->path());
    auto *name = dialog->findChild<QLineEdit *>();
    name->setText(m_folder->filePath(u"me.pem"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(program.find<QLineEdit>("certificateEdit")->text(),
                 m_folder->filePath(u"me.pem"_s));
    QVERIFY(program.text("certificateMessage").isEmpty());
}

void AdvancedTest::missingFileIsSaidAtItsField()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
    QVERIFY(openAdvanced(program));
    const std::pair<const char *, const char *> fields[] = {
        {"caEdit", "caMessage"},
        {"certificateEdit", "certificateMessage"},
        {"keyEdit", "keyMessage"}};
    for (const auto &[edit, message] : fields) {
        QVERIFY(program.type(edit, m_folder->filePath(u"gone.pem"_s)));
        QVERIFY(program.text(message).isEmpty()); // not while it is being typed
        leave(program, edit);
        QCOMPARE(program.text(message), u"There is no such file."_s);
        QVERIFY(program.type(edit, m_folder->path()));
        leave(program, edit);
        QCOMPARE(program.text(message), u"This is not a file."_s);
    }
    // It may come back with its disk: saving is not held up.
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
}

PROSERPINA_TEST(AdvancedTest)

#include "tst_advanced.moc"
