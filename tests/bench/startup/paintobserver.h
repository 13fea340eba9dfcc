// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xcb/xcb.h>

#include <chrono>
#include <optional>
#include <sys/types.h>

/// Sees from outside when a program first draws into a window: the X server reports every new
/// window and, by the DAMAGE extension, every drawing into it. The program is not asked.
class PaintObserver
{
public:
    using Clock = std::chrono::steady_clock;

    /// Watches the display that $DISPLAY names.
    PaintObserver();
    ~PaintObserver();
    PaintObserver(const PaintObserver &) = delete;
    PaintObserver &operator=(const PaintObserver &) = delete;

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// When the process first painted; nothing: not within the patience.
    [[nodiscard]] std::optional<Clock::time_point> firstPaint(pid_t process,
                                                              std::chrono::milliseconds patience);

private:
    [[nodiscard]] bool belongsTo(xcb_window_t window, pid_t process);
    /// True: this event is the drawing that was waited for.
    [[nodiscard]] bool onEvent(const xcb_generic_event_t &event, pid_t process);

    xcb_connection_t *m_connection;
    xcb_atom_t m_pidAtom = XCB_ATOM_NONE;
    unsigned m_damageEvent = 0;
    bool m_ready = false;
};
