// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replyroom.h"

namespace core
{

namespace
{

/// What an empty piece takes, in memory too.
constexpr qsizetype perPiece = 32;
/// Of a certificate's subject and issuer, which are there to be read by a person.
constexpr qsizetype longestName = 1000;

/// As JSON has it (RFC 8259 7): UTF-8, control characters as \u0001.
qsizetype weightOf(const QByteArray &octets)
{
    qsizetype weight = perPiece;
    for (const char c : octets) {
        const auto octet = static_cast<unsigned char>(c);
        weight += octet < 0x20 ? 6 : octet >= 0x80 || c == '"' || c == '\\' ? 2 : 1;
    }
    return weight;
}

qsizetype weightOfText(const QString &text)
{
    return weightOf(text.toUtf8());
}

} // namespace

bool ReplyRoom::take(qsizetype octets)
{
    const bool fits = octets <= m_left;
    m_left -= fits ? octets : 0;
    return fits;
}

template <typename T, typename Weight> void ReplyRoom::fit(QList<T> &list, Weight weight)
{
    qsizetype kept = 0;
    while (kept < list.size() && take(weight(list.at(kept)))) {
        ++kept;
    }
    if (kept < list.size()) {
        list.resize(kept);
        m_leftOut = true;
    }
}

Reply ReplyRoom::keep(Reply reply)
{
    if (reply.lines.isEmpty()) {
        return reply;
    }
    // Each stands there twice, in `text` without its code.
    fit(reply.lines, [](const QByteArray &line) { return 2 * weightOf(line); });
    if (reply.lines.isEmpty()) {
        reply.lines = {QByteArray::number(reply.code)};
        reply.text = {QByteArray()};
    } else if (reply.text.size() > reply.lines.size()) {
        reply.text.resize(reply.lines.size());
    }
    return reply;
}

void ReplyRoom::shorten(Capabilities &capabilities)
{
    fit(capabilities.authMechanisms, weightOf);
    fit(capabilities.lines, weightOf);
}

void ReplyRoom::shorten(TlsFacts &tls)
{
    for (Certificate &certificate : tls.chain) {
        certificate.subject.truncate(longestName);
        certificate.issuer.truncate(longestName);
        fit(certificate.hostNames, weightOfText);
    }
    fit(tls.errors, [](const Text &words) { return weightOfText(words.english()); });
}

void shorten(SessionFacts &facts)
{
    ReplyRoom room;
    const auto keep = [&room](std::optional<Reply> &reply) {
        if (reply) {
            reply = room.keep(*reply);
        }
    };
    keep(facts.reply);
    for (std::optional<TlsFacts> *tls : {&facts.tls, facts.pop ? &facts.pop->tls : nullptr}) {
        if (tls != nullptr && *tls) {
            room.shorten(**tls);
        }
    }
    for (AuthAttempt &attempt : facts.attempts) {
        keep(attempt.reply);
    }
    for (std::optional<Capabilities> *known : {&facts.afterTls, &facts.beforeTls}) {
        if (*known) {
            room.shorten(**known);
        }
    }
    for (const bool accepted : {false, true}) { // who was refused wants to know why
        for (RecipientResult &recipient : facts.recipients) {
            if ((recipient.outcome == Outcome::Accepted) == accepted) {
                keep(recipient.reply);
            }
        }
    }
    if (room.hasLeftOut() && !facts.notes.contains(Note::RepliesLeftOut)) {
        facts.notes.append(Note::RepliesLeftOut);
    }
}

} // namespace core
