// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a claim is taken first, which locks it, and only then looked up: so nobody accepts
// its mail in between. Some at a time, since each keeps a descriptor open meanwhile. One that
// cannot be taken is in a program's hand, which may end before it is done: that folder is looked
// through once more.
#include "service/claimsweep.h"

#include "autosend/claims.h"
#include "service/delivery.h"

#include <utility>

using outbox::FileResult;

namespace service
{

namespace
{

constexpr qsizetype atOnce = 50;
constexpr auto againTime = std::chrono::seconds(5);

} // namespace

struct ClaimSweep::Taken
{
    QString folder;
    std::unique_ptr<autosend::Claims> claims;
    QStringList ids; // not looked at yet
    QList<autosend::Claim> taken;
    bool hasOthers = false; // in some program's hand
};

ClaimSweep::ClaimSweep(Delivery &delivery, QObject *parent)
    : QObject(parent)
    , m_delivery(delivery)
{
    m_later.setSingleShot(true);
    m_later.setInterval(againTime);
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_waiting |= std::exchange(m_again, {});
        next();
    });
}

void ClaimSweep::sweep(const QStringList &folders)
{
    m_waiting |= QSet<QString>(folders.cbegin(), folders.cend());
    next();
}

void ClaimSweep::next()
{
    if (m_isBusy || m_waiting.isEmpty()) {
        return;
    }
    m_isBusy = true;
    const auto taken = std::make_shared<Taken>();
    taken->folder = *m_waiting.cbegin();
    m_waiting.remove(taken->folder);
    m_background.run(
        this,
        [taken] {
            taken->claims = std::make_unique<autosend::Claims>(taken->folder);
            taken->ids = taken->claims->ids();
            return true;
        },
        [this, taken](bool) { ask(taken); });
}

void ClaimSweep::ask(const std::shared_ptr<Taken> &taken)
{
    if (taken->ids.isEmpty()) {
        if (taken->hasOthers) {
            m_again.insert(taken->folder);
            m_later.start();
        }
        m_isBusy = false;
        next();
        return;
    }
    const auto take = [taken] {
        taken->taken.clear();
        while (!taken->ids.isEmpty() && taken->taken.size() < atOnce) {
            if (const auto claim = taken->claims->take(taken->ids.takeFirst())) {
                taken->taken.append(*claim);
            } else {
                taken->hasOthers = true;
            }
        }
        return true;
    };
    m_background.run(this, take, [this, taken](bool) {
        QStringList ids;
        for (const autosend::Claim &claim : std::as_const(taken->taken)) {
            ids.append(claim.id);
        }
        m_delivery.read(
            this, [ids](outbox::Outbox &outbox) { return outbox.filesOfClaims(ids); },
            [this, taken](const core::Result<QList<std::optional<outbox::MailedFile>>> &rows) {
                if (rows) {
                    decide(taken, *rows);
                } else { // later, when it can be read
                    taken->hasOthers = true;
                    taken->ids.clear();
                    ask(taken);
                }
            });
    });
}

void ClaimSweep::decide(const std::shared_ptr<Taken> &taken,
                        const QList<std::optional<outbox::MailedFile>> &rows)
{
    const auto move = [taken, rows] {
        QList<outbox::EndedFile> back;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const autosend::Claim &claim = taken->taken[i];
            const auto &row = rows[i];
            if (row && (row->state != row->result || row->state != FileResult::Stopped)) {
                taken->claims->release(claim);
                continue;
            }
            const auto moved = taken->claims->giveBack(claim);
            if (!moved) {
                taken->claims->release(claim);
            } else if (row) { // its name may be another one now
                back.append({row->id, row->state, taken->folder + u'/' + *moved});
            }
        }
        return back;
    };
    m_background.run(this, move, [this, taken](const QList<outbox::EndedFile> &back) {
        m_delivery.read(
            this,
            [back](outbox::Outbox &outbox) { return back.isEmpty() || outbox.endFiles(back).ok(); },
            [this, taken](bool) { ask(taken); });
    });
}

} // namespace service
