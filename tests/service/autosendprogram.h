// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outboxprobe.h"
#include "service/rules.h"
#include "service/survey.h"
#include "service/watching.h"

#include <QTest>

#include <optional>

/// All that one program has which watches folders.
struct AutosendProgram
{
    explicit AutosendProgram(const QString &folder, const autosend::RuleWatch::Times &times = {})
        : servers(folder + QStringLiteral("/config"), folder + QStringLiteral("/data"))
        , mailer(&servers.passwords())
        , delivery(servers, mailer, folder + QStringLiteral("/data"))
        , rules(folder + QStringLiteral("/config"), servers.identities())
        , watching(rules, servers, delivery, folder + QStringLiteral("/data"), times)
    {
        servers.load();
        rules.load();
    }

    void begin()
    {
        bool begun = false;
        delivery.begin(outbox::Lifeline::Kind::Window, &delivery,
                       [&](const auto &joined) { begun = joined.ok(); });
        [&] { QTRY_VERIFY(begun); }();
        watching.begin();
    }

    /// As the person does it.
    void save(core::AutosendRule rule)
    {
        std::optional<core::Result<bool>> saved;
        rules.save(rule, &rules, [&](const core::Result<bool> &done) { saved = done; });
        [&] { QTRY_VERIFY(saved); }();
        [&] { QVERIFY2(*saved, saved->ok() ? "" : qPrintable(saved->error().detail.english())); }();
    }

    QList<outbox::MailedFile> history()
    {
        return answerOf<QList<outbox::MailedFile>>(
            delivery, [](outbox::Outbox &outbox) { return outbox.files(1000); });
    }

    service::Servers servers;
    service::Mailer mailer;
    service::Delivery delivery;
    service::Rules rules;
    service::Watching watching;
};
