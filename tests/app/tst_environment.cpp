// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"
#include "testmain.h"

#include <QDir>
#include <QMap>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Variables = QMap<QByteArray, QByteArray>;

/// The environment as every program of ours takes it.
class EnvironmentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void corrects_data();
    void corrects();
    void qtTakesTheHomeOfThePasswordFile();

private:
    Variables m_before;
};

namespace
{

constexpr const char *names[] = {
    "HOME",   "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
    "LC_ALL", "LC_MESSAGES",     "LANG",          "LANGUAGE"};

Variables variables()
{
    Variables set;
    for (const char *name : names) {
        if (qEnvironmentVariableIsSet(name)) {
            set.insert(name, qgetenv(name));
        }
    }
    return set;
}

void setVariables(const Variables &wanted)
{
    for (const char *name : names) {
        wanted.contains(name) ? qputenv(name, wanted[name]) : qunsetenv(name);
    }
}

QByteArray passwordFileHome()
{
    return ::getpwuid(::geteuid())->pw_dir;
}

} // namespace

void EnvironmentTest::init()
{
    m_before = variables();
}

void EnvironmentTest::cleanup()
{
    setVariables(m_before);
}

void EnvironmentTest::corrects_data()
{
    QTest::addColumn<Variables>("given");
    QTest::addColumn<Variables>("used");
    const auto row = [](const char *name, const Variables &given, const Variables &used) {
        QTest::addRow("%s", name) << given << used;
    };
    const Variables sound{{"HOME", "/home/taro"},
                          {"XDG_CONFIG_HOME", "/home/taro/config"},
                          {"LANG", "ja_JP.UTF-8"},
                          {"LANGUAGE", "ja:en"}};
    row("what is right stays", sound, sound);
    row("no HOME", {}, {{"HOME", passwordFileHome()}});
    row("an empty HOME", {{"HOME", ""}}, {{"HOME", passwordFileHome()}});
    row("relative XDG folders",
        {{"HOME", "/h"},
         {"XDG_CONFIG_HOME", "config"},
         {"XDG_DATA_HOME", "./data"},
         {"XDG_STATE_HOME", "../state"},
         {"XDG_CACHE_HOME", ""}},
        {{"HOME", "/h"}});
    const auto language = [&row](const char *name, Variables given, bool counts) {
        given.insert("HOME", "/h");
        Variables used = given;
        given.insert("LANGUAGE", "ja");
        if (counts) {
            used.insert("LANGUAGE", "ja");
        }
        row(name, given, used);
    };
    language("LANGUAGE without a locale", {}, false);
    language("LANGUAGE with LC_ALL=C", {{"LC_ALL", "C"}, {"LANG", "ja_JP.UTF-8"}}, false);
    language("LANGUAGE with LC_ALL=POSIX", {{"LC_ALL", "POSIX"}}, false);
    language("LANGUAGE with LC_MESSAGES=C", {{"LC_MESSAGES", "C"}, {"LANG", "ja_JP.UTF-8"}}, false);
    language("LANGUAGE with LANG=C", {{"LANG", "C"}}, false);
    language("LANGUAGE with an empty LC_ALL", {{"LC_ALL", ""}, {"LANG", "de_DE.UTF-8"}}, true);
    language("LANGUAGE with LC_ALL over LANG=C", {{"LC_ALL", "C.UTF-8"}, {"LANG", "C"}}, true);
}

void EnvironmentTest::corrects()
{
    QFETCH(Variables, given);
    QFETCH(Variables, used);
    setVariables(given);
    correctEnvironment();
    QCOMPARE(variables(), used);
}

void EnvironmentTest::qtTakesTheHomeOfThePasswordFile()
{
    setVariables({});
    QCOMPARE(QDir::homePath(), u"/"_s);
    correctEnvironment();
    QCOMPARE(QDir::homePath(), QString::fromLocal8Bit(passwordFileHome()));
}

PROSERPINA_TEST(EnvironmentTest)

#include "tst_environment.moc"
