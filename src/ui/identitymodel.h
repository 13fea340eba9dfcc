// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/mailwords.h"
#include "ui/backend.h"
#include "ui/soon.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace ui
{

/// The senders in the person's order, with what is wrong with each: its server is gone, switched
/// off, or refused this sender the last time.
class IdentityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Address,
        Server,
        Default,
    };
    static constexpr int columnTotal = static_cast<int>(Column::Default) + 1;
    static constexpr int IdRole = Qt::UserRole;

    enum class Trouble
    {
        None,
        ServerGone,
        ServerOff,
        Refused,
    };

    explicit IdentityModel(const Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] const core::Identity &at(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const QUuid &id) const;
    [[nodiscard]] Trouble troubleOf(const core::Identity &identity) const;
    /// A sentence; or empty.
    [[nodiscard]] QString troubleText(const core::Identity &identity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The rows are those of now, or what is wrong with them is.
    void refreshed();

private:
    void readIdentities();
    void askForRefusals();
    [[nodiscard]] QString text(const core::Identity &identity, Column column) const;

    const Backend &m_backend;
    QList<core::Identity> m_rows;
    QHash<QUuid, service::SenderRefusal> m_refusals; // of identities
    Soon m_soon;
};

} // namespace ui
