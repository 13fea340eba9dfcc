// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/view.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

constexpr auto patience = std::chrono::seconds(5);

QStringList madeCurrent(int found)
{
    const QStringList before =
        found == 0   ? MailRows::tables() + ServerRows::tables() + SettingRows::tables()
        : found == 1 ? MailRows::upgrade() + ServerRows::upgrade()
                     : QStringList();
    return before + FileRows::tables() + RuleRows::tables();
}

} // namespace

View::View(const QString &folder, Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_spool(folder + u"/spool"_s, m_surroundings.freeSpace)
    , m_database(folder, {u"outbox.db"_s, 3, madeCurrent, true}, database::Database::Access::Write,
                 patience, m_surroundings.isRemote)
    , m_mails(m_database)
    , m_files(m_database)
    , m_rules(m_database)
    , m_servers(m_database)
    , m_settings(m_database)
{}

View::~View() = default;

qint64 View::now() const
{
    return m_surroundings.now().toMSecsSinceEpoch();
}

/// With its tables, which a file that somebody is just making has not yet.
core::Result<bool> View::open()
{
    const auto opened = m_database.open();
    if (!opened || m_ready == m_database.timesOpened()) {
        return opened;
    }
    const auto begun = m_database.begin();
    const auto committed = begun ? m_database.commit() : begun;
    if (committed) {
        m_ready = m_database.timesOpened();
    }
    return committed;
}

core::Result<QList<Mail>> View::mails(const Filter &filter)
{
    return looking<QList<Mail>>({}, [&] { return m_mails.list(filter); });
}

core::Result<std::optional<Mail>> View::mail(MailId id)
{
    return looking<std::optional<Mail>>({}, [&] {
        const auto found = m_mails.find(id);
        return found && *found && (*found)->isDiscarded ? std::optional<Mail>() : found;
    });
}

core::Result<QString> View::pathOf(MailId id)
{
    return looking<QString>({}, [&]() -> core::Result<QString> {
        const auto spool = m_mails.spoolOf(id);
        return spool && !spool->isEmpty() ? core::Result(m_spool.path(*spool)) : spool;
    });
}

core::Result<QMap<State, int>> View::counts()
{
    return looking<QMap<State, int>>({}, [&] { return m_mails.counts(); });
}

core::Result<QList<ServerTrouble>> View::troubles()
{
    return looking<QList<ServerTrouble>>({}, [&] { return m_servers.troubles(); });
}

core::Result<News> View::newsSince(qint64 change, int limit, bool wantsIds)
{
    return looking<News>({}, [&]() -> core::Result<News> {
        if (const auto begun = m_database.beginReading(); !begun) {
            return begun.error();
        }
        const auto news = readNews(change, limit, wantsIds);
        m_database.rollBack();
        return news;
    });
}

core::Result<News> View::readNews(qint64 change, int limit, bool wantsIds)
{
    const auto changes = m_mails.changesSince(change, limit);
    const auto ids = wantsIds ? m_mails.ids() : QList<MailId>();
    const auto counts = m_mails.counts();
    const auto troubles = m_servers.troubles();
    const auto pauses = readPauses();
    if (!changes || !ids) {
        return changes ? ids.error() : changes.error();
    }
    if (!counts || !troubles || !pauses) {
        return !counts ? counts.error() : !troubles ? troubles.error() : pauses.error();
    }
    News news{*changes, {}, *troubles, *pauses, 0};
    if (wantsIds) {
        news.ids = *ids;
    }
    for (const int count : *counts) {
        news.total += count;
    }
    return news;
}

core::Result<QList<Waiting>> View::waiting()
{
    return looking<QList<Waiting>>({}, [&] { return m_mails.waiting(); });
}

core::Result<QList<Mail>> View::lastOfEachIdentity()
{
    return looking<QList<Mail>>({}, [&] { return m_mails.lastOfEachIdentity(); });
}

core::Result<Pauses> View::pauses()
{
    return looking<Pauses>({}, [this] { return readPauses(); });
}

core::Result<Pauses> View::readPauses()
{
    const auto everything = m_settings.value(SettingRows::paused, 0);
    const auto servers = m_servers.paused();
    if (!everything || !servers) {
        return everything ? servers.error() : everything.error();
    }
    return Pauses{*everything != 0, *servers};
}

core::Result<View::Keeping> View::keeping()
{
    const Keeping usual;
    return looking<Keeping>(usual, [&]() -> core::Result<Keeping> {
        const auto days = m_settings.value(SettingRows::sentDays, usual.days);
        const auto copies = m_settings.value(SettingRows::sentCopies, int{usual.copies});
        if (!days || !copies) {
            return days ? copies.error() : days.error();
        }
        return Keeping{*days, *copies != 0};
    });
}

core::Result<View::Notices> View::notices()
{
    return looking<Notices>(Notices::Discreet, [&]() -> core::Result<Notices> {
        const auto level =
            m_settings.value(SettingRows::notices, static_cast<int>(Notices::Discreet));
        return level ? core::Result(static_cast<Notices>(
                           std::clamp(*level, 0, static_cast<int>(Notices::WithNames))))
                     : level.error();
    });
}

} // namespace outbox
