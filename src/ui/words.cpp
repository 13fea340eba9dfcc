// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include "core/inert.h"
#include "diagnosis/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <span>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Words)
};

QString paragraphs(std::span<const char *const> sources)
{
    QStringList texts;
    for (const char *source : sources) {
        texts.append(QCoreApplication::translate("ui::HelpText", source));
    }
    return texts.join(QStringLiteral("\n\n"));
}

QString outcomeText(const core::AttemptRecord &record)
{
    switch (record.facts.outcome) {
    case core::Outcome::Accepted: break;
    case core::Outcome::Partial: return Words::tr("Partly accepted");
    case core::Outcome::Refused: return Words::tr("Refused");
    case core::Outcome::Deferred: return Words::tr("Try again later");
    case core::Outcome::Failed: return Words::tr("Failed");
    case core::Outcome::Unknown: return Words::tr("Unknown whether it arrived");
    case core::Outcome::Cancelled: return Words::tr("Stopped");
    }
    switch (record.goal) {
    case core::Goal::ReadReply: return Words::tr("Reply read");
    case core::Goal::Check:
        return record.facts.loggedIn ? Words::tr("Login works")
                                     : Words::tr("Answers, no login tried");
    case core::Goal::SendMail: return Words::tr("Mail accepted");
    }
    Q_UNREACHABLE();
}

QStringList certificateLines(const core::Certificate &certificate)
{
    QStringList lines{Words::tr("Issued to: %1").arg(core::inert(certificate.subject))};
    if (!certificate.hostNames.isEmpty()) { // an issuer's has none
        lines +=
            Words::tr("For the hosts: %1").arg(core::inert(certificate.hostNames.join(u", "_s)));
    }
    return lines +
           QStringList{
               Words::tr("Issued by: %1").arg(core::inert(certificate.issuer)),
               Words::tr("Valid: %1 to %2")
                   .arg(timeText(certificate.validFrom), timeText(certificate.validUntil)),
               Words::tr("SHA-256 fingerprint: %1").arg(fingerprintText(certificate.sha256)),
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
        lines.append(
            Words::tr("It is trusted because it is the pinned one, whatever is wrong with it."));
    }
    return lines;
}

constexpr const char *mailParagraphs[] = {
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "From address: each address sends through one server and through no other. A "
        "server that you save with an address makes the first one; add more for other "
        "names, replies or signatures."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "New mail (Ctrl+M) goes into the outbox. What is there goes out by itself, "
                      "once: now, at the time you chose, or as soon as the server takes it. What "
                      "you type is kept until you send or clear it."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Stop send shows the outbox. A mail can be stopped until its last octets have "
        "gone out. What a server puts off is tried again for five days; what it "
        "refuses for good has failed, and says why."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "Where a connection breaks in the very last moment nobody knows whether the "
                      "server has taken a mail. It is never sent again by itself: look for its "
                      "Message-ID, then choose “It arrived” or “Send again”."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "A server that refuses the login, or is switched off, keeps all its mails "
                      "waiting; one line says so, with the button that helps. Nothing is lost "
                      "meanwhile."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "Mail goes out while the window is open. Settings has a background unit that "
                      "sends it also without the window, and the desktop notices about mail that "
                      "cannot be sent.")};

constexpr const char *autosendParagraphs[] = {
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Autosend mails files by themselves: whatever is put into a rule's folder goes to the "
        "rule's recipients as an attachment. A file goes once nobody has written to it for some "
        "seconds and no program has it open. Empty files wait; hidden and temporary ones are "
        "passed over. Dry run shows what would happen."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "While its mail is on the way, a file lies in a hidden folder, .proserpina. "
                      "When all recipients have been accepted it moves to sent, is deleted, or "
                      "stays, as the rule says. If the mail failed, reached only some, or may or "
                      "may not have arrived, the file moves to failed, with a text beside it that "
                      "says why. Stopping a mail puts its file back. Nothing is ever overwritten."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "Files that are already in the folder when you make a rule are mailed only "
                      "if you say so. If more files come within a minute than the rule allows, it "
                      "asks first, so that a folder moved there by mistake is not mailed."),
    QT_TRANSLATE_NOOP("ui::HelpText",
                      "Folders are watched while Proserpina runs, also in the tray where the "
                      "desktop has one, or by the background unit (Settings). If several programs "
                      "run, each rule is watched by one of them."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "A file that is too large for the server moves to failed at once. Folders on another "
        "computer do not report changes, so they are looked through every few seconds.")};

