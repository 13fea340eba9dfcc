// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "outboxclicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using outboxclicks::save;
using outboxclicks::soon;
using outboxclicks::write;

namespace
{

QStringList addresses(const Program &program)
{
    QStringList found;
    for (const core::Identity &one : program.backend().servers.identities().all()) {
        found.append(one.address);
    }
    return found;
}

bool selectRow(Program &program, const QString &address)
{
    auto *view = program.find<QTreeView>("identityView");
    QApplication::setActiveWindow(view->window()); // where windows are drawn nowhere
    view->setFocus();
    return soon([&] {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 1).data().toString() == address) {
                view->setCurrentIndex(view->model()->index(row, 0));
                return true;
            }
        }
        return false;
    });
}

void pressSave(Program &program)
{
    const auto *buttons = program.find<QDialogButtonBox>("buttons");
    QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
}

} // namespace

/// The page From address, by its buttons and by keys.
class FromAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void isMadeAndChanged_data();
    void isMadeAndChanged();
    void badInputIsSaidAtItsField();
    void orderAndDefault();
    void deletionIsUndone();
    void changesAreNotDroppedUnasked();
    void serverOffOrGone();
    void refusedSenderIsSaid();
    void testMailAsThisSender();

private:
    void start(Program &program);

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::PracticeEntry> m_server;
    QUuid m_id;
    const QString m_first = u"taro@work.example.org"_s;
};

void FromAddressTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void FromAddressTest::start(Program &program)
{
    m_server = std::make_unique<service::PracticeEntry>();
    QVERIFY(m_server->start());
    m_id = save(program, *m_server, u"work"_s, m_first);
    QVERIFY(!m_id.isNull());
    QVERIFY(program.showPage(FromAddress));
    QVERIFY(selectRow(program, m_first));
}

void FromAddressTest::isMadeAndChanged_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("English, by mouse") << u"en"_s << false;
    QTest::newRow("Japanese, by mouse") << u"ja"_s << false;
    QTest::newRow("English, by keyboard") << u"en"_s << true;
}

void FromAddressTest::isMadeAndChanged()
{
    QFETCH(QString, language);
    QFETCH(bool, byKeys);
    m_translations->use(language);
    Program program(m_folder->path());
    start(program);
    const auto isOpen = [&program] {
        return program.find<QLineEdit>("identityAddressEdit") != nullptr;
    };
    QVERIFY(program.click("newIdentityButton"));
    QVERIFY(soon(isOpen));
    QVERIFY(program.type("personNameEdit", u"山田 太郎"_s));
    QVERIFY(program.type("identityAddressEdit", u"ｔａｒｏ＠ｐｒｉｖａｔｅ.example.org"_s));
    QVERIFY(program.type("replyToEdit", u"reply@example.org"_s));
    QVERIFY(program.type("organisationEdit", u"組織"_s));
    program.find<QPlainTextEdit>("signatureEdit")->setPlainText(u"Taro"_s);
    pressSave(program);
    QVERIFY(soon([&] { return addresses(program).size() == 2 && !isOpen(); }));
    const core::Identity made = program.servers().identities().all().constLast();
    QCOMPARE(made.name, u"山田 太郎"_s);
    QCOMPARE(made.address, u"taro@private.example.org"_s);
    QCOMPARE(made.server, m_id);
    QCOMPARE(made.replyTo, u"reply@example.org"_s);
    QCOMPARE(made.organisation, u"組織"_s);
    QCOMPARE(made.signature, u"Taro"_s);
    // Edit and duplicate.
    QVERIFY(selectRow(program, made.address));
    auto *view = program.find<QTreeView>("identityView");
    byKeys ? QTest::keyClick(view, Qt::Key_Return) : void(program.click("editIdentityButton"));
    QVERIFY(soon(isOpen));
    QCOMPARE(program.find<QLineEdit>("personNameEdit")->text(), u"山田 太郎"_s);
    QVERIFY(program.type("personNameEdit", u"Taro"_s));
    pressSave(program);
    QVERIFY(soon([&] { return program.servers().identities().all()[1].name == u"Taro"_s; }));
    QVERIFY(selectRow(program, made.address));
    byKeys ? QTest::keyClick(view, Qt::Key_D, Qt::ControlModifier)
           : void(program.click("duplicateIdentityButton"));
    QVERIFY(soon(isOpen));
    QVERIFY(program.type("identityAddressEdit", u"third@example.org"_s));
    pressSave(program);
    QVERIFY(soon([&] { return addresses(program).size() == 3; }));
    QCOMPARE(program.servers().identities().all()[2].signature, u"Taro"_s);
}

void FromAddressTest::badInputIsSaidAtItsField()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.click("newIdentityButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("identityAddressEdit") != nullptr; }));
    QVERIFY(program.type("identityAddressEdit", u"taro@@example.org"_s));
    QVERIFY(program.type("replyToEdit", u"nobody"_s));
    program.find<QComboBox>("identityServerCombo")->setCurrentIndex(-1);
    pressSave(program);
    QVERIFY(!program.text("identityAddressMessage").isEmpty());
    QVERIFY(!program.text("replyToMessage").isEmpty());
    QVERIFY(!program.text("identityServerMessage").isEmpty());
    auto *field = program.find<QLineEdit>("identityAddressEdit");
    QCOMPARE(field->window()->focusWidget(), field);
    QCOMPARE(field->text(), u"taro@@example.org"_s);
    QCOMPARE(addresses(program).size(), 1);
}

