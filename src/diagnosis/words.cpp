// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

/// Of a stage: it in a few words, and where stageName() is no command, the one word for that.
struct StageWords
{
    const char *title;
    const char *word = nullptr;
};

StageWords wordsOf(core::Stage stage)
{
    using core::Stage;

    switch (stage) {
    case Stage::Message:
        return {QT_TRANSLATE_NOOP("diagnosis", "preparing the message"),
                QT_TRANSLATE_NOOP("diagnosis", "message")};
    case Stage::PopDns: return {QT_TRANSLATE_NOOP("diagnosis", "name look-up of the POP3 server")};
    case Stage::PopConnect:
        return {QT_TRANSLATE_NOOP("diagnosis", "connecting to the POP3 server"),
                QT_TRANSLATE_NOOP("diagnosis", "POP connect")};
    case Stage::PopTls: return {QT_TRANSLATE_NOOP("diagnosis", "encryption with the POP3 server")};
    case Stage::PopGreeting:
        return {QT_TRANSLATE_NOOP("diagnosis", "greeting of the POP3 server"),
                QT_TRANSLATE_NOOP("diagnosis", "POP greeting")};
    case Stage::PopStls:
        return {QT_TRANSLATE_NOOP("diagnosis", "start of encryption with the POP3 server (STLS)")};
    case Stage::PopLogin:
        return {QT_TRANSLATE_NOOP("diagnosis", "login at the POP3 server"),
                QT_TRANSLATE_NOOP("diagnosis", "POP login")};
    case Stage::PopQuit: return {QT_TRANSLATE_NOOP("diagnosis", "end of the POP3 session")};
    case Stage::Dns: return {QT_TRANSLATE_NOOP("diagnosis", "name look-up (DNS)")};
    case Stage::Connect:
        return {QT_TRANSLATE_NOOP("diagnosis", "connecting"),
                QT_TRANSLATE_NOOP("diagnosis", "connect")};
    case Stage::Tls: return {QT_TRANSLATE_NOOP("diagnosis", "encryption (TLS)")};
    case Stage::Greeting:
        return {QT_TRANSLATE_NOOP("diagnosis", "greeting"),
                QT_TRANSLATE_NOOP("diagnosis", "greeting")};
    case Stage::Ehlo: return {QT_TRANSLATE_NOOP("diagnosis", "what the server can do (EHLO)")};
    case Stage::StartTls: return {QT_TRANSLATE_NOOP("diagnosis", "start of encryption (STARTTLS)")};
    case Stage::Auth: return {QT_TRANSLATE_NOOP("diagnosis", "login (AUTH)")};
    case Stage::Mail: return {QT_TRANSLATE_NOOP("diagnosis", "sender (MAIL)")};
    case Stage::Rcpt: return {QT_TRANSLATE_NOOP("diagnosis", "recipients (RCPT)")};
    case Stage::Data: return {QT_TRANSLATE_NOOP("diagnosis", "start of the message (DATA)")};
    case Stage::Body:
        return {QT_TRANSLATE_NOOP("diagnosis", "the message itself"),
                QT_TRANSLATE_NOOP("diagnosis", "body")};
    case Stage::Quit: return {QT_TRANSLATE_NOOP("diagnosis", "end of the session (QUIT)")};
    }
    Q_UNREACHABLE();
}

const char *noteSource(core::Note note)
{
    using core::Note;

    switch (note) {
    case Note::LfOnlyLines:
        return QT_TRANSLATE_NOOP("diagnosis", "The server ends its lines in an irregular way "
                                              "(LF without CR); they were read all the same.");
    case Note::RewritingFirewall:
        return QT_TRANSLATE_NOOP("diagnosis", "A firewall on the way rewrites what the server "
                                              "says, and may hide encryption and login.");
    case Note::HeloOnly:
        return QT_TRANSLATE_NOOP("diagnosis", "The server knows only the old HELO, so it cannot "
                                              "offer encryption or a login.");
    case Note::OldAuthForm:
        return QT_TRANSLATE_NOOP("diagnosis", "The server offers its login only in the old form "
                                              "\"AUTH=\", which Proserpina understands.");
    case Note::SizeUnreadable:
        return QT_TRANSLATE_NOOP(
            "diagnosis", "The server's size limit is no readable number and was taken as none.");
    case Note::LoginSkippedNoPassword:
        return QT_TRANSLATE_NOOP("diagnosis", "No password was given, so the login was not tried.");
    case Note::StartTlsIfOfferedStayedPlain:
        return QT_TRANSLATE_NOOP("diagnosis", "The server offered no encryption, so this "
                                              "connection could be read on the way.");
    case Note::PasswordOverPlaintext:
        return QT_TRANSLATE_NOOP("diagnosis", "The password was sent without encryption, as "
                                              "allowed for this server.");
    case Note::CertificateWithoutAltName:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate names its host only in the old "
                                              "way (common name); other programs may refuse it.");
    case Note::CertificatePinned:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate is trusted because it was pinned "
                                              "for this server, not for its issuer.");
    case Note::OldTlsVersion:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The connection is encrypted in an old way (TLS 1.0 or 1.1) that "
                                 "can be broken, as allowed for this server.");
    case Note::NextMethodTried:
        return QT_TRANSLATE_NOOP("diagnosis", "After a refused login the next method was tried, as "
                                              "allowed for this server.");
    case Note::NotifyNotOffered:
        return QT_TRANSLATE_NOOP("diagnosis", "The server cannot report the delivery (no DSN), so "
                                              "no report was asked for.");
    case Note::NotifyRefused:
        return QT_TRANSLATE_NOOP("diagnosis", "The server says that it can report the delivery and "
                                              "then refuses to, so no report was asked for.");
    case Note::SizeRefused:
        return QT_TRANSLATE_NOOP("diagnosis", "The server says that it takes the size of a mail "
                                              "beforehand and then refuses it, so it was left "
                                              "out.");
    case Note::MessageReencoded:
        return QT_TRANSLATE_NOOP("diagnosis", "Parts of the message were re-encoded so that they "
                                              "arrive intact; their contents are unchanged.");
    case Note::SignatureTakenOff:
        return QT_TRANSLATE_NOOP("diagnosis", "The message was sent without its signature, which "
                                              "re-encoding would have broken.");
    case Note::MessageWithoutFrom:
        return QT_TRANSLATE_NOOP("diagnosis", "The message has no From header; many servers refuse "
                                              "such mail or add one.");
    case Note::MessageWithoutDate:
        return QT_TRANSLATE_NOOP("diagnosis", "The message has no Date header; the server may add "
                                              "one.");
    case Note::RepliesLeftOut:
        return QT_TRANSLATE_NOOP("diagnosis", "The server said more than is kept; some of its "
                                              "replies are cut short or left out here.");
    case Note::PasswordEndsUnseen:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The password begins or ends with a space, a line end or another "
                                 "invisible character. It is used as it is; if it was copied, "
                                 "check whether that belongs to it.");
    }
    Q_UNREACHABLE();
}

