// SPDX-License-Identifier: GPL-3.0-or-later
#include "presetfile.h"

#include <QFile>

QByteArray builtInPresets()
{
    QFile file(QStringLiteral(":/presets/providers.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
