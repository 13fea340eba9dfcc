// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: first all credentials go. Then the text is read line by line for 4yz and 5yz codes
// that something like a reply follows; the last one counts, with the lines that go on with its
// code. The moment is told by the same line ("in reply to RCPT TO command"), by a name of an
// exception, or by the last command before.
#include "texts/excerpt.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using core::Stage;

namespace texts
{

namespace
{

constexpr auto hidden = u"●●●";

/// Whether a word looks like base64 and like nothing else: padded, or capitals, small letters and
/// digits all mixed.
bool looksCoded(const QString &word)
{
    constexpr qsizetype shortest = 8;
    static const QRegularExpression mixed(
        u"^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9+/])|^(?=.*[a-z])(?:[a-z]{0,2}[A-Z]+){4}"_s);
    // {"status": of RFC 7628 3.2.2, which is the server's.
    const bool isServers = word.startsWith("eyJzdGF0dXMi"_L1);
    return word.size() >= shortest && !isServers &&
           (word.endsWith(u'=') || (word.size() % 4 == 0 && mixed.match(word).hasMatch()));
}

/// Overwrites what a form's second group has found.
void hide(QString &text, const QRegularExpression &form, bool (*isSecret)(const QString &))
{
    qsizetype from = 0;
    for (QRegularExpressionMatch match = form.match(text, from); match.hasMatch();
         match = form.match(text, from)) {
        from = match.capturedEnd();
        const QString word = match.captured(2);
        if (isSecret(word)) {
            text.replace(match.capturedStart(2), word.size(), QString::fromUtf16(hidden));
            from += QStringView(hidden).size() - word.size();
        }
    }
}

QString masked(const QString &text)
{
    using Option = QRegularExpression::PatternOption;
    static constexpr auto anything = [](const QString &) { return true; };
    static const QRegularExpression pass(u"(\\b(?:PASS|APOP \\S+)[ ]+)(\\S+)"_s);
    static const QRegularExpression named(
        u"((?:pass|passwd|password|passphrase|secret|token|api[_-]?key|pwd|access_?token|bearer)"
        "[\"']?\\s*[:=]+\\s*[\"']?)([^\\s\"',;]+)"_s,
        Option::CaseInsensitiveOption);
    static const QRegularExpression bearer(u"(\\bBearer[ ]+)([A-Za-z0-9._~+/=-]{8,})"_s,
                                           Option::CaseInsensitiveOption);
    // After AUTH and its mechanism, and where a program shows what the client said.
    static const QRegularExpression auth(
        u"(\\bAUTH[ =:]+[A-Z0-9-]{4,20}[ ]+)([A-Za-z0-9+/_-]{4,}={0,2})"_s,
        Option::CaseInsensitiveOption);
    static const QRegularExpression said(
        u"((?:^|->|>>|~>|=>|> |C: ?|CLIENT: ?|SERVER: ?|send: ?|sent: ?|b'|└──)\\s*['\"]?)"
        "([A-Za-z0-9+/]{8,}={0,2})(?=['\"\\s\\\\]|$)"_s,
        Option::MultilineOption | Option::CaseInsensitiveOption);
    static const QRegularExpression padded(
        u"()(?<![A-Za-z0-9+/=])([A-Za-z0-9+/]{16,}={1,2})(?![A-Za-z0-9+/=])"_s);

    QString out = text;
    hide(out, pass, anything);
    hide(out, named, anything);
    hide(out, bearer, anything);
    hide(out, auth, looksCoded);
    hide(out, said, looksCoded);
    hide(out, padded, looksCoded);
    return out;
}

struct Moment
{
    const char *words; // a regular expression
    Stage stage;
};

/// In the line of the reply or around it; the first that is found counts.
constexpr Moment moments[] = {
    {"in reply to (the )?end of DATA|after end of data|after sending data|SMTPDataError|"
     "end of message|after \\.$|DATA END|end-of-data",
     Stage::Body},
    {"in reply to (the )?RCPT TO|after RCPT TO|SMTPRecipientsRefused|RCPT TO command|"
     "recipient (address )?(was )?rejected|RCPT failed|command: '?RCPT",
     Stage::Rcpt},
    {"in reply to (the )?MAIL FROM|after MAIL FROM|SMTPSenderRefused|MAIL FROM command|"
     "MAIL failed|command: '?MAIL",
     Stage::Mail},
    {"in reply to (the )?DATA command|after DATA|command: '?DATA", Stage::Data},
    {"SMTPAuthenticationError|AuthenticationFailedException|SASL authentication failed|"
     "AUTH (PLAIN|LOGIN|XOAUTH2|CRAM-MD5)|\\bEAUTH\\b|authentication failed|"
     "AuthenticationException|command: '?AUTH",
     Stage::Auth},
    {"in reply to (the )?STARTTLS|after STARTTLS|STARTTLS command", Stage::StartTls},
    {"in reply to (the )?(EHLO|HELO)|after (EHLO|HELO)|EHLO command|SMTPHeloError", Stage::Ehlo},
    {"^-ERR|\\bpop3?\\b.*-ERR", Stage::PopLogin},
};

/// A client's command in a transcript.
constexpr Moment commands[] = {
    {"\\b([Ee][Hh][Ll][Oo]|[Hh][Ee][Ll][Oo]) \\S", Stage::Ehlo},
    {"\\bSTARTTLS\\b\\s*[\"']?\\s*$", Stage::StartTls},
    {"\\bAUTH [A-Z]", Stage::Auth},
    {"\\b(MAIL FROM|mail from):", Stage::Mail},
    {"\\b(RCPT TO|rcpt to):", Stage::Rcpt},
    {"\\b(DATA|data)\\b\\s*[\"']?\\s*$", Stage::Data},
    {"(^|[>:~] ?)\\.(\\\\r\\\\n)?[\"']?\\s*$", Stage::Body},
    {"\\b(USER|PASS|APOP) ", Stage::PopLogin},
};

/// A table of moments, ready.
struct Moments
{
    QList<std::pair<QRegularExpression, Stage>> all;

