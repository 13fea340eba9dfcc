// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QAbstractTableModel>
#include <QList>

namespace ui
{

/// The EHLO reply before and after TLS side by side, equal lines in one row.
class ReplyModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Before,
        After,
    };

    explicit ReplyModel(QObject *parent = nullptr);

    void setRecord(const core::AttemptRecord &record);
    /// What the row's line means, and where it is the methods of logging in, which of them would be
    /// used.
    [[nodiscard]] QString explanation(int row) const;
    /// The methods of logging in that count, which people look for first; invalid: there are none.
    [[nodiscard]] QModelIndex loginLine() const;
    /// Both columns as text, for the clipboard.
    [[nodiscard]] QString wholeText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int before = -1; // the line's number there, or it is not there
        int after = -1;
    };

    [[nodiscard]] QString text(const Row &row, Column column) const;
    [[nodiscard]] bool hasBoth() const;

    core::AttemptRecord m_record;
    QList<Row> m_rows;
};

} // namespace ui
