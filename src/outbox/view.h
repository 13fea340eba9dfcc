// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"
#include "outbox/filerows.h"
#include "outbox/mail.h"
#include "outbox/mailedfile.h"
#include "outbox/mailrows.h"
#include "outbox/rulerows.h"
#include "outbox/serverrows.h"
#include "outbox/settingrows.h"
#include "outbox/spool.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

namespace outbox
{

/// What the outbox is built with; tests put in what a test can not wait for.
struct Surroundings
{
    std::function<QDateTime()> now = QDateTime::currentDateTimeUtc;
    database::Database::IsRemote isRemote = {};
    Spool::FreeSpace freeSpace = {};
};

/// What the person has paused: everything, or single servers. "Send now" goes all the same.
struct Pauses
{
    bool everything = false;
    QList<QUuid> servers;

    bool operator==(const Pauses &) const = default;
};

/// What is new in the outbox, all of one moment.
struct News
{
    Changes changes;
    std::optional<QList<MailId>> ids;
    QList<ServerTrouble> troubles;
    Pauses pauses;
    int total = 0; // mails
};

/// What stands in the outbox: its mails, its servers in trouble, what the person has chosen.
class View
{
public:
    core::Result<QList<Mail>> mails(const Filter &filter);
    core::Result<std::optional<Mail>> mail(MailId id);
    /// Of the message; empty: it has none any more.
    core::Result<QString> pathOf(MailId id);
    core::Result<QMap<State, int>> counts();
    core::Result<QList<ServerTrouble>> troubles();
    /// For a view that goes on from what it has read: see Changes. Removed mails are told by the
    /// ids of all there are, if they are wanted.
    core::Result<News> newsSince(qint64 change, int limit, bool wantsIds);
    core::Result<QList<Waiting>> waiting();
    core::Result<QList<Mail>> lastOfEachIdentity();

    core::Result<Pauses> pauses();

    /// What stays of mails that were sent, for all programs.
    struct Keeping
    {
        int days = 30;       // their rows
        bool copies = false; // their messages too

        bool operator==(const Keeping &) const = default;
    };
    core::Result<Keeping> keeping();

    /// What the desktop tells of mail in trouble, for all programs.
    enum class Notices
    {
        None,
        Discreet, // neither subjects nor addresses
        WithNames,
    };
    core::Result<Notices> notices();

private:
    core::Result<News> readNews(qint64 change, int limit, bool wantsIds);
    core::Result<Pauses> readPauses();

protected:
    View(const QString &folder, Surroundings surroundings);
    ~View();
    Q_DISABLE_COPY_MOVE(View)

    core::Result<bool> open();
    /// `none` where there is no outbox yet.
    template <typename T, typename Work> core::Result<T> looking(const T &none, Work work)
    {
        if (!m_database.fileExists()) {
            return none;
        }
        const auto opened = open();
        return opened ? core::Result<T>(work()) : opened.error();
    }
    /// What `work` does is done whole or not at all.
    template <typename T, typename Work>
    core::Result<T> inTransaction(QLatin1StringView synchronous, Work work)
    {
        if (const auto opened = open(); !opened) {
            return opened.error();
        }
        if (const auto set =
                m_database.execute(QStringLiteral("PRAGMA synchronous = ") + synchronous);
            !set) {
            return set.error();
        }
        if (const auto begun = m_database.begin(); !begun) {
            return begun.error();
        }
        core::Result<T> done = work();
        if (done) {
            if (const auto committed = m_database.commit(); !committed) {
                done = committed.error();
            }
        }
        if (!done) {
            m_database.rollBack();
        }
        return done;
    }
    static constexpr auto onTheDisk = QLatin1StringView("EXTRA");
    /// After a power failure it is found out again.
    static constexpr auto goodEnough = QLatin1StringView("NORMAL");
    [[nodiscard]] qint64 now() const;
    static core::Result<bool> isChanged(const core::Result<qint64> &rows)
    {
        return rows ? core::Result(*rows > 0) : rows.error();
    }

    const Surroundings m_surroundings;
    Spool m_spool;
    database::Database m_database;
    MailRows m_mails;
    FileRows m_files;
    RuleRows m_rules;
    ServerRows m_servers;
    SettingRows m_settings;

private:
    int m_ready = 0; // the opening of the file in which its tables were there
};

} // namespace outbox
