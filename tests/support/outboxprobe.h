// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/delivery.h"
#include "service/servers.h"

#include <QMap>
#include <QTest>

#include <optional>

/// What a Delivery's outbox says, waited for in an event loop.
template <typename T, typename Ask> T answerOf(service::Delivery &delivery, Ask ask)
{
    std::optional<core::Result<T>> answer;
    delivery.ask(&delivery, ask, [&](const core::Result<T> &result) { answer = result; });
    [&] { QTRY_VERIFY(answer); }();
    return answer ? answer->valueOr({}) : T();
}

/// One without an id: there is none.
inline outbox::Mail mailIn(service::Delivery &delivery, outbox::MailId id)
{
    return answerOf<std::optional<outbox::Mail>>(
               delivery, [id](outbox::Outbox &outbox) { return outbox.mail(id); })
        .value_or(outbox::Mail());
}

inline QMap<outbox::State, int> countsIn(service::Delivery &delivery)
{
    return answerOf<QMap<outbox::State, int>>(
        delivery, [](outbox::Outbox &outbox) { return outbox.counts(); });
}

/// From the default sender; -1: it was refused.
inline outbox::MailId acceptedBy(service::Delivery &delivery, service::Servers &servers,
                                 const QStringList &to)
{
    const auto identity = servers.identities().usual();
    service::OutgoingMail mail;
    mail.identity = identity->id;
    mail.mail = core::Draft{identity->address, to, QStringLiteral("s"), QStringLiteral("t"), {}};
    std::optional<outbox::MailId> id;
    delivery.accept(mail, &delivery, [&](const auto &accepted) { id = accepted.valueOr(-1); });
    [&] { QTRY_VERIFY(id); }();
    return id.value_or(-1);
}
