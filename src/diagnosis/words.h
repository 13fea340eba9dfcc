// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "core/stage.h"
#include "core/text.h"
#include "core/tlsfacts.h"

#include <QString>

namespace diagnosis
{

using core::Translate;

/// This module marks its sentences with QT_TRANSLATE_NOOP("diagnosis", ...).
inline QString translated(const char *source, const Translate &translate)
{
    return translate ? translate("diagnosis", source) : QString::fromUtf8(source);
}

/// The stage as a few words for the middle of a sentence: "login (AUTH)".
QString stageTitle(core::Stage stage, const Translate &translate = {});
/// The stage as one word for a line of steps: "connect", "AUTH". In English as core::stageName.
QString stageWord(core::Stage stage, const Translate &translate = {});
/// What a server did that is no failure but worth a line.
QString noteSentence(core::Note note, const Translate &translate = {});
/// What a kind of encryption means.
QString securitySentence(core::Security security, const Translate &translate = {});
/// Its name in window and command line: "STARTTLS if offered".
QString securityTitle(core::Security security, const Translate &translate = {});
/// The method's name as the manual has it: "PLAIN1".
QString methodTitle(core::Method method, const Translate &translate = {});
/// What is wrong with a certificate.
QString certificateFaultSentence(core::CertificateFault fault, const Translate &translate = {});
/// "no server", "1 server", "2 servers".
QString serverCount(qsizetype count, const Translate &translate = {});
/// Octets in words, SI units: "10.2 MB".
QString sizeText(qint64 octets, const Translate &translate = {});

} // namespace diagnosis
