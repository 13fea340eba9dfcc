// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include <QPainter>

namespace ui
{

namespace
{

constexpr int rowHeight = 24; // pixels

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, rowHeight});
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    bool goes = false;
    const int percent = m_progressRole == 0 ? 0 : index.data(m_progressRole).toInt(&goes);
    if (goes) {
        QRect bar = option.rect.adjusted(0, option.rect.height() - 4, 0, -1);
        bar.setWidth(bar.width() * percent / 100);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(
            bar, option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
    }
}

} // namespace ui
