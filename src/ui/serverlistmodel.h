// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace ui
{

/// The saved servers and, first, the practice server, each with its last result. Rows are values,
/// read anew when something changes; a server keeps its row's place in views by its id.
class ServerListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        On,
        Name,
        Host,
        Port,
        Security,
        Method,
        LastResult,
        LastUsed,
    };
    static constexpr int columnTotal = static_cast<int>(Column::LastUsed) + 1;
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int IdRole = Qt::UserRole + 1;
    static constexpr int EnabledRole = Qt::UserRole + 2;

    explicit ServerListModel(const Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] QUuid idAt(int row) const;
    [[nodiscard]] int rowOf(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The check box was clicked; the model follows when it is saved.
    void enableRequested(const QUuid &id, bool enabled);

private:
    struct Row
    {
        core::ServerEntry entry;
        std::optional<core::AttemptRecord> last;
        QString name; // as shown; made once, since sorting asks for it again and again
        QString host;
    };

    [[nodiscard]] static Row rowFor(const core::ServerEntry &entry);

    void readServers();
    void readResults();
    [[nodiscard]] QString text(const Row &row, Column column) const;

    const Backend &m_backend;
    QList<Row> m_rows;
};

} // namespace ui
