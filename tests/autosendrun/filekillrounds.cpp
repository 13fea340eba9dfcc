// SPDX-License-Identifier: GPL-3.0-or-later
#include "filekillrounds.h"

#include "filecontent.h"

#include <QSet>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::AutosendRule;
using outbox::FileResult;
using outbox::MailedFile;

namespace
{

constexpr int filesOfARound = 30;
constexpr int killsOfARound = 6;
constexpr int longestLife = 500; // milliseconds, of which a program needs some 100 to begin
constexpr int patience = 60'000;
constexpr auto betweenFiles = 30ms;

/// Dealt with as what became of its mail.
bool isOver(const MailedFile &file)
{
    return file.state != FileResult::Going && file.result == file.state;
}

bool areOver(const AutosendHome &home, int files)
{
    const QList<MailedFile> history = home.history();
    QSet<QString> names;
    for (const MailedFile &file : history) {
        names.insert(file.path);
    }
    return names.size() == files && std::ranges::all_of(history, &isOver);
}

/// Where it belongs, below the rule's folder; empty: nowhere.
QString rightPlace(const AutosendRule &rule, const QString &name, bool isUnknown)
{
    switch (rule.afterwards) {
    case AutosendRule::Afterwards::Leave: return name;
    case AutosendRule::Afterwards::ToSent: return (isUnknown ? u"failed/"_s : u"sent/"_s) + name;
    case AutosendRule::Afterwards::Delete: return isUnknown ? u"failed/"_s + name : QString();
    }
    return {};
}

} // namespace

QString FileKillCounts::text() const
{
    return u"%1 rounds, %2 kills (%3 claims left): files %4, arrived %5, unknown %6, lost %7, "
           "doubled %8, claimed %9, different %10, misplaced %11"_s.arg(rounds)
               .arg(kills)
               .arg(kept)
               .arg(files)
               .arg(arrived)
               .arg(unknown)
               .arg(lost)
               .arg(doubled)
               .arg(claimed)
               .arg(different)
               .arg(misplaced);
}

bool FileKillRounds::play(int rounds)
{
    for (int i = 0; i < rounds; ++i) {
        if (!playRound()) {
            return false;
        }
    }
    return true;
}

/// Of any octets, and no two alike.
QByteArray FileKillRounds::madeUpContent(const QString &name)
{
    QByteArray content = name.toUtf8() + ' ';
    for (int left = m_random.bounded(6000); left > 0; --left) {
        content.append(static_cast<char>(m_random.bounded(256)));
    }
    return content;
}

bool FileKillRounds::playRound()
{
    AutosendHome home;
    home.rule.stillness = 50ms;
    home.rule.afterwards =
        std::array{AutosendRule::Afterwards::ToSent, AutosendRule::Afterwards::Delete,
                   AutosendRule::Afterwards::Leave}[static_cast<size_t>(m_counts.rounds % 3)];
    home.rule.mailOctets = m_counts.rounds / 3 % 2 == 0 ? 0 : 10'000;
    Written files;
    for (int i = 0; i < filesOfARound; ++i) {
        const QString name = u"%1.bin"_s.arg(i);
        files.insert(name, madeUpContent(name));
    }
    if (!home.save() || !killSome(home, files)) {
        return false;
    }
    const AutosendHome::Program rest = home.start();
    if (!rest) {
        return false;
    }
    // One that is never over is counted.
    (void)QTest::qWaitFor([&] { return areOver(home, filesOfARound) && home.claims() == 0; },
                          patience);
    rest->terminate();
    if (!QTest::qWaitFor([&] { return rest->state() == QProcess::NotRunning; }, patience)) {
        return false;
    }
    count(home, files);
    return true;
}

/// Files come all the while.
bool FileKillRounds::killSome(AutosendHome &home, const Written &files)
{
    QStringList names = files.keys();
    bool allWritten = true;
    const auto writeOne = [&] {
        if (!names.isEmpty()) {
            const QString name = names.takeFirst();
            allWritten = home.write(name, files[name]) && allWritten;
        }
    };
    for (int i = 0; i < filesOfARound / 3; ++i) {
        writeOne();
    }
    QTimer writes;
    QObject::connect(&writes, &QTimer::timeout, &writes, writeOne);
    writes.start(betweenFiles);
    std::array programs{home.start(), home.start()};
    for (int kill = 0; kill < killsOfARound; ++kill) {
        AutosendHome::Program &one = programs[static_cast<size_t>(kill % 2)];
        if (!one) {
            return false;
        }
        QTest::qWait(m_random.bounded(longestLife)); // when it is killed is what is tried out
        one->kill();
        one->waitForFinished();
        ++m_counts.kills;
        m_counts.kept += home.claims();
        if (kill + 2 < killsOfARound) {
            one = home.start();
        }
    }
    writes.stop();
    while (!names.isEmpty()) {
        writeOne();
    }
    return allWritten;
}

void FileKillRounds::count(AutosendHome &home, const Written &files)
{
    QSet<QString> unknown;
    for (const MailedFile &file : home.history()) {
        if (file.state == FileResult::Unknown) {
            unknown.insert(file.path);
        }
    }
    QHash<QByteArray, int> others = home.arrived.all();
    QStringList right;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const int times = others.take(*file);
        const bool isUnknown = unknown.contains(file.key());
        m_counts.arrived += int{times > 0};
        m_counts.lost += int{times == 0 && !isUnknown};
        m_counts.doubled += int{times > 1};
        if (const QString place = rightPlace(home.rule, file.key(), isUnknown); !place.isEmpty()) {
            m_counts.misplaced += int{contentOf(home.path(place)) != *file};
        }
    }
    if (home.rule.afterwards != AutosendRule::Afterwards::Leave) {
        QStringList besides = home.names();
        besides.removeAll(u"sent"_s);
        besides.removeAll(u"failed"_s);
        m_counts.misplaced += static_cast<int>(besides.size());
    }
    for (const int times : std::as_const(others)) {
        m_counts.different += times;
    }
    ++m_counts.rounds;
    m_counts.files += static_cast<int>(files.size());
    m_counts.unknown += static_cast<int>(unknown.size());
    m_counts.claimed += home.claims();
}
