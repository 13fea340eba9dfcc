// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/claims.h"
#include "autosend/filelook.h"
#include "core/systemtext.h"
#include "filecontent.h"
#include "ordinaryrights.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using autosend::Claim;
using autosend::Claims;

/// Files taken out of their folder while they are mailed, and put where they belong.
class ClaimsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isOutOfTheWayAndComesBack();
    void oneWinsOfTwo();
    void notWhatHasChanged();
    void isFoundAfterACrash();
    void leavesNothingEmptyAfterACrash_data();
    void leavesNothingEmptyAfterACrash();
    void isReleasedForWhoeverEndsIt();
    void goesToSentUnderAFreeName();
    void goesToFailedWithTheReason();
    void isDeleted();
    void comesBackBesideAnother();
    void subFoldersKeepTheirPlace();
    void namesOfAnyOctets();
    void followsNoLink();
    void believesNoClaimOfOthers();
    void notWhatSomebodyHasOpen();
    void refusesWhatMayNotBeMoved();

private:
    void write(const QString &name, const QByteArray &content = "content");
    [[nodiscard]] QByteArray read(const QString &name) const { return contentOf(path(name)); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }
    Claim claim(Claims &claims, const QString &name);
    static QList<Claim> left(Claims &claims);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

void ClaimsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"out"_s);
    QVERIFY(QDir().mkpath(m_folder));
}

void ClaimsTest::write(const QString &name, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QVERIFY(writeFile(path(name), content));
}

Claim ClaimsTest::claim(Claims &claims, const QString &name)
{
    const auto seen = autosend::lookAt(path(name));
    const auto claimed = seen ? claims.claim(name, *seen) : core::Result<Claim>(Claim());
    if (!claimed) {
        qWarning("%s", qPrintable(claimed.error().detail.english()));
    }
    return claimed.valueOr({});
}

/// Those that nobody else has.
QList<Claim> ClaimsTest::left(Claims &claims)
{
    QList<Claim> left;
    for (const QString &id : claims.ids()) {
        if (const auto claim = claims.take(id)) {
            left.append(*claim);
        }
    }
    return left;
}

void ClaimsTest::isOutOfTheWayAndComesBack()
{
    write(u"a.pdf"_s);
    Claims claims(m_folder);
    const Claim claimed = claim(claims, u"a.pdf"_s);
    QVERIFY(!claimed.id.isEmpty());
    QVERIFY(!QFile::exists(path(u"a.pdf"_s)));
    QCOMPARE(contentOf(claims.pathOf(claimed)), "content");
    QVERIFY(claims.pathOf(claimed).endsWith(u"/a.pdf"_s)); // the attachment's name
    QCOMPARE(*claims.giveBack(claimed), u"a.pdf"_s);
    QCOMPARE(read(u"a.pdf"_s), "content");
    QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"a.pdf"_s});
}

