// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonreport.h"

#include "cli/textreport.h"
#include "core/inert.h"
#include "core/names.h"

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// The lines of a reply or of what a server can do.
template <typename Said> QJsonValue linesOf(const std::optional<Said> &said)
{
    return said ? QJsonValue(arrayOf(said->lines,
                                     [](const QByteArray &line) { return core::inert(line); }))
                : QJsonValue();
}

QJsonArray attemptsOf(const QList<core::AuthAttempt> &attempts)
{
    return arrayOf(attempts, [](const core::AuthAttempt &attempt) {
        return QJsonObject{{u"method"_s, core::wordOf(attempt.method)},
                           {u"reply"_s, linesOf(attempt.reply)}};
    });
}

QJsonArray recipientsOf(const QList<core::RecipientResult> &recipients)
{
    return arrayOf(recipients, [](const core::RecipientResult &recipient) {
        return QJsonObject{{u"address"_s, core::inert(recipient.address)},
                           {u"outcome"_s, core::outcomeName(recipient.outcome)},
                           {u"reply"_s, linesOf(recipient.reply)}};
    });
}

/// Their words.
template <typename Enum> QJsonArray wordsOf(const QList<Enum> &values)
{
    return arrayOf(values, [](Enum value) { return core::wordOf(value); });
}

QJsonValue certificateOf(const core::Certificate &certificate)
{
    if (certificate.isEmpty()) {
        return {};
    }
    return QJsonObject{{u"subject"_s, core::inert(certificate.subject)},
                       {u"issuer"_s, core::inert(certificate.issuer)},
                       {u"hosts"_s, arrayOf(certificate.hostNames,
                                            [](const QString &host) { return core::inert(host); })},
                       {u"validFrom"_s, certificate.validFrom.toUTC().toString(Qt::ISODate)},
                       {u"validUntil"_s, certificate.validUntil.toUTC().toString(Qt::ISODate)},
                       {u"sha256"_s, QString::fromLatin1(certificate.sha256.toHex())},
                       {u"der"_s, QString::fromLatin1(certificate.der.toBase64())}};
}

/// `pinned`: the fingerprint that was wanted, or empty.
QJsonValue tlsOf(const std::optional<core::TlsFacts> &tls, const QByteArray &pinned)
{
    if (!tls) {
        return {};
    }
    return QJsonObject{{u"encrypted"_s, tls->encrypted},
                       {u"version"_s, tls->version},
                       {u"cipher"_s, tls->cipher},
                       {u"faults"_s, wordsOf(tls->faults)},
                       {u"certificate"_s, certificateOf(tls->certificate())},
                       {u"chain"_s, arrayOf(tls->chain, &certificateOf)},
                       {u"pinnedSha256"_s, pinned.isEmpty()
                                               ? QJsonValue()
                                               : QJsonValue(QString::fromLatin1(pinned.toHex()))}};
}

QJsonValue popOf(const std::optional<core::PopFacts> &pop, const QByteArray &pinned)
{
    if (!pop) {
        return {};
    }
    return QJsonObject{{u"loggedIn"_s, pop->outcome == core::Outcome::Accepted},
                       {u"apop"_s, pop->usedApop},
                       {u"reply"_s, core::inert(pop->reply)},
                       {u"tls"_s, tlsOf(pop->tls, pinned)}};
}

QJsonArray transcriptOf(const core::Transcript &transcript)
{
    return arrayOf(transcript, [](const core::TranscriptLine &line) {
        return QJsonObject{
            {u"ms"_s, line.ms},
            {u"direction"_s, core::wordOf(line.direction)},
            {u"tls"_s, line.tls},
            {u"text"_s, line.note.isEmpty() ? core::inert(line.text) : line.note.english()}};
    });
}

QJsonObject timingsOf(const QList<core::StageTime> &timings)
{
    QJsonObject object;
    for (const core::StageTime &time : timings) {
        object.insert(core::stageName(time.stage), time.ms);
    }
    return object;
}

QJsonArray addressesOf(const QList<core::AddressAttempt> &attempts)
{
    return arrayOf(attempts, [](const core::AddressAttempt &attempt) {
        return QJsonObject{
            {u"address"_s, (attempt.ofProxy ? u"proxy "_s : QString()) + attempt.address},
            {u"error"_s, attempt.error.isEmpty() ? QJsonValue() : attempt.error.english()},
            {u"ms"_s, attempt.ms}};
    });
}

} // namespace

QJsonObject jsonReport(const core::AttemptReport &report, const Tried &tried,
                       const service::Report &told)
{
    const core::SessionFacts &facts = report.facts;
    const diagnosis::Judgement &judgement = told.judgement;
    const core::ServerProfile &profile = tried.profile;
    return {{u"outcome"_s, core::outcomeName(facts.outcome)},
            {u"stage"_s, core::stageName(facts.stage)},
            {u"causeId"_s, judgement.id},
            {u"causeClass"_s, judgement.causeClass},
            {u"cause"_s, judgement.sentence},
            {u"advice"_s, judgement.advice},
            {u"detail"_s, translatedDetail(facts.detail)},
            {u"security"_s, core::wordOf(profile.security)},
            {u"method"_s, core::wordOf(facts.method)},
            {u"loggedIn"_s, facts.loggedIn},
            {u"attempts"_s, attemptsOf(facts.attempts)},
            {u"recipients"_s, recipientsOf(facts.recipients)},
            {u"mailsAccepted"_s, facts.mailsAccepted},
            {u"notes"_s, wordsOf(facts.notes)},
            {u"choices"_s, choicesJson(told.choices, tried)},
            {u"serverReply"_s, linesOf(facts.reply)},
            {u"reply"_s, QJsonObject{{u"beforeTls"_s, linesOf(facts.beforeTls)},
                                     {u"afterTls"_s, linesOf(facts.afterTls)}}},
            {u"tls"_s, tlsOf(facts.tls, told.pinned)},
            {u"pop"_s, popOf(facts.pop, profile.pop.pinnedSha256)},
            {u"addresses"_s, addressesOf(report.addresses)},
            {u"timings"_s, timingsOf(report.timings)},
            {u"roundTrips"_s, facts.roundTrips},
            {u"transcript"_s, transcriptOf(report.transcript)}};
}

QJsonObject jsonUsageError(const UsageError &error)
{
    const QLatin1StringView id = error.exitCode == usageExit       ? "usage"_L1
                                 : error.exitCode == badInputExit  ? "bad-input"_L1
                                 : error.exitCode == cancelledExit ? "cancelled"_L1
                                                                   : "unavailable"_L1;
    return {{u"outcome"_s, u"failed"_s},
            {u"stage"_s, QJsonValue()},
            {u"causeId"_s, id},
            {u"cause"_s, error.message},
            {u"advice"_s, error.advice.isEmpty() ? u"proserpina-cli --help"_s : error.advice}};
}

} // namespace cli
