// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include <QHash>

#include <condition_variable>
#include <mutex>

#include <dlfcn.h>
#include <netdb.h>

namespace
{

struct Entry
{
    QByteArrayList addresses;
    bool slow = false;
    int asked = 0;
};

/// Look-ups come from Qt's threads.
struct Names
{
    std::mutex mutex;
    std::condition_variable changed;
    QHash<QByteArray, Entry> entries;
};

Names &names()
{
    static Names all;
    return all;
}

using GetAddrInfo = int (*)(const char *, const char *, const addrinfo *, addrinfo **);

GetAddrInfo realOne()
{
    static const auto real = reinterpret_cast<GetAddrInfo>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return real;
}

/// The entries of all addresses behind each other, as the C library makes and frees them.
int listOf(const QByteArrayList &addresses, const addrinfo *hints, addrinfo **result)
{
    addrinfo numeric = hints ? *hints : addrinfo{};
    numeric.ai_flags = AI_NUMERICHOST;
    addrinfo **end = result;
    *result = nullptr;
    for (const QByteArray &address : addresses) {
        if (const int error = realOne()(address.constData(), nullptr, &numeric, end)) {
            return error;
        }
        while (*end) {
            end = &(*end)->ai_next;
        }
    }
    return *result ? 0 : EAI_NONAME;
}

} // namespace

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    const QByteArray name(node);
    {
        std::unique_lock lock(names().mutex);
        const auto entry = names().entries.find(name);
        if (entry != names().entries.end()) {
            ++entry->asked;
            if (!entry->slow) {
                return listOf(entry->addresses, hints, result);
            }
            names().changed.wait(lock, [&name] { return !names().entries.contains(name); });
            return EAI_NONAME;
        }
    }
    return realOne()(node, service, hints, result);
}

TestName::TestName(const QByteArray &name, const QByteArrayList &addresses)
    : m_name(name)
{
    const std::scoped_lock lock(names().mutex);
    names().entries.insert(name, {addresses});
}

TestName::TestName(const QByteArray &name)
    : m_name(name)
{
    const std::scoped_lock lock(names().mutex);
    names().entries.insert(name, {{}, true});
}

TestName::~TestName()
{
    const std::scoped_lock lock(names().mutex);
    names().entries.remove(m_name);
    names().changed.notify_all();
}

int TestName::asked() const
{
    const std::scoped_lock lock(names().mutex);
    return names().entries.value(m_name).asked;
}
