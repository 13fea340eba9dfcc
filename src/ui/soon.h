// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <chrono>

namespace ui
{

/// Lets something be done soon, once for all that ask for it until then; asking again does not put
/// it off.
class Soon final
{
public:
    template <typename Object>
    Soon(std::chrono::milliseconds time, Object *object, void (Object::*doIt)())
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(time);
        QObject::connect(&m_timer, &QTimer::timeout, object, doIt);
    }

    void ask()
    {
        if (!m_timer.isActive()) {
            m_timer.start();
        }
    }

private:
    QTimer m_timer;
};

} // namespace ui
