// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "madeupmessage.h"

#include "core/attempt.h"
#include "service/mailer.h"
#include "service/practiceentry.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

/// Sends made-up messages to servers that offer this and that, and looks at what they got.
class MessageTrial
{
public:
    MessageTrial();

    /// What is wrong with what became of this one; empty: nothing.
    QString complaintAbout(quint32 seed);

    /// What the server got of the last one; empty: nothing.
    [[nodiscard]] const QByteArray &got() const { return m_got; }
    [[nodiscard]] int arrived() const { return m_arrived; }
    [[nodiscard]] int refused() const { return m_refused; }

private:
    struct Recorder
    {
        Offer offer;
        std::unique_ptr<service::PracticeEntry> entry;
    };

    core::AttemptReport send(const Recorder &recorder);

    QTemporaryDir m_folder;
    std::vector<Recorder> m_recorders;
    service::Mailer m_mailer;
    QByteArray m_got;
    int m_arrived = 0;
    int m_refused = 0;
};
