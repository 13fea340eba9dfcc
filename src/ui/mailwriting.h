// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "ui/backend.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace ui
{

class MailDialog;

/// The windows in which mail is written, each with a place of its own for what is typed. A mail
/// that was begun and closed comes back in the next one.
class MailWriting final : public QObject
{
    Q_OBJECT

public:
    /// The windows belong to `window`.
    MailWriting(const Backend &backend, QWidget *window);

    /// `proposed`: a mail to begin with, as a link has it; else what was begun before.
    void open(const std::optional<core::Draft> &proposed = {});
    /// What passes to the one that takes this one's place, with all its windows.
    struct State
    {
        QStringList open;    // to be opened again
        QStringList sending; // on their way into the outbox: nobody else's place
    };
    [[nodiscard]] State state() const;
    void setState(const State &state);

Q_SIGNALS:
    void accepted(outbox::MailId id);

private:
    void openAs(const QString &draft, const std::optional<core::Draft> &proposed);
    /// A place that no window has; an empty one, or one with something typed.
    [[nodiscard]] QString freeDraft(bool isEmpty) const;

    const Backend &m_backend;
    QWidget *m_window;
    QList<QPointer<MailDialog>> m_dialogs;
    QStringList m_sending; // by windows that are gone
};

} // namespace ui
