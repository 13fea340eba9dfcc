// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordinaryrights.h"
#include "serverfolder.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QFile>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using store::FileProblem;
using store::ServerDocument;
using store::ServerStore;
using Kind = FileProblem::Kind;

/// What is no whole servers.json is damage, never an empty list, and is said in so many words.
class DamagedFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_files = std::make_unique<ServerFolder>(); }
    void cleanup();
    void everyCutIsDamageOrTheWhole_data();
    void everyCutIsDamageOrTheWhole();
    void everyNulIsDamage();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatItMayNotBeRead();

private:
    std::unique_ptr<ServerFolder> m_files;
};

namespace
{

constexpr auto ownerOnly =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

/// As servers.json is written, with all that JSON has in it.
QByteArray realFile(const QByteArray &begin, const QByteArray &end)
{
    return begin + serverJson(R"(, "allowOldTls": false, "enabled": true, "userId": "会社",
        "relay": null, "timeLimits": {"tls": 2.5e1, "quit": -7},
        "address": "\u65e5\\\"", "passwordCommand": ["pass", "show"], "port": 587)") +
           ",\n {\"id\": \"x\"}" + end;
}

/// What Qt's own classes say while it lives: the command line would have it on its screen.
class Messages
{
public:
    Messages()
    {
        all().clear();
        m_before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { all() += text; });
    }
    ~Messages() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(Messages)

    static QStringList &all()
    {
        static QStringList messages;
        return messages;
    }

private:
    QtMessageHandler m_before;
};

} // namespace

void DamagedFileTest::cleanup()
{
    QFile::setPermissions(m_files->folder(), ownerOnly | QFile::ExeOwner);
}

void DamagedFileTest::everyCutIsDamageOrTheWhole_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addRow("as today") << realFile("{\n \"colour\": true, \"version\": 1, \"servers\": [",
                                          "]\n}\n");
    QTest::addRow("the version behind") << realFile("{\"servers\": [", "], \"version\": 1}\n");
    QTest::addRow("before there were versions") << realFile("[", "]\n");
    ServerDocument document;
    core::ServerEntry server = entryNamed(u"会社 \"1\""_s);
    server.id = QUuid::createUuid();
    QVERIFY(document.add(server));
    QTest::addRow("as it is written") << document.toBytes();
}

void DamagedFileTest::everyCutIsDamageOrTheWhole()
{
    QFETCH(QByteArray, whole);
    const ServerDocument all = ServerDocument::parse(whole);
    QVERIFY(!all.problem().isDamage());
    QCOMPARE(all.entries().size(), 1);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const QByteArray cut = whole.first(size);
        const ServerDocument document = ServerDocument::parse(cut);
        if (cut == whole.trimmed()) {
            QVERIFY(document.entries() == all.entries());
            continue;
        }
        QVERIFY2(document.problem().kind == Kind::Broken, cut.constData());
        QVERIFY(document.entries().isEmpty());
        const QString said = size == 0 ? u"it is empty"_s : u"it ends in the middle"_s;
        QVERIFY2(
            document.problem().detail.english() == said,
            qPrintable(document.problem().detail.english() + u": "_s + QString::fromUtf8(cut)));
    }
}

/// What a file system leaves of a file that was being written when the power went.
void DamagedFileTest::everyNulIsDamage()
{
    const QByteArray whole = realFile("{\"version\": 1, \"servers\": [", "]}\n");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray one = whole;
        one[at] = '\0';
        QCOMPARE(ServerDocument::parse(one).problem().detail.english(), u"it holds a NUL octet"_s);
        const qsizetype rest = whole.size() - at;
        const QByteArray half = whole.first(at) + QByteArray(rest, '\0');
        QCOMPARE(ServerDocument::parse(half).problem().detail.english(),
                 rest == 1 ? u"it holds a NUL octet"_s : u"it holds %1 NUL octets"_s.arg(rest));
    }
}

void DamagedFileTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &said) {
        QTest::addRow("%s", name) << bytes << said;
    };
    const QString noList = u"it holds no list"_s;
    row("blank", " \n\n", u"it holds nothing but spaces"_s);
    row("null", "null", noList);
    row("a text", "\"x\"\n", noList);
    row("a number", "5", noList);
    row("an object of nothing", "{}", u"there is no usable \"version\" in it"_s);
    row("a version and nothing else", "{\"version\": 1}", u"there is no list \"servers\" in it"_s);
    row("no list", R"({"version": 1, "servers": null})", u"there is no list \"servers\" in it"_s);
    row("a word", "hello, world", u"from line 1, column 1 on it is not JSON"_s);
    row("a comma too many", serversFile(serverJson() + ",\n").replace("]}", "] }\n"),
        u"from line 2, column 1 on it is not JSON"_s);
    row("a comma forgotten", "{\n  \"version\": 1\n  \"servers\": []\n}\n",
        u"from line 3, column 3 on it is not JSON"_s);
    row("behind Japanese", "{\"version\": 1, \"a\": \"会社\" x, \"servers\": []}\n",
        u"from line 1, column 26 on it is not JSON"_s);
    const QByteArray latin1 = serversFile(serverJson(", \"userId\": \"\xE9\x20\""));
    row("octets that are no UTF-8", latin1,
        u"from line 1, column %1 on it is not JSON"_s.arg(latin1.indexOf('\xE9') + 1));
    row("two files in one", serversFile({}) + serversFile(serverJson()),
        u"from line 1, column 48 on it is not JSON"_s);
    row("the end of a longer file behind", serversFile({}) + "\n    ]\n}\n",
        u"from line 2, column 5 on it is not JSON"_s);
}

void DamagedFileTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    m_files->put(bytes);
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem().kind, Kind::Broken);
    QCOMPARE(store.problemSentence().english(),
             u"%1 is damaged (%2), so it is left as it is."_s.arg(m_files->path(), said));
    QVERIFY(!store.kept());
}

void DamagedFileTest::saysThatItMayNotBeRead()
{
    {
        ServerStore store(m_files->folder());
        QVERIFY(add(store, entryNamed(u"first"_s)).ok());
        QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    }
    const Messages messages;
    const FileProblem denied{Kind::Unreadable, u"Permission denied"_s, 0};
    const OrdinaryRights rights;
    QVERIFY(QFile::setPermissions(m_files->path(), {}));
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem(), denied);
    QCOMPARE(store.kept().value().count, 1);
    QVERIFY(QFile::setPermissions(m_files->path(), ownerOnly));
    QTRY_COMPARE(store.problem(), FileProblem());
    QCOMPARE(store.servers().size(), 2);
    // Nor is a folder empty because one may not look into it.
    QVERIFY(QFile::setPermissions(m_files->folder(), {}));
    ServerStore outside(m_files->folder());
    outside.load();
    QCOMPARE(outside.problem(), denied);
    QVERIFY(!outside.kept());
    QVERIFY(QFile::setPermissions(m_files->folder(), ownerOnly | QFile::ExeOwner));
    QTRY_COMPARE(outside.problem(), FileProblem());
    QCOMPARE(outside.servers().size(), 2);
    QCOMPARE(Messages::all(), QStringList());
}

PROSERPINA_TEST(DamagedFileTest)
#include "tst_damagedfile.moc"
