// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <xcb/xcb.h>

#include <memory>

/// The windows on an X display without a window manager, and one of its own that covers all others
/// as another program's would.
class WindowStack
{
public:
    explicit WindowStack(const QString &display);

    [[nodiscard]] bool isConnected() const;
    /// Puts the own window over everything.
    [[nodiscard]] bool cover() const;
    /// Gives the own window, which covers everything, the keyboard's focus.
    [[nodiscard]] bool takeFocus() const;
    /// Whether the uppermost window that can be seen belongs to that process.
    [[nodiscard]] bool isOnTop(qint64 pid) const;
    [[nodiscard]] bool hasFocus(qint64 pid) const;
    /// Asks the uppermost window to close, as its title bar's cross does.
    [[nodiscard]] bool closeTop() const;

private:
    struct Closing
    {
        void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
    };
    [[nodiscard]] xcb_window_t top() const;
    [[nodiscard]] xcb_window_t focus() const;
    [[nodiscard]] qint64 owner(xcb_window_t window) const;
    /// 0: nobody has used that name yet.
    [[nodiscard]] xcb_atom_t atom(const QByteArray &name) const;

    std::unique_ptr<xcb_connection_t, Closing> m_connection;
    xcb_screen_t *m_screen = nullptr;
    xcb_window_t m_own = 0;
};
