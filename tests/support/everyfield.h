// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profilefields.h"

/// A value of the field that nobody begins with, another one for each field.
core::FieldValue unlikelyValue(const core::ProfileField &field);

/// A profile with the unlikely value in every field. It logs in by POP before SMTP, which uses them
/// all.
core::ServerProfile everyField();
