// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"
#include "outbox/mailedfile.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace outbox
{

/// The table `file` of outbox.db: what autosend has made mail of, in one transaction with that
/// mail, and what it is not to touch. Its times are milliseconds since 1970; the database is open.
class FileRows
{
public:
    /// `database` outlives this.
    explicit FileRows(database::Database &database)
        : m_database(database)
    {}

    static QStringList tables();

    core::Result<qint64> insert(const MailedFile &file, qint64 now);
    /// The newest first.
    core::Result<QList<MailedFile>> newest(int limit);
    core::Result<QList<MailedFile>> ofMail(MailId mail);
    /// Those behind `after` whose mail is not what they were dealt with as.
    core::Result<QList<MailedFile>> unended(qint64 after, int limit);
    core::Result<std::optional<MailedFile>> ofClaim(const QString &claim);
    core::Result<QStringList> foldersOfClaims();
    core::Result<qint64> forgetOld(const QString &folder);
    /// Whether a file that lies there with this content is known, and stays where it is.
    core::Result<bool> isKnown(const QString &place, qint64 octets, qint64 changed);
    core::Result<QList<FileCounts>> counts();
    core::Result<qint64> end(const EndedFile &file);
    /// Those that lie nowhere any more where a rule could find them.
    core::Result<qint64> removeEndedBefore(qint64 time);

private:
    database::Database &m_database;
};

} // namespace outbox
