// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/prepare.h"

#include "core/timelimits.h"
#include "core/utf8.h"
#include "mime/address.h"
#include "mime/composer.h"
#include "mime/givenmessage.h"
#include "mime/hostname.h"

#include <algorithm>
#include <utility>

namespace submission
{

namespace
{

using Message = core::Result<mime::Recoded>;

core::Result<core::Envelope> envelopeOf(const MessageFile &file)
{
    core::Envelope envelope;
    const core::Result<mime::Mailbox> from = mime::parseMailbox(file.from);
    if (!from) {
        return from.error();
    }
    envelope.from = from->address;
    for (const QString &typed : file.to) {
        const core::Result<mime::Mailbox> to = mime::parseMailbox(typed);
        if (!to) {
            return to.error();
        }
        if (!envelope.to.contains(to->address)) {
            envelope.to.append(to->address);
        }
    }
    if (envelope.to.isEmpty()) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "The mail has no recipient."));
    }
    return envelope;
}

Message messageOf(const Job &job, const QDateTime &now, const std::stop_token &stop)
{
    if (const auto *draft = std::get_if<core::Draft>(&job.mail)) {
        const auto composed = mime::compose(*draft, now, stop);
        return composed ? Message(mime::Recoded{*composed, {}}) : composed.error();
    }
    if (const auto *spooled = std::get_if<SpooledMail>(&job.mail)) {
        const auto message =
            mime::spooledMessage(spooled->path, spooled->traits, spooled->envelope);
        return message ? Message(mime::Recoded{*message, {}}) : message.error();
    }
    const auto *file = std::get_if<MessageFile>(&job.mail);
    if (file == nullptr) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "There is no mail to send."));
    }
    const core::Result<core::Envelope> envelope = envelopeOf(*file);
    return envelope ? mime::givenMessage(file->path, *envelope, job.delivery.breakSignature, stop)
                    : envelope.error();
}

net::Target targetOf(const core::ServerProfile &profile, const QByteArray &host, quint16 port,
                     const QByteArray &pinnedSha256)
{
    return {QString::fromLatin1(host),
            port,
            {profile.caFile, pinnedSha256, profile.allowOldTls, profile.clientCertificate,
             profile.clientKey},
            profile.proxy,
            profile.deadlines.connect};
}

smtp::SessionSettings settingsOf(const Job &job, const QByteArray &ehloName)
{
    smtp::SessionSettings settings;
    settings.goal = job.goal;
    settings.security = job.profile.security;
    const bool byPop = job.profile.method == core::Method::PopBeforeSmtp;
    settings.method = byPop ? core::Method::None : job.profile.method;
    settings.credentials = byPop ? std::nullopt : job.credentials;
    if (settings.method == core::Method::External) {
        settings.credentials = core::Credentials{core::loginIdOf(job.profile), {}};
    }
    settings.allowPlaintextPassword = job.profile.allowPlaintextPassword;
    settings.tryNextMethod = job.profile.tryNextMethod;
    settings.delivery = job.delivery;
    settings.holdEnd = job.keeping.holdEnd;
    settings.keepOpen = job.keeping.keepOpen.count() > 0;
    settings.ehloName = ehloName;
    settings.deadlines = core::deadlinesFor(job.goal, job.profile);
    if (job.credentials) {
        settings.mask->add(job.credentials->password.reveal()); // with POP, SMTP may repeat it too
    }
    return settings;
}