void FromAddressTest::orderAndDefault()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(!save(program, *m_server, u"second"_s, u"second@example.org"_s).isNull());
    QVERIFY(soon([&] { return addresses(program).size() == 2; }));
    QVERIFY(selectRow(program, u"second@example.org"_s));
    QVERIFY(!program.find<QPushButton>("downButton")->isEnabled());
    QVERIFY(program.click("upButton"));
    QVERIFY(soon([&] { return addresses(program).constFirst() == u"second@example.org"_s; }));
    QVERIFY(soon([&] { return !program.find<QPushButton>("upButton")->isEnabled(); }));
    QVERIFY(program.click("downButton"));
    QVERIFY(soon([&] { return addresses(program).constFirst() == m_first; }));
    QVERIFY(program.click("defaultIdentityButton"));
    QVERIFY(soon([&] {
        return program.servers().identities().usual()->address == u"second@example.org"_s;
    }));
    QVERIFY(soon([&] { return !program.find<QPushButton>("defaultIdentityButton")->isEnabled(); }));
}

void FromAddressTest::deletionIsUndone()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(!save(program, *m_server, u"second"_s, u"second@example.org"_s).isNull());
    QVERIFY(write(program, m_first, u"hanako@example.org"_s, u"waits"_s));
    QVERIFY(program.showPage(FromAddress));
    QVERIFY(selectRow(program, m_first));
    QTest::keyClick(program.find<QTreeView>("identityView"), Qt::Key_Delete);
    QVERIFY(soon([&] { return addresses(program).size() == 1; }));
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"1 mail from it"_s); }));
    QVERIFY(program.clickText(u"&Undo"_s));
    QVERIFY(soon([&] { return addresses(program).size() == 2; }));
    QCOMPARE(addresses(program).constFirst(), m_first); // at its place
    QVERIFY(selectRow(program, m_first));
    QVERIFY(program.click("deleteIdentityButton"));
    QVERIFY(program.clickText(u"Show them"_s));
    QVERIFY(soon([&] { return outboxclicks::mailRow(program, u"waits"_s) >= 0; }));
}

void FromAddressTest::changesAreNotDroppedUnasked()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.click("editIdentityButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("personNameEdit") != nullptr; }));
    QVERIFY(program.type("personNameEdit", u"Taro"_s));
    QTest::keyClick(program.find<QLineEdit>("personNameEdit"), Qt::Key_Escape);
    QVERIFY(soon([&] { return program.clickText(u"&Drop them"_s); }));
    QVERIFY(soon([&] { return program.find<QLineEdit>("personNameEdit") == nullptr; }));
    QVERIFY(program.servers().identities().all().constFirst().name.isEmpty());
    // Without changes nobody asks.
    QVERIFY(program.click("editIdentityButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("personNameEdit") != nullptr; }));
    QTest::keyClick(program.find<QLineEdit>("personNameEdit"), Qt::Key_Escape);
    QVERIFY(soon([&] { return program.find<QLineEdit>("personNameEdit") == nullptr; }));
}

void FromAddressTest::serverOffOrGone()
{
    Program program(m_folder->path());
    start(program);
    const QUuid other = save(program, *m_server, u"other"_s, u"other@example.org"_s);
    auto entry = *program.servers().server(m_id);
    entry.enabled = false;
    program.servers().save(entry, {}, this, [](const auto &) {});
    QVERIFY(soon([&] { return program.text("obstacleText").contains(u"switched off"_s); }));
    QVERIFY(program.clickText(u"Switch it on"_s));
    QVERIFY(soon([&] { return program.text("obstacleText").isEmpty(); }));
    program.servers().remove({m_id}, this, [](const auto &) {});
    QVERIFY(soon([&] { return program.text("obstacleText").contains(u"not there any more"_s); }));
    QVERIFY(program.clickText(u"Choose another server ..."_s));
    QVERIFY(soon([&] { return program.find<QComboBox>("identityServerCombo") != nullptr; }));
    auto *servers = program.find<QComboBox>("identityServerCombo");
    QCOMPARE(servers->currentIndex(), -1);
    servers->setCurrentIndex(servers->findData(other));
    pressSave(program);
    QVERIFY(soon([&] { return program.text("obstacleText").isEmpty(); }));
}

void FromAddressTest::refusedSenderIsSaid()
{
    Program program(m_folder->path());
    practice::Behaviour behaviour = *practice::behaviourWithFault(u"sender-refused"_s);
    service::PracticeEntry refusing(behaviour);
    QVERIFY(refusing.start());
    QVERIFY(!save(program, refusing, u"work"_s, m_first).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(write(program, m_first, u"hanako@example.org"_s, u"refused"_s));
    QVERIFY(soon([&] { return outboxclicks::mailCell(program, u"refused"_s) == u"failed"_s; }));
    QVERIFY(program.showPage(FromAddress));
    QVERIFY(selectRow(program, m_first));
    QVERIFY2(soon([&] {
                 return program.text("obstacleText").startsWith(u"work refused this sender: 5"_s);
             }),
             qPrintable(program.text("obstacleText")));
    QVERIFY(program.clickText(u"Edit this address ..."_s));
    QVERIFY(soon([&] { return program.find<QLineEdit>("identityAddressEdit") != nullptr; }));
    QVERIFY(program.type("identityAddressEdit", u"another@work.example.org"_s));
    pressSave(program);
    QVERIFY(soon([&] { return program.text("obstacleText").isEmpty(); }));
}

void FromAddressTest::testMailAsThisSender()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.click("identityMailButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("fromEdit") != nullptr; }));
    QCOMPARE(program.find<QLineEdit>("fromEdit")->text(), m_first);
    // Instead of sending it at once.
    QVERIFY(program.click("outboxButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("fromEdit") == nullptr; }));
    QVERIFY(
        soon([&] { return outboxclicks::mailRow(program, u"Test mail from Proserpina"_s) >= 0; }));
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return m_server->mailbox().size() == 1; }));
}

PROSERPINA_TEST(FromAddressTest)

#include "tst_fromaddress.moc"
