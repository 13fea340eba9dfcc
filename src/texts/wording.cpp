// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: a text is read line by line. A line loses the code in front of it and is cut at
// blanks and brackets into chunks. A chunk is an enhanced code, a link, an address, an IP, a host,
// or it is cut into words wherever something else than a letter or digit stands; each Chinese,
// Japanese or Korean letter is a word. At the end neighbours that are one word to a reader are
// joined ("log in", "login").
#include "texts/wording.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace texts
{

namespace
{

/// They say nothing of the cause, and one server has them where another has not.
const QSet<QString> &leftOut()
{
    static const QSet<QString> words{
        u"the"_s,   u"a"_s,      u"an"_s,    u"is"_s,   u"are"_s,       u"was"_s, u"were"_s,
        u"be"_s,    u"been"_s,   u"being"_s, u"has"_s,  u"have"_s,      u"had"_s, u"your"_s,
        u"you"_s,   u"our"_s,    u"my"_s,    u"this"_s, u"that"_s,      u"its"_s, u"it"_s,
        u"these"_s, u"please"_s, u"sorry"_s, u"to"_s,   u"of"_s,        u"do"_s,  u"does"_s,
        u"did"_s,   u"s"_s,      u"we"_s,    u"i"_s,    u"therefore"_s,
    };
    return words;
}

struct Same
{
    const char *words; // one or two
    const char *word;
};

constexpr Same sames[] = {
    {"log in", "login"},
    {"log on", "login"},
    {"log into", "login"},
    {"logged in", "login"},
    {"logged on", "login"},
    {"logging in", "login"},
    {"sign in", "login"},
    {"signed in", "login"},
    {"signing in", "login"},
    {"logon", "login"},
    {"signin", "login"},
    {"user name", "username"},
    {"user id", "username"},
    {"userid", "username"},
    {"login name", "username"},
    {"pass word", "password"},
    {"passwd", "password"},
    {"passphrase", "password"},
    {"black list", "blocklist"},
    {"black listed", "blocklist"},
    {"blacklist", "blocklist"},
    {"blacklisted", "blocklist"},
    {"blacklisting", "blocklist"},
    {"block list", "blocklist"},
    {"block listed", "blocklist"},
    {"blocklisted", "blocklist"},
    {"blocked list", "blocklist"},
    {"deny list", "blocklist"},
    {"denylist", "blocklist"},
    {"grey list", "greylist"},
    {"grey listed", "greylist"},
    {"grey listing", "greylist"},
    {"greylisted", "greylist"},
    {"greylisting", "greylist"},
    {"gray list", "greylist"},
    {"gray listed", "greylist"},
    {"gray listing", "greylist"},
    {"graylist", "greylist"},
    {"graylisted", "greylist"},
    {"graylisting", "greylist"},
    {"email", "mail"},
    {"e mail", "mail"},
    {"mail box", "mailbox"},
    {"can not", "cannot"},
    {"cant", "cannot"},
    {"couldnt", "cannot"},
    {"could not", "cannot"},
    {"unable", "cannot"},
    {"dont", "not"},
    {"doesnt", "not"},
    {"didnt", "not"},
    {"dosnt", "not"},
    {"isnt", "not"},
    {"arent", "not"},
    {"wasnt", "not"},
    {"hasnt", "not"},
    {"havent", "not"},
    {"wont", "not"},
    {"timed out", "timeout"},
    {"time out", "timeout"},
    {"timedout", "timeout"},
    {"etimedout", "timeout"},
    {"esockettimedout", "timeout"},
    {"start tls", "starttls"},
    {"starttl", "starttls"}, // it is no plural
    {"host name", "hostname"},
    {"rcpt", "recipient"},
    {"msg", "message"},
    {"addr", "address"},
    {"ehlo", "helo"},
    {"mailfrom", "from"},
    {"ips", "ip"},
    {"re try", "retry"},
    {"retrie", "retry"},
    {"per day", "daily"},
    {"per hour", "hourly"},
    {"per minute", "minutely"},
    {"whitelisted", "whitelist"},
    {"white listed", "whitelist"},
    {"white list", "whitelist"},
    {"exeeded", "exceeded"},
    {"exceded", "exceeded"},
    {"exeed", "exceed"},
    {"requiered", "required"},
    {"recieve", "receive"},
    {"recieved", "received"},
    {"existant", "existent"},
    {"mechansim", "mechanism"},
    {"adress", "address"},
    {"adresse", "address"},
};

const QHash<QString, QString> &sameWords()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> words;
        for (const Same &same : sames) {
            words.insert(QString::fromLatin1(same.words), QString::fromLatin1(same.word));
        }
        return words;
    }();
    return table;
}

bool standsAlone(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana || script == QChar::Script_Hangul || c == u'ー';
}

