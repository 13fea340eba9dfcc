// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: a detail is one of the sentences, or a thing and what is wrong with it, or a frame
// around a value. A value may be a detail again. tst_detail reads the modules' sources and fails on
// words that are not here.
#include "diagnosis/detail.h"

#include <QLatin1StringView>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr const char *sentences[] = {
    QT_TRANSLATE_NOOP("diagnosis", "The mail has no recipient."),
    QT_TRANSLATE_NOOP("diagnosis", "There is no mail to send."),
    QT_TRANSLATE_NOOP("diagnosis", "There is no login method to use."),
    QT_TRANSLATE_NOOP("diagnosis", "The EHLO name is empty or has a space or control character."),
    QT_TRANSLATE_NOOP("diagnosis", "The ID or the password has a NUL character inside, which no "
                                   "login method can carry."),
    QT_TRANSLATE_NOOP("diagnosis", "The ID or the password has a character that POP3 cannot "
                                   "carry."),
    QT_TRANSLATE_NOOP("diagnosis", "The access token is empty or has a space, a line break or "
                                   "another character that no token has."),
    QT_TRANSLATE_NOOP("diagnosis", "The greeting has no stamp for APOP."),
    QT_TRANSLATE_NOOP("diagnosis", "The message cannot be read as mail."),
    QT_TRANSLATE_NOOP("diagnosis", "The message could not be read to its end."),
    QT_TRANSLATE_NOOP("diagnosis", "An attachment could not be read to its end."),
    QT_TRANSLATE_NOOP("diagnosis", "The message is signed or encrypted; re-encoding it for this "
                                   "server would break the signature."),
    QT_TRANSLATE_NOOP("diagnosis", "The message's header has a NUL character inside."),
    QT_TRANSLATE_NOOP("diagnosis", "The message has a binary part, and the line ends of the file "
                                   "have been changed, so the part cannot be sent as it was."),
    QT_TRANSLATE_NOOP("diagnosis", "The message holds 8-bit octets where no encoding is possible."),
    QT_TRANSLATE_NOOP("diagnosis", "The message holds a line of more than 998 octets in its "
                                   "header or between its parts."),
    QT_TRANSLATE_NOOP("diagnosis", "The text is not UTF-8, and its encoding cannot be told."),
    QT_TRANSLATE_NOOP("diagnosis", "The server needs a name."),
    QT_TRANSLATE_NOOP("diagnosis", "The server's name is longer than 200 characters."),
    QT_TRANSLATE_NOOP("diagnosis", "This server is already there."),
    QT_TRANSLATE_NOOP("diagnosis", "No password is kept for this server."),
    QT_TRANSLATE_NOOP("diagnosis", "The system keychain is locked, or refused to give the "
                                   "password."),
    QT_TRANSLATE_NOOP("diagnosis", "The system keychain does not answer."),
    QT_TRANSLATE_NOOP("diagnosis", "the last POP3 login is less than a minute old"),
    QT_TRANSLATE_NOOP("diagnosis", "not let in: one more POP3 login"),
    QT_TRANSLATE_NOOP("diagnosis", "the server closed between two mails: connecting again"),
    QT_TRANSLATE_NOOP("diagnosis", "the server closed after the refused login: connecting again "
                                   "for the next method"),
    QT_TRANSLATE_NOOP("diagnosis", "the rest is left out: too much was said"),
    QT_TRANSLATE_NOOP("diagnosis", "The challenge is not base64."),
    QT_TRANSLATE_NOOP("diagnosis", "The challenge is longer than any honest one."),
    QT_TRANSLATE_NOOP("diagnosis", "The server asks on and on."),
    QT_TRANSLATE_NOOP("diagnosis", "The server asks again after it has refused the token."),
    QT_TRANSLATE_NOOP("diagnosis", "there is none"),
    QT_TRANSLATE_NOOP("diagnosis", "it is empty"),
    QT_TRANSLATE_NOOP("diagnosis", "it holds nothing but spaces"),
    QT_TRANSLATE_NOOP("diagnosis", "it ends in the middle"),
    QT_TRANSLATE_NOOP("diagnosis", "it holds a NUL octet"),
    QT_TRANSLATE_NOOP("diagnosis", "it holds no list of servers"),
    QT_TRANSLATE_NOOP("diagnosis", "there is no usable \"version\" in it"),
    QT_TRANSLATE_NOOP("diagnosis", "there is no list \"servers\" in it"),
    QT_TRANSLATE_NOOP("diagnosis", "it is a folder"),
    QT_TRANSLATE_NOOP("diagnosis", "it is not a regular file"),
    QT_TRANSLATE_NOOP("diagnosis", "it belongs to another user"),
    QT_TRANSLATE_NOOP("diagnosis", "other users can write to it"),
    QT_TRANSLATE_NOOP("diagnosis", "it is larger than 16 MB"),
    QT_TRANSLATE_NOOP("diagnosis", "it is a link"),
    QT_TRANSLATE_NOOP("diagnosis", "it is a link that leads nowhere"),
    QT_TRANSLATE_NOOP("diagnosis", "it took too long"),
    QT_TRANSLATE_NOOP("diagnosis", "it crashed"),
    QT_TRANSLATE_NOOP("diagnosis", "it says more than a password"),
    QT_TRANSLATE_NOOP("diagnosis", "its first line of output is empty"),
    QT_TRANSLATE_NOOP("diagnosis", "no answer in time"),
    QT_TRANSLATE_NOOP("diagnosis", "its reply is not HTTP"),
    QT_TRANSLATE_NOOP("diagnosis", "the header of its reply has more than 16 KB"),
    QT_TRANSLATE_NOOP("diagnosis", "it closed the connection without a reply"),
    QT_TRANSLATE_NOOP("diagnosis", "given up: another address answered first"),
    QT_TRANSLATE_NOOP("diagnosis", "given up"),
};

