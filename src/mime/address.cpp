// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: `bare` is the folded text with everything inside quotation marks overwritten, so
// that a plain indexOf() finds only the <, >, @ and commas that mean something. All texts have the
// same length, and one index fits them all.
#include "mime/address.h"

#include "core/tidy.h"
#include "mime/hostname.h"
#include "mime/typedtext.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char *address = QT_TRANSLATE_NOOP("core", "The address");

core::Error bad(const char *fault)
{
    return badInput(address, fault);
}

/// `text` with the characters inside quotation marks replaced; nothing where a quotation mark stays
/// open.
std::optional<QString> overwriteQuoted(const QString &text)
{
    QString bare = text;
    bool quoted = false;
    for (qsizetype i = 0; i < bare.size(); ++i) {
        if (bare[i] == u'"') {
            quoted = !quoted;
        } else if (quoted) {
            if (bare[i] == u'\\' && i + 1 < bare.size()) {
                bare[i++] = u'q';
            }
            bare[i] = u'q';
        }
    }
    if (quoted) {
        return {};
    }
    return bare;
}

/// The half-open range of the addr-spec within the text, spaces around it left out.
struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

Range withoutSpaces(QStringView text, Range range)
{
    while (range.begin < range.end && text[range.begin].isSpace()) {
        ++range.begin;
    }
    while (range.end > range.begin && text[range.end - 1].isSpace()) {
        --range.end;
    }
    return range;
}

/// "Yamada, Taro <taro@example.org>": one address, and a name that needs quotation marks.
bool hasCommaInName(const QString &bare)
{
    const qsizetype open = bare.indexOf(u'<');
    return bare.count(u'<') == 1 && bare.lastIndexOf(u',') < open &&
           !QStringView(bare).first(open).contains(u'@');
}

core::Result<Range> findAddrSpec(const QString &bare)
{
    const Range all = withoutSpaces(bare, {0, bare.size()});
    if (all.begin == all.end) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 is empty."));
    }
    if (bare.contains(u',')) {
        if (hasCommaInName(bare)) {
            return bad(QT_TRANSLATE_NOOP(
                "core", "%1 has a comma in its name: put the name in quotation marks."));
        }
        return bad(QT_TRANSLATE_NOOP("core", "%1 has a comma: only one address can stand here."));
    }
    const qsizetype open = bare.count(u'<');
    const qsizetype close = bare.count(u'>');
    if (open == 0 && close == 0) {
        return all;
    }
    const qsizetype begin = bare.indexOf(u'<') + 1;
    if (open != 1 || close != 1 || bare[all.end - 1] != u'>') {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has a < or > in the wrong place."));
    }
    const Range inside = withoutSpaces(bare, {begin, all.end - 1});
    if (inside.begin == inside.end) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 is empty."));
    }
    return inside;
}

/// The name before the <, without the quotation marks around it and the backslashes in it.
QString displayName(QStringView typed, QStringView bare)
{
    const Range range = withoutSpaces(bare, {0, bare.size()});
    const QStringView name = typed.sliced(range.begin, range.end - range.begin);
    const QStringView marks = bare.sliced(range.begin, range.end - range.begin);
    if (!marks.startsWith(u'"') || marks.indexOf(u'"', 1) != marks.size() - 1) {
        return name.toString();
    }
    QString unquoted;
    for (qsizetype i = 1; i < name.size() - 1; ++i) {
        if (core::halfWidth(QString(name[i])) == "\\"_L1 && i + 1 < name.size() - 1) {
            ++i;
        }
        unquoted += name[i];
    }
    return unquoted;
}

/// RFC 6531 3.3: all of Unicode beyond ASCII may stand in a local part. What cannot be seen, or
/// moves its neighbours about, is no part of an address that somebody means.
bool isBeyondAscii(char32_t c)
{
    static constexpr std::array unseen{
        QChar::Other_Control,    QChar::Other_Format,        QChar::Other_Surrogate,
        QChar::Other_PrivateUse, QChar::Other_NotAssigned,   QChar::Separator_Space,
        QChar::Separator_Line,   QChar::Separator_Paragraph,
    };
    return c > 0x7f && c != QChar::ReplacementCharacter && // which half a surrogate pair becomes
           std::find(unseen.begin(), unseen.end(), QChar::category(c)) == unseen.end();
}

bool isDotAtomCharacter(char32_t c)
{
    constexpr QLatin1StringView marks = "!#$%&'*+-/=?^_`{|}~."_L1;
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           (c < 0x80 && marks.contains(QChar(static_cast<char16_t>(c)))) || isBeyondAscii(c);
}