void ClaimsTest::oneWinsOfTwo()
{
    write(u"a"_s);
    const auto seen = *autosend::lookAt(path(u"a"_s));
    Claims one(m_folder);
    Claims two(m_folder);
    const auto first = one.claim(u"a"_s, seen);
    QVERIFY(first);
    QVERIFY(!two.claim(u"a"_s, seen));
    QVERIFY(left(two).isEmpty()); // it is not free, and the loser has left nothing
    QCOMPARE(QDir(path(u".proserpina"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(contentOf(one.pathOf(*first)), "content");
}

void ClaimsTest::notWhatHasChanged()
{
    write(u"a"_s);
    const auto seen = *autosend::lookAt(path(u"a"_s));
    write(u"a"_s, "content and more");
    Claims claims(m_folder);
    const auto claimed = claims.claim(u"a"_s, seen);
    QVERIFY(!claimed);
    QCOMPARE(read(u"a"_s), "content and more");
    QVERIFY(left(claims).isEmpty());
    QVERIFY(!claims.claim(u"never there"_s, seen));
    QVERIFY(left(claims).isEmpty());
}

void ClaimsTest::isFoundAfterACrash()
{
    write(u"x/a"_s);
    {
        Claims claims(m_folder);
        claim(claims, u"x/a"_s);
    }
    // And one that had not got so far.
    QVERIFY(QDir().mkpath(path(u".proserpina/begun/file"_s)));
    Claims next(m_folder);
    const QList<Claim> found = left(next);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().path, u"x/a"_s);
    QCOMPARE(*next.giveBack(found.constFirst()), u"x/a"_s);
    QCOMPARE(read(u"x/a"_s), "content");
    QVERIFY(left(next).isEmpty());
}

void ClaimsTest::leavesNothingEmptyAfterACrash_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<bool>("origin");
    QTest::newRow("before its file came") << QStringList{u"file"_s} << true;
    QTest::newRow("before anything was in it") << QStringList() << false;
    QTest::newRow("after its file went") << QStringList() << true;
}

void ClaimsTest::leavesNothingEmptyAfterACrash()
{
    QFETCH(QStringList, folders);
    QFETCH(bool, origin);
    QVERIFY(QDir().mkpath(path(u".proserpina/1"_s)));
    for (const QString &folder : folders) {
        QVERIFY(QDir().mkpath(path(u".proserpina/1/"_s + folder)));
    }
    if (origin) {
        write(u".proserpina/1/origin"_s, "a");
    }
    write(u"b"_s);
    Claims another(m_folder);
    const Claim claimed = claim(another, u"b"_s);
    Claims claims(m_folder);
    QVERIFY(left(claims).isEmpty());
    QCOMPARE(claims.ids(), QStringList{claimed.id});
    QCOMPARE(*another.giveBack(claimed), u"b"_s);
    QVERIFY(!QFile::exists(path(u".proserpina"_s)));
}

void ClaimsTest::isReleasedForWhoeverEndsIt()
{
    write(u"a"_s);
    Claims one(m_folder);
    Claims two(m_folder);
    const Claim claimed = claim(one, u"a"_s);
    QVERIFY(!two.take(claimed.id));
    one.release(claimed);
    QCOMPARE(one.ids(), QStringList{claimed.id});
    const auto taken = two.take(claimed.id);
    QVERIFY(taken);
    QVERIFY(!one.take(claimed.id));
    QCOMPARE(*two.moveToFailed(*taken, u"why"_s), u"failed/a"_s);
    QVERIFY(!one.take(claimed.id));
    QCOMPARE(*one.moveOnToSent(u"failed/a"_s), u"sent/a"_s);
    QCOMPARE(read(u"sent/a"_s), "content");
    QVERIFY(!one.moveOnToSent(u"failed/a"_s));
    QVERIFY(!one.moveOnToSent(u"../a"_s));
}

void ClaimsTest::goesToSentUnderAFreeName()
{
    Claims claims(m_folder);
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        write(u"a.tar.gz"_s, QByteArray::number(i));
        names.append(*claims.moveToSent(claim(claims, u"a.tar.gz"_s)));
    }
    QCOMPARE(names,
             (QStringList{u"sent/a.tar.gz"_s, u"sent/a.tar (2).gz"_s, u"sent/a.tar (3).gz"_s}));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(read(names[i]), QByteArray::number(i)); // nothing was overwritten
    }
}

void ClaimsTest::goesToFailedWithTheReason()
{
    Claims claims(m_folder);
    write(u"a"_s);
    QCOMPARE(*claims.moveToFailed(claim(claims, u"a"_s), u"Zu groß: 大きすぎます"_s),
             u"failed/a"_s);
    QCOMPARE(read(u"failed/a"_s), "content");
    QCOMPARE(read(u"failed/a.txt"_s), u"Zu groß: 大きすぎます\n"_s.toUtf8());
    write(u"a"_s);
    QCOMPARE(*claims.moveToFailed(claim(claims, u"a"_s), u"again"_s), u"failed/a (2)"_s);
    QCOMPARE(read(u"failed/a (2).txt"_s), "again\n");
}