constexpr const char *things[] = {
    QT_TRANSLATE_NOOP("diagnosis", "The address"),
    QT_TRANSLATE_NOOP("diagnosis", "The host name"),
    QT_TRANSLATE_NOOP("diagnosis", "The domain name"),
    QT_TRANSLATE_NOOP("diagnosis", "The subject"),
    QT_TRANSLATE_NOOP("diagnosis", "The text"),
    QT_TRANSLATE_NOOP("diagnosis", "The attachment's name"),
};

constexpr const char *faults[] = {
    QT_TRANSLATE_NOOP("diagnosis", "is empty."),
    QT_TRANSLATE_NOOP("diagnosis", "has a comma: only one address can stand here."),
    QT_TRANSLATE_NOOP("diagnosis", "has a < or > in the wrong place."),
    QT_TRANSLATE_NOOP("diagnosis", "has a < or > inside."),
    QT_TRANSLATE_NOOP("diagnosis", "has no @."),
    QT_TRANSLATE_NOOP("diagnosis", "has more than one @."),
    QT_TRANSLATE_NOOP("diagnosis", "has nothing before the @."),
    QT_TRANSLATE_NOOP("diagnosis", "has nothing after the @."),
    QT_TRANSLATE_NOOP("diagnosis", "has more than 64 characters before the @."),
    QT_TRANSLATE_NOOP("diagnosis", "has a character before the @ that cannot stand there."),
    QT_TRANSLATE_NOOP("diagnosis", "has a space inside."),
    QT_TRANSLATE_NOOP("diagnosis", "has a quotation mark that is not closed."),
    QT_TRANSLATE_NOOP("diagnosis", "has a line break inside."),
    QT_TRANSLATE_NOOP("diagnosis", "has a NUL character inside."),
    QT_TRANSLATE_NOOP("diagnosis", "has a control character inside."),
    QT_TRANSLATE_NOOP("diagnosis", "has a character that was lost before it got here (U+FFFD)."),
    QT_TRANSLATE_NOOP("diagnosis", "is no valid host name."),
    QT_TRANSLATE_NOOP("diagnosis", "is longer than 253 characters."),
    QT_TRANSLATE_NOOP("diagnosis", "has an empty part beside a dot."),
    QT_TRANSLATE_NOOP("diagnosis", "has a part of more than 63 characters between its dots."),
    QT_TRANSLATE_NOOP("diagnosis", "looks like an IP address but is none."),
    QT_TRANSLATE_NOOP("diagnosis", "has square brackets, but no IP address in them."),
    QT_TRANSLATE_NOOP("diagnosis", "is an IP address, which stands in square brackets here."),
};

