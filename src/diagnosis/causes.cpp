// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causes.h"

#include "diagnosis/causerow.h"
#include "diagnosis/causetext.h"
#include "diagnosis/words.h"

#include <algorithm>

namespace diagnosis
{

namespace
{

const CauseRow &rowFor(const Case &c)
{
    for (const std::span<const CauseRow> part : causeTable()) {
        for (const CauseRow &row : part) {
            if (std::any_of(row.when.begin(), row.when.end(),
                            [&](const When &when) { return when.matches(c); })) {
                return row;
            }
        }
    }
    return fallbackCauses().back(); // its condition is always()
}

/// A certificate may have several faults. The row speaks of the first; whoever thinks of trusting
/// the certificate all the same has to know the others.
QString otherFaults(const Case &c, const CauseRow &row, const Translate &translate)
{
    using core::CertificateFault;

    QString text;
    if (c.failure != core::Failure::CertificateRejected || !c.facts.tls) {
        return text;
    }
    const QList<CertificateFault> &faults = c.facts.tls->faults;
    for (const CertificateFault fault : faults) {
        const bool told = std::any_of(row.when.begin(), row.when.end(), [&](const When &when) {
            return when.kind != When::Kind::Never &&
                   (when.faults == 0 || (when.faults & When::bits(fault)) != 0);
        });
        const bool implied = fault == CertificateFault::Other ||
                             (fault == CertificateFault::UnknownIssuer &&
                              faults.contains(CertificateFault::SelfSigned)); // nobody issued it
        if (!told && !implied) {
            text += u' ' + certificateFaultSentence(fault, translate);
        }
    }
    return text;
}

} // namespace

Cause diagnose(const core::SessionFacts &facts, const core::ServerProfile &profile, core::Goal goal,
               const QDateTime &now, const Translate &translate)
{
    const Case c(facts, profile, goal);
    const CauseRow &row = rowFor(c);
    return {QLatin1StringView(row.id),
            filled(row.sentence, c, now, translate) + otherFaults(c, row, translate),
            filled(row.advice, c, now, translate)};
}

QList<QLatin1StringView> causeIds()
{
    QList<QLatin1StringView> ids;
    for (const std::span<const CauseRow> part : causeTable()) {
        for (const CauseRow &row : part) {
            ids.append(QLatin1StringView(row.id));
        }
    }
    return ids;
}

} // namespace diagnosis
