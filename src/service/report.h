// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "diagnosis/judgement.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace service
{

/// The core::Translate of window and command line: by the translators that the program has
/// installed.
QString translatedText(const char *context, const char *source);
QString translatedDetail(const core::Text &text);

/// What a person is told of an attempt that has ended: which things, in which order and in which
/// words. Window and command line add what is of their medium, colours and columns, and how a
/// choice is made. Server text is inert.
struct Report
{
    enum class Level
    {
        Good,
        Plain, // the person stopped it, or it ended before the login for want of a password
        Bad,
    };
    struct Step
    {
        enum class State
        {
            Running,
            Done,
            Stopped, // by the person
            Failed,
        };

        State state = State::Done;
        QString text;
    };
    /// The text may have several lines.
    struct Row
    {
        QString label;
        QString text;
    };
    struct Recipient
    {
        QString address;
        QString result;
        QString answer; // the server's
        bool accepted = false;
    };
    struct Choice
    {
        diagnosis::Remedy remedy;
        QString risk; // what it gives up, or empty
        bool ofCertificate = false;
    };

    Level level = Level::Bad;
    QList<Step> steps;
    QList<Row> rows; // what was found out on the way
    QList<Recipient> recipients;
    diagnosis::Judgement judgement;
    QStringList advice; // the judgement's, and what else is to be known; a paragraph each
    Row serverWords;    // an empty text: none that are worth it
    QByteArray pinned;  // the fingerprint that was wanted where it ended, or empty
    QByteArray shown;   // the other one that was shown there (B45), or empty
    QList<Choice> choices;
};

/// `mails`: how many copies were to be sent.
Report reportOf(const core::AttemptRecord &record, const core::AttemptReport &report, int mails = 1,
                const core::Translate &translate = &translatedText);

/// One step of an attempt that may still run.
Report::Step stepOf(const core::StageTime &time, Report::Step::State state,
                    const core::Translate &translate = &translatedText);

/// Version, cipher, whose certificate; empty where no certificate was shown.
QString tlsText(const core::TlsFacts &tls, const core::Translate &translate = &translatedText);

/// One line of a transcript: time and a mark for TLS, in columns of a fixed width; then who speaks,
/// and the words.
struct TranscriptWords
{
    QString lead;
    QString text;
};

TranscriptWords transcriptWords(const core::TranscriptLine &line,
                                const core::Translate &translate = &translatedText);

} // namespace service
