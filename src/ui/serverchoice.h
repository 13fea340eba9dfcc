// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <functional>

class QWidget;

namespace ui
{

/// Asks which of the other servers takes the place of `gone`: its waiting mail and its senders go
/// through that one from then on. `failed` gets a sentence.
void chooseAnotherServer(const Backend &backend, const QUuid &gone, QWidget *parent,
                         const std::function<void(const QString &)> &failed);

} // namespace ui
