// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: first what the recipient should find is rolled, then how it stands in a file: the
// encodings of parts and headers, where the Bcc are, what ends the lines, what stands in front.
// Octets of a part called binary, or with NUL, are kept apart by marks while the line ends of
// everything else are exchanged.
#include "madeupmessage.h"

#include "dice.h"

#include <QStringEncoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestLine = 998;

QByteArray inCharset(const QString &text, const QByteArray &charset)
{
    if (charset == "utf-8") {
        return text.toUtf8();
    }
    if (charset == "iso-8859-1") {
        return text.toLatin1();
    }
    // Shift_JIS, of the few letters that are used here.
    static const QList<std::pair<QString, QByteArray>> letters{
        {u"見"_s, "\x8c\xa9"}, {u"積"_s, "\x90\xcf"}, {u"表"_s, "\x95\\"}, {u"あ"_s, "\x82\xa0"}};
    QByteArray octets;
    for (const QChar c : text) {
        const auto found = std::find_if(letters.begin(), letters.end(),
                                        [c](const auto &letter) { return letter.first == c; });
        octets += found == letters.end() ? QByteArray(1, c.toLatin1()) : found->second;
    }
    return octets;
}

QString word(Dice &dice, const QByteArray &charset)
{
    static const QStringList ascii{u"report"_s, u"a"_s,    u"=?utf-8?"_s, u"x"_s.repeated(70),
                                   u"100%"_s,   u"it's"_s, u"From"_s,     u"."_s,
                                   u"=3D"_s,    u"--bb"_s};
    static const QStringList latin{u"Grüße"_s, u"é"_s, u"Ångström"_s};
    static const QStringList japanese{u"見積表"_s, u"あ"_s, u"見"_s.repeated(40)};
    static const QStringList all = latin + japanese + QStringList{u"😀"_s, u"Привет"_s, u"한국"_s};
    if (dice.oneIn(2)) {
        return dice.pick(ascii);
    }
    return dice.pick(charset == "utf-8" ? all : charset == "iso-8859-1" ? latin : japanese);
}

QString words(Dice &dice, const QByteArray &charset, int most)
{
    QStringList all{word(dice, charset)};
    for (int i = dice.roll(most); i > 0; --i) {
        all.append(word(dice, charset));
    }
    return all.join(u' ');
}

QByteArray wrapped(const QByteArray &octets, qsizetype width)
{
    QByteArray lines;
    for (qsizetype i = 0; i < octets.size(); i += width) {
        lines += octets.mid(i, width) + "\r\n";
    }
    return lines;
}

bool isAscii(const QByteArray &octets)
{
    return std::none_of(octets.begin(), octets.end(), [](char c) { return (c & 0x80) != 0; });
}

qsizetype longestLineOf(const QByteArray &octets)
{
    qsizetype longest = 0;
    const QByteArrayList lines = octets.split('\n');
    for (const QByteArray &line : lines) {
        longest = std::max(longest, line.size());
    }
    return longest;
}

QByteArray quotedPrintable(const QByteArray &text, bool wrap)
{
    QByteArray out;
    qsizetype line = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.mid(i, 2) == "\r\n") {
            out += "\r\n";
            line = 0;
            ++i;
            continue;
        }
        const char c = text[i];
        const bool literal = c > ' ' && c < '\x7f' && c != '=' && c != '.';
        const QByteArray piece =
            literal ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (wrap && line + piece.size() > 75) {
            out += "=\r\n";
            line = 0;
        }
        out += piece;
        line += piece.size();
    }
    return out;
}

/// Rolls one message and writes it down.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_dice(seed)
        , m_charset(m_dice.pick<QByteArray>({"utf-8", "utf-8", "utf-8", "shift_jis", "iso-8859-1"}))
    {}

    MadeUpMessage make();

