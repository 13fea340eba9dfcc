// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"
#include "outbox/mail.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>

namespace outbox
{

/// Which mails are looked at.
struct Filter
{
    std::optional<QUuid> server = {};
    QList<State> states = {}; // empty: all
    int limit = -1;
    int offset = 0;
};

/// Mails as they are now that differ from what was read before, the oldest change first.
struct Changes
{
    QList<Mail> mails; // without their records; those that were discarded, too
    qint64 last = 0;   // the number of the last of these changes
    bool hasMore = false;
};

/// Mails that wait, by what they depend on.
struct Waiting
{
    QUuid server;
    QUuid identity;
    int mails = 0;

    bool operator==(const Waiting &) const = default;
};

/// The table `mail` of outbox.db. Its times are milliseconds since 1970; the database is open.
/// Whoever changes several rows that belong together does so in a transaction.
class MailRows
{
public:
    /// `database` outlives this.
    explicit MailRows(database::Database &database)
        : m_database(database)
    {}

    static QStringList tables();
    /// Of version 1.
    static QStringList upgrade();

    core::Result<MailId> insert(const Mail &mail, const QString &spool, qint64 spoolSize);
    core::Result<std::optional<Mail>> find(MailId id);
    core::Result<QList<Mail>> list(const Filter &filter);
    core::Result<QMap<State, int>> counts();
    /// 0: all there are; at most `limit`.
    core::Result<Changes> changesSince(qint64 change, int limit);
    core::Result<QList<MailId>> ids();
    core::Result<QList<Waiting>> waiting();
    /// Of each identity the last that a server took or refused.
    core::Result<QList<Mail>> lastOfEachIdentity();
    /// Empty: it has none any more.
    core::Result<QString> spoolOf(MailId id);

    struct SpoolEntry
    {
        MailId id = 0;
        QString name;
        qint64 size = 0;
        bool waits = false; // the message will be needed
    };
    core::Result<QList<SpoolEntry>> spooled();

    // ---- claims

    /// The mail that has waited longest of those that may go.
    core::Result<std::optional<MailId>> next(const QUuid &server, qint64 now, bool onlyUrgent,
                                             const std::optional<MailId> &only);
    core::Result<std::optional<qint64>> firstDue(const QUuid &server);
    core::Result<int> claimed(const QUuid &server);
    core::Result<qint64> claim(MailId id, const QString &owner, qint64 now);
    core::Result<QStringList> owners();
    /// False: it is not this owner's, or the person wants it stopped.
    core::Result<qint64> beginFinishing(MailId id, const QString &owner, qint64 now);
    /// The mail as it is after an attempt; its claim is over.
    core::Result<qint64> settle(const Mail &mail, const QString &owner, bool keepsBody, qint64 now);
    core::Result<qint64> giveBack(MailId id, const QString &owner, qint64 now);
    /// All of an owner that is no more. Those it was finishing are Unknown.
    core::Result<qint64> freeAllOf(const QString &owner, qint64 now);

    // ---- the person. 0: not in a state for that.

    core::Result<qint64> stop(MailId id, qint64 now);
    core::Result<qint64> sendNow(MailId id, qint64 now);
    /// State and recipients; what waits then begins anew, at once.
    core::Result<qint64> rewrite(const Mail &mail, qint64 now);
    /// Failed, since its message is not there or not whole; a mail without one is told by that.
    core::Result<qint64> loseMessage(MailId id, qint64 now);
    core::Result<qint64> remove(MailId id);
    /// Another message, of the same mail.
    core::Result<qint64> setMessage(MailId id, const QString &spool, qint64 spoolSize);
    /// 0 also for one whose end is just going out.
    core::Result<qint64> discard(MailId id, qint64 now);
    core::Result<qint64> takeBack(MailId id);
    /// Value: their spool files.
    core::Result<QStringList> removeDiscardedBefore(qint64 time);
    core::Result<qint64> setServer(const QUuid &from, const QUuid &to);
    /// Value: their spool files.
    core::Result<QStringList> removeSentBefore(qint64 time);

private:
    database::Database &m_database;
};

} // namespace outbox
