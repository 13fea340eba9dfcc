// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a look asks the outbox for what has changed behind the number of the last change it
// knows, and for the servers' troubles. While there is more it looks again at once. Mails that were
// removed are not among the changes: where the outbox has another number of mails than there are
// rows, the next look brings all ids. Where a mail waits is told by its server's trouble, so rows
// hold what is of the mail alone, and the rest is put together when they are drawn.
#include "ui/outboxmodel.h"

#include "core/inert.h"
#include "diagnosis/words.h"
#include "service/mailwords.h"
#include "ui/words.h"

#include <QLocale>

#include <algorithm>
#include <ranges>
#include <utility>

using outbox::MailId;
using outbox::State;

namespace ui
{

namespace
{

constexpr int piece = 500;
constexpr auto restTime = std::chrono::milliseconds(100); // between two looks
constexpr qsizetype mostNamed = 3;                        // recipients

QString recipientsOf(const outbox::Mail &mail)
{
    QStringList named;
    for (const core::RecipientResult &one : mail.recipients) {
        if (named.size() == mostNamed) {
            return OutboxModel::tr("%1 and %n more", nullptr,
                                   static_cast<int>(mail.recipients.size() - mostNamed))
                .arg(named.join(QStringLiteral(", ")));
        }
        named.append(core::inert(one.address));
    }
    return named.join(QStringLiteral(", "));
}

bool waits(State state)
{
    return state == State::Queued || state == State::Deferred || state == State::WaitingForYou;
}

} // namespace

OutboxModel::OutboxModel(const Backend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_soon(restTime, this, &OutboxModel::look)
{
    connect(&backend.delivery, &service::Delivery::changed, this, [this] { m_soon.ask(); });
    connect(&backend.delivery, &service::Delivery::told, this, &OutboxModel::onTold);
    connect(&backend.servers, &service::Servers::serversChanged, this, &OutboxModel::onServers);
    onServers();
    look();
}

// ---- reading

void OutboxModel::look()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_backend.delivery.read(
        this,
        [since = m_change, wantsIds = m_wantsIds](outbox::Outbox &outbox) {
            return outbox.newsSince(since, piece, wantsIds);
        },
        [this](const core::Result<outbox::News> &news) { onNews(news); });
}

void OutboxModel::onNews(const core::Result<outbox::News> &news)
{
    m_looking = false;
    bool again = std::exchange(m_again, false);
    if (news) {
        m_change = news->changes.last;
        if (m_troubles != news->troubles || m_pauses != news->pauses) {
            m_troubles = news->troubles;
            m_pauses = news->pauses;
            tellAllChanged();
        }
        takeChanges(news->changes.mails);
        const bool hadIds = news->ids.has_value();
        if (hadIds) {
            takeIds(*news->ids);
        }
        const bool differs = !news->changes.hasMore && news->total != m_rows.size();
        if (differs && hadIds) {
            startAnew(); // it is another file
        }
        m_wantsIds = differs && !hadIds;
        again = again || news->changes.hasMore || differs;
        m_loaded = m_loaded || !again;
    }
    if (again) {
        look();
    } else {
        Q_EMIT refreshed();
    }
}

OutboxModel::Row OutboxModel::rowOf(const outbox::Mail &mail)
{
    return {mail.id,
            mail.state == State::WaitingForYou ? State::Queued : mail.state,
            mail.server,
            recipientsOf(mail),
            core::inert(mail.subject),
            core::inert(mail.from),
            core::inert(mail.lastReply),
            mail.traits.size,
            mail.tries,
            mail.due,
            mail.notBefore,
            mail.hasBody};
}

void OutboxModel::takeChanges(const QList<outbox::Mail> &mails)
{
    QList<Row> added;
    QList<int> gone;
    for (const outbox::Mail &mail : mails) {
        const int number = numberOf(mail.id);
        if (mail.state != State::Sending) {
            m_progress.remove(mail.id);
        }
        if (mail.isDiscarded) {
            if (number >= 0) {
                gone.append(number);
            }
        } else if (number >= 0) {
            m_rows[number] = rowOf(mail);
            Q_EMIT dataChanged(index(number, 0), index(number, columnTotal - 1));
        } else {
            added.append(rowOf(mail));
        }
    }
    removeRows(gone);
    if (!added.isEmpty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        m_rows += added;
        number();
        endInsertRows();
    }
}

void OutboxModel::takeIds(const QList<MailId> &ids)
{
    const QSet<MailId> there(ids.cbegin(), ids.cend());
    QList<int> gone;
    for (int number = 0; number < m_rows.size(); ++number) {
        if (!there.contains(m_rows[number].id)) {
            gone.append(number);
        }
    }
    removeRows(gone);
}

/// Those that lie side by side at once.
void OutboxModel::removeRows(QList<int> numbers)
{
    std::ranges::sort(numbers, std::greater());
    for (qsizetype i = 0; i < numbers.size();) {
        const int last = numbers[i];
        int first = last;
        while (++i < numbers.size() && numbers[i] == first - 1) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
    }
    if (!numbers.isEmpty()) {
        number();
    }
}

/// While rows are removed the numbers are those of before.
int OutboxModel::numberOf(MailId id) const
{
    const int number = m_numbers.value(id, -1);
    return number >= 0 && number < m_rows.size() && m_rows[number].id == id ? number : -1;
}

void OutboxModel::number()
{
    m_numbers.clear();
    m_numbers.reserve(m_rows.size());
    for (int number = 0; number < m_rows.size(); ++number) {
        m_numbers.insert(m_rows[number].id, number);
    }
}

void OutboxModel::startAnew()
{
    beginResetModel();
    m_rows.clear();
    m_numbers.clear();
    m_change = 0;
    endResetModel();
}

void OutboxModel::onTold(MailId id, const core::AttemptEvent &event)
{
    const auto *stage = std::get_if<core::StageStarted>(&event);
    const auto *body = std::get_if<core::BodyProgress>(&event);
    if (stage == nullptr && body == nullptr) {
        return;
    }
    Progress &progress = m_progress[id];
    const Progress before = progress;
    if (stage != nullptr) {
        progress = {stage->stage, -1};
    } else if (body->octetsTotal > 0) {
        progress.percent = static_cast<int>(body->octetsSent * 100 / body->octetsTotal);
    }
    const int number = numberOf(id);
    if (number >= 0 && (before.stage != progress.stage || before.percent != progress.percent)) {
        const QModelIndex cell = index(number, static_cast<int>(Column::State));
        Q_EMIT dataChanged(cell, cell);
    }
}

void OutboxModel::onServers()
{
    m_servers.clear();
    for (const core::ServerEntry &entry : m_backend.servers.servers()) {
        m_servers.insert(entry.id, entry);
    }
    tellAllChanged();
    Q_EMIT refreshed();
}

void OutboxModel::tellAllChanged()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0),
                           index(static_cast<int>(m_rows.size()) - 1, columnTotal - 1));
    }
}

