// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace ui
{

/// Which servers are shown and in what order. The filter looks into name and host; the
/// practice server stays on top.
class ServerFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ServerFilter(QObject *parent = nullptr);

    void setShowDisabled(bool show);
    void setWanted(const QString &typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_collator; // "server 10" behind "server 9"
    QString m_wanted;     // folded
    bool m_showDisabled = true;
};

} // namespace ui
