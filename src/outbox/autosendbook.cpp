// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/autosendbook.h"

#include <utility>

namespace outbox
{

AutosendBook::AutosendBook(const QString &folder, Surroundings surroundings)
    : View(folder, std::move(surroundings))
{}

AutosendBook::~AutosendBook() = default;

core::Result<QList<MailedFile>> AutosendBook::files(int limit)
{
    return looking<QList<MailedFile>>({}, [&] { return m_files.newest(limit); });
}

core::Result<QList<MailedFile>> AutosendBook::filesOf(MailId id)
{
    return looking<QList<MailedFile>>({}, [&] { return m_files.ofMail(id); });
}

core::Result<QList<FileCounts>> AutosendBook::fileCounts()
{
    return looking<QList<FileCounts>>({}, [&] { return m_files.counts(); });
}

core::Result<QList<MailedFile>> AutosendBook::unendedFiles(qint64 after, int limit)
{
    return looking<QList<MailedFile>>({}, [&] { return m_files.unended(after, limit); });
}

core::Result<std::optional<MailedFile>> AutosendBook::fileOfClaim(const QString &claim)
{
    return looking<std::optional<MailedFile>>({}, [&] { return m_files.ofClaim(claim); });
}

core::Result<QList<bool>> AutosendBook::areKnown(const QList<MailedFile> &files)
{
    const QList<bool> none(files.size(), false);
    return looking<QList<bool>>(none, [&]() -> core::Result<QList<bool>> {
        QList<bool> known;
        for (const MailedFile &file : files) {
            const auto one = m_files.isKnown(file.place, file.octets, file.changed);
            if (!one) {
                return one.error();
            }
            known.append(*one);
        }
        return known;
    });
}

core::Result<QHash<QUuid, QByteArray>> AutosendBook::ruleStatuses()
{
    return looking<QHash<QUuid, QByteArray>>({}, [&] { return m_rules.statuses(); });
}

core::Result<bool> AutosendBook::insertFilesOf(MailId id, const QList<MailedFile> &files)
{
    for (MailedFile file : files) {
        file.mail = id;
        if (const auto recorded = m_files.insert(file, now()); !recorded) {
            return recorded.error();
        }
    }
    return true;
}

core::Result<bool> AutosendBook::recordFiles(const QList<MailedFile> &files)
{
    return inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        for (const MailedFile &file : files) {
            if (const auto recorded = m_files.insert(file, now()); !recorded) {
                return recorded.error();
            }
        }
        return true;
    });
}

core::Result<bool> AutosendBook::endFiles(const QList<EndedFile> &files)
{
    return inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        for (const EndedFile &file : files) {
            if (const auto ended = m_files.end(file); !ended) {
                return ended.error();
            }
        }
        return true;
    });
}

core::Result<bool> AutosendBook::setRuleStatus(const QUuid &rule, const QByteArray &status)
{
    return inTransaction<bool>(goodEnough,
                               [&] { return isChanged(m_rules.setStatus(rule, status)); });
}

core::Result<bool> AutosendBook::releaseRule(const QUuid &rule)
{
    return inTransaction<bool>(goodEnough, [&] { return isChanged(m_rules.release(rule)); });
}

core::Result<bool> AutosendBook::takeRelease(const QUuid &rule)
{
    return looking<bool>(false, [&] {
        return inTransaction<bool>(goodEnough, [&] { return m_rules.takeRelease(rule); });
    });
}

} // namespace outbox
