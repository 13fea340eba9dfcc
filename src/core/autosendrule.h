// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <chrono>

namespace core
{

/// Files put into a folder are mailed by themselves: which, from whom, to whom, how, and what
/// happens to them then.
struct AutosendRule
{
    enum class Afterwards
    {
        ToSent, // into sent/ inside the folder
        Delete,
        Leave,
    };

    QUuid id;
    bool enabled = true;
    bool paused = false;       // its files wait, and are no other rule's
    QString folder;            // absolute
    bool sharedFolder = false; // the person knows that others may put files there
    bool subFolders = false;
    QStringList patterns; // "*.pdf"; empty: every file
    QUuid identity;       // whom it is from
    QStringList to;       // as typed, as the other two
    QStringList cc;
    QStringList bcc;
    QString subject = QStringLiteral("{file}");
    QString text;
    qint64 mailOctets = 0; // several files in one mail up to that size; 0: one mail per file
    std::chrono::milliseconds stillness = std::chrono::seconds(3);
    Afterwards afterwards = Afterwards::ToSent;
    int mailsPerMinute = 30;                        // 0: no limit
    int brakeFiles = 50;                            // more within a minute ask first; 0: never
    qint64 brakeOctets = qint64{200} * 1000 * 1000; // the same
    QStringList passedOver; // patterns of temporary names besides the usual ones

    bool operator==(const AutosendRule &) const = default;
};

/// As it is written down: "sent", "delete" or "leave".
QLatin1StringView wordOf(AutosendRule::Afterwards afterwards);

} // namespace core
