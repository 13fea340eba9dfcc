// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/text.h"

#include <QString>
#include <QStringList>

namespace service
{

/// What is wrong with what was typed into a field, or empty.
core::Text hostProblem(const QString &typed);
core::Text ehloNameProblem(const QString &typed);
core::Text addressProblem(const QString &typed);

/// The addresses of a field in which several stand, between commas, semicolons or line breaks;
/// each tidied.
QStringList splitAddresses(const QString &typed);

/// An address as the envelope has it. Error BadInput: it cannot be used.
core::Result<QByteArray> envelopeAddress(const QString &typed);

} // namespace service
