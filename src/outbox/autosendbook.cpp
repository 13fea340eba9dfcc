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

core::Result<QList<std::optional<MailedFile>>>
AutosendBook::filesOfClaims(const QStringList &claims)
{
    using Found = QList<std::optional<MailedFile>>;
    return looking<Found>(Found(claims.size()), [&]() -> core::Result<Found> {
        Found found;
        for (const QString &claim : claims) {
            const auto file = m_files.ofClaim(claim);
            if (!file) {
                return file.error();
            }
            found.append(*file);
        }
        return found;
    });
}

core::Result<QStringList> AutosendBook::foldersOfClaims()
{
    return looking<QStringList>({}, [&] { return m_files.foldersOfClaims(); });
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
        const auto known = file.place.isEmpty()
                               ? core::Result(false)
                               : m_files.isKnown(file.place, file.octets, file.changed);
        if (!known || *known) {
            return known ? core::Error{core::Failure::Cancelled,
                                       QT_TRANSLATE_NOOP("core", "It was mailed already.")}
                         : known.error();
        }
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

core::Result<bool> AutosendBook::forgetOldFiles(const QString &folder)
{
    return inTransaction<bool>(onTheDisk, [&] { return isChanged(m_files.forgetOld(folder)); });
}

core::Result<bool> AutosendBook::setRuleStatus(const QUuid &rule, const QByteArray &status,
                                               bool asks)
{
    return inTransaction<bool>(goodEnough,
                               [&] { return isChanged(m_rules.setStatus(rule, status, asks)); });
}

core::Result<bool> AutosendBook::ruleAsks(const QUuid &rule)
{
    return looking<bool>(false, [&] { return m_rules.asks(rule); });
}

core::Result<bool> AutosendBook::releaseRule(const QUuid &rule, const QByteArray &word)
{
    return inTransaction<bool>(goodEnough, [&] { return isChanged(m_rules.release(rule, word)); });
}

core::Result<QByteArray> AutosendBook::takeRelease(const QUuid &rule)
{
    return looking<QByteArray>({}, [&] {
        return inTransaction<QByteArray>(goodEnough, [&] { return m_rules.takeRelease(rule); });
    });
}

} // namespace outbox