QHash<QUuid, int> OutboxModel::waiting() const
{
    QHash<QUuid, int> waiting;
    for (const Row &row : m_rows) {
        waiting[row.server] += int{waits(row.state)};
    }
    return waiting;
}

// ---- showing

State OutboxModel::shownState(const Row &row) const
{
    if (!waits(row.state)) {
        return row.state;
    }
    const auto server = m_servers.constFind(row.server);
    const bool needy =
        server == m_servers.cend() || !server->enabled ||
        std::ranges::any_of(m_troubles, [&row](const outbox::ServerTrouble &trouble) {
            return trouble.server == row.server && trouble.needsPerson;
        });
    return needy ? State::WaitingForYou : row.state;
}

bool OutboxModel::isPaused(const Row &row) const
{
    return waits(row.state) && (m_pauses.everything || m_pauses.servers.contains(row.server));
}

QString OutboxModel::stateText(const Row &row) const
{
    const auto progress = m_progress.constFind(row.id);
    if (row.state == State::Sending && progress != m_progress.cend()) {
        return progress->percent >= 0 ? tr("sending, %1 %").arg(progress->percent)
                                      : diagnosis::stageTitle(progress->stage, &translatedText);
    }
    if (isPaused(row)) {
        return tr("paused");
    }
    const State state = shownState(row);
    return state == State::Queued && row.notBefore > QDateTime::currentDateTimeUtc()
               ? tr("scheduled")
               : service::stateText(state);
}

QString OutboxModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Column::State: return stateText(row);
    case Column::To: return row.to;
    case Column::Subject: return row.subject;
    case Column::From: return row.from;
    case Column::Server: {
        const auto server = m_servers.constFind(row.server);
        return server == m_servers.cend() ? tr("deleted") : core::inert(server->profile.name);
    }
    case Column::Size: return QLocale().formattedDataSize(row.size);
    case Column::Tries: return row.tries == 0 ? QString() : QLocale().toString(row.tries);
    case Column::NextTry: {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime next = std::max(row.due, row.notBefore);
        return shownState(row) != State::WaitingForYou && waits(row.state) && next > now
                   ? timeText(next)
                   : QString();
    }
    case Column::LastReply: return row.lastReply;
    }
    return {};
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return plainToolTip(text(row, column));
    case Qt::TextAlignmentRole:
        return column == Column::Size || column == Column::Tries
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case IdRole: return row.id;
    case ProgressRole: {
        const auto progress = m_progress.constFind(row.id);
        const bool goes =
            row.state == State::Sending && progress != m_progress.cend() && progress->percent >= 0;
        return goes ? QVariant(progress->percent) : QVariant();
    }
    case SortRole:
        switch (column) {
        case Column::State: return static_cast<int>(shownState(row));
        case Column::Size: return row.size;
        case Column::Tries: return row.tries;
        case Column::NextTry: return std::max(row.due, row.notBefore);
        case Column::To:
        case Column::Subject:
        case Column::From:
        case Column::Server:
        case Column::LastReply: return text(row, column);
        }
        return {};
    default: return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("State"), tr("To"),    tr("Subject"),  tr("From"),      tr("Server"),
                       tr("Size"),  tr("Tries"), tr("Next try"), tr("Last reply")}
        .value(section);
}

} // namespace ui
