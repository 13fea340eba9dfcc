// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Who may know whom: every include of src/ against the USES lines of src/CMakeLists.txt, and the
/// libraries that have one owner. Linking alone does not stop an include.
class LayeringTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void includes_data();
    void includes();
    void catchesForbiddenIncludes_data();
    void catchesForbiddenIncludes();
    void hasNoCycle();

private:
    [[nodiscard]] QString complaint(const QString &module, const QString &line) const;
    [[nodiscard]] bool reaches(const QString &from, const QString &to, int depth) const;

    QHash<QString, QStringList> m_uses;
};

namespace
{

/// Each library and its one owner in src/. The pattern is matched against what stands between the
/// quotes.
struct OwnedLibrary
{
    const char *pattern;
    QStringList owners;
};

const QList<OwnedLibrary> &ownedLibraries()
{
    static const QList<OwnedLibrary> libraries{
        {"^(QtNetwork/)?QHost(Address|Info)$", {u"net"_s, u"practice"_s}},
        {"^(QtNetwork/)?Q(Tcp.*|Udp.*|LocalS.*|AbstractSocket|Ssl.*)$", {u"net"_s, u"practice"_s}},
        {"^(QtNetwork/)?Q(Network|Dns|Http).*$", {u"net"_s}},
        {"^QtNetwork.*$", {u"net"_s, u"practice"_s}},
        {"^openssl/", {u"practice"_s}},
        {"^gsasl", {u"sasl"_s}},
        {"^(gmime/|glib|uchardet)", {u"mime"_s}},
        {"^(QtSql$|(QtSql/)?QSql|sqlite3)", {u"database"_s}},
        {"^(qtkeychain|qt6keychain)", {u"store"_s}},
        {"^(QtDBus|QDBus)", {u"desktop"_s, u"store"_s}},
        {"^(QtWidgets|QtGui)", {u"ui"_s}},
        {"^Q(Widget|Dialog|MainWindow|Label|PushButton|Application|Action|Palette)$", {u"ui"_s}},
    };
    return libraries;
}

/// core, smtp, pop, texts, diagnosis: no object, no event loop, no clock, no file, no socket.
bool isPure(const QString &module)
{
    return QStringList{u"core"_s, u"smtp"_s, u"pop"_s, u"texts"_s, u"diagnosis"_s}.contains(module);
}

const QRegularExpression &impure()
{
    static const QRegularExpression pattern(
        u"^(QtCore/)?Q(Object|Timer|ElapsedTimer|EventLoop|Thread.*|Mutex.*|File.*|Dir.*|Process|"
        "IODevice|CoreApplication|Settings|StandardPaths|Temporary.*|SaveFile)$"_s);
    return pattern;
}

} // namespace

void LayeringTest::initTestCase()
{
    QFile file(QStringLiteral(PROSERPINA_SOURCE "/src/CMakeLists.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression line(
        u"^proserpina_module\\((\\w+)(?: USES ([\\w ]+?))?(?: LIBS [^)]*)?\\)"_s,
        QRegularExpression::MultilineOption);
    auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext()) {
        const auto match = matches.next();
        m_uses[match.captured(1)] = match.captured(2).split(u' ', Qt::SkipEmptyParts);
    }
    QVERIFY(m_uses.size() >= 9);
}

QString LayeringTest::complaint(const QString &module, const QString &line) const
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    const QString name = include.match(line).captured(1);
    if (name.isEmpty()) {
        return {};
    }
    const QString other = name.section(u'/', 0, 0);
    if (m_uses.contains(other) && other != module && !m_uses[module].contains(other)) {
        return module + u" may not know "_s + other;
    }
    for (const OwnedLibrary &library : ownedLibraries()) {
        if (QRegularExpression(QString::fromLatin1(library.pattern)).match(name).hasMatch() &&
            !library.owners.contains(module)) {
            return name + u" belongs to "_s + library.owners.join(u" and "_s);
        }
    }
    if (isPure(module) && impure().match(name).hasMatch()) {
        return module + u" is pure and may not use "_s + name;
    }
    return {};
}

void LayeringTest::includes_data()
{
    QTest::addColumn<QString>("module");
    for (auto module = m_uses.keyBegin(); module != m_uses.keyEnd(); ++module) {
        QTest::addRow("%s", qPrintable(*module)) << *module;
    }
}

void LayeringTest::includes()
{
    QFETCH(QString, module);
    QDirIterator files(QStringLiteral(PROSERPINA_SOURCE "/src/") + module, {u"*.h"_s, u"*.cpp"_s},
                       QDir::Files);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++seen;
        int number = 0;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            ++number;
            const QString wrong = complaint(module, line);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(u"%1:%2: %3"_s.arg(file.fileName()).arg(number).arg(wrong)));
        }
    }
    QVERIFY(seen > 0);
}

void LayeringTest::catchesForbiddenIncludes_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *module, const char *line, bool allowed) {
        QTest::addRow("%s: %s", module, line)
            << QString::fromLatin1(module) << QString::fromLatin1(line) << allowed;
    };
    row("smtp", "#include \"net/connection.h\"", false);
    row("smtp", "#include <QSslSocket>", false);
    row("smtp", "#include <QtNetwork/QSslSocket>", false);
    row("smtp", "#include <QObject>", false);
    row("smtp", "  #  include <QTimer>", false);
    row("smtp", "#include \"core/reply.h\"", true);
    row("net", "#include <QtNetwork/QSslSocket>", true);
    row("net", "#include \"smtp/session.h\"", false);
    row("submission", "#include <QSslCertificate>", false);
    row("service", "#include <QWidget>", false);
    row("mime", "#include <gmime/gmime.h>", true);
    row("sasl", "#include <gmime/gmime.h>", false);
    row("net", "#include <openssl/x509.h>", false);
    row("store", "#include <qt6keychain/keychain.h>", true);
    row("service", "#include <qt6keychain/keychain.h>", false);
    row("store", "#include <QDBusConnection>", true);
    row("service", "#include <QtDBus/QDBusConnection>", false);
    row("database", "#include <QSqlDatabase>", true);
    row("service", "#include <QSqlDatabase>", false);
    row("cli", "#include <QtSql/QSqlQuery>", false);
    row("submission", "#include <QtSql>", false);
    row("core", "#include <sqlite3.h>", false);
}

void LayeringTest::catchesForbiddenIncludes()
{
    QFETCH(QString, module);
    QFETCH(QString, line);
    QFETCH(bool, allowed);
    QCOMPARE(complaint(module, line).isEmpty(), allowed);
}

bool LayeringTest::reaches(const QString &from, const QString &to, int depth) const
{
    if (depth == 0) {
        return true;
    }
    for (const QString &next : m_uses[from]) {
        if (next == to || reaches(next, to, depth - 1)) {
            return true;
        }
    }
    return false;
}

void LayeringTest::hasNoCycle()
{
    for (auto module = m_uses.keyBegin(); module != m_uses.keyEnd(); ++module) {
        QVERIFY2(!reaches(*module, *module, static_cast<int>(m_uses.size())), qPrintable(*module));
    }
}

PROSERPINA_TEST(LayeringTest)
#include "tst_layering.moc"
