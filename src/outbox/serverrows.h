// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"
#include "outbox/mail.h"
#include "outbox/policy.h"

#include <QUuid>

namespace outbox
{

/// The table `server` of outbox.db: what holds for all mail of a server, shared by all programs.
/// Its times are milliseconds since 1970; the database is open.
class ServerRows
{
public:
    /// `database` outlives this.
    explicit ServerRows(database::Database &database)
        : m_database(database)
    {}

    static QStringList tables();
    /// Of version 1.
    static QStringList upgrade();

    /// There is mail for it: ends its pause, but not what waits for a person.
    core::Result<qint64> welcome(const QUuid &server);
    /// How many mails may be under way now; 0: it is to be left alone. One, while it is not known
    /// to let us in.
    core::Result<int> room(const QUuid &server, const core::Pace &pace, qint64 now);
    core::Result<qint64> countMail(const QUuid &server, qint64 now);
    core::Result<qint64> note(const QUuid &server, Verdict::Server verdict,
                              const QByteArray &record, qint64 now);
    core::Result<qint64> forgetTrouble(const QUuid &server);
    core::Result<qint64> forgetPauses();
    /// Until when it pauses; 0: it does not. Nothing is known of one that needs a person.
    core::Result<std::optional<qint64>> pausesUntil(const QUuid &server);
    core::Result<QList<ServerTrouble>> troubles();
    /// By the person: only what is sent "now" goes.
    core::Result<qint64> setPaused(const QUuid &server, bool paused);
    core::Result<QList<QUuid>> paused();

private:
    database::Database &m_database;
};

} // namespace outbox
