// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui
{

/// The manual's table of what can be set (S9): a row for each kind of encryption, a column for each
/// way of being let in, the port in the cell. Of an unknown server every cell has the usual port;
/// of a known provider a blank one cannot be set. The cell of the present settings is marked.
class SettableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::optional<core::Provider> &provider, const core::ServerProfile &present);
    /// The way of a cell; nothing where it is blank.
    [[nodiscard]] std::optional<core::Way> wayAt(const QModelIndex &index) const;
    /// Why a blank cell cannot be set; empty where one can.
    [[nodiscard]] QString whyBlank(const QModelIndex &index) const;
    [[nodiscard]] bool isPresent(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    std::optional<core::Provider> m_provider;
    core::ServerProfile m_present;
};

} // namespace ui