/// Dots at the ends or in a row are let through: Japanese carriers gave such addresses to their
/// customers, and expect them unquoted. So are more than 64 octets (RFC 5321 4.5.3.1.1), which
/// reply addresses have: the server decides.
std::optional<core::Error> checkLocalPart(QStringView local, QStringView bare)
{
    if (local.isEmpty() || local == u"\"\"") {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has nothing before the @."));
    }
    if (local.contains(u'<') || local.contains(u'>')) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has a < or > inside."));
    }
    const bool quoted = bare.startsWith(u'"') && bare.indexOf(u'"', 1) == bare.size() - 1;
    const QList<uint> characters = local.toUcs4();
    const bool usable = quoted
                            ? std::all_of(characters.begin(), characters.end(),
                                          [](char32_t c) { return c < 0x80 || isBeyondAscii(c); })
                            : std::all_of(characters.begin(), characters.end(), isDotAtomCharacter);
    if (!usable) {
        return bad(
            QT_TRANSLATE_NOOP("core", "%1 has a character before the @ that cannot stand there."));
    }
    return {};
}

core::Result<QByteArray> parseAddrSpec(QStringView spec, QStringView bare)
{
    const qsizetype at = bare.indexOf(u'@');
    if (at < 0) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has no @."));
    }
    if (bare.lastIndexOf(u'@') != at) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has more than one @."));
    }
    if (std::any_of(bare.begin(), bare.end(), [](QChar c) { return c.isSpace(); })) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has a space inside."));
    }
    // RFC 6532 3.1: one form of each letter, so that servers need not compare.
    const QString localPart = spec.first(at).toString().normalized(QString::NormalizationForm_C);
    if (const auto error = checkLocalPart(localPart, bare.first(at))) {
        return *error;
    }
    if (at + 1 == spec.size()) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has nothing after the @."));
    }
    const core::Result<QByteArray> domain = domainToAscii(spec.sliced(at + 1).toString());
    if (!domain) {
        return domain.error();
    }
    return QByteArray(localPart.toUtf8() + '@' + *domain);
}

/// Whether a comma stands in "Yamada, Taro <taro@example.org>": no address before it, and only
/// what stands in brackets behind it. The two together are refused with the reason.
bool isInName(const QString &bare, qsizetype begin, qsizetype comma)
{
    const QStringView before = QStringView(bare).sliced(begin, comma - begin);
    const QStringView rest = QStringView(bare).sliced(comma + 1);
    const qsizetype open = rest.indexOf(u'<');
    return bare[comma] == u',' && !before.trimmed().isEmpty() && !before.contains(u'@') &&
           open >= 0 && !rest.first(open).contains(u'@') && !rest.first(open).contains(u',') &&
           !rest.first(open).contains(u';');
}

} // namespace

core::Result<Mailbox> parseMailbox(const QString &typed)
{
    if (const auto error = controlInside(typed, address)) {
        return *error;
    }
    const QString folded = core::halfWidth(typed);
    const std::optional<QString> bare = overwriteQuoted(folded);
    if (!bare) {
        return bad(QT_TRANSLATE_NOOP("core", "%1 has a quotation mark that is not closed."));
    }
    const core::Result<Range> range = findAddrSpec(*bare);
    if (!range) {
        return range.error();
    }
    const qsizetype length = range->end - range->begin;
    const core::Result<QByteArray> spec =
        parseAddrSpec(QStringView(folded).sliced(range->begin, length),
                      QStringView(*bare).sliced(range->begin, length));
    if (!spec) {
        return spec.error();
    }
    const qsizetype open = std::max<qsizetype>(bare->indexOf(u'<'), 0);
    return Mailbox{displayName(QStringView(typed).first(open), QStringView(*bare).first(open)),
                   *spec};
}

QStringList splitAddresses(const QString &typed)
{
    const QString folded = core::halfWidth(typed);
    const QString bare = overwriteQuoted(folded).value_or(folded);
    QStringList parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= bare.size(); ++i) {
        if (i < bare.size() && (!u",;\n\r\u3001"_s.contains(bare[i]) || isInName(bare, begin, i))) {
            continue;
        }
        if (const QString part = typed.sliced(begin, i - begin).trimmed(); !part.isEmpty()) {
            parts.append(part);
        }
        begin = i + 1;
    }
    return parts;
}

} // namespace mime
