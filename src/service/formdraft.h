// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/serverentry.h"

#include <QByteArray>

#include <optional>

namespace service
{

/// What the form of a server holds, without its password.
struct FormDraft
{
    core::ServerEntry entry; // null id: not saved yet
    bool portTyped = false;

    bool operator==(const FormDraft &) const = default;
};

/// For Servers::setDraft(); reading gives nothing where the bytes are not a draft of this version.
QByteArray bytesFromDraft(const FormDraft &draft);
std::optional<FormDraft> draftFromBytes(const QByteArray &bytes);

} // namespace service
