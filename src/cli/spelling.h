// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace cli
{

/// The word an option takes for what a person writes there, as servers, providers and other
/// programs do: in capitals, "SSL/TLS" for smtps, "PLAIN" for plain1. Another word stays as it is.
QString wordMeant(const QString &option, const QString &typed);

/// A sentence for each ID on the command line from which something that nobody sees was left out.
QStringList tidiedIds(const QCommandLineParser &parser);

} // namespace cli