/// Names that libraries give to every refusal; their words say nothing of its cause.
bool isOfLibrary(const QString &name)
{
    static const QRegularExpression form(
        u"^(SMTP|Smtp|Mail|Send|Messaging|Transport|Recipients?|Sender|Protocol|Command|Status|"
        u"Fatal|"
        "Server|Data|Response|Connect|Syntax|Unknown|Address|Failed|Authentication|Unsupported|"
        "Swift|Net|Api)*"
        "(Exception|Error|Refused|Busy)$"_s);
    return form.match(name).hasMatch();
}

/// Behind a name of many words ("CorruptMessage") these words.
QString withParts(const QString &text)
{
    static const QRegularExpression name(
        u"\\b(?=[A-Z]*[a-z])(?:[A-Z]{2,}+|[A-Z]?[a-z]{2,}+)(?:[A-Z]{2,}+|[A-Z][a-z]++)++\\b"_s);
    static const QRegularExpression seam(u"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    constexpr qsizetype shortest = 8;
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatchIterator all = name.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        if (match.capturedLength() >= shortest && !isOfLibrary(match.captured())) {
            out += QStringView(text).sliced(from, match.capturedEnd() - from);
            out += u' ' + match.captured().replace(seam, u" "_s) + u' ';
            from = match.capturedEnd();
        }
    }
    out += QStringView(text).sliced(from);
    return out;
}

/// Lower case, without accents, wide letters narrow, "d'authentification" without "d'".
QString folded(const QString &text)
{
    static const QRegularExpression elided(u"\\b[dlnsjmtc]['’](?=[aeiouyh])"_s);
    QString out;
    out.reserve(text.size());
    QString parts = text.normalized(QString::NormalizationForm_KD).toLower();
    parts.remove(elided);
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing && c != u'\'' && c != u'’') {
            out += c == u'×' ? QChar(u'x') : c;
        }
    }
    return out.normalized(QString::NormalizationForm_C); // syllables whole again
}

bool isLatinWord(const QString &word)
{
    for (const QChar c : word) {
        if (c < u'a' || c > u'z') {
            return false;
        }
    }
    return true;
}

/// Without the ending of a plural.
QString stem(const QString &word)
{
    if (word.size() <= 3 || !word.endsWith(u's') || !isLatinWord(word) || word.endsWith("ss"_L1) ||
        word.endsWith("us"_L1) || word.endsWith("is"_L1)) {
        return word;
    }
    const bool hisses = word.endsWith("sses"_L1) || word.endsWith("xes"_L1) ||
                        word.endsWith("ches"_L1) || word.endsWith("shes"_L1);
    return word.chopped(hisses ? 2 : 1);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Queue ids, hashes and the like: long, of letters and digits mixed.
bool isId(const QString &word)
{
    constexpr qsizetype shortest = 10;
    if (word.size() < shortest || word.startsWith("0x"_L1)) {
        return false;
    }
    qsizetype changes = 0;
    for (qsizetype i = 1; i < word.size(); ++i) {
        changes += word[i].isDigit() != word[i - 1].isDigit() ? 1 : 0;
    }
    return changes >= 3;
}

/// What a firewall has written over.
bool isMasked(const QString &word)
{
    constexpr qsizetype shortest = 4;
    const qsizetype stars = word.count(u'*');
    return stars >= shortest || (word.size() >= shortest && word.count(u'x') == word.size());
}

std::optional<core::EnhancedCode> enhancedCodeIn(const QString &chunk)
{
    static const QRegularExpression form(u"^#?([245])\\.([0-9]{1,3})\\.([0-9]{1,3})$"_s);
    const QRegularExpressionMatch match = form.match(chunk);
    if (!match.hasMatch()) {
        return {};
    }
    return core::EnhancedCode{match.captured(1).toInt(), match.captured(2).toInt(),
                              match.captured(3).toInt()};
}

bool isIp(const QString &chunk)
{
    static const QRegularExpression v4(u"^(\\d{1,3}\\.){3}\\d{1,3}(:\\d+)?$"_s);
    static const QRegularExpression v6(u"^(ipv6:)?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$"_s);
    static const QRegularExpression time(u"^\\d\\d:\\d\\d:\\d\\d"_s);
    return v4.match(chunk).hasMatch() ||
           (v6.match(chunk).hasMatch() && !time.match(chunk).hasMatch());
}

/// Names of programs' classes are dotted too, but end in a long word.
bool isHost(const QString &chunk)
{
    static const QRegularExpression form(
        u"^([a-z0-9_*-]+\\.)+([a-z]{2,4}|example|invalid|local|localhost|localdomain|localnet|"
        "internal|museum|online|company|email|cloud|space|store|world|agency|systems)\\.?(:\\d+)?$"_s);
    return form.match(chunk).hasMatch();
}

} // namespace

Wording::Wording(const QString &text)
{
    const QString lower = folded(withParts(text));
    for (const QString &line : lower.split(u'\n')) {
        addLine(line);
    }
    joinWords();
}

