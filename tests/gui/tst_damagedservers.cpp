// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filecontent.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace
{

constexpr auto twoServers = R"({"version": 1, "servers": [
    {"id": "00000000-0000-4000-8000-000000000001", "name": "first", "host": "smtp.example.org"},
    {"id": "00000000-0000-4000-8000-000000000002", "name": "second", "host": "smtp.example.net"}
]})";

} // namespace

/// The window with a servers.json that is damaged: a notice with the way back, and no word of an
/// empty list.
class DamagedServersShownTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void theButtonRestores_data();
    void theButtonRestores();
    void goesWhenTheFileIsWholeAgain();
    void comesWhileTheWindowIsOpen();
    void hasNoButtonWithoutAGoodCopy();
    void saysThatThereIsNoCopyAnyMore();
    void savingSaysItAboveTheForm();
    void anUnknownListIsNotAnEmptyOne_data();
    void anUnknownListIsNotAnEmptyOne();

private:
    void put(const QByteArray &bytes, const QString &name = u"servers.json"_s) const;
    [[nodiscard]] QByteArray content(const QString &name = u"servers.json"_s) const;

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_config;
};

void DamagedServersShownTest::init()
{
    m_translations->use(u"en"_s);
    m_home = std::make_unique<QTemporaryDir>();
    m_config = m_home->filePath(u"config"_s);
    QVERIFY(QDir().mkpath(m_config));
    put({});
    put(twoServers, u"servers.json~"_s);
}

void DamagedServersShownTest::put(const QByteArray &bytes, const QString &name) const
{
    QVERIFY(writeFile(m_config + u'/' + name, bytes));
}

QByteArray DamagedServersShownTest::content(const QString &name) const
{
    return contentOf(m_config + u'/' + name);
}

void DamagedServersShownTest::theButtonRestores_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("wayBack");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("emptyText");
    QTest::addColumn<QString>("restored");
    QTest::addRow("English") << u"en"_s << u"servers.json is damaged (it is empty)"_s
                             << u"(2 servers) is still there."_s << u"Restore the last &good copy"_s
                             << u"The saved servers cannot be shown."_s
                             << u"Restored the list saved on"_s;
    QTest::addRow("Japanese") << u"ja"_s << u"servers.json は壊れている (空です)"_s
                              << u"(サーバ 2 件) が控えに残っています。"_s
                              << u"最後の正常な控えに戻す(&G)"_s
                              << u"保存したサーバを表示できません。"_s
                              << u"(サーバ 2 件) に戻しました。"_s;
}

void DamagedServersShownTest::theButtonRestores()
{
    QFETCH(QString, language);
    QFETCH(QString, damage);
    QFETCH(QString, wayBack);
    QFETCH(QString, button);
    QFETCH(QString, emptyText);
    QFETCH(QString, restored);
    m_translations->use(language);
    Program program(m_home->path());
    // Without a click: the window opens on the page that says it.
    const QString notice = program.text("noticeText");
    QVERIFY2(notice.contains(m_config) && notice.contains(damage) && notice.contains(wayBack),
             qPrintable(notice));
    QCOMPARE(program.text("emptyText"), emptyText);
    QVERIFY(program.find<QPushButton>("addServerButton") == nullptr);
    QCOMPARE(program.find<QPushButton>("noticeButton")->text(), button);
    QVERIFY(program.click("noticeButton"));
    QVERIFY(clicks::runUntil([&] { return clicks::rowNamed(program, u"second"_s) >= 0; }));
    QVERIFY(clicks::rowNamed(program, u"first"_s) >= 0);
    QVERIFY(clicks::runUntil([&] { return program.text("noticeText").contains(restored); }));
    QVERIFY(program.text("noticeText").contains(m_config + u"/servers.json.damaged"_s));
    QVERIFY(program.find<QPushButton>("noticeButton") == nullptr);
    QCOMPARE(program.text("emptyText"), QString());
    QCOMPARE(content(), QByteArray(twoServers));
    QVERIFY(QFile::exists(m_config + u"/servers.json.damaged"_s));
}