    template <size_t count>
    Moments(const Moment (&table)[count], QRegularExpression::PatternOptions options)
    {
        for (const Moment &moment : table) {
            all.append({QRegularExpression(QString::fromLatin1(moment.words),
                                           options | QRegularExpression::MultilineOption),
                        moment.stage});
        }
    }

    [[nodiscard]] std::optional<Stage> in(const QString &text) const
    {
        for (const auto &[words, stage] : all) {
            if (words.match(text).hasMatch()) {
                return stage;
            }
        }
        return {};
    }
};

struct Line
{
    qsizetype number = -1;
    QString code;
    QString text; // from the code on
};

/// The first no of a server in a line; it may speak of other codes itself.
std::optional<Line> replyIn(const QString &line, qsizetype number)
{
    static const QRegularExpression form(
        u"(?:^|[^\\w.@/+:-])([45][012357]\\d)(?=[ -]\\S|, ?b?['\"]|['\"]?$|: )"_s);
    static const QRegularExpression notOne(u"(?:line|port|code|errno|status|size|#)\\s*$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longestNote = 10;
    QRegularExpressionMatchIterator all = form.globalMatch(line);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        const qsizetype at = match.capturedStart(1);
        const QString note =
            line.mid(std::max(qsizetype(0), at - longestNote), std::min(at, longestNote));
        const QStringView after = QStringView(line).sliced(match.capturedEnd(1));
        const bool hasWords =
            std::any_of(after.begin(), after.end(), [](QChar c) { return c.isLetter(); });
        if (!hasWords) {
            break;
        }
        if (notOne.match(note).hasMatch()) {
            continue;
        }
        // In quotes it ends with them.
        const QString reply = line.mid(at);
        const QChar quote = at == 0 ? QChar() : line[at - 1];
        const qsizetype end = quote == u'"' || quote == u'\'' ? reply.indexOf(quote) : -1;
        return Line{number, match.captured(1), end > 0 ? reply.left(end) : reply};
    }
    const qsizetype at = line.indexOf("-ERR"_L1);
    return at >= 0 ? std::optional(Line{number, u"-ERR"_s, line.mid(at)}) : std::nullopt;
}

constexpr auto answered = "<<<"_L1; // before what the server said, in sendmail's bounces

/// What a server says to DATA after it has refused all recipients.
bool isConsequence(const QString &reply)
{
    return reply.contains("valid recipients"_L1, Qt::CaseInsensitive);
}

/// What follows a reply on the next lines, where a bounce or a log has broken it; each line behind
/// a '\n'. A new reply, a stack trace and a line like the ones before begin something else.
QString continuationOf(const QStringList &lines, qsizetype from)
{
    static const QRegularExpression goesOn(u"^(\\s+\\S|[a-z(])"_s);
    static const QRegularExpression other(
        u"^\\s*(at |nested |caused by|File \"|(?-i:[A-Z])\\w*:|[\\w.]+(Exception|Error)\\b|[<>{}\\[-]|[CS]: )"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype most = 6;
    QString rest;
    if (lines[from].front().isSpace()) {
        return rest;
    }
    for (qsizetype i = from + 1; i < lines.size() && i <= from + most; ++i) {
        if (!goesOn.match(lines[i]).hasMatch() || other.match(lines[i]).hasMatch() ||
            replyIn(lines[i], i)) {
            break;
        }
        rest += u'\n' + lines[i].trimmed();
    }
    return rest;
}

/// Without the fields of a log's line: "relay=mail.example.com[192.0.2.1]:25,".
QString withoutFields(QString text)
{
    static const QRegularExpression field(
        u"\\b(?:to|orig_to|from|relay|delays?|dsn|client|helo|proto|status|conn_use|size|nrcpt|"
        "message-id|uid|sasl_method|sasl_username|queue_id|H|X|T|R|F|DT|QT|P|S|id|mailer|pri|"
        "ctladdr|xdelay|stat|Host|User)=[^\\s,;()]*[,;]?"_s);
    static const QRegularExpression said(u"^.*\\((?:host|delivery)[^()]* said: (.*)\\)$"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression who(
        u"\\b(?:host \\S+ said|remote host said|said)(?:: | *$)|"
        "\\bSMTP error from remote (?:mail )?server after [^:]*:\\s*(?:host [^:]*:)?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    text.remove(field);
    text.replace(said, u"\\1"_s);
    return text.remove(who);
}

/// Without what the program put around it.
QString withoutWrapping(QString reply)
{
    static const QRegularExpression python(u"^([45]\\d\\d), ?b?['\"]"_s);
    static const QRegularExpression tail(
        u"\\s*\\((?:in reply to|in\\s+response to|in\\s+reply\\s+to)\\s.*$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression quotes(u"['\"],?\\)?\\]?\\}?\\)?\\s*$"_s);
    reply.replace(python, u"\\1 "_s);
    reply.remove(tail);
    reply.remove(quotes);
    reply.replace("\\r\\n"_L1, "\n"_L1).replace("\\n"_L1, "\n"_L1);
    return reply.trimmed();
}

/// Without the line that was cut, or its first words: what makes a secret one may stand before it.
QString withoutCutLine(const QString &part)
{
    const qsizetype end = part.indexOf(u'\n');
    return end < 0 ? part.section(u' ', 2) : part.sliced(end + 1);
}

} // namespace

Excerpt excerptOf(const QString &text)
{
    static const Moments told(moments, QRegularExpression::CaseInsensitiveOption);
    static const Moments said(commands, {});
    constexpr qsizetype longest = 200'000; // enough for any log; the end has the fault
    Excerpt excerpt;
    excerpt.shown = masked(text.size() <= longest ? text : withoutCutLine(text.right(longest)));
    const QStringList lines = excerpt.shown.split(u'\n');
    const bool isTranscript = std::any_of(lines.begin(), lines.end(), [](const QString &line) {
        return line.startsWith(answered) && replyIn(line, 0);
    });
    std::optional<Line> last;
    QStringList reply;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::optional<Line> found = replyIn(lines[i], i);
        if (!found || (isTranscript && !lines[i].startsWith(answered)) ||
            (last && isConsequence(found->text))) {
            continue;
        }
        const bool goesOn = last && last->code == found->code && last->number + 1 == i &&
                            last->text.mid(3, 1) == "-"_L1;
        if (!goesOn) {
            reply.clear();
        }
        const QString rest = continuationOf(lines, i);
        reply.append(withoutWrapping(found->text + rest));
        last = found;
        last->number += rest.count(u'\n');
    }
    excerpt.reply = reply.join(u'\n');
    excerpt.words = withoutFields(excerpt.shown).trimmed();
    static const QRegularExpression toldCode(
        u"\\b(?:code|status|responseCode)['\"]?\\s*[:=]\\s*['\"]?([45][012357]\\d)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = toldCode.match(excerpt.shown);
        !last && match.hasMatch()) {
        excerpt.code = match.captured(1).toInt();
    }
    if (last) {
        excerpt.stage = told.in(lines[last->number]);
        for (qsizetype i = last->number - 1; i >= 0 && !excerpt.stage; --i) {
            excerpt.stage = said.in(lines[i]);
        }
    }
    if (!excerpt.stage) {
        excerpt.stage = told.in(excerpt.shown);
    }
    return excerpt;
}

} // namespace texts
