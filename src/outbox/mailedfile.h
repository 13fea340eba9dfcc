// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mail.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QString>
#include <QUuid>

#include <optional>

namespace outbox
{

/// What became of a file that autosend has dealt with.
enum class FileResult
{
    Going, // its mail is on its way
    Sent,  // all recipients were accepted
    Partial,
    Failed,
    Unknown,
    Stopped, // by the person
    Old,     // never to be mailed as it is, the person said
};

/// "sent", for scripts.
[[nodiscard]] QLatin1StringView wordOf(FileResult result);

/// A file that autosend has dealt with: where it was, what it was then, and its mail. Names are of
/// any octets (core/systemtext.h).
struct MailedFile
{
    qint64 id = 0;
    QUuid rule;
    QString folder; // the rule's
    QString path;   // below it, where it was
    qint64 octets = 0;
    qint64 changed = 0;         // nanoseconds since 1970, of its content
    QString claim;              // empty: it stayed where it was
    std::optional<MailId> mail; // nothing: none was made
    QDateTime at;
    FileResult state = FileResult::Going;  // of its mail
    FileResult result = FileResult::Going; // what it was dealt with as
    QString why;                           // no mail was made of it, a sentence
    QString place;                         // where it lies; empty: in its claim, or deleted

    bool operator==(const MailedFile &) const = default;
};

/// What a file was dealt with as, and where it lies now; empty: nowhere.
struct EndedFile
{
    qint64 id = 0;
    FileResult result = FileResult::Going;
    QString place;
    bool onlyIfOpen = false; // another program may have written down better
};

/// How many files of a rule came to what.
struct FileCounts
{
    QUuid rule;
    int sent = 0;
    int going = 0;
    int failed = 0; // and partial, unknown, stopped
    QDateTime last; // when the last was dealt with

    bool operator==(const FileCounts &) const = default;
};

} // namespace outbox