void DamagedServersShownTest::goesWhenTheFileIsWholeAgain()
{
    Program program(m_home->path());
    QVERIFY(program.text("noticeText").contains(u"it is empty"_s));
    put("{"); // still damaged, in another way
    QVERIFY(clicks::runUntil(
        [&] { return program.text("noticeText").contains(u"it ends in the middle"_s); }));
    put(twoServers);
    QVERIFY(clicks::runUntil([&] { return program.text("noticeText").isEmpty(); }));
    QVERIFY(clicks::rowNamed(program, u"first"_s) >= 0);
    QCOMPARE(program.text("emptyText"), QString());

    put(R"({"version": 1, "servers": []})"); // now there is none
    QVERIFY(clicks::runUntil(
        [&] { return program.text("emptyText").startsWith(u"There is no server yet."_s); }));
    QVERIFY(program.find<QPushButton>("addServerButton") != nullptr);
    QCOMPARE(program.text("noticeText"), QString());
}

void DamagedServersShownTest::comesWhileTheWindowIsOpen()
{
    put(twoServers);
    Program program(m_home->path());
    QVERIFY(program.showPage(ServerList));
    QCOMPARE(program.text("noticeText"), QString());
    put(QByteArray(100, '\0'));
    QVERIFY(clicks::runUntil(
        [&] { return program.text("noticeText").contains(u"it holds 100 NUL octets"_s); }));
    QVERIFY(clicks::rowNamed(program, u"first"_s) >= 0); // as it was last known

    // A notice that the person has closed comes back with the first thing that cannot be done.
    QVERIFY(program.click("closeNoticeButton"));
    QVERIFY(clicks::select(program, u"first"_s));
    QVERIFY(program.click("deleteButton"));
    QVERIFY(clicks::runUntil([&] { return program.find<QPushButton>("noticeButton"); }));
    QVERIFY(program.click("noticeButton"));
    QVERIFY(clicks::runUntil(
        [&] { return program.text("noticeText").startsWith(u"Restored the list"_s); }));
    QCOMPARE(content(), QByteArray(twoServers));
}

void DamagedServersShownTest::hasNoButtonWithoutAGoodCopy()
{
    put("{", u"servers.json~"_s);
    Program program(m_home->path());
    QVERIFY(program.text("noticeText")
                .endsWith(u"There is no good copy to go back to. Repair "
                          "the file, or move it away to begin with an "
                          "empty list."_s));
    QVERIFY(program.find<QPushButton>("noticeButton") == nullptr);
    QCOMPARE(program.text("emptyText"), u"The saved servers cannot be shown."_s);
}

void DamagedServersShownTest::saysThatThereIsNoCopyAnyMore()
{
    Program program(m_home->path());
    put("{", u"servers.json~"_s); // in place, at the same moment
    QVERIFY(program.click("noticeButton"));
    QVERIFY(clicks::runUntil(
        [&] { return program.text("noticeText").contains(u"There is no good copy"_s); }));
    QCOMPARE(content(), QByteArray());
}

/// It is no fault of the name, and what was typed can be saved after it.
void DamagedServersShownTest::savingSaysItAboveTheForm()
{
    Program program(m_home->path());
    QVERIFY(program.showPage(AddServer));
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.type("nameEdit", u"会社"_s));
    QVERIFY(program.type("hostEdit", u"mail.example.org"_s));
    QVERIFY(program.click("saveButton"));
    QVERIFY(
        clicks::runUntil([&] { return program.text("noticeText").contains(u"it is empty"_s); }));
    QCOMPARE(program.text("nameMessage"), QString());
    QVERIFY(program.click("noticeButton"));
    QVERIFY(clicks::runUntil(
        [&] { return program.text("noticeText").startsWith(u"Restored the list"_s); }));
    QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), u"会社"_s);
    QVERIFY(program.click("saveButton"));
    QVERIFY(clicks::runUntil([&] { return clicks::rowNamed(program, u"会社"_s) >= 0; }));
    QVERIFY(clicks::rowNamed(program, u"first"_s) >= 0);
}

void DamagedServersShownTest::anUnknownListIsNotAnEmptyOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::addRow("a newer version of another shape")
        << QByteArray(R"({"version": 9, "servers": {}})")
        << u"was written by a newer Proserpina (version 9)"_s;
    QTest::addRow("all of them cannot be read")
        << QByteArray(R"({"version": 1, "servers": [{"id": "x"}]})")
        << u"holds 1 entries that cannot be read."_s;
}

void DamagedServersShownTest::anUnknownListIsNotAnEmptyOne()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    put(bytes);
    Program program(m_home->path());
    QVERIFY(program.text("noticeText").contains(said));
    QVERIFY(program.find<QPushButton>("noticeButton") == nullptr);
    QCOMPARE(program.text("emptyText"), u"The saved servers cannot be shown."_s);
}

PROSERPINA_TEST(DamagedServersShownTest)

#include "tst_damagedservers.moc"
