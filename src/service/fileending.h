// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"
#include "outbox/mail.h"
#include "outbox/mailedfile.h"
#include "submission/background.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace service
{

class Delivery;
class Rules;
class Servers;

/// What becomes of a file when its mail is over: it goes to sent/, is deleted, comes back or goes
/// to failed/ with the reason beside it. For the files of all rules, also of those that are gone.
/// Lives in the main thread. See "How it works" in fileending.cpp.
class FileEnding final : public QObject
{
    Q_OBJECT

public:
    /// They outlive this.
    FileEnding(Rules &rules, Servers &servers, Delivery &delivery, QObject *parent = nullptr);

    /// Soon, and once for all that ask until then.
    void look();

Q_SIGNALS:
    /// All that is over is dealt with; what another program has in hand is its.
    void idle();

private:
    /// A file, and all that says what is to be done with it.
    struct Task
    {
        outbox::MailedFile file;
        core::AutosendRule::Afterwards afterwards = core::AutosendRule::Afterwards::ToSent;
        QString why; // to stand beside it
    };
    struct Moved
    {
        QList<outbox::EndedFile> ended;
        bool hasLeft = false; // some that nobody tells of again
    };
    struct Found
    {
        outbox::MailedFile file;
        std::optional<outbox::Mail> mail;
    };

    void ask();
    void onFound(const QList<Found> &found);
    void begin(const QList<Task> &tasks);
    void onMoved(const Moved &moved);
    [[nodiscard]] Task taskOf(const Found &found) const;
    static bool goesBack(const Task &task);
    static std::optional<outbox::EndedFile> endOf(const Task &task);
    static std::optional<outbox::EndedFile> endOfClaim(const Task &task);

    Rules &m_rules;
    Servers &m_servers;
    Delivery &m_delivery;
    submission::Background m_background;
    QTimer m_soon;
    QTimer m_later;
    qint64 m_after = 0; // of a pass through all of them
    bool m_hasMore = false;
    bool m_isBusy = false;
    bool m_again = false;
};

} // namespace service
