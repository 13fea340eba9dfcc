// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/lifeline.h"

#include "files/privatefile.h"

#include <QDir>
#include <QLatin1StringView>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

constexpr auto patience = std::chrono::seconds(5);
/// Longer than another program looks.
constexpr auto lookTime = std::chrono::milliseconds(10);
constexpr std::array kinds{"window-"_L1, "unit-"_L1, "command-"_L1};

} // namespace

Lifeline::Lifeline(const QString &folder)
    : m_folder(folder)
{}

core::Result<bool> Lifeline::take(Kind kind)
{
    if (const auto made = files::makePrivateFolder(m_folder); !made) {
        return made;
    }
    const QString name =
        kinds[static_cast<size_t>(kind)] + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString path = m_folder + u'/' + name;
    m_lock.emplace(path);
    // Whoever looks whether it is alive has it for a moment.
    if (m_lock->take(patience) != files::FileLock::Taking::Held) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "%1 could not be written: %2."), {path, m_lock->fault()}});
    }
    m_name = name;
    return true;
}

bool Lifeline::isAlive(const QString &name) const
{
    if (name == m_name) {
        return true;
    }
    if (name.isEmpty() || name.contains(u'/') || !QFile::exists(m_folder + u'/' + name)) {
        return false;
    }
    files::FileLock lock(m_folder + u'/' + name);
    return lock.take(lookTime) != files::FileLock::Taking::Held;
}

std::optional<Lifeline::Kind> Lifeline::otherSender() const
{
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const Kind kind : {Kind::Window, Kind::Unit}) {
        for (const QString &name : names) {
            if (name.startsWith(kinds[static_cast<size_t>(kind)]) && name != m_name &&
                isAlive(name)) {
                return kind;
            }
        }
    }
    return {};
}

} // namespace outbox
