// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include "core/inert.h"
#include "diagnosis/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

const char *outcomeSource(const core::AttemptRecord &record)
{
    switch (record.facts.outcome) {
    case core::Outcome::Accepted: break;
    case core::Outcome::Partial: return QT_TRANSLATE_NOOP("ui::Words", "Partly accepted");
    case core::Outcome::Refused: return QT_TRANSLATE_NOOP("ui::Words", "Refused");
    case core::Outcome::Deferred: return QT_TRANSLATE_NOOP("ui::Words", "Try again later");
    case core::Outcome::Failed: return QT_TRANSLATE_NOOP("ui::Words", "Failed");
    case core::Outcome::Unknown:
        return QT_TRANSLATE_NOOP("ui::Words", "Unknown whether it arrived");
    case core::Outcome::Cancelled: return QT_TRANSLATE_NOOP("ui::Words", "Stopped");
    }
    switch (record.goal) {
    case core::Goal::ReadReply: return QT_TRANSLATE_NOOP("ui::Words", "Reply read");
    case core::Goal::Check:
        return record.facts.loggedIn ? QT_TRANSLATE_NOOP("ui::Words", "Login works")
                                     : QT_TRANSLATE_NOOP("ui::Words", "Answers, no login tried");
    case core::Goal::SendMail: return QT_TRANSLATE_NOOP("ui::Words", "Mail accepted");
    }
    Q_UNREACHABLE();
}

QStringList certificateLines(const core::Certificate &certificate)
{
    QStringList lines{QCoreApplication::translate("ui::Words", "Issued to: %1")
                          .arg(core::inert(certificate.subject))};
    if (!certificate.hostNames.isEmpty()) { // an issuer's has none
        lines += QCoreApplication::translate("ui::Words", "For the hosts: %1")
                     .arg(core::inert(certificate.hostNames.join(u", "_s)));
    }
    return lines + QStringList{
                       QCoreApplication::translate("ui::Words", "Issued by: %1")
                           .arg(core::inert(certificate.issuer)),
                       QCoreApplication::translate("ui::Words", "Valid: %1 to %2")
                           .arg(timeText(certificate.validFrom), timeText(certificate.validUntil)),
                       QCoreApplication::translate("ui::Words", "SHA-256 fingerprint: %1")
                           .arg(fingerprintText(certificate.sha256)),
                   };
}

QStringList faultLines(const core::TlsFacts &tls)
{
    QStringList lines;
    for (const core::CertificateFault fault : tls.faults) {
        lines.append(diagnosis::certificateFaultSentence(fault, &translatedText));
    }
    lines.removeAll(QString());
    if (tls.pinned) {
        lines.append(QCoreApplication::translate(
            "ui::Words", "It is trusted because it is the pinned one, whatever is wrong with it."));
    }
    return lines;
}

} // namespace

QString securityChoice(core::Security security)
{
    switch (security) {
    case core::Security::Smtps:
        return QCoreApplication::translate("ui::Words", "SMTPs (TLS from the first byte)");
    case core::Security::StartTls:
        return QCoreApplication::translate("ui::Words", "STARTTLS required");
    case core::Security::StartTlsIfOffered:
        return QCoreApplication::translate("ui::Words", "STARTTLS if offered");
    case core::Security::None: return QCoreApplication::translate("ui::Words", "no encryption");
    }
    Q_UNREACHABLE();
}

QList<std::pair<QString, QString>> languages()
{
    return {{QString(), QCoreApplication::translate("ui::MainWindow", "As the system")},
            {u"en"_s, u"English"_s},
            {u"ja"_s, u"日本語"_s}};
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString();
}

QString resultText(const core::AttemptRecord &record)
{
    const core::Outcome outcome = record.facts.outcome;
    const QString what = QCoreApplication::translate("ui::Words", outcomeSource(record));
    const bool stageTells = outcome == core::Outcome::Refused ||
                            outcome == core::Outcome::Deferred || outcome == core::Outcome::Failed;
    if (!stageTells) {
        return what;
    }
    return QCoreApplication::translate("ui::Words", "%1: %2")
        .arg(what, diagnosis::stageTitle(record.facts.stage, &translatedText));
}

QString resultSentence(const core::AttemptRecord &record)
{
    const service::Report report = service::reportOf(record, {});
    return (QStringList{report.judgement.sentence} + report.advice).join(u'\n');
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

QString fingerprintRows(const QByteArray &sha256, qsizetype octets)
{
    QStringList rows;
    for (qsizetype at = 0; at < sha256.size(); at += octets) {
        rows.append(fingerprintText(sha256.mid(at, octets)));
    }
    return rows.join(u'\n');
}

QString certificateText(const core::TlsFacts &tls)
{
    QStringList blocks;
    for (qsizetype i = 0; i < tls.chain.size(); ++i) {
        const QString title =
            i == 0 ? QCoreApplication::translate("ui::Words", "The server's own certificate")
                   : QCoreApplication::translate("ui::Words", "Sent along with it, %1 of %2")
                         .arg(i)
                         .arg(tls.chain.size() - 1);
        QStringList lines = QStringList{title} + certificateLines(tls.chain[i]);
        if (i == 0) {
            lines += faultLines(tls);
        }
        blocks.append(lines.join(u'\n'));
    }
    if (tls.chain.size() == 1) {
        blocks.append(QCoreApplication::translate(
            "ui::Words", "The server sent no other certificate along with it."));
    }
    return blocks.join(u"\n\n"_s);
}

} // namespace ui
