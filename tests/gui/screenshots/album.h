// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QTest>
#include <QWidget>

#include <cstdio>

/// A folder of pictures of one language, palette and size.
class Album
{
public:
    Album(const QString &folder, const QString &suffix, const QSize &size)
        : m_folder(folder)
        , m_suffix(suffix)
        , m_size(size)
    {}

    void take(QWidget *widget, const QString &name)
    {
        if (widget == nullptr) {
            std::fprintf(stderr, "nothing to show for %s\n", qPrintable(name));
            return;
        }
        (void)QTest::qWaitFor([] { return false; }, 120); // layouts, queued texts
        widget->grab().save(m_folder + QLatin1Char('/') + name + m_suffix + QStringLiteral(".png"));
    }
    [[nodiscard]] QSize size() const { return m_size; }

private:
    QString m_folder;
    QString m_suffix;
    QSize m_size;
};