void ClaimsTest::isDeleted()
{
    Claims claims(m_folder);
    write(u"a"_s);
    QVERIFY(claims.remove(claim(claims, u"a"_s)));
    QVERIFY(QDir(m_folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void ClaimsTest::comesBackBesideAnother()
{
    Claims claims(m_folder);
    write(u"a"_s, "first");
    const Claim claimed = claim(claims, u"a"_s);
    write(u"a"_s, "second");
    QCOMPARE(*claims.giveBack(claimed), u"a (2)"_s);
    QCOMPARE(read(u"a"_s), "second");
    QCOMPARE(read(u"a (2)"_s), "first");
}

void ClaimsTest::subFoldersKeepTheirPlace()
{
    Claims claims(m_folder);
    write(u"2026/03/a"_s);
    const Claim claimed = claim(claims, u"2026/03/a"_s);
    QVERIFY(QDir(path(u"2026"_s)).removeRecursively()); // meanwhile
    QCOMPARE(*claims.giveBack(claimed), u"2026/03/a"_s);
    QCOMPARE(read(u"2026/03/a"_s), "content");
}

void ClaimsTest::namesOfAnyOctets()
{
    for (const QString &name : {u"a\nb"_s, u"origin"_s, u"file"_s, u"-rf"_s, u" "_s,
                                QString(255, u'x'), QString(85, QChar(0x3042))}) {
        Claims claims(m_folder);
        write(name, "first");
        QVERIFY(claims.moveToSent(claim(claims, name)));
        write(name, "second");
        const auto moved = claims.moveToFailed(claim(claims, name), u"why"_s);
        QVERIFY2(moved, qPrintable(name));
        QCOMPARE(read(*moved), "second");
        write(name, "third");
        const auto next = claims.moveToFailed(claim(claims, name), u"why"_s);
        QVERIFY2(next && *next != *moved, qPrintable(name));
        QVERIFY(!core::hasForeignOctets(*next)); // no character was cut through
    }
}

void ClaimsTest::followsNoLink()
{
    QVERIFY(QDir().mkpath(m_home->filePath(u"elsewhere"_s)));
    QVERIFY(writeFile(m_home->filePath(u"elsewhere/secret"_s), "secret"));
    QVERIFY(QFile::link(m_home->filePath(u"elsewhere"_s), path(u"linked"_s)));
    QVERIFY(QFile::link(m_home->filePath(u"elsewhere"_s), path(u"sent"_s)));
    Claims claims(m_folder);
    const auto secret = *autosend::lookAt(m_home->filePath(u"elsewhere/secret"_s));
    QVERIFY(!claims.claim(u"linked/secret"_s, secret));
    QCOMPARE(contentOf(m_home->filePath(u"elsewhere/secret"_s)), "secret");
    write(u"a"_s);
    const Claim claimed = claim(claims, u"a"_s);
    QVERIFY(!claims.moveToSent(claimed)); // it stays claimed, and is lost nowhere
    QCOMPARE(contentOf(claims.pathOf(claimed)), "content");
    QVERIFY(!QFile::exists(m_home->filePath(u"elsewhere/a"_s)));
    QCOMPARE(*claims.giveBack(claimed), u"a"_s);
}

/// As an archive could bring it along.
void ClaimsTest::believesNoClaimOfOthers()
{
    for (const QString &origin :
         {u"../escaped"_s, u"x/../../escaped"_s, u"/etc/escaped"_s, u""_s}) {
        write(u".proserpina/x/file/escaped"_s);
        write(u".proserpina/x/origin"_s, origin.toUtf8());
        Claims claims(m_folder);
        QVERIFY2(left(claims).isEmpty(), qPrintable(origin));
    }
    QVERIFY(QFile::remove(path(u".proserpina/x/origin"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u".proserpina/x/origin"_s)).constData(), 0600), 0);
    Claims claims(m_folder);
    QVERIFY(left(claims).isEmpty()); // and waits for nobody
}

/// It was left alone for long enough, and then somebody opened it again.
void ClaimsTest::notWhatSomebodyHasOpen()
{
    write(u"a"_s);
    const auto seen = *autosend::lookAt(path(u"a"_s));
    QFile writer(path(u"a"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Append));
    Claims claims(m_folder);
    QVERIFY(!claims.claim(u"a"_s, seen));
    QCOMPARE(writer.write(" and more"), 9);
    writer.close();
    QCOMPARE(read(u"a"_s), "content and more");
    QVERIFY(claims.claim(u"a"_s, *autosend::lookAt(path(u"a"_s))));
}

void ClaimsTest::refusesWhatMayNotBeMoved()
{
    write(u"a"_s);
    const auto seen = *autosend::lookAt(path(u"a"_s));
    QVERIFY(QFile::setPermissions(m_folder, QFile::Permissions(0x5500)));
    {
        const OrdinaryRights ordinary; // root may do everything
        Claims claims(m_folder);
        const auto claimed = claims.claim(u"a"_s, seen);
        QVERIFY(!claimed);
        QVERIFY(claimed.error().detail.english().startsWith(u"The file cannot be moved"_s));
    }
    QVERIFY(QFile::setPermissions(m_folder, QFile::Permissions(0x7700)));
    QCOMPARE(read(u"a"_s), "content");
}

PROSERPINA_TEST(ClaimsTest)
#include "tst_claims.moc"
