// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/judgement.h"

#include "core/words.h"
#include "diagnosis/causetext.h"
#include "diagnosis/providerpages.h"
#include "diagnosis/recognition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr const char *temporarySource =
    QT_TRANSLATE_NOOP("diagnosis", "The server gave a temporary code, so a later try may succeed.");
constexpr const char *permanentSource = QT_TRANSLATE_NOOP(
    "diagnosis",
    "The server gave a permanent code, so mail programs do not try again by themselves.");

const CauseRow &rowOf(const Rule &rule)
{
    const QLatin1StringView id(rule.cause);
    for (const std::span<const CauseRow> part : causeTable()) {
        for (const CauseRow &row : part) {
            if (QLatin1StringView(row.verdict.id) == id) {
                return row;
            }
        }
    }
    return fallbackCauses().back();
}

/// A certificate may have several faults. The row speaks of the first; whoever thinks of trusting
/// the certificate all the same has to know the others.
QString otherFaults(const Case &c, const Rule &rule, const Translate &translate)
{
    using core::CertificateFault;

    QString text;
    if (c.failure != core::Failure::CertificateRejected || !c.facts.tls) {
        return text;
    }
    const QList<CertificateFault> &faults = c.facts.tls->faults;
    for (const CertificateFault fault : faults) {
        const bool told = std::any_of(rule.when.begin(), rule.when.end(), [&](const When &when) {
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

QLatin1StringView whoseName(Whose whose)
{
    static constexpr QLatin1StringView words[] = {"nobody"_L1, "server"_L1, "mail"_L1,
                                                  "recipient"_L1, "person"_L1};
    return core::wordAt<Whose::Person>(words, whose);
}

QLatin1StringView againName(Again again)
{
    static constexpr QLatin1StringView words[] = {"never"_L1, "later"_L1, "after-change"_L1};
    return core::wordAt<Again::AfterChange>(words, again);
}

Judgement judged(const Case &c, const QDateTime &now, const Translate &translate)
{
    const Rule &rule = recognised(c);
    const CauseRow &row = rowOf(rule);
    Judgement judgement{QLatin1StringView(row.verdict.id),
                        causeClassName(row.verdict.causeClass),
                        row.verdict.whose,
                        row.verdict.again,
                        row.verdict.exit,
                        filled(row.sentence, c, now, translate) + otherFaults(c, rule, translate),
                        filled(row.advice, c, now, translate),
                        c.isTold ? QList<Remedy>() : offered(row.help.actions, c, translate)};
    const QString &id = c.profile.userId;
    const QString page = providerPage({c.profile.host, id.mid(id.lastIndexOf(u'@') + 1)},
                                      row.verdict.causeClass, translate);
    if (!page.isEmpty()) {
        judgement.advice += u' ' + page;
    }
    const core::SessionFacts &facts = c.facts;
    const bool isForNow =
        facts.outcome == core::Outcome::Deferred ||
        (facts.outcome == core::Outcome::Failed && facts.failure == core::Failure::ReplyDeferred);
    if (isForNow) { // 4xx (RFC 5321 4.2.1)
        if (judgement.again != Again::Later) {
            judgement.sentence += u' ' + translated(temporarySource, translate);
        }
        judgement.again = Again::Later;
        judgement.exit = Exit::TryAgain;
    } else if (c.saidNo() && facts.reply->isPermanent() && judgement.again == Again::Later) {
        judgement.sentence += u' ' + translated(permanentSource, translate);
    }
    return judgement;
}

Judgement judge(const core::SessionFacts &facts, const core::ServerProfile &profile,
                core::Goal goal, const QDateTime &now, const Translate &translate)
{
    return judged(Case(facts, profile, goal), now, translate);
}

} // namespace diagnosis