constexpr const char *frames[] = {
    QT_TRANSLATE_NOOP("diagnosis", "The EHLO name cannot be used. {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The address “{value}” cannot be put in a command: it has a "
                                   "line break, a control character, a space or a bracket where "
                                   "none may be."),
    QT_TRANSLATE_NOOP("diagnosis", "The message file cannot be read: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The message file is not a regular file: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The message file is empty: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The file is no mail message, it does not begin with a header: "
                                   "{value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The file is UTF-16 text, not a mail message: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The file holds {value} mails; only one can be sent at a time: "
                                   "{second}"),
    QT_TRANSLATE_NOOP("diagnosis", "The message has mixed line ends, so where its header ends is "
                                   "uncertain; the first odd one is in line {value}."),
    QT_TRANSLATE_NOOP("diagnosis", "The header {value} has letters in an encoding that the "
                                   "message does not name."),
    QT_TRANSLATE_NOOP("diagnosis", "The header {value} has an address with letters before the @ "
                                   "that this server cannot carry (no SMTPUTF8)."),
    QT_TRANSLATE_NOOP("diagnosis", "The header {value} has an address with a domain that cannot "
                                   "be read."),
    QT_TRANSLATE_NOOP("diagnosis", "The header {value} cannot be read as addresses."),
    QT_TRANSLATE_NOOP("diagnosis", "The header {value} has letters outside ASCII, which no mail "
                                   "may have there."),
    QT_TRANSLATE_NOOP("diagnosis", "There is no encoding called {value}."),
    QT_TRANSLATE_NOOP("diagnosis", "The text is not written in the encoding {value}."),
    QT_TRANSLATE_NOOP("diagnosis", "The text is not UTF-8; it looks like {value}."),
    QT_TRANSLATE_NOOP("diagnosis", "The text file is not a regular file: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The text file is longer than 50 MB: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The text file cannot be read: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The attachment does not exist: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The attachment is no file: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The attachment cannot be read: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The message cannot be written to the temporary folder: "
                                   "{value}"),
    QT_TRANSLATE_NOOP("diagnosis", "The password command did not work: {value}."),
    QT_TRANSLATE_NOOP("diagnosis", "it ended with exit code {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "it replied {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "the proxy itself cannot be reached: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "{value}: not a regular file"),
    QT_TRANSLATE_NOOP("diagnosis", "{value}: larger than 2 MB"),
    QT_TRANSLATE_NOOP("diagnosis", "{value}: there is no PEM certificate in it"),
    QT_TRANSLATE_NOOP("diagnosis", "{value}: there is no PEM key in it"),
    QT_TRANSLATE_NOOP("diagnosis", "{value}: its key is protected by a password"),
    QT_TRANSLATE_NOOP("diagnosis", "There is already a server named \"{value}\"."),
    QT_TRANSLATE_NOOP("diagnosis", "The server \"{value}\" is no longer there."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} was written by a newer Proserpina ({second}), so it is "
                                   "left as it is."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} is damaged ({second}), so it is left as it is."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} cannot be read ({second}), so it is left as it is."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} holds {second} servers that cannot be read. They are "
                                   "kept as they are and not shown."),
    QT_TRANSLATE_NOOP("diagnosis", "it holds {value} NUL octets"),
    QT_TRANSLATE_NOOP("diagnosis", "from line {value}, column {second} on it is not JSON"),
    QT_TRANSLATE_NOOP("diagnosis", "{value} is not damaged: there is nothing to restore."),
    QT_TRANSLATE_NOOP("diagnosis", "There is no good copy of {value} to go back to."),
    QT_TRANSLATE_NOOP("diagnosis", "Another program is still saving the servers ({value} is "
                                   "there)."),
    QT_TRANSLATE_NOOP("diagnosis", "The folder {value} cannot be written to."),
    QT_TRANSLATE_NOOP("diagnosis", "The folder {value} could not be made."),
    QT_TRANSLATE_NOOP("diagnosis", "The folder {value} could not be made: the one above it belongs "
                                   "to another user."),
    QT_TRANSLATE_NOOP("diagnosis", "The folder {value} belongs to another user, so nothing in it "
                                   "is used."),
    QT_TRANSLATE_NOOP("diagnosis", "Other users can write to the folder {value}, so nothing in it "
                                   "is used."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} could not be written: {second}."),
    QT_TRANSLATE_NOOP("diagnosis", "{value} cannot be used as presets: {second}"),
    // Of transcripts.
    QT_TRANSLATE_NOOP("diagnosis", "connected to {value} port {second}"),
    QT_TRANSLATE_NOOP("diagnosis", "connected by {value} to {second}"),
    QT_TRANSLATE_NOOP("diagnosis", "no connection to {value}: {second}"),
    QT_TRANSLATE_NOOP("diagnosis", "encrypted: {value}"),
    QT_TRANSLATE_NOOP("diagnosis", "message sent: {value} octets"),
    QT_TRANSLATE_NOOP("diagnosis", "waiting {value} s after the POP3 login"),
};

