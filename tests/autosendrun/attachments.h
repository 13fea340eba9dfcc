// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

/// The files that have arrived, by their content.
class Attachments
{
public:
    /// All that are in it.
    void add(const QByteArray &message);

    /// How often it came.
    [[nodiscard]] int times(const QByteArray &content) const { return m_times.value(content); }
    [[nodiscard]] const QHash<QByteArray, int> &all() const { return m_times; }
    /// Each as often as it came.
    [[nodiscard]] int count() const { return m_count; }

private:
    QHash<QByteArray, int> m_times;
    int m_count = 0;
};
