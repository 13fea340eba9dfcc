// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/maskedfacts.h"

#include "smtp/ehlo.h"

#include <optional>
#include <utility>

namespace smtp
{

namespace
{

core::Reply masked(core::Reply reply, const core::Mask &mask)
{
    for (qsizetype i = 0; i < reply.lines.size(); ++i) {
        const QByteArray &line = reply.lines.at(i);
        const bool separated = line.size() > 3 && (line[3] == ' ' || line[3] == '-');
        const qsizetype codeLength = reply.code == 0 ? 0 : separated ? 4 : 3;
        if (const QByteArray text = line.mid(codeLength); text != reply.text.at(i)) {
            reply.text[i] = text;
        }
    }
    return mask.over(std::move(reply));
}

} // namespace

void maskFacts(core::SessionFacts &facts, const core::Mask &mask)
{
    std::optional<core::Reply> said;
    std::optional<core::Reply> shown;
    const auto hide = [&](std::optional<core::Reply> &reply) {
        if (!reply) {
            return;
        }
        if (!said ||
            !said->lines.isSharedWith(reply->lines)) { // a thousand recipients may share it
            said = reply;
            shown = masked(*reply, mask);
        }
        reply = shown;
    };
    hide(facts.reply);
    for (core::AuthAttempt &attempt : facts.attempts) {
        hide(attempt.reply);
    }
    for (core::RecipientResult &recipient : facts.recipients) {
        hide(recipient.reply);
    }
    for (std::optional<core::Capabilities> *known : {&facts.beforeTls, &facts.afterTls}) {
        if (*known) {
            core::Reply reply;
            reply.code = 250;
            reply.lines = (*known)->lines;
            reply.text.resize(reply.lines.size());
            const core::Reply shownReply = masked(std::move(reply), mask);
            const core::Capabilities readable =
                (*known)->fromHelo ? capabilitiesOfHelo(shownReply) : capabilitiesOf(shownReply);
            (*known)->lines = readable.lines;
            (*known)->authMechanisms = readable.authMechanisms;
        }
    }
}

} // namespace smtp
