// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

// Declared, not included: GMime's own headers stay in .cpp files. The names are GMime's.
struct _GMimeObject; // NOLINT(bugprone-reserved-identifier)
struct _GMimeStream; // NOLINT(bugprone-reserved-identifier)

namespace mime
{

class SpoolWriter;

struct Unref
{
    void operator()(void *object) const;
};
/// One counted reference to an object of GMime's.
template <typename T> using Owned = std::unique_ptr<T, Unref>;

/// Before anything else of GMime; any number of times, from any thread.
void initGMime();

/// A file for GMime to read, from octet `offset` on. Error BodyUnreadable with the system's reason.
core::Result<Owned<_GMimeStream>> openStream(const QString &path, qint64 offset = 0);

/// Writes `object` with all its parts. False where a part could not be read or the writer took no
/// more.
bool writeObject(_GMimeObject *object, SpoolWriter &writer);

} // namespace mime
