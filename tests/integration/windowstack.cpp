// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowstack.h"

#include <QByteArray>

#include <cstdlib>

namespace
{

template <typename Reply> using Freed = std::unique_ptr<Reply, decltype(&std::free)>;

template <typename Reply> Freed<Reply> freed(Reply *reply)
{
    return {reply, &std::free};
}

} // namespace

WindowStack::WindowStack(const QString &display)
    : m_connection(xcb_connect(display.toLatin1().constData(), nullptr))
{
    if (!isConnected()) {
        return;
    }
    m_screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data;
    m_own = xcb_generate_id(m_connection.get());
    xcb_create_window(m_connection.get(), XCB_COPY_FROM_PARENT, m_own, m_screen->root, 0, 0,
                      m_screen->width_in_pixels, m_screen->height_in_pixels, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, m_screen->root_visual, 0, nullptr);
}

bool WindowStack::isConnected() const
{
    return xcb_connection_has_error(m_connection.get()) == 0;
}

bool WindowStack::cover() const
{
    const uint32_t above[] = {XCB_STACK_MODE_ABOVE};
    xcb_map_window(m_connection.get(), m_own);
    xcb_configure_window(m_connection.get(), m_own, XCB_CONFIG_WINDOW_STACK_MODE, above);
    return top() == m_own;
}

bool WindowStack::takeFocus() const
{
    xcb_set_input_focus(m_connection.get(), XCB_INPUT_FOCUS_PARENT, m_own, XCB_CURRENT_TIME);
    return focus() == m_own;
}

xcb_window_t WindowStack::top() const
{
    const auto tree = freed(xcb_query_tree_reply(
        m_connection.get(), xcb_query_tree(m_connection.get(), m_screen->root), nullptr));
    if (!tree) {
        return 0;
    }
    const xcb_window_t *windows = xcb_query_tree_children(tree.get()); // the lowest first
    for (int i = xcb_query_tree_children_length(tree.get()) - 1; i >= 0; --i) {
        const auto attributes = freed(xcb_get_window_attributes_reply(
            m_connection.get(), xcb_get_window_attributes(m_connection.get(), windows[i]),
            nullptr));
        if (attributes && attributes->map_state == XCB_MAP_STATE_VIEWABLE) {
            return windows[i];
        }
    }
    return 0;
}

xcb_atom_t WindowStack::atom(const QByteArray &name) const
{
    const auto atom = freed(
        xcb_intern_atom_reply(m_connection.get(),
                              xcb_intern_atom(m_connection.get(), 1,
                                              static_cast<uint16_t>(name.size()), name.constData()),
                              nullptr));
    return atom ? atom->atom : 0;
}

qint64 WindowStack::owner(xcb_window_t window) const
{
    const auto property =
        freed(xcb_get_property_reply(m_connection.get(),
                                     xcb_get_property(m_connection.get(), 0, window,
                                                      atom("_NET_WM_PID"), XCB_ATOM_CARDINAL, 0, 1),
                                     nullptr));
    return property && xcb_get_property_value_length(property.get()) == sizeof(uint32_t)
               ? *static_cast<const uint32_t *>(xcb_get_property_value(property.get()))
               : 0;
}

bool WindowStack::closeTop() const
{
    // ICCCM 4.2.8.1
    xcb_client_message_event_t message = {};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = top();
    message.type = atom("WM_PROTOCOLS");
    message.data.data32[0] = atom("WM_DELETE_WINDOW");
    xcb_send_event(m_connection.get(), 0, message.window, XCB_EVENT_MASK_NO_EVENT,
                   reinterpret_cast<const char *>(&message)); // NOLINT
    return message.window != 0 && xcb_flush(m_connection.get()) > 0;
}

bool WindowStack::isOnTop(qint64 pid) const
{
    return owner(top()) == pid;
}

xcb_window_t WindowStack::focus() const
{
    const auto answer = freed(xcb_get_input_focus_reply(
        m_connection.get(), xcb_get_input_focus(m_connection.get()), nullptr));
    return answer ? answer->focus : 0;
}

bool WindowStack::hasFocus(qint64 pid) const
{
    return owner(focus()) == pid;
}
