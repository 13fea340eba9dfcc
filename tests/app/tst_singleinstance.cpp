// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"
#include "testmain.h"
#include "ui/settings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// Where two starts of the program meet, and where they do not.
class SingleInstanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondStartTellsTheFirst();
    void anotherConfigurationIsAnotherProgram();
    void aKilledOneIsReplaced();
    void otherFoldersAreNotUsed_data();
    void otherFoldersAreNotUsed();

private:
    std::unique_ptr<QTemporaryDir> m_runtime; // 0700
    const QString m_config = u"/somewhere/config"_s;
};

/// What is set where no file may be used.
class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFileTheyLastAsLongAsTheProgram();
    void withAFileTheyStay();
};

void SingleInstanceTest::init()
{
    m_runtime = std::make_unique<QTemporaryDir>();
    QVERIFY(m_runtime->isValid());
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
}

void SingleInstanceTest::aSecondStartTellsTheFirst()
{
    const SingleInstance first(m_config);
    QSignalSpy startedAgain(&first, &SingleInstance::startedAgain);
    QVERIFY(!first.raisedOther());
    const SingleInstance second(m_config, "mailto:a@example.org");
    QVERIFY(second.raisedOther());
    QTRY_COMPARE(startedAgain.size(), 1);
    QCOMPARE(startedAgain[0][0].toByteArray(), "mailto:a@example.org");
    const SingleInstance third(m_config);
    QTRY_COMPARE(startedAgain.size(), 2);
    QCOMPARE(startedAgain[1][0].toByteArray(), QByteArray());
}

void SingleInstanceTest::anotherConfigurationIsAnotherProgram()
{
    const SingleInstance first(m_config);
    const SingleInstance other(m_config + u"/work"_s);
    QVERIFY(!first.raisedOther());
    QVERIFY(!other.raisedOther());
}

void SingleInstanceTest::aKilledOneIsReplaced()
{
    {
        const SingleInstance killed(m_config);
    }
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    {
        const SingleInstance living(m_config);
        const QStringList names =
            QDir(m_runtime->path()).entryList(QDir::System | QDir::Files | QDir::Hidden);
        QCOMPARE(names.size(), 1);
        qstrncpy(address.sun_path, QFile::encodeName(m_runtime->filePath(names[0])).constData(),
                 sizeof address.sun_path);
    }
    QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(dead); // its name stays
    QVERIFY(QFile::exists(QFile::decodeName(address.sun_path)));
    const SingleInstance next(m_config);
    QVERIFY(!next.raisedOther());
    const SingleInstance after(m_config);
    QVERIFY(after.raisedOther());
}

void SingleInstanceTest::otherFoldersAreNotUsed_data()
{
    QTest::addColumn<QByteArray>("folder");
    const QByteArray path = QFile::encodeName(QDir::tempPath());
    QTest::addRow("none is said") << QByteArray();
    QTest::addRow("one for everybody") << path;
    QTest::addRow("not there") << path + "/not-there";
    QTest::addRow("relative") << QByteArray("runtime");
    QTest::addRow("a link") << QByteArray("link");
    QTest::addRow("others may enter") << QByteArray("open");
}

/// Each start is then the first.
void SingleInstanceTest::otherFoldersAreNotUsed()
{
    QFETCH(QByteArray, folder);
    if (folder == "link") {
        QVERIFY(QFile::link(m_runtime->path(), m_runtime->filePath(u"link"_s)));
        folder = QFile::encodeName(m_runtime->filePath(u"link"_s));
    } else if (folder == "open") {
        QCOMPARE(::chmod(QFile::encodeName(m_runtime->path()).constData(), 0755), 0);
        folder = QFile::encodeName(m_runtime->path());
    }
    qputenv("XDG_RUNTIME_DIR", folder);
    const SingleInstance first(m_config);
    const SingleInstance second(m_config);
    QVERIFY(!first.raisedOther());
    QVERIFY(!second.raisedOther());
    QVERIFY(QDir(m_runtime->path(), u"proserpina-*"_s, QDir::Name, QDir::System | QDir::Files)
                .isEmpty());
}

void SettingsTest::withoutAFileTheyLastAsLongAsTheProgram()
{
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    {
        ui::Settings settings({});
        settings.setLanguage(u"ja"_s);
        settings.setShowDisabled(false);
        settings.setLook(u"geometry/window"_s, "octets");
        QCOMPARE(settings.language(), u"ja"_s);
        QVERIFY(!settings.showDisabled());
        QCOMPARE(settings.look(u"geometry/window"_s), QByteArray("octets"));
        QVERIFY(settings.keepInKeychain());
    }
    QCOMPARE(ui::Settings({}).language(), QString());
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(QDir::setCurrent(before));
}

void SettingsTest::withAFileTheyStay()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    ui::Settings(file).setLanguage(u"ja"_s);
    QCOMPARE(ui::Settings(file).language(), u"ja"_s);
}

PROSERPINA_TEST(SingleInstanceTest)
PROSERPINA_TEST(SettingsTest)

#include "tst_singleinstance.moc"
