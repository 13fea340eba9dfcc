// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"

#include <QDir>
#include <QFile>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

constexpr auto oneServer = R"({"version": 1, "servers": [
    {"id": "00000000-0000-4000-8000-000000000001", "name": "first", "host": "smtp.example.org"}]})";
constexpr auto newerVersion = R"({"version": 2, "servers": "somewhere else"})";
constexpr auto broken = R"({"version": 1, "servers": [)";

/// While it lives, permissions bind root too, as they bind everyone else.
class OrdinaryRights
{
public:
    OrdinaryRights()
    {
        syscall(SYS_capget, &m_header, m_before);
        __user_cap_data_struct now[2] = {m_before[0], m_before[1]};
        now[0].effective &= ~(1U << CAP_DAC_OVERRIDE);
        syscall(SYS_capset, &m_header, now);
    }
    ~OrdinaryRights() { syscall(SYS_capset, &m_header, m_before); }
    Q_DISABLE_COPY_MOVE(OrdinaryRights)

private:
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct m_before[2]{};
};

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
    void typeAndSave(Program &program, const QString &said) const;

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
    QFile file(m_config + u"/servers.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray ServerStoreShownTest::content() const
{
    QFile file(m_config + u"/servers.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Save answers with that sentence at the name, and the form holds what was typed.
void ServerStoreShownTest::typeAndSave(Program &program, const QString &said) const
{
    const QByteArray before = content();
    QVERIFY(program.showPage(AddServer));
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.type("nameEdit", u"会社"_s));
    QVERIFY(program.type("hostEdit", u"mail.example.org"_s));
    QVERIFY(program.click("saveButton"));
    QVERIFY(clicks::runUntil([&] { return !program.text("nameMessage").isEmpty(); }));
    const QString message = program.text("nameMessage");
    QVERIFY2(message.contains(said), qPrintable(message));
    QVERIFY2(message.contains(m_config), qPrintable(message));
    QCOMPARE(program.find<QLineEdit>("nameEdit")->accessibleDescription(), message);
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
    QTest::addRow("written by a newer version: left as it is")
        << QByteArray(newerVersion) << u"was written by a newer Proserpina (version 2)"_s;
    QTest::addRow("broken: left as it is") << QByteArray(broken) << u"is damaged ("_s;
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
    typeAndSave(program, said);
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