private:
    QByteArray part(int depth);
    QByteArray leaf();
    QByteArray textLeaf();
    QByteArray fileLeaf();
    QByteArray container(int depth, const QByteArray &subtype);
    QByteArray header();
    void addBcc(QByteArrayList &lines);
    QByteArray rawOrEncoded(const QString &text);
    QByteArray protectedOctets(const QByteArray &octets);
    QByteArray withLineEnds(const QByteArray &whole);
    QByteArray fileName(QString &name);
    QByteArray base64(const QByteArray &octets);

    Dice m_dice;
    QByteArray m_charset;
    MadeUpMessage m_made;
    QByteArrayList m_apart; // octets whose line ends are no line ends
    int m_boundaries = 0;
    bool m_atTop = true; // the part's header is the message's
};

QByteArray Maker::protectedOctets(const QByteArray &octets)
{
    m_apart.append(octets);
    m_made.binary = true;
    return "\x01" + QByteArray::number(m_apart.size() - 1) + "\x02";
}

/// A header's text as it is, or as RFC 2047 has it.
QByteArray Maker::rawOrEncoded(const QString &text)
{
    const QByteArray octets = inCharset(text, m_charset);
    const bool plain = isAscii(octets) && !octets.contains("=?") && octets.size() < 60;
    if (plain) {
        return octets;
    }
    if (m_dice.oneIn(3) && !isAscii(octets) && octets.size() < 800 && !octets.contains("=?")) {
        m_made.eightBitHeader = true;
        m_made.foreignHeader = m_made.foreignHeader || m_charset != "utf-8";
        return octets;
    }
    QByteArrayList encoded;
    for (qsizetype i = 0; i < text.size();) {
        const bool pairAtEnd = i + 5 < text.size() && text[i + 5].isHighSurrogate();
        const QString piece = text.mid(i, pairAtEnd ? 7 : 6);
        // Not in base64: GMime 3.2, which reads it back, stops at padding between two words.
        encoded += "=?utf-8?Q?" + piece.toUtf8().toPercentEncoding({}, "-._~", '=') + "?=";
        i += piece.size();
    }
    return encoded.join("\r\n ");
}

void Maker::addBcc(QByteArrayList &lines)
{
    const QByteArray address = QByteArray(secretWord) + "@example.test";
    for (int i = m_dice.roll(3); i > 0; --i) {
        const auto name = m_dice.pick<QByteArray>(
            {"Bcc", "bcc", "BCC", "bCc ", "Resent-Bcc", "resent-bcc", "Bcc\t"});
        const auto value = m_dice.pick<QByteArray>(
            {" " + address, address, " a@example.test,\r\n " + address + ",\r\n\t" + address,
             "\r\n " + address, " \"" + QByteArray(secretWord) + "\" <" + address + ">",
             " us: " + address + ";", ""});
        lines.insert(m_dice.roll(static_cast<int>(lines.size()) + 1), name + ':' + value);
    }
}

QByteArray Maker::header()
{
    m_made.subject = words(m_dice, m_charset, 6);
    m_made.fromName =
        words(m_dice, m_charset, 2).remove(u'"').remove(u'.').remove(u'\'').simplified();
    if (m_made.fromName.contains("=?"_L1) || m_made.fromName.contains(u'%') ||
        m_made.fromName.isEmpty()) {
        m_made.fromName = u"Taro"_s;
    }
    QByteArrayList lines{"Subject: " + rawOrEncoded(m_made.subject),
                         "From: " + rawOrEncoded(m_made.fromName) + " <taro@example.test>",
                         "To: hanako@example.test",
                         "Date: Thu, 26 Nov 2026 10:00:00 +0900",
                         "Message-ID: <1@example.test>",
                         "MIME-Version: 1.0"};
    if (m_dice.oneIn(8)) {
        m_made.dkim = true;
        lines.prepend(
            "DKIM-Signature: v=1; a=rsa-sha256; d=example.test; s=x;\r\n h=from; bh=a=; b=b=");
    }
    addBcc(lines);
    return lines.join("\r\n") + "\r\n";
}