struct SecurityWords
{
    const char *sentence;
    const char *title;
};

SecurityWords wordsOf(core::Security security)
{
    using core::Security;

    switch (security) {
    case Security::Smtps:
        return {QT_TRANSLATE_NOOP("diagnosis", "Everything is encrypted from the first byte; the "
                                               "usual port is 465."),
                QT_TRANSLATE_NOOP("diagnosis", "SMTPs")};
    case Security::StartTls:
        return {QT_TRANSLATE_NOOP("diagnosis", "The connection is encrypted after a first "
                                               "greeting, or is ended; the usual port is 587."),
                QT_TRANSLATE_NOOP("diagnosis", "STARTTLS")};
    case Security::StartTlsIfOffered:
        return {QT_TRANSLATE_NOOP("diagnosis", "The connection is encrypted if the server offers "
                                               "it; somebody on the way can take the offer away."),
                QT_TRANSLATE_NOOP("diagnosis", "STARTTLS if offered")};
    case Security::None:
        return {QT_TRANSLATE_NOOP("diagnosis", "Nothing is encrypted: mail and login can be read "
                                               "on the way."),
                QT_TRANSLATE_NOOP("diagnosis", "no encryption")};
    }
    Q_UNREACHABLE();
}

const char *faultSource(core::CertificateFault fault)
{
    using core::CertificateFault;

    switch (fault) {
    case CertificateFault::Expired:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate has expired.");
    case CertificateFault::NotYetValid:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate is not valid yet.");
    case CertificateFault::SelfSigned:
        return QT_TRANSLATE_NOOP("diagnosis", "The server signed its certificate itself.");
    case CertificateFault::UnknownIssuer:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The issuer of the certificate is not known to this computer.");
    case CertificateFault::WrongHost:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate is for another host name.");
    case CertificateFault::Weak:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The certificate is too weakly protected to be trusted.");
    case CertificateFault::Other:
        return QT_TRANSLATE_NOOP("diagnosis", "The certificate cannot be trusted.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString stageTitle(core::Stage stage, const Translate &translate)
{
    return translated(wordsOf(stage).title, translate);
}

QString stageWord(core::Stage stage, const Translate &translate)
{
    const char *word = wordsOf(stage).word;
    return word ? translated(word, translate) : QString(core::stageName(stage));
}

QString noteSentence(core::Note note, const Translate &translate)
{
    return translated(noteSource(note), translate);
}

QString securitySentence(core::Security security, const Translate &translate)
{
    return translated(wordsOf(security).sentence, translate);
}

QString securityTitle(core::Security security, const Translate &translate)
{
    return translated(wordsOf(security).title, translate);
}

QString methodTitle(core::Method method, const Translate &translate)
{
    using core::Method;

    // The methods' names are the same in every language.
    switch (method) {
    case Method::None:
        return translated(QT_TRANSLATE_NOOP("diagnosis", "no authentication"), translate);
    case Method::Plain1: return u"PLAIN1"_s;
    case Method::Plain2: return u"PLAIN2"_s;
    case Method::PopBeforeSmtp: return u"POP before SMTP"_s;
    case Method::Login:
    case Method::CramMd5:
    case Method::ScramSha256:
    case Method::OAuthBearer:
    case Method::XOauth2:
    case Method::External: return core::mechanismOf(method);
    }
    Q_UNREACHABLE();
}

QString certificateFaultSentence(core::CertificateFault fault, const Translate &translate)
{
    return translated(faultSource(fault), translate);
}

QString serverCount(qsizetype count, const Translate &translate)
{
    if (count <= 1) {
        return count == 1 ? translated(QT_TRANSLATE_NOOP("diagnosis", "1 server"), translate)
                          : translated(QT_TRANSLATE_NOOP("diagnosis", "no server"), translate);
    }
    return translated(QT_TRANSLATE_NOOP("diagnosis", "{count} servers"), translate)
        .replace("{count}"_L1, QString::number(count));
}

QString sizeText(qint64 octets, const Translate &translate)
{
    if (octets < 1000) {
        return translated(QT_TRANSLATE_NOOP("diagnosis", "{value} bytes"), translate)
            .replace("{value}"_L1, QString::number(octets));
    }
    return QLocale::c().formattedDataSize(octets, 1, QLocale::DataSizeSIFormat);
}

} // namespace diagnosis
