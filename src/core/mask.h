// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/reply.h"

#include <QByteArray>
#include <QByteArrayList>

namespace core
{

/// What a server must not get us to show or to remember: some servers repeat in an error what they
/// were sent. A secret is masked as it is, in base64, and inside any base64 word. This does not
/// stop a server that wants to show it in a spelling of its own; it has it already.
class Mask final
{
public:
    Mask() = default;
    ~Mask();
    Mask(const Mask &) = delete;
    Mask &operator=(const Mask &) = delete;

    /// Too short ones are left out: they would be "masked" in ordinary words as well, and tell more
    /// than they hide.
    void add(const QByteArray &secret);

    [[nodiscard]] QByteArray over(QByteArray text) const;
    [[nodiscard]] Reply over(Reply reply) const;
    [[nodiscard]] Capabilities over(Capabilities capabilities) const;

private:
    [[nodiscard]] QByteArray overEncodedWords(const QByteArray &text) const;

    QByteArrayList m_secrets;
};

} // namespace core
