// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/serverdocument.h"

#include <QString>

#include <functional>

namespace store
{

/// One change to what servers.json holds at the moment of the save. Value: whether anything
/// differs now; false: nothing to write. Errors are BadInput with a whole sentence.
using ServerChange = std::function<core::Result<bool>(ServerDocument &)>;

/// `entry` has an id.
ServerChange addition(const core::ServerEntry &entry);
ServerChange replacement(const core::ServerEntry &entry);
ServerChange removal(const QUuid &id);

/// The form in which names are compared: trimmed, and composed, since the same name typed on
/// another system may come decomposed.
QString nameLabel(const QString &name);

} // namespace store
