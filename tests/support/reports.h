// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QObject>

/// Calls `hear` with the id and the report of each job that a service::Mailer or a
/// submission::Sender ends.
template <typename Teller, typename Hear>
void hearReports(const Teller &teller, const QObject *context, Hear hear)
{
    QObject::connect(&teller, &Teller::told, context,
                     [hear](quint64 id, const core::AttemptEvent &event) {
                         if (const auto *report = std::get_if<core::AttemptReport>(&event)) {
                             hear(id, *report);
                         }
                     });
}
