// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an AttemptRecord is made of: each type has one fields(), which names its keys and runs for
// writing and for reading alike, so the two cannot part. It takes its value apart by a structured
// binding: a field that comes to a type does not compile before it has a key here. Of a profile
// core/profilefields.h has the keys.
#pragma once

#include "core/attempt.h"

#include <QLatin1StringView>

namespace store
{

using namespace Qt::StringLiterals;

template <typename Archive> void fields(Archive &archive, core::EnhancedCode &code)
{
    auto &[status, subject, detail] = code;
    archive("status"_L1, status);
    archive("subject"_L1, subject);
    archive("detail"_L1, detail);
}

template <typename Archive> void fields(Archive &archive, core::Reply &reply)
{
    auto &[code, text, lines, enhanced] = reply;
    archive("code"_L1, code);
    archive("text"_L1, text);
    archive("lines"_L1, lines);
    archive("enhanced"_L1, enhanced);
}

template <typename Archive> void fields(Archive &archive, core::TranscriptLine &line)
{
    auto &[ms, direction, tls, text, note] = line;
    archive("ms"_L1, ms);
    archive("direction"_L1, direction);
    archive("tls"_L1, tls);
    archive("text"_L1, text);
    archive("note"_L1, note);
}

template <typename Archive> void fields(Archive &archive, core::Capabilities &capabilities)
{
    auto &[lines, fromHelo, startTls, pipelining, eightBitMime, smtpUtf8, notifications, hasSize,
           sizeLimit, sizeUnreadable, hasAuth, authMechanisms, onlyOldAuthForm] = capabilities;
    archive("lines"_L1, lines);
    archive("fromHelo"_L1, fromHelo);
    archive("startTls"_L1, startTls);
    archive("pipelining"_L1, pipelining);
    archive("eightBitMime"_L1, eightBitMime);
    archive("smtpUtf8"_L1, smtpUtf8);
    archive("notifications"_L1, notifications);
    archive("hasSize"_L1, hasSize);
    archive("sizeLimit"_L1, sizeLimit);
    archive("sizeUnreadable"_L1, sizeUnreadable);
    archive("hasAuth"_L1, hasAuth);
    archive("authMechanisms"_L1, authMechanisms);
    archive("onlyOldAuthForm"_L1, onlyOldAuthForm);
}

template <typename Archive> void fields(Archive &archive, core::Certificate &certificate)
{
    auto &[der, subject, issuer, hostNames, validFrom, validUntil, sha256] = certificate;
    archive.base64("der"_L1, der);
    archive("subject"_L1, subject);
    archive("issuer"_L1, issuer);
    archive("hostNames"_L1, hostNames);
    archive("validFrom"_L1, validFrom);
    archive("validUntil"_L1, validUntil);
    archive.base64("sha256"_L1, sha256);
}

template <typename Archive> void fields(Archive &archive, core::TlsFacts &tls)
{
    auto &[encrypted, version, cipher, chain, faults, errors, verifiedHost, pinned, resumed] = tls;
    archive("encrypted"_L1, encrypted);
    archive("version"_L1, version);
    archive("cipher"_L1, cipher);
    archive("chain"_L1, chain);
    archive("faults"_L1, faults);
    archive("errors"_L1, errors);
    archive("verifiedHost"_L1, verifiedHost);
    archive("pinned"_L1, pinned);
    archive("resumed"_L1, resumed);
}

template <typename Archive> void fields(Archive &archive, core::AuthAttempt &attempt)
{
    auto &[method, reply, nothingSent] = attempt;
    archive("method"_L1, method);
    archive("reply"_L1, reply);
    archive("nothingSent"_L1, nothingSent);
}

template <typename Archive> void fields(Archive &archive, core::RecipientResult &recipient)
{
    auto &[address, outcome, reply] = recipient;
    archive("address"_L1, address);
    archive("outcome"_L1, outcome);
    archive("reply"_L1, reply);
}

template <typename Archive> void fields(Archive &archive, core::PopFacts &facts)
{
    auto &[outcome, failure, stage, reply, detail, tls, usedApop] = facts;
    archive("outcome"_L1, outcome);
    archive("failure"_L1, failure);
    archive("stage"_L1, stage);
    archive("reply"_L1, reply);
    archive("detail"_L1, detail);
    archive("tls"_L1, tls);
    archive("usedApop"_L1, usedApop);
}

template <typename Archive> void fields(Archive &archive, core::SessionFacts &facts)
{
    auto &[outcome, failure, stage, reply, detail, beforeTls, afterTls, tls, method, loggedIn,
           attempts, recipients, notes, roundTrips, mailsAccepted, pop] = facts;
    archive("outcome"_L1, outcome);
    archive("failure"_L1, failure);
    archive("stage"_L1, stage);
    archive("reply"_L1, reply);
    archive("detail"_L1, detail);
    archive("beforeTls"_L1, beforeTls);
    archive("afterTls"_L1, afterTls);
    archive("tls"_L1, tls);
    archive("method"_L1, method);
    archive("loggedIn"_L1, loggedIn);
    archive("attempts"_L1, attempts);
    archive("recipients"_L1, recipients);
    archive("notes"_L1, notes);
    archive("roundTrips"_L1, roundTrips);
    archive("mailsAccepted"_L1, mailsAccepted);
    archive("pop"_L1, pop);
}

template <typename Archive> void fields(Archive &archive, core::AttemptRecord &record)
{
    auto &[goal, at, profile, facts] = record;
    archive("goal"_L1, goal);
    archive("at"_L1, at);
    archive("profile"_L1, profile);
    archive("facts"_L1, facts);
}

} // namespace store
