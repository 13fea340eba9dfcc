// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mailedfile.h"
#include "submission/background.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace autosend
{
class Claims;
struct Claim;
} // namespace autosend

namespace service
{

class Delivery;

/// The claims that programs have left which ended in the middle, whatever has become of their
/// rules: a file of which no mail was made goes back, and so does one whose mail was stopped; what
/// has a mail is FileEnding's. Lives in the main thread.
class ClaimSweep final : public QObject
{
    Q_OBJECT

public:
    /// `delivery` outlives this.
    explicit ClaimSweep(Delivery &delivery, QObject *parent = nullptr);

    /// Looks through these folders soon, and again while some program has claims of theirs in hand.
    void sweep(const QStringList &folders);

private:
    struct Taken;

    void next();
    void ask(const std::shared_ptr<Taken> &taken);
    void decide(const std::shared_ptr<Taken> &taken,
                const QList<std::optional<outbox::MailedFile>> &rows);

    Delivery &m_delivery;
    submission::Background m_background;
    QSet<QString> m_waiting;
    QSet<QString> m_again; // later
    QTimer m_later;
    bool m_isBusy = false;
};

} // namespace service
