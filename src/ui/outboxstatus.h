// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/soon.h"

#include <QToolButton>

namespace ui
{

/// "3 waiting" in the status bar: how many mails of the outbox are not over, and how many of them
/// need the person. A click leads there.
class OutboxStatus final : public QToolButton
{
    Q_OBJECT

public:
    explicit OutboxStatus(const Backend &backend, QWidget *parent = nullptr);

    /// That go by themselves.
    [[nodiscard]] int waiting() const { return m_waiting; }
    /// That wait for the person.
    [[nodiscard]] int needy() const { return m_needy; }
    /// That did not go out as they should, or wait for the person.
    [[nodiscard]] int troubled() const { return m_troubled; }

Q_SIGNALS:
    void counted();

private:
    void count();
    void onCounts(const core::Result<QMap<outbox::State, int>> &counts);

    const Backend &m_backend;
    int m_waiting = 0;
    int m_needy = 0;
    int m_troubled = 0;
    Soon m_soon;
};

} // namespace ui
