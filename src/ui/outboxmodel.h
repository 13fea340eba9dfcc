// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/soon.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

namespace ui
{

/// The mails of the outbox. Reads what has changed since it looked last, a piece at a time, so that
/// neither many mails nor many changes hold the window up; follows the sending of this program as
/// it goes. See "How it works" in outboxmodel.cpp.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        State,
        To,
        Subject,
        From,
        Server,
        Size,
        Tries,
        NextTry,
        LastReply,
    };
    static constexpr int columnTotal = static_cast<int>(Column::LastReply) + 1;
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int IdRole = Qt::UserRole + 1;
    /// Of a mail whose message is going over, in percent; else invalid.
    static constexpr int ProgressRole = Qt::UserRole + 2;

    /// One mail, as far as the list needs it.
    struct Row
    {
        outbox::MailId id = 0;
        outbox::State state = outbox::State::Queued; // of the mail alone; see shownState()
        QUuid server;
        QString to;
        QString subject;
        QString from;
        QString lastReply;
        qint64 size = 0;
        int tries = 0;
        QDateTime due;       // invalid: not by time
        QDateTime notBefore; // as the person scheduled it
        bool hasBody = true;
    };

    explicit OutboxModel(const Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[row]; }
    /// -1: there is none.
    [[nodiscard]] int numberOf(outbox::MailId id) const;
    /// It waits for the person where its server does, or is gone or switched off.
    [[nodiscard]] outbox::State shownState(const Row &row) const;
    /// As it was when it looked last.
    [[nodiscard]] const QList<outbox::ServerTrouble> &troubles() const { return m_troubles; }
    [[nodiscard]] const outbox::Pauses &pauses() const { return m_pauses; }
    /// Mails that wait, by their servers.
    [[nodiscard]] QHash<QUuid, int> waiting() const;
    /// Whether it has read what there is.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// It has looked, and what was to be seen stands in it.
    void refreshed();

private:
    void look();
    void onNews(const core::Result<outbox::News> &news);
    void takeChanges(const QList<outbox::Mail> &mails);
    void takeIds(const QList<outbox::MailId> &ids);
    void removeRows(QList<int> numbers);
    void number();
    void startAnew();
    void onTold(outbox::MailId id, const core::AttemptEvent &event);
    void onServers();
    void tellAllChanged();
    [[nodiscard]] static Row rowOf(const outbox::Mail &mail);
    [[nodiscard]] bool isPaused(const Row &row) const;
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] QString text(const Row &row, Column column) const;

    /// How the sending of a mail goes, by this program.
    struct Progress
    {
        core::Stage stage = core::Stage::Dns;
        int percent = -1;
    };

    const Backend &m_backend;
    QList<Row> m_rows;
    QHash<outbox::MailId, int> m_numbers;
    QHash<outbox::MailId, Progress> m_progress;
    QList<outbox::ServerTrouble> m_troubles;
    outbox::Pauses m_pauses;
    QHash<QUuid, core::ServerEntry> m_servers;
    qint64 m_change = 0;
    bool m_looking = false;
    bool m_again = false;
    bool m_wantsIds = false; // mails have gone
    bool m_loaded = false;
    Soon m_soon;
};

} // namespace ui
