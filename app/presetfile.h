// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// resources/presets/providers.json, which every program carries.
QByteArray builtInPresets();
