// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefiles.h"
#include "testmain.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a reader may rely on: a class stands in one place, a file can be read in a sitting, and
/// there is always something that can be understood first.
class ShapeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClassLivesInOneFile();
    void noFileIsLong();
    void noIncludeCycle();
    void findsDividedClasses_data();
    void findsDividedClasses();
    void findsCycles_data();
    void findsCycles();

private:
    QMap<QString, QString> m_sources;
};

namespace
{

using Sources = QMap<QString, QString>;
using Graph = QMap<QString, QSet<QString>>;

constexpr int mostLines = 600;

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

QSet<QString> capturedIn(const QString &text, const QRegularExpression &pattern)
{
    QSet<QString> captured;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        captured += matches.next().captured(1);
    }
    return captured;
}

/// The classes of a folder whose functions stand in several of its .cpp files.
QStringList dividedClasses(const Sources &sources)
{
    static const QRegularExpression defined(u"^(?:class|struct) (\\w+)[^;{]*\\n?\\{"_s,
                                            QRegularExpression::MultilineOption);
    // As in "core::Result<bool> Server::Part::start(": the last name before the function's.
    static const QRegularExpression function(
        u"^(?![\\s#/])[^=;(\\n]*?(?:\\b\\w+::)*\\b(\\w+)::(?:~?\\w+|operator[^(\\n]+)\\("_s,
        QRegularExpression::MultilineOption);
    QHash<QString, QSet<QString>> classes; // of each folder
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        classes[folderOf(source.key())] += capturedIn(*source, defined);
    }
    QMap<QString, QStringList> places;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        if (source.key().endsWith(u".cpp"_s)) {
            const QString folder = folderOf(source.key());
            for (const QString &name : capturedIn(*source, function) & classes[folder]) {
                places[folder + u'/' + name] += source.key().section(u'/', -1);
            }
        }
    }
    QStringList divided;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        if (place->size() > 1) {
            divided += place.key() + u": "_s + place->join(u", "_s);
        }
    }
    return divided;
}

/// Who includes whom, of our own files.
Graph includesOf(const Sources &sources)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    QHash<QString, QString> ofTests; // by the name alone, by which tests include them
    for (const QString &path : sources.keys()) {
        if (path.startsWith(u"tests/"_s)) {
            ofTests[path.section(u'/', -1)] = path;
        }
    }
    Graph graph;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        for (const QString &name : capturedIn(*source, include)) {
            for (const QString &path : {folderOf(source.key()) + u'/' + name, u"src/"_s + name,
                                        u"app/"_s + name, ofTests.value(name)}) {
                if (sources.contains(path)) {
                    graph[source.key()] += path;
                    break;
                }
            }
        }
    }
    return graph;
}

/// The same of their folders.
Graph foldersOf(const Graph &files)
{
    Graph graph;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QString folder = folderOf(file.key());
        for (const QString &other : *file) {
            if (folderOf(other) != folder) {
                graph[folder] += folderOf(other);
            }
        }
    }
    return graph;
}

/// What is left when everything that leads nowhere has been taken away, again and again.
QStringList cyclic(Graph graph)
{
    const auto leadsNowhere = [&graph](const QSet<QString> &others) {
        return std::none_of(others.cbegin(), others.cend(),
                            [&graph](const QString &other) { return graph.contains(other); });
    };
    while (graph.removeIf([&](const auto &entry) { return leadsNowhere(entry.value()); }) > 0) {
    }
    return graph.keys();
}

} // namespace

void ShapeTest::initTestCase()
{
    m_sources = sourceFiles({u"src"_s, u"app"_s, u"tests"_s}, {u"*.cpp"_s, u"*.h"_s});
    QVERIFY(m_sources.size() > 500);
}

void ShapeTest::aClassLivesInOneFile()
{
    QCOMPARE(dividedClasses(m_sources).join(u'\n'), QString());
}

void ShapeTest::noFileIsLong()
{
    QStringList found;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        if (const auto lines = source->count(u'\n'); lines > mostLines) {
            found += u"%1: %2 lines"_s.arg(source.key()).arg(lines);
        }
    }
    QCOMPARE(found.join(u'\n'), QString());
}

void ShapeTest::noIncludeCycle()
{
    const Graph files = includesOf(m_sources);
    QVERIFY(files.size() > 500);
    QCOMPARE(cyclic(files).join(u'\n'), QString());
    QCOMPARE(cyclic(foldersOf(files)).join(u'\n'), QString());
}

void ShapeTest::findsDividedClasses_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("divided");
    const QString start = u"void Session::start()\n{}\n"_s;
    const QStringList session{u"src/smtp/Session: a.cpp, b.cpp"_s};
    QTest::addRow("a function each") << start << u"int Session::end() const\n{}\n"_s << session;
    QTest::addRow("of a namespace named")
        << start << u"void smtp::Session::end()\n{}\n"_s << session;
    QTest::addRow("the destructor") << start << u"Session::~Session()\n{}\n"_s << session;
    QTest::addRow("an operator") << start
                                 << u"bool Session::operator==(const Session &) const\n{}\n"_s
                                 << session;
    QTest::addRow("a long type before it")
        << start << u"core::Result<QList<int>>\nSession::read(int)\n{}\n"_s << session;
    QTest::addRow("only used") << start << u"void f()\n{\n    Session::start();\n}\n"_s
                               << QStringList();
    QTest::addRow("another class") << start << u"void Other::start()\n{}\n"_s << QStringList();
    QTest::addRow("a namespace") << start << u"int other = core::Session(1);\n"_s << QStringList();
}

void ShapeTest::findsDividedClasses()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QStringList, divided);
    QCOMPARE(dividedClasses({{u"src/smtp/session.h"_s, u"class Session final\n{\n};\n"_s},
                             {u"src/smtp/a.cpp"_s, first},
                             {u"src/smtp/b.cpp"_s, second},
                             {u"src/pop/c.cpp"_s, first}}),
             divided);
}

void ShapeTest::findsCycles_data()
{
    QTest::addColumn<QString>("below");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("folders");
    QTest::addRow("none") << u"#include <QString>\n"_s << QStringList() << QStringList();
    QTest::addRow("two headers") << u"#include \"smtp/session.h\"\n"_s
                                 << QStringList{u"src/core/reply.h"_s, u"src/smtp/session.h"_s}
                                 << QStringList{u"src/core"_s, u"src/smtp"_s};
    QTest::addRow("only their folders") << u"#include \"smtp/words.h\"\n"_s << QStringList()
                                        << QStringList{u"src/core"_s, u"src/smtp"_s};
}

void ShapeTest::findsCycles()
{
    QFETCH(QString, below);
    QFETCH(QStringList, files);
    QFETCH(QStringList, folders);
    const Graph graph = includesOf({{u"src/core/reply.h"_s, below},
                                    {u"src/smtp/words.h"_s, QString()},
                                    {u"src/smtp/session.h"_s, u"#include \"core/reply.h\"\n"_s}});
    QCOMPARE(cyclic(graph), files);
    QCOMPARE(cyclic(foldersOf(graph)), folders);
}

PROSERPINA_TEST(ShapeTest)
#include "tst_shape.moc"
