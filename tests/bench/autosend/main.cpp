// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench autosend: what a watched tree of 100,000 files costs at the start, in memory, and
// while nothing happens, beside find, which only looks at each of them once. Argument: the path of
// proserpina-cli.
#include "../mail/measuredrun.h"
#include "outbox/outbox.h"
#include "service/rules.h"
#include "service/rulestatus.h"
#include "service/servers.h"
#include "watchedrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

constexpr int folders = 100;
constexpr int filesOfAFolder = 1000;
constexpr int files = folders * filesOfAFolder;
constexpr auto longest = std::chrono::minutes(10);

/// A home with the tree, and the programs that are started there.
class Bench
{
public:
    explicit Bench(QString program)
        : m_program(std::move(program))
        , m_tree(m_home.filePath(u"tree"_s))
    {
        qputenv("HOME", m_home.path().toLocal8Bit());
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
            qputenv(name, m_home.path().toLocal8Bit());
        }
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }

    bool run();

private:
    [[nodiscard]] bool makeTree() const;
    [[nodiscard]] bool saveServer() const;
    [[nodiscard]] std::optional<MeasuredRun> call(const QStringList &words) const;
    [[nodiscard]] bool watch(const char *name, int waiting) const;
    [[nodiscard]] QString folder() const { return m_home.filePath(u"proserpina"_s); }

    const QTemporaryDir m_home;
    const QString m_program;
    const QString m_tree;
};

void print(const char *name, const std::optional<MeasuredRun> &run)
{
    if (run) {
        std::printf("%-38s %8.2f %12.2f %9.0f\n", name, run->seconds, run->processorSeconds,
                    run->peakMebibytes);
    } else {
        std::printf("%-38s failed\n", name);
    }
    std::fflush(stdout);
}

bool Bench::makeTree() const
{
    for (int i = 0; i < folders; ++i) {
        const QString below = u"%1/%2/"_s.arg(m_tree).arg(i);
        if (!QDir().mkpath(below)) {
            return false;
        }
        for (int j = 0; j < filesOfAFolder; ++j) {
            QFile file(below + u"scan %1.pdf"_s.arg(j));
            if (!file.open(QIODevice::WriteOnly) || file.write("content") != 7) {
                return false;
            }
        }
    }
    return true;
}

/// Which nobody ever asks.
bool Bench::saveServer() const
{
    service::Servers servers(folder(), folder());
    servers.load();
    core::ServerEntry entry;
    entry.profile.name = u"sink"_s;
    entry.profile.host = u"127.0.0.1"_s;
    entry.profile.security = core::Security::None;
    entry.profile.method = core::Method::None;
    entry.address = u"a@example.org"_s;
    bool done = false;
    servers.save(entry, {}, &servers, [&done](const auto &saved) { done = saved.ok(); });
    return QTest::qWaitFor([&done] { return done; }, 10'000);
}

std::optional<MeasuredRun> Bench::call(const QStringList &words) const
{
    std::vector<std::string> all{m_program.toStdString()};
    for (const QString &word : words) {
        all.push_back(word.toStdString());
    }
    return measuredRun(all, {}, longest);
}

/// False: what it told of the files is not what is there.
bool Bench::watch(const char *name, int waiting) const
{
    const auto run = watchedRun(m_program, {u"autosend"_s, u"run"_s});
    if (!run) {
        std::printf("%-38s failed\n", name);
        return false;
    }
    std::printf("%-38s %8.2f %12.2f %9.0f %14.1f\n", name, run->seconds, run->processorSeconds,
                run->peakMebibytes, run->idleMilliseconds);
    std::fflush(stdout);
    service::Servers servers(folder(), folder());
    servers.load();
    service::Rules rules(folder(), servers.identities());
    rules.load();
    outbox::Outbox outbox(folder() + u"/outbox"_s);
    const auto told =
        service::statusFromBytes(outbox.ruleStatuses().valueOr({}).value(rules.all().value(0).id));
    if (!told || told->waiting() != waiting || !outbox.counts().valueOr({}).isEmpty()) {
        std::printf("told %d files instead of %d\n", told ? told->waiting() : -1, waiting);
        return false;
    }
    return true;
}

bool Bench::run()
{
    if (!makeTree() || !saveServer()) {
        std::printf("no tree\n");
        return false;
    }
    const QString file = u"--files"_s;
    const QStringList add =
        u"autosend add --to b@example.org --sub-folders --delay 0 --per-minute 0 "
        "--brake-files 0 --brake-size 0 --folder"_s.split(u' ') +
        QStringList{m_tree};
    const QStringList none{u"--existing"_s, u"send"_s, file, u"*.none"_s};
    std::printf("%d files in %d folders, once they have been read before:\n", files, folders);
    std::printf("%-38s %8s %12s %9s %14s\n", "", "time, s", "processor, s", "peak, MiB",
                "60 s idle, ms");
    print("find, which looks at each",
          measuredRun({"find", m_tree.toStdString(), "-type", "f", "-newermt", "2000-01-01"}, {},
                      longest));
    bool all = call(add + none).has_value() && watch("no pattern fits", 0);
    all = call({u"autosend"_s, u"edit"_s, u"1"_s, file, u"*"_s, u"--existing"_s, u"send"_s})
              .has_value() &&
          call({u"autosend"_s, u"pause"_s, u"1"_s}).has_value() &&
          watch("all of them wait, the rule is paused", files) && all;
    all = call({u"autosend"_s, u"remove"_s, u"1"_s}).has_value() && all;
    print("autosend add, which leaves them as old", call(add));
    return watch("none is new", 0) && all;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    return Bench(QCoreApplication::arguments().value(1)).run() ? 0 : 1;
}
