// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/soon.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QUuid>

namespace ui
{

/// The rules of autosend with what became of their files; follows what this program and others do.
class RuleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        On,
        Folder,
        Files,
        From,
        To,
        Last,
        Sent,
        Waiting,
        Failed,
    };
    static constexpr int columnTotal = static_cast<int>(Column::Failed) + 1;
    static constexpr int IdRole = Qt::UserRole;

    explicit RuleModel(const Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] const core::AutosendRule &at(int row) const { return m_rows[row]; }
    /// -1: there is none.
    [[nodiscard]] int rowOf(const QUuid &id) const;
    [[nodiscard]] service::RuleStatus statusOf(const core::AutosendRule &rule) const;
    /// Why its files are not mailed just now, a sentence; empty: they are.
    [[nodiscard]] QString troubleOf(const core::AutosendRule &rule) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void refreshed();
    /// The check box of a rule was clicked.
    void enabledChosen(const QUuid &rule, bool enabled);

private:
    void readRules();
    void count();
    void tellChanges();
    [[nodiscard]] QString text(const core::AutosendRule &rule, Column column) const;

    const Backend &m_backend;
    Soon m_soon;
    QList<core::AutosendRule> m_rows;
    QHash<QUuid, outbox::FileCounts> m_counts;
    QHash<QUuid, QString> m_obstacles; // of folders, too, which may take their time to be looked at
};

} // namespace ui
