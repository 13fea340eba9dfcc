// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QUuid>

namespace ui
{

class OutboxModel;

/// Which mails of the outbox are shown and in what order.
class OutboxFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Which
    {
        NotSent, // and what the person has stopped
        All,
        Waiting,
        NeedsYou,
        Sent,
    };

    explicit OutboxFilter(OutboxModel &model, QObject *parent = nullptr);

    void setWhich(Which which);
    /// Null: all servers'.
    void setServer(const QUuid &server);
    /// Looked for in recipients, subject, sender and reply.
    void setWanted(const QString &typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    OutboxModel &m_model;
    QCollator m_collator;
    Which m_which = Which::NotSent;
    QUuid m_server;
    QString m_wanted; // folded
};

} // namespace ui
