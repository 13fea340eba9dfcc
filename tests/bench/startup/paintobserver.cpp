// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintobserver.h"

#include <xcb/damage.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <poll.h>

namespace
{

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

template <typename T> Owned<T> owned(T *memory)
{
    return Owned<T>(memory);
}

} // namespace

PaintObserver::PaintObserver()
    : m_connection(xcb_connect(nullptr, nullptr))
{
    if (xcb_connection_has_error(m_connection) != 0) {
        return;
    }
    const xcb_query_extension_reply_t *damage =
        xcb_get_extension_data(m_connection, &xcb_damage_id);
    if (damage == nullptr || damage->present == 0) {
        return;
    }
    m_damageEvent = damage->first_event + unsigned{XCB_DAMAGE_NOTIFY};
    const auto version = owned(xcb_damage_query_version_reply(
        m_connection, xcb_damage_query_version(m_connection, 1, 1), nullptr));
    static constexpr char pidName[] = "_NET_WM_PID";
    const auto atom = owned(xcb_intern_atom_reply(
        m_connection, xcb_intern_atom(m_connection, 0, sizeof pidName - 1, pidName), nullptr));
    if (!version || !atom) {
        return;
    }
    m_pidAtom = atom->atom;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    const auto refused =
        owned(xcb_request_check(m_connection, xcb_change_window_attributes_checked(
                                                  m_connection, root, XCB_CW_EVENT_MASK, &wanted)));
    m_ready = refused == nullptr;
}

PaintObserver::~PaintObserver()
{
    xcb_disconnect(m_connection);
}

std::optional<PaintObserver::Clock::time_point>
PaintObserver::firstPaint(pid_t process, std::chrono::milliseconds patience)
{
    const auto end = Clock::now() + patience;
    while (xcb_connection_has_error(m_connection) == 0) {
        xcb_flush(m_connection);
        while (const auto event = owned(xcb_poll_for_event(m_connection))) {
            const auto now = Clock::now();
            if (onEvent(*event, process)) {
                return now;
            }
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        pollfd descriptor{xcb_get_file_descriptor(m_connection), POLLIN, 0};
        if (left.count() <= 0 || poll(&descriptor, 1, static_cast<int>(left.count())) == 0) {
            break;
        }
    }
    return {};
}

bool PaintObserver::onEvent(const xcb_generic_event_t &event, pid_t process)
{
    const unsigned type = event.response_type & 0x7FU;
    if (type == XCB_CREATE_NOTIFY) {
        xcb_create_notify_event_t created;
        std::memcpy(&created, &event, sizeof created);
        // A window that nothing can be drawn into gives an error event, which is no matter.
        xcb_damage_create(m_connection, xcb_generate_id(m_connection), created.window,
                          XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
        xcb_flush(m_connection);
    } else if (type == m_damageEvent) {
        xcb_damage_notify_event_t damage;
        std::memcpy(&damage, &event, sizeof damage);
        xcb_damage_subtract(m_connection, damage.damage, XCB_NONE, XCB_NONE);
        return belongsTo(damage.drawable, process);
    }
    return false;
}

bool PaintObserver::belongsTo(xcb_window_t window, pid_t process)
{
    const auto reply = owned(xcb_get_property_reply(
        m_connection, xcb_get_property(m_connection, 0, window, m_pidAtom, XCB_ATOM_CARDINAL, 0, 1),
        nullptr));
    uint32_t pid = 0;
    if (!reply || xcb_get_property_value_length(reply.get()) != sizeof pid) {
        return false;
    }
    std::memcpy(&pid, xcb_get_property_value(reply.get()), sizeof pid);
    return pid == static_cast<uint32_t>(process);
}