constexpr QLatin1StringView valuePlace = "{value}"_L1;
constexpr QLatin1StringView secondPlace = "{second}"_L1;

std::optional<QString> asSentence(const QString &detail, const Translate &translate)
{
    const auto found = std::find_if(std::begin(sentences), std::end(sentences), [&](auto source) {
        return detail == QString::fromUtf8(source);
    });
    return found == std::end(sentences) ? std::nullopt
                                        : std::optional(translated(*found, translate));
}

std::optional<QString> asFault(const QString &detail, const Translate &translate)
{
    for (const char *thing : things) {
        const QString begin = QString::fromUtf8(thing) + u' ';
        if (!detail.startsWith(begin)) {
            continue;
        }
        for (const char *fault : faults) {
            if (QStringView(detail).sliced(begin.size()) == QString::fromUtf8(fault)) {
                return translated(QT_TRANSLATE_NOOP("diagnosis", "{thing} {fault}"), translate)
                    .replace("{thing}"_L1, translated(thing, translate))
                    .replace("{fault}"_L1, translated(fault, translate));
            }
        }
    }
    return {};
}

/// The frame filled with `inner`, what stands in the detail between the frame's ends.
QString filledFrame(const char *frame, const QString &source, const QString &inner,
                    const Translate &translate)
{
    QString text = translated(frame, translate);
    const qsizetype second = source.indexOf(secondPlace);
    if (second < 0) {
        return text.replace(valuePlace, detailText(inner, translate));
    }
    const qsizetype middleBegin = source.indexOf(valuePlace) + valuePlace.size();
    const QString middle = source.sliced(middleBegin, second - middleBegin);
    const qsizetype at = inner.indexOf(middle);
    return text.replace(secondPlace, detailText(inner.sliced(at + middle.size()), translate))
        .replace(valuePlace, inner.first(at));
}

std::optional<QString> asFrame(const QString &detail, const Translate &translate)
{
    for (const char *frame : frames) {
        const QString source = QString::fromUtf8(frame);
        const qsizetype place = source.indexOf(valuePlace);
        const qsizetype second = source.indexOf(secondPlace);
        const QString begin = source.first(place);
        const QString end = second < 0 ? source.sliced(place + valuePlace.size())
                                       : source.sliced(second + secondPlace.size());
        if (detail.size() <= begin.size() + end.size() || !detail.startsWith(begin) ||
            !detail.endsWith(end)) {
            continue;
        }
        const QString inner =
            detail.sliced(begin.size(), detail.size() - begin.size() - end.size());
        const qsizetype middleBegin = place + valuePlace.size();
        if (second < 0 || inner.contains(source.sliced(middleBegin, second - middleBegin))) {
            return filledFrame(frame, source, inner, translate);
        }
    }
    return {};
}

} // namespace

QString detailText(const QString &detail, const Translate &translate)
{
    if (!translate) {
        return detail;
    }
    const QLatin1StringView reads = " It reads: "_L1; // then what was typed
    if (const qsizetype at = detail.indexOf(reads); at >= 0) {
        return translated(QT_TRANSLATE_NOOP("diagnosis", "{sentence} It reads: {value}"), translate)
            .replace("{sentence}"_L1, detailText(detail.first(at), translate))
            .replace(valuePlace, detail.sliced(at + reads.size()));
    }
    for (const auto reading : {asSentence, asFault, asFrame}) {
        if (const std::optional<QString> text = reading(detail, translate)) {
            return *text;
        }
    }
    return detail;
}

} // namespace diagnosis
