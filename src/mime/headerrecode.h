// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayList>

struct _GMimeObject;
struct _GMimeHeader;

namespace mime
{

/// Whether the header's octets cannot stay: 8-bit, and no UTF-8 or `wantAscii`.
bool mustRecode(_GMimeHeader *header, bool wantAscii);

/// Puts every such header of `object` into ASCII: names of addresses and texts as encoded words
/// (RFC 2047), parameters after RFC 2231, domains as A-labels. Octets that are no UTF-8 are read by
/// the first of `charsets` in which they all have a meaning. Error BadInput naming the header: an
/// address with 8-bit letters before the @, unreadable octets, a field with no place for such
/// letters.
std::optional<core::Error> recodeHeader(_GMimeObject *object, bool wantAscii,
                                        const QByteArrayList &charsets);

} // namespace mime