QString Wording::canonical(const QString &word)
{
    const QString plain = folded(word);
    const QString stemmed = stem(plain);
    if (leftOut().contains(plain) || leftOut().contains(stemmed)) {
        return {};
    }
    return sameWords().value(stemmed, stemmed);
}

void Wording::addLine(const QString &line)
{
    static const QRegularExpression numbered(u"^\\s*([1-5]\\d\\d)(?=[-\\s:;#_]|$)[-\\s:;]?"_s);
    static const QRegularExpression blanks(u"[\\s()\\[\\]{}<>\"«»“”„,|（）「」『』【】、，]+"_s);
    QString rest = line;
    const QRegularExpressionMatch match = numbered.match(line);
    if (match.hasMatch()) {
        const int code = match.captured(1).toInt();
        if (!m_code || (*m_code < 400 && code >= 400)) {
            m_code = code;
        }
        rest = line.mid(match.capturedEnd());
    }
    static const QRegularExpression answer(
        u"^(.*[\\s:])?-err\\b(\\s+\\[([a-z/-]+)\\])?"_s); // RFC 2449 8, RFC 3206
    const QRegularExpressionMatch error = answer.match(rest);
    if (error.hasMatch()) {
        if (error.hasCaptured(3)) {
            m_words.append(u'[' + error.captured(3) + u']');
        }
        rest.remove(0, error.capturedEnd());
    }
    for (const QString &chunk : rest.split(blanks, Qt::SkipEmptyParts)) {
        addChunk(chunk);
    }
}

void Wording::addChunk(const QString &whole)
{
    static const QRegularExpression link(u"(https?:/?/?|ftp://|www\\.)([^\\s'`]+)"_s);
    static const QRegularExpression edges(u"^[^\\w#@*]+|[^\\w@*]+$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const bool ends = whole.endsWith(u'.') || whole.endsWith(u'!') || whole.endsWith(u';') ||
                      whole.endsWith(u'?') || whole.endsWith(u'。');
    const QRegularExpressionMatch found = link.match(whole);
    if (found.hasMatch()) {
        QString target = found.captured(2);
        while (!target.isEmpty() && !target.back().isLetterOrNumber() && target.back() != u'/') {
            target.chop(1);
        }
        if (found.capturedStart() > 0) {
            addChunk(whole.left(found.capturedStart()));
        }
        m_links.append(found.captured(1) == "www."_L1 ? "www."_L1 + target : target);
        m_words.append(u"@link"_s);
        if (ends) {
            endSentence();
        }
        return;
    }
    QString chunk = whole;
    chunk.remove(edges);
    if (chunk.isEmpty()) {
        if (ends) {
            endSentence();
        }
        return;
    }
    if (const std::optional<core::EnhancedCode> code = enhancedCodeIn(chunk)) {
        m_enhanced.append(*code);
    } else if (const qsizetype at = chunk.indexOf(u'@'); at > 0 && at + 1 < chunk.size()) {
        m_words.append(u"@address"_s);
    } else if (isIp(chunk)) {
        m_words.append(u"@ip"_s);
    } else if (isHost(chunk)) {
        m_links.append(chunk.section(u':', 0, 0));
        m_words.append(u"@host"_s);
    } else {
        QString word;
        for (qsizetype i = 0; i < chunk.size(); ++i) {
            const QChar c = chunk[i];
            const bool joins = c.isLetterOrNumber() || c == u'*';
            if (joins && !standsAlone(c)) {
                word += c;
                continue;
            }
            addWord(word);
            word.clear();
            if (joins) {
                m_words.append(QString(c));
            } else if (c == u'。' || c == u';' || c == u'；') {
                endSentence();
            }
        }
        addWord(word);
    }
    if (ends) {
        endSentence();
    }
}

void Wording::addWord(const QString &word)
{
    if (word.isEmpty()) {
        return;
    }
    constexpr qsizetype systemError = 5; // digits of Winsock's, as 10060
    if (isDigits(word) && word.size() != systemError) {
        m_words.append(u"#"_s);
        return;
    }
    if (isMasked(word)) {
        m_words.append(u"@masked"_s);
        return;
    }
    if (isId(word)) {
        m_words.append(u"@id"_s);
        return;
    }
    const QString one = canonical(word);
    if (!one.isEmpty()) {
        m_words.append(one);
    }
}

void Wording::endSentence()
{
    if (!m_words.isEmpty() && m_words.constLast() != u"."_s) {
        m_words.append(u"."_s);
    }
}

void Wording::joinWords()
{
    QStringList joined;
    joined.reserve(m_words.size());
    for (const QString &word : std::as_const(m_words)) {
        if (!joined.isEmpty()) {
            const auto same = sameWords().constFind(joined.constLast() + u' ' + word);
            if (same != sameWords().constEnd()) {
                joined.last() = *same;
                continue;
            }
        }
        joined.append(word);
    }
    m_words = joined;
}

} // namespace texts
