// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_providerpanel.h"

#include "core/provider.h"

#include <QWidget>

#include <optional>

namespace ui
{

class SettableModel;

/// What is known of the provider beside the form: the table of what can be set, what a person must
/// know first, how old that is. A click on a cell takes it over.
class ProviderPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderPanel(QWidget *parent = nullptr);

    void show(const std::optional<core::Provider> &provider, const core::ServerProfile &present);
    /// Says why they cannot be saved, with the button that saves all the same.
    void showRefusal();

Q_SIGNALS:
    void wayChosen(const core::Way &way);
    /// The person wants to save what the provider does not take.
    void insisted();

private:
    void choose(const QModelIndex &index);
    void explain(const QModelIndex &index);
    void fitTable();

    Ui::ProviderPanel m_ui;
    SettableModel *m_model;
    std::optional<core::Provider> m_provider;
    core::ServerProfile m_present;
};

} // namespace ui