constexpr const char *helpParagraphs[] = {
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Method: leave SCRAM-SHA-256 if you do not know which one your server takes. "
        "The reply of the server decides: what it does not offer is left out, and the "
        "next lower one is used, SCRAM-SHA-256 > CRAM-MD5 > LOGIN > PLAIN1. It never "
        "goes the other way round, and after a refused password no weaker method is "
        "tried without your click, unless you allow that under Advanced."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "PLAIN1 sends ID and password in the first line, PLAIN2 waits until the server "
        "asks. PLAIN2 is used only where you choose it."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "POP before SMTP is the older way: the login goes to the POP3 server, and for "
        "some minutes the server for sending then takes mail from this computer without "
        "another one. Where it does not, the login is made once more."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "OAUTHBEARER and XOAUTH2 take an access token in the password's place: a long "
        "text that a provider such as Gmail or Microsoft gives a program for an hour or "
        "so. A token command can fetch it. EXTERNAL logs in by a client certificate, "
        "which is set under Advanced."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "ID: the whole mail address with most providers (Gmail), only the part before "
        "the @ with some (Yahoo! Mail Japan), or something of its own."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "SSL3/TLS1 (SMTPs): encrypts from the first byte, usually on port 465. Today it "
        "means TLS 1.2 or newer. Without it, STARTTLS on port 587 encrypts after a few "
        "lines."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Port: 465 with SMTPs, 587 with a login, 25 without either; another one if your "
        "provider says so."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Password: kept in the system's keychain, or in memory until you quit; never in "
        "a file, never in what is shown or copied."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Advanced: what few servers need. A CA file is for a server whose certificate "
        "an issuer of your own signed; a client certificate and a proxy, where the "
        "operator or your network wants them. Leave TLS 1.0 and 1.1 and the password "
        "without encryption off, except for an old device of your own.")};

} // namespace

QString securityChoice(core::Security security)
{
    switch (security) {
    case core::Security::Smtps: return Words::tr("SMTPs (TLS from the first byte)");
    case core::Security::StartTls: return Words::tr("STARTTLS required");
    case core::Security::StartTlsIfOffered: return Words::tr("STARTTLS if offered");
    case core::Security::None: return Words::tr("no encryption");
    }
    Q_UNREACHABLE();
}

QList<std::pair<QString, QString>> languages()
{
    return {{QString(), QCoreApplication::translate("ui::MainWindow", "As the system")},
            {u"en"_s, u"English"_s},
            {u"ja"_s, u"日本語"_s}};
}

QString tokenHint()
{
    return Words::tr("An access token from the provider, not the password. Most hold for an hour; "
                     "a command can fetch a new one each time.");
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString();
}

QString plainToolTip(const QString &words)
{
    // Qt decides by how it begins whether a text is HTML: so it always does.
    return u"<span>"_s + words.toHtmlEscaped() + u"</span>"_s;
}

QString resultText(const core::AttemptRecord &record)
{
    const core::Outcome outcome = record.facts.outcome;
    const QString what = outcomeText(record);
    const bool stageTells = outcome == core::Outcome::Refused ||
                            outcome == core::Outcome::Deferred || outcome == core::Outcome::Failed;
    if (!stageTells) {
        return what;
    }
    return Words::tr("%1: %2").arg(what,
                                   diagnosis::stageTitle(record.facts.stage, &translatedText));
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
            i == 0 ? Words::tr("The server's own certificate")
                   : Words::tr("Sent along with it, %1 of %2").arg(i).arg(tls.chain.size() - 1);
        QStringList lines = QStringList{title} + certificateLines(tls.chain[i]);
        if (i == 0) {
            lines += faultLines(tls);
        }
        blocks.append(lines.join(u'\n'));
    }
    if (tls.chain.size() == 1) {
        blocks.append(Words::tr("The server sent no other certificate along with it."));
    }
    return blocks.join(u"\n\n"_s);
}

QString helpText()
{
    return paragraphs(helpParagraphs);
}

QString mailHelpText()
{
    return paragraphs(mailParagraphs);
}

QString autosendHelpText()
{
    return paragraphs(autosendParagraphs);
}

} // namespace ui
