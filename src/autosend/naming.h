// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

// Which files a rule is for, and what a mail about them says: pure functions.
namespace autosend
{

/// Where a folder's files go when all was well, and when it was not.
inline constexpr auto sentFolder = QLatin1StringView("sent");
inline constexpr auto failedFolder = QLatin1StringView("failed");
/// Files that are being mailed; hidden.
inline constexpr auto claimsFolder = QLatin1StringView(".proserpina");

/// A name that some program has for a file it is not done with (".part", "~", ".~lock.x#", rsync's
/// and syncthing's), that is hidden, or that a system leaves behind ("Thumbs.db").
[[nodiscard]] bool isPassedOver(const core::AutosendRule &rule, const QString &name);

/// Whether the rule takes a file of that path below its folder, "2026/scan.pdf". A pattern without
/// a slash is for the name, one with a slash for the path; case does not matter.
[[nodiscard]] bool takes(const core::AutosendRule &rule, const QString &path);

/// The first of the rules that is on, for this file: `path` is absolute and clean.
[[nodiscard]] std::optional<core::AutosendRule> ruleFor(const QList<core::AutosendRule> &rules,
                                                        const QString &path);

/// What a mail is about.
struct Filling
{
    QStringList names; // of one mail's files, readable
    qint64 octets = 0;
    QDateTime now;
    QString folder;
};

/// `words` with {file}, {name} (without its extension), {date}, {time}, {size}, {count} and
/// {folder} filled in; other braces stay. Nothing of a name can end a line or change how it is
/// shown.
[[nodiscard]] QString filled(const QString &words, const Filling &filling);

} // namespace autosend
