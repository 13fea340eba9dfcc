// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/command.h"

#include <QByteArrayList>

#include <algorithm>

namespace smtp
{

namespace
{

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

core::Error unsafeAddress(const QByteArray &address)
{
    return {
        core::Failure::BadInput,
        core::Text(QT_TRANSLATE_NOOP(
                       "core", "The address “%1” cannot be put in a command: it has a line break, "
                               "a control character, a space or a bracket where none may be."),
                   {address})};
}

/// RFC 3461 4.1
QByteArray notifyWords(const core::NotifyRequest &notify)
{
    if (notify.never) {
        return "NEVER";
    }
    QByteArrayList words;
    if (notify.onSuccess) {
        words += "SUCCESS";
    }
    if (notify.onFailure) {
        words += "FAILURE";
    }
    if (notify.onDelay) {
        words += "DELAY";
    }
    return words.join(',');
}

} // namespace

bool isSafeArgument(const QByteArray &argument)
{
    return std::none_of(argument.begin(), argument.end(), isControl);
}

bool isSafeAddress(const QByteArray &address, bool smtpUtf8)
{
    bool quoted = false;
    bool escaped = false;
    for (const char c : address) {
        if (isControl(c) || c == '<' || c == '>') {
            return false;
        }
        if (!smtpUtf8 && static_cast<unsigned char>(c) > 0x7F) {
            return false;
        }
        if (escaped) {
            escaped = false;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == '\\' && quoted) {
            escaped = true;
        } else if (c == ' ' && !quoted) {
            return false;
        }
    }
    return !quoted;
}

core::Result<QByteArray> mailCommand(const QByteArray &from, const core::MessageTraits &traits,
                                     const core::Capabilities &capabilities,
                                     const core::NotifyRequest &notify)
{
    if (!isSafeAddress(from, traits.needsSmtpUtf8)) {
        return unsafeAddress(from);
    }
    QByteArray command = "MAIL FROM:<" + from + '>';
    if (capabilities.hasSize) {
        command += " SIZE=" + QByteArray::number(traits.size); // RFC 1870 3
    }
    if (traits.eightBit) {
        command += " BODY=8BITMIME"; // RFC 6152 2
    }
    if (traits.needsSmtpUtf8) {
        command += " SMTPUTF8"; // RFC 6531 3.4
    }
    if (notify.isMade() && !notify.never) {
        command += notify.wholeMessage ? " RET=FULL" : " RET=HDRS"; // RFC 3461 4.3
    }
    return command;
}

core::Result<QByteArray> rcptCommand(const QByteArray &to, bool smtpUtf8,
                                     const core::NotifyRequest &notify)
{
    if (to.isEmpty() || !isSafeAddress(to, smtpUtf8)) {
        return unsafeAddress(to);
    }
    QByteArray command = "RCPT TO:<" + to + '>';
    if (notify.isMade()) {
        command += " NOTIFY=" + notifyWords(notify);
    }
    return command;
}

} // namespace smtp
