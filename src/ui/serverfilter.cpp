// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverfilter.h"

#include "ui/backend.h"
#include "ui/ordering.h"
#include "ui/serverlistmodel.h"

namespace ui
{

ServerFilter::ServerFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_collator(ordering())
{
    setSortRole(ServerListModel::SortRole);
    setDynamicSortFilter(true);
}

void ServerFilter::setShowDisabled(bool show)
{
    m_showDisabled = show;
    invalidateFilter();
}

void ServerFilter::setWanted(const QString &typed)
{
    m_wanted = folded(typed.trimmed());
    invalidateFilter();
}

bool ServerFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    using Column = ServerListModel::Column;

    const auto at = [&](Column column) {
        return sourceModel()->index(row, static_cast<int>(column), parent);
    };
    if (!m_showDisabled && !at(Column::On).data(ServerListModel::EnabledRole).toBool()) {
        return false;
    }
    return m_wanted.isEmpty() || folded(at(Column::Name).data().toString()).contains(m_wanted) ||
           folded(at(Column::Host).data().toString()).contains(m_wanted);
}

bool ServerFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto isPractice = [](const QModelIndex &index) {
        return index.data(ServerListModel::IdRole).toUuid() == Backend::practiceId();
    };
    if (isPractice(left) != isPractice(right)) {
        return isPractice(left) == (sortOrder() == Qt::AscendingOrder);
    }
    const QVariant a = left.data(ServerListModel::SortRole);
    const QVariant b = right.data(ServerListModel::SortRole);
    if (a.typeId() == QMetaType::QString) {
        return m_collator.compare(a.toString(), b.toString()) < 0;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace ui
