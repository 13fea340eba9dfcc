// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/names.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace store
{

/// The words state.db holds in place of numbers. They are stable: a new value gets a new word, and
/// none is ever renamed. Empty for what is no value of the enum.
QLatin1StringView wordOf(core::Goal goal);
QLatin1StringView wordOf(core::Outcome outcome);
QLatin1StringView wordOf(core::Failure failure);
QLatin1StringView wordOf(core::Stage stage);
// core has the words of these.
inline QLatin1StringView wordOf(core::Note note)
{
    return core::noteName(note);
}
inline QLatin1StringView wordOf(core::CertificateFault fault)
{
    return core::certificateFaultName(fault);
}
// core has the words of these, and the way back.
inline QLatin1StringView wordOf(core::Security security)
{
    return core::securityName(security);
}
inline QLatin1StringView wordOf(core::Method method)
{
    return core::methodName(method);
}

inline QLatin1StringView wordOf(core::ProxyKind kind)
{
    return core::proxyKindName(kind);
}
inline QLatin1StringView wordOf(core::PopSecurity security)
{
    return core::popSecurityName(security);
}
inline QLatin1StringView wordOf(core::PopAuth auth)
{
    return core::popAuthName(auth);
}

/// The value with this word; nothing for a word of a newer version. The values of these enums are
/// numbered from 0 without a gap.
template <typename Enum> std::optional<Enum> valueOf(const QString &word)
{
    for (int number = 0;; ++number) {
        const auto value = static_cast<Enum>(number);
        const QLatin1StringView known = wordOf(value);
        if (known.isEmpty()) {
            return {};
        }
        if (word == known) {
            return value;
        }
    }
}

template <> inline std::optional<core::Security> valueOf(const QString &word)
{
    return core::securityFromName(word);
}

template <> inline std::optional<core::Method> valueOf(const QString &word)
{
    return core::methodFromName(word);
}

template <> inline std::optional<core::ProxyKind> valueOf(const QString &word)
{
    return core::proxyKindFromName(word);
}
template <> inline std::optional<core::PopSecurity> valueOf(const QString &word)
{
    return core::popSecurityFromName(word);
}

template <> inline std::optional<core::PopAuth> valueOf(const QString &word)
{
    return core::popAuthFromName(word);
}

} // namespace store
