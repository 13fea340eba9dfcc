// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backend.h"

namespace ui
{

QUuid Backend::practiceId()
{
    return QUuid(0x9a5c3b5e, 0x27d1, 0x4f0e, 0x8a, 0x11, 0x70, 0x72, 0x61, 0x63, 0x74, 0x69);
}

std::optional<core::ServerEntry> Backend::server(const QUuid &id) const
{
    if (id != practiceId()) {
        return servers.server(id);
    }
    core::ServerEntry entry;
    entry.id = id;
    entry.profile = practice.profile(core::Security::StartTls);
    entry.address = service::PracticeEntry::address();
    return entry;
}

service::PasswordSource Backend::passwordOf(const core::ServerEntry &entry) const
{
    return entry.id == practiceId() ? service::PasswordSource(practice.credentials().password)
                                    : service::Servers::passwordOf(entry);
}

} // namespace ui
