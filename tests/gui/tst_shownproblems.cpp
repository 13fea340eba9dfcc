// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filecontent.h"
#include "ordinaryrights.h"
#include "program.h"
#include "testmain.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace
{

constexpr auto oneServer = R"({"version": 1, "servers": [
    {"id": "00000000-0000-4000-8000-000000000001", "name": "first", "host": "smtp.example.org"}]})";
constexpr auto newerVersion = R"({"version": 9, "servers": "somewhere else"})";
constexpr auto broken = R"({"version": 1, "servers": [)";

} // namespace

/// What the window shows of a servers.json that cannot be written: it says so, and a save loses
/// neither the file nor what was typed.
class ServerStoreShownTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysItAndLosesNothing_data();
    void saysItAndLosesNothing();
    void readOnlyFolderRefusesEverySave();

private:
    void put(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray content() const;
    void typeAndSave(Program &program, const QString &said,
                     const char *label = "nameMessage") const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_config;
};

void ServerStoreShownTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_config = m_home->filePath(u"config"_s);
    QVERIFY(QDir().mkpath(m_config));
}

void ServerStoreShownTest::cleanup()
{
    QFile::setPermissions(m_config, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_home.reset();
}

void ServerStoreShownTest::put(const QByteArray &bytes) const
{
    QVERIFY(writeFile(m_config + u"/servers.json"_s, bytes));
}

QByteArray ServerStoreShownTest::content() const
{
    return contentOf(m_config + u"/servers.json"_s);
}

/// Save answers with that sentence there, and the form holds what was typed.
void ServerStoreShownTest::typeAndSave(Program &program, const QString &said,
                                       const char *label) const
{
    const QByteArray before = content();
    QVERIFY(program.showPage(AddServer));
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.type("nameEdit", u"会社"_s));
    QVERIFY(program.type("hostEdit", u"mail.example.org"_s));
    QVERIFY(program.click("saveButton"));
    QVERIFY(clicks::runUntil([&] { return !program.text(label).isEmpty(); }));
    const QString message = program.text(label);
    QVERIFY2(message.contains(said), qPrintable(message));
    QVERIFY2(message.contains(m_config), qPrintable(message));
    const bool atName = qstrcmp(label, "nameMessage") == 0;
    QCOMPARE(program.text("nameMessage"), atName ? message : QString());
    QCOMPARE(program.find<QLineEdit>("nameEdit")->accessibleDescription(),
             program.text("nameMessage"));
    QCOMPARE(program.find<QLineEdit>("addressEdit")->text(), u"taro@example.org"_s);
    QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), u"会社"_s);
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"mail.example.org"_s);
    QVERIFY(program.find<QPushButton>("saveButton")->isEnabled());
    QCOMPARE(content(), before);
}

void ServerStoreShownTest::saysItAndLosesNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("label");
    QTest::addRow("written by a newer version: left as it is")
        << QByteArray(newerVersion) << u"was written by a newer Proserpina (version 9)"_s
        << QByteArray("nameMessage");
    QTest::addRow("broken: left as it is")
        << QByteArray(broken) << u"is damaged ("_s << QByteArray("noticeText");
}

void ServerStoreShownTest::saysItAndLosesNothing()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, said);
    put(file);
    Program program(m_home->path());
    // Without a click: the window opens on the page that says it.
    QVERIFY2(program.text("noticeText").contains(said), qPrintable(program.text("noticeText")));
    QVERIFY(program.text("noticeText").contains(m_config));
    QFETCH(QByteArray, label);
    typeAndSave(program, said, label.constData());
    QCOMPARE(content(), file);
}

void ServerStoreShownTest::readOnlyFolderRefusesEverySave()
{
    const QString said = u"cannot be written to"_s;
    put(oneServer);
    QVERIFY(QFile::setPermissions(m_config, QFile::ReadOwner | QFile::ExeOwner));
    const OrdinaryRights rights;
    Program program(m_home->path());
    QVERIFY(clicks::select(program, u"first"_s)); // it can be read
    typeAndSave(program, said);

    // The check box goes back, and the list says why.
    QVERIFY(program.showPage(ServerList));
    QAbstractItemModel *model = clicks::modelOf(program, "serverView");
    const QModelIndex box = model->index(clicks::rowNamed(program, u"first"_s), 0);
    QVERIFY(model->setData(box, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(clicks::runUntil([&] { return program.text("noticeText").contains(said); }));
    QCOMPARE(box.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(content(), QByteArray(oneServer));
}

PROSERPINA_TEST(ServerStoreShownTest)

#include "tst_shownproblems.moc"
