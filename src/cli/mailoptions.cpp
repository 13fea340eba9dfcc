// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mailoptions.h"

#include "cli/textreport.h"
#include "core/tidy.h"
#include "service/identities.h"
#include "service/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr int mostCopies = 10'000;

std::optional<UsageError> readNotify(const QCommandLineParser &parser, core::NotifyRequest &notify)
{
    const QStringList words = parser.value(u"notify"_s).split(u',');
    for (const QString &typed : words) {
        const QString word = typed.trimmed();
        if (word == u"success"_s) {
            notify.onSuccess = true;
        } else if (word == u"failure"_s) {
            notify.onFailure = true;
        } else if (word == u"delay"_s) {
            notify.onDelay = true;
        } else if (word == u"never"_s) {
            notify.never = true;
        } else {
            return notOneOf(u"notify"_s, word,
                            {u"success"_s, u"failure"_s, u"delay"_s, u"never"_s});
        }
    }
    if (notify.never && words.size() > 1) {
        return UsageError{Text::tr("--notify: never goes with nothing else.")};
    }
    return {};
}

QStringList recipients(const QCommandLineParser &parser, const QString &option)
{
    QStringList addresses = parser.values(option);
    std::transform(addresses.cbegin(), addresses.cend(), addresses.begin(), &core::tidiedAddress);
    return addresses;
}

} // namespace

namespace
{

/// What contradicts itself among the options of a mail; nothing does.
std::optional<UsageError> contradiction(const QCommandLineParser &parser)
{
    if (parser.isSet(u"body-charset"_s) && !parser.isSet(u"body-file"_s)) {
        return UsageError{Text::tr("--body-charset needs --body-file.")};
    }
    if (parser.isSet(u"message-file"_s)) {
        for (const char *other : {"subject", "body-file", "attach"}) {
            if (parser.isSet(QString::fromLatin1(other))) {
                return UsageError{Text::tr("--message-file is a complete message; leave --%1 out.")
                                      .arg(QString::fromLatin1(other))};
            }
        }
    }
    return {};
}

Parsed<QString> bodyText(const QCommandLineParser &parser)
{
    const auto text = service::readTextFile(parser.value(u"body-file"_s),
                                            parser.value(u"body-charset"_s).toUtf8());
    if (text) {
        return *text;
    }
    QString message = u"--body-file: "_s + text.error().detail.translated(&translatedText);
    if (text.error().failure == core::Failure::BadInput && !parser.isSet(u"body-charset"_s)) {
        message += u' ' + Text::tr("Name the encoding of the text with --body-charset.");
    }
    return UsageError{message, badInputExit};
}

} // namespace

Parsed<MailOptions> mailOptions(const QCommandLineParser &parser, const QString &defaultAddress)
{
    const QString from =
        parser.isSet(u"from"_s) ? core::tidiedAddress(parser.value(u"from"_s)) : defaultAddress;
    if (from.isEmpty()) {
        return UsageError{Text::tr("Who sends? Give --from.")};
    }
    const QStringList to = parser.isSet(u"to"_s) ? recipients(parser, u"to"_s) : QStringList{from};
    if (const auto error = contradiction(parser)) {
        return *error;
    }
    if (parser.value(u"body-file"_s) == u"-"_s && parser.isSet(u"password-stdin"_s)) {
        return UsageError{Text::tr("Standard input can give the text or the password, not both.")};
    }
    if (parser.isSet(u"message-file"_s)) {
        return service::MessageFile{parser.value(u"message-file"_s), from, to};
    }
    core::Draft draft{from, to, Text::tr("Test mail from Proserpina"),
                      Text::tr("This mail was sent by Proserpina to try a mail server.\n"),
                      parser.values(u"attach"_s)};
    if (parser.isSet(u"subject"_s)) {
        draft.subject = parser.value(u"subject"_s);
    }
    if (parser.isSet(u"body-file"_s)) {
        const auto text = bodyText(parser);
        if (const auto *error = std::get_if<UsageError>(&text)) {
            return *error;
        }
        draft.text = std::get<QString>(text);
    }
    return draft;
}

Parsed<MailOptions> sentMailOptions(const QCommandLineParser &parser,
                                    const core::Identity &identity)
{
    const QStringList to = recipients(parser, u"to"_s);
    const QStringList cc = recipients(parser, u"cc"_s);
    const QStringList bcc = recipients(parser, u"bcc"_s);
    if ((to + cc + bcc).isEmpty()) {
        return UsageError{Text::tr("Who gets it? Give --to.")};
    }
    if (const auto error = contradiction(parser)) {
        return *error;
    }
    if (parser.isSet(u"message-file"_s)) {
        return service::MessageFile{parser.value(u"message-file"_s), identity.address,
                                    to + cc + bcc};
    }
    if (!parser.isSet(u"body-file"_s)) {
        return UsageError{Text::tr("What shall it say? Give --body-file (- for standard input) or "
                                   "--message-file.")};
    }
    const auto text = bodyText(parser);
    if (const auto *error = std::get_if<UsageError>(&text)) {
        return *error;
    }
    core::Draft draft = service::draftOf(identity);
    draft.to = to;
    draft.cc = cc;
    draft.bcc = bcc;
    draft.subject = parser.value(u"subject"_s);
    draft.text = std::get<QString>(text) + draft.text;
    draft.attachments = parser.values(u"attach"_s);
    return draft;
}

Parsed<core::Delivery> deliveryOptions(const QCommandLineParser &parser)
{
    core::Delivery delivery;
    delivery.allOrNone = parser.isSet(u"all-or-none"_s);
    delivery.breakSignature = parser.isSet(u"break-signature"_s);
    if (parser.isSet(u"notify"_s)) {
        if (const auto error = readNotify(parser, delivery.notify)) {
            return *error;
        }
    }
    if (parser.optionNames().contains(u"count"_s)) { // not every command has it
        const QString typed = parser.value(u"count"_s);
        bool ok = false;
        delivery.copies = typed.normalized(QString::NormalizationForm_KC).toInt(&ok);
        if (!ok || delivery.copies < 1 || delivery.copies > mostCopies) {
            return UsageError{Text::tr("--count takes a number from 1 to %1, not “%2”.")
                                  .arg(QString::number(mostCopies), typed)};
        }
    }
    return delivery;
}

} // namespace cli
