// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cli
{

/// tr() for what is no QObject, in the context "cli". Texts of tables are marked with
/// QT_TRANSLATE_NOOP("cli", ...).
class Text
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace cli
