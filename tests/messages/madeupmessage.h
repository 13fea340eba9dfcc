// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// A part as its recipient should find it.
struct ExpectedPart
{
    QByteArray type;
    QString fileName;
    QByteArray content;
    bool isText = false;
};

/// What a server offers, as far as it matters to the form of a message.
struct Offer
{
    bool eightBitMime = true;
    bool smtpUtf8 = true;
};

/// A message file nobody wrote, and what must become of it.
struct MadeUpMessage
{
    QByteArray file;
    QString subject;
    QString fromName;
    QList<ExpectedPart> parts; // as they must arrive, where it is taken
    bool several = false;      // an mbox of several mails
    bool dkim = false;
    QByteArray signedPart; // of a multipart/signed: no octet of it may change
    bool oddLineEnds = false;
    bool mixedFeeds = false; // LF and CR LF: no reader minds, but for binary parts
    bool doubtfulHeader = false;
    bool binary = false;         // some part called so, or with NUL
    bool eightBitBody = false;   // something there is no ASCII
    bool eightBitHeader = false; // of the message itself
    bool foreignHeader = false;  // one, of a part too, that is no UTF-8
    bool charsetNamed = false;   // by some part
    bool longLines = false;

    /// Whether the octets between the signatures have to change for that server.
    [[nodiscard]] bool mustChange(const Offer &offer) const;
    /// Whether it must be refused; nothing may arrive then.
    [[nodiscard]] bool mustBeRefused(const Offer &offer) const;
    /// Whether it may be: the header's end, or what is to change, may be inside of what is signed.
    [[nodiscard]] bool mayBeRefused(const Offer &offer) const;
};

/// What no recipient may ever see.
inline constexpr char secretWord[] = "s3cret";

MadeUpMessage makeUpMessage(quint32 seed);