/// What POP before SMTP needs; nothing where another method logs in, where nobody logs in, or
/// where only the reply is read.
std::variant<std::optional<PreparedPop>, NotReady> preparePop(const Job &job,
                                                              std::shared_ptr<core::Mask> mask)
{
    const core::ServerProfile &profile = job.profile;
    if (profile.method != core::Method::PopBeforeSmtp || job.goal == core::Goal::ReadReply) {
        return std::nullopt;
    }
    if (!job.credentials) {
        if (job.goal == core::Goal::Check) {
            return std::nullopt;
        }
        return NotReady{core::Stage::PopLogin,
                        {core::Failure::PasswordUnavailable,
                         QT_TRANSLATE_NOOP("core", "No password is kept for this server.")}};
    }
    const core::Result<QByteArray> host = mime::hostToAscii(core::popHostOf(profile));
    if (!host) {
        return NotReady{core::Stage::PopDns, host.error()};
    }
    PreparedPop pop;
    pop.target = targetOf(profile, *host, profile.pop.port, profile.pop.pinnedSha256);
    pop.settings = {profile.pop.security,
                    profile.pop.auth,
                    *job.credentials,
                    profile.allowPlaintextPassword,
                    core::deadlinesFor(job.goal, profile),
                    std::move(mask)};
    pop.wait = profile.pop.wait;
    return pop;
}

} // namespace

std::variant<Prepared, NotReady> prepare(const Job &job, const QDateTime &now,
                                         const std::stop_token &stop)
{
    const core::Result<QByteArray> host = mime::hostToAscii(job.profile.host);
    if (!host) {
        return NotReady{core::Stage::Dns, host.error()};
    }
    const core::Result<QByteArray> ehloName = mime::parseEhloName(job.profile.ehloName);
    if (!ehloName) {
        return NotReady{core::Stage::Ehlo,
                        {ehloName.error().failure,
                         core::Text(QT_TRANSLATE_NOOP("core", "The EHLO name cannot be used. %1"),
                                    {ehloName.error().detail})}};
    }
    Prepared prepared;
    prepared.target = targetOf(job.profile, *host, job.profile.port, job.profile.pinnedSha256);
    prepared.settings = settingsOf(job, *ehloName);
    auto pop = preparePop(job, prepared.settings.mask);
    if (const auto *notReady = std::get_if<NotReady>(&pop)) {
        return *notReady;
    }
    prepared.pop = std::get<std::optional<PreparedPop>>(std::move(pop));
    if (job.goal != core::Goal::SendMail) {
        return prepared;
    }
    const Message message = messageOf(job, now, stop);
    if (!message) {
        return NotReady{core::Stage::Message, message.error()};
    }
    replaceMessage(prepared, message->message);
    prepared.notes = message->notes;
    return prepared;
}

core::Result<std::shared_ptr<const mime::SpooledMessage>>
writtenMessage(const Job &job, const QDateTime &now, const std::stop_token &stop)
{
    const Message message = messageOf(job, now, stop);
    return message ? core::Result(message->message) : message.error();
}

void replaceMessage(Prepared &prepared, std::shared_ptr<const mime::SpooledMessage> message)
{
    prepared.settings.mail = smtp::Mail{message->envelope(), message->traits()};
    prepared.message = std::move(message);
}

std::shared_ptr<const mime::SpooledMessage> nextCopy(const Job &job, const QDateTime &now,
                                                     const std::stop_token &stop)
{
    const auto *draft = std::get_if<core::Draft>(&job.mail);
    if (draft == nullptr) {
        return nullptr;
    }
    const auto copy = mime::compose(*draft, now, stop);
    return copy ? *copy : nullptr;
}

std::optional<mime::Recoding> recodingAfter(const core::SessionFacts &facts, const Job &job,
                                            const core::Envelope &envelope)
{
    // No form of the message helps an address.
    const bool header = facts.failure == core::Failure::NeedsSmtpUtf8 &&
                        core::isAscii(envelope.from) &&
                        std::all_of(envelope.to.begin(), envelope.to.end(), core::isAscii);
    if (!header && facts.failure != core::Failure::NeedsEightBit &&
        facts.failure != core::Failure::LineTooLong) {
        return {};
    }
    const auto &offered = facts.capabilities();
    return mime::Recoding{!offered || !offered->eightBitMime, !offered || !offered->smtpUtf8,
                          job.delivery.breakSignature};
}

} // namespace submission
