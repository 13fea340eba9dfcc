// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverfilter.h"

#include "ui/backend.h"
#include "ui/serverlistmodel.h"

#include <QLocale>

namespace ui
{

namespace
{

/// A Japanese hand types full width; the case does not matter.
QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// The C locale orders by code points only: "server 10" before "server 9", "Z" before "a".
QLocale orderingLocale()
{
    const QLocale locale = QLocale().collation();
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

} // namespace

ServerFilter::ServerFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_collator(orderingLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
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
