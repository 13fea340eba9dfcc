// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonreport.h"

#include "cli/textreport.h"
#include "cli/usage.h"
#include "core/inert.h"
#include "core/names.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

QJsonArray linesOf(const QByteArrayList &lines)
{
    QJsonArray array;
    for (const QByteArray &line : lines) {
        array.append(core::inert(line));
    }
    return array;
}

QJsonValue replyOf(const std::optional<core::Reply> &reply)
{
    return reply ? QJsonValue(linesOf(reply->lines)) : QJsonValue();
}

QJsonValue capabilitiesOf(const std::optional<core::Capabilities> &capabilities)
{
    return capabilities ? QJsonValue(linesOf(capabilities->lines)) : QJsonValue();
}

QJsonArray attemptsOf(const QList<core::AuthAttempt> &attempts)
{
    QJsonArray array;
    for (const core::AuthAttempt &attempt : attempts) {
        array.append(QJsonObject{{u"method"_s, core::wordOf(attempt.method)},
                                 {u"reply"_s, replyOf(attempt.reply)}});
    }
    return array;
}

QJsonArray recipientsOf(const QList<core::RecipientResult> &recipients)
{
    QJsonArray array;
    for (const core::RecipientResult &recipient : recipients) {
        array.append(QJsonObject{{u"address"_s, core::inert(recipient.address)},
                                 {u"outcome"_s, core::outcomeName(recipient.outcome)},
                                 {u"reply"_s, replyOf(recipient.reply)}});
    }
    return array;
}

QJsonArray notesOf(const QList<core::Note> &notes)
{
    QJsonArray array;
    for (const core::Note note : notes) {
        array.append(core::wordOf(note));
    }
    return array;
}

QJsonValue certificateOf(const core::Certificate &certificate)
{
    if (certificate.isEmpty()) {
        return {};
    }
    QJsonArray hosts;
    for (const QString &host : certificate.hostNames) {
        hosts.append(core::inert(host));
    }
    return QJsonObject{{u"subject"_s, core::inert(certificate.subject)},
                       {u"issuer"_s, core::inert(certificate.issuer)},
                       {u"hosts"_s, hosts},
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
    QJsonArray faults;
    for (const core::CertificateFault fault : tls->faults) {
        faults.append(core::wordOf(fault));
    }
    QJsonArray chain;
    for (const core::Certificate &certificate : tls->chain) {
        chain.append(certificateOf(certificate));
    }
    return QJsonObject{{u"encrypted"_s, tls->encrypted},
                       {u"version"_s, tls->version},
                       {u"cipher"_s, tls->cipher},
                       {u"faults"_s, faults},
                       {u"certificate"_s, certificateOf(tls->certificate())},
                       {u"chain"_s, chain},
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
    QJsonArray array;
    for (const core::TranscriptLine &line : transcript) {
        const QLatin1StringView direction =
            line.direction == core::TranscriptLine::Direction::Client   ? "client"_L1
            : line.direction == core::TranscriptLine::Direction::Server ? "server"_L1
                                                                        : "note"_L1;
        array.append(QJsonObject{
            {u"ms"_s, line.ms},
            {u"direction"_s, direction},
            {u"tls"_s, line.tls},
            {u"text"_s, line.note.isEmpty() ? core::inert(line.text) : line.note.english()}});
    }
    return array;
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
    QJsonArray array;
    for (const core::AddressAttempt &attempt : attempts) {
        array.append(QJsonObject{
            {u"address"_s, (attempt.ofProxy ? u"proxy "_s : QString()) + attempt.address},
            {u"error"_s, attempt.error.isEmpty() ? QJsonValue() : attempt.error.english()},
            {u"ms"_s, attempt.ms}});
    }
    return array;
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
            {u"notes"_s, notesOf(facts.notes)},
            {u"choices"_s, choicesJson(told.choices, tried)},
            {u"serverReply"_s, replyOf(facts.reply)},
            {u"reply"_s, QJsonObject{{u"beforeTls"_s, capabilitiesOf(facts.beforeTls)},
                                     {u"afterTls"_s, capabilitiesOf(facts.afterTls)}}},
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
