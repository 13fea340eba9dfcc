// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui
{

/// Rows that a finger hits, too; a cell of which a role says how far something has gone shows that
/// as a bar.
class RowDelegate final : public QStyledItemDelegate
{
public:
    /// `progressRole`: percent; 0: there is none.
    explicit RowDelegate(QObject *parent, int progressRole = 0)
        : QStyledItemDelegate(parent)
        , m_progressRole(progressRole)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const int m_progressRole;
};

} // namespace ui
