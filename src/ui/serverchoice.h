// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <functional>

class QWidget;

namespace ui
{

/// A server whose waiting mail and senders are to go through another one.
struct LeftServer
{
    QUuid id;
    QString name; // inert; empty: nobody knows it any more
};

/// Asks which of the other servers takes its place. `failed` gets a sentence.
void chooseAnotherServer(const Backend &backend, const LeftServer &left, QWidget *parent,
                         const std::function<void(const QString &)> &failed);

} // namespace ui