/// The parameter for a header; `name` becomes what it says.
QByteArray Maker::fileName(QString &name)
{
    const int kind = m_dice.roll(4);
    if (kind == 0) {
        return {};
    }
    if (kind == 1) {
        name = u"a file.txt"_s;
        return "; filename=\"a file.txt\"";
    }
    name = m_dice.pick<QString>({u"見積表.txt"_s, u"あ.pdf"_s});
    if (kind == 2) {
        return "; filename*=utf-8''" + name.toUtf8().toPercentEncoding();
    }
    const QByteArray octets =
        m_charset == "iso-8859-1" ? name.toUtf8() : inCharset(name, m_charset);
    (m_atTop ? m_made.eightBitHeader : m_made.eightBitBody) = true;
    m_made.foreignHeader = m_made.foreignHeader || m_charset == "shift_jis";
    return "; filename=\"" + octets + "\"";
}

QByteArray Maker::base64(const QByteArray &octets)
{
    const QByteArray lines =
        wrapped(octets.toBase64(), m_dice.pick<qsizetype>({76, 76, 64, 300, 100'000}));
    m_made.longLines = m_made.longLines || longestLineOf(lines) > longestLine + 1;
    return lines;
}

QByteArray Maker::textLeaf()
{
    QString text;
    for (int i = m_dice.roll(6); i >= 0; --i) {
        text += words(m_dice, m_charset, m_dice.oneIn(10) ? 400 : 5) + u"\r\n"_s;
    }
    text += u"end"_s;
    const QByteArray octets = inCharset(text, m_charset);
    const auto type = m_dice.pick<QByteArray>({"text/plain", "text/html"});
    m_made.parts.append({type, {}, octets, true});
    m_made.charsetNamed = true;
    QByteArray head = "Content-Type: " + type + "; charset=" + m_charset + "\r\n";
    switch (m_dice.roll(6)) {
    case 0: return head + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(octets);
    case 1:
    case 2: {
        const QByteArray quoted = quotedPrintable(octets, m_dice.oneIn(2));
        m_made.longLines = m_made.longLines || longestLineOf(quoted) > longestLine;
        return head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted;
    }
    case 3: return head + "Content-Transfer-Encoding: binary\r\n\r\n" + protectedOctets(octets);
    default:
        m_made.eightBitBody = m_made.eightBitBody || !isAscii(octets);
        m_made.longLines = m_made.longLines || longestLineOf(octets) > longestLine;
        return head + (m_dice.oneIn(2) ? "Content-Transfer-Encoding: 8bit\r\n\r\n" : "\r\n") +
               octets;
    }
}

QByteArray Maker::fileLeaf()
{
    QByteArray octets;
    for (int i = m_dice.roll(3000); i >= 0; --i) {
        octets += static_cast<char>(m_dice.roll(256));
    }
    octets += QByteArray("\xff\0\r\n\n\rend", 9);
    QString name;
    QByteArray head = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment" +
                      fileName(name) + "\r\n";
    m_made.parts.append({"application/octet-stream", name, octets, false});
    switch (m_dice.roll(4)) {
    case 0: return head + "Content-Transfer-Encoding: Binary\r\n\r\n" + protectedOctets(octets);
    case 1: // with NUL, and called nothing
        return head + "\r\n" + protectedOctets(octets);
    default: return head + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(octets);
    }
}

QByteArray Maker::leaf()
{
    return m_dice.oneIn(2) ? textLeaf() : fileLeaf();
}

QByteArray Maker::container(int depth, const QByteArray &subtype)
{
    const QByteArray boundary = "=_b" + QByteArray::number(m_boundaries++);
    QByteArray text = "Content-Type: multipart/" + subtype + "; boundary=\"" + boundary +
                      "\"\r\n\r\n" + (m_dice.oneIn(3) ? "preamble\r\n" : "");
    const bool isSigned = subtype.startsWith("signed");
    for (int i = isSigned ? 0 : m_dice.roll(3); i >= 0; --i) {
        const QByteArray inside = part(depth + 1);
        text += "--" + boundary + "\r\n" + inside + "\r\n";
        if (isSigned) {
            m_made.signedPart = inside;
        }
    }
    if (isSigned) {
        m_made.parts.append({"application/pgp-signature", {}, "sig", true});
        text += "--" + boundary + "\r\nContent-Type: application/pgp-signature\r\n\r\nsig\r\n";
    }
    return text + "--" + boundary + "--\r\n";
}

QByteArray Maker::part(int depth)
{
    m_atTop = depth == 0;
    const int kind = m_dice.roll(depth == 0 ? 6 : depth < 3 ? 9 : 3);
    if (kind < 3) {
        return leaf();
    }
    if (kind == 5 && m_dice.oneIn(2) && m_made.signedPart.isEmpty()) {
        return container(depth, "signed; protocol=\"application/pgp-signature\"");
    }
    if (kind == 6) {
        return "Content-Type: message/rfc822\r\n\r\nSubject: inside\r\nMIME-Version: 1.0\r\n" +
               part(depth + 1);
    }
    return container(depth, m_dice.pick<QByteArray>({"mixed", "alternative", "related"}));
}

QByteArray Maker::withLineEnds(const QByteArray &whole)
{
    const int kind = m_dice.roll(12);
    QByteArray text = whole;
    if (kind == 11) { // any, line by line
        m_made.oddLineEnds = m_made.doubtfulHeader = true;
        text.clear();
        const QByteArrayList lines = QByteArray(whole).replace("\r\n", "\n").split('\n');
        for (const QByteArray &line : lines) {
            text += line + m_dice.pick<QByteArray>({"\n", "\r\n", "\r\r\n", "\r"});
        }
    } else if (kind > 8) { // LF and CR LF: every program reads them
        m_made.mixedFeeds = true;
        text.clear();
        const QByteArrayList lines = QByteArray(whole).replace("\r\n", "\n").split('\n');
        for (const QByteArray &line : lines) {
            text += line + (m_dice.oneIn(2) ? "\n" : "\r\n");
        }
    } else {
        const auto end =
            QByteArrayList{"\r\n", "\r\n", "\r\n", "\r\n", "\n", "\n", "\n", "\r\r\n", "\r"}[kind];
        m_made.oddLineEnds = kind > 6;
        text.replace("\r\n", end);
    }
    for (qsizetype i = 0; i < m_apart.size(); ++i) {
        text.replace("\x01" + QByteArray::number(i) + "\x02", m_apart[i]);
    }
    return text;
}

MadeUpMessage Maker::make()
{
    const QByteArray head = header();
    const QByteArray whole = head + part(0);
    QByteArray front = m_dice.pick<QByteArray>({"", "", "", "\xef\xbb\xbf"});
    QByteArray behind;
    if (m_dice.oneIn(4)) {
        front += "From taro@example.test Thu Nov 26 10:00:00 2026\n";
        if (m_dice.oneIn(3)) {
            m_made.several = true;
            behind = "\r\n\r\nFrom x@example.test Fri Nov 27 10:00:00 2026\r\nSubject: " +
                     QByteArray(secretWord) + "\r\n\r\n" + secretWord + "\r\n";
        }
    }
    m_made.file = front + withLineEnds(whole + behind);
    return m_made;
}

} // namespace

bool MadeUpMessage::mustChange(const Offer &offer) const
{
    return binary || longLines || foreignHeader || (eightBitBody && !offer.eightBitMime) ||
           (eightBitHeader && !offer.smtpUtf8);
}

bool MadeUpMessage::mustBeRefused(const Offer &offer) const
{
    return several || (binary && oddLineEnds) || (foreignHeader && !charsetNamed) ||
           (dkim && mustChange(offer));
}

bool MadeUpMessage::mayBeRefused(const Offer &offer) const
{
    return mustBeRefused(offer) || doubtfulHeader || (binary && mixedFeeds) ||
           (!signedPart.isEmpty() && mustChange(offer));
}

MadeUpMessage makeUpMessage(quint32 seed)
{
    return Maker(seed).make();
}
