// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <uchardet.h>

#include "mime/charset.h"

#include "core/utf8.h"
#include "mime/typedtext.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <memory>

namespace mime
{

namespace
{

struct Alias
{
    const char *name;
    const char *meant;
};

/// Names under which programs write a larger encoding than the one named. glibc's Shift_JIS also
/// makes a yen sign of the backslash.
constexpr Alias aliases[] = {
    {"SHIFT_JIS", "CP932"},      {"SHIFT-JIS", "CP932"},   {"SJIS", "CP932"},
    {"X-SJIS", "CP932"},         {"MS_KANJI", "CP932"},    {"WINDOWS-31J", "CP932"},
    {"GB2312", "GB18030"},       {"GBK", "GB18030"},       {"EUC-KR", "CP949"},
    {"KS_C_5601-1987", "CP949"}, {"LATIN1", "ISO-8859-1"}, {"LATIN-1", "ISO-8859-1"},
    {"UTF8", "UTF-8"},
};

QByteArray meant(const QByteArray &name)
{
    const QByteArray upper = name.trimmed().toUpper();
    const auto *found = std::find_if(std::begin(aliases), std::end(aliases),
                                     [&](const Alias &alias) { return upper == alias.name; });
    return found == std::end(aliases) ? upper : QByteArray(found->meant);
}

struct CloseConverter
{
    void operator()(void *converter) const { g_iconv_close(static_cast<GIConv>(converter)); }
};
using Converter = std::unique_ptr<void, CloseConverter>;

/// Null for a name that nobody knows. (iconv takes "//TRANSLIT" behind a name; we do not.)
Converter converterFrom(const QByteArray &charset)
{
    if (charset.isEmpty() || charset.contains('/') || charset.contains('\0')) {
        return nullptr;
    }
    GIConv converter = g_iconv_open("UTF-8", charset.constData());
    // NOLINTNEXTLINE(performance-no-int-to-ptr): so GLib says it
    return Converter(converter == reinterpret_cast<GIConv>(-1) ? nullptr : converter);
}

std::optional<QString> converted(const QByteArray &charset, QByteArrayView octets)
{
    const Converter converter = converterFrom(charset);
    if (!converter) {
        return {};
    }
    if (octets.isEmpty()) {
        return QString();
    }
    gsize read = 0;
    gsize written = 0;
    char *utf8 =
        g_convert_with_iconv(octets.data(), octets.size(), static_cast<GIConv>(converter.get()),
                             &read, &written, nullptr);
    if (utf8 == nullptr) {
        return {};
    }
    const QString text = QString::fromUtf8(utf8, static_cast<qsizetype>(written));
    g_free(utf8);
    return read == static_cast<gsize>(octets.size()) ? std::optional(text) : std::nullopt;
}

/// A text as people write them: no controls beside line ends, nothing unassigned or private.
bool isPlausible(const QString &text)
{
    return text.isValidUtf16() && std::all_of(text.begin(), text.end(), [](QChar c) {
               const QChar::Category category = c.category();
               const bool space = c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f';
               return space ||
                      (category != QChar::Other_Control && category != QChar::Other_NotAssigned &&
                       category != QChar::Other_PrivateUse);
           });
}

/// Text in JIS is ASCII to look at, but for its escape sequences (RFC 1468).
bool isIso2022Jp(QByteArrayView octets)
{
    return octets.contains("\x1b$B") || octets.contains("\x1b$@");
}

/// UTF-16 without a mark: in most texts every second octet is that of a Latin letter (0) or a kana
/// (0x30).
QByteArray likelyUtf16(QByteArrayView octets)
{
    if (octets.size() < 4 || octets.size() % 2 != 0) {
        return {};
    }
    const bool digits = octets.isValidUtf8(); // 0x30 is a zero there
    std::array<qsizetype, 2> high{};
    for (qsizetype i = 0; i < octets.size(); ++i) {
        if (octets[i] == 0 || (octets[i] == 0x30 && !digits)) {
            ++high[i % 2];
        }
    }
    const qsizetype many = octets.size() / 4;
    if (std::max(high[0], high[1]) <= many || high[0] == high[1]) {
        return {};
    }
    const QByteArray name = high[0] > high[1] ? "UTF-16BE" : "UTF-16LE";
    const auto text = converted(name, octets);
    return text && isPlausible(*text) ? name : QByteArray();
}

QByteArray detected(QByteArrayView octets)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    uchardet_handle_data(detector.get(), octets.data(), octets.size());
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

struct Mark
{
    QByteArrayView octets;
    const char *charset;
};

/// UTF-32's little end before UTF-16's, which it begins with.
constexpr Mark marks[] = {
    {QByteArrayView("\xef\xbb\xbf", 3), "UTF-8"},
    {QByteArrayView("\xff\xfe\0\0", 4), "UTF-32LE"},
    {QByteArrayView("\0\0\xfe\xff", 4), "UTF-32BE"},
    {QByteArrayView("\xff\xfe", 2), "UTF-16LE"},
    {QByteArrayView("\xfe\xff", 2), "UTF-16BE"},
};

core::Result<QString> decodedText(QByteArrayView octets, const QByteArray &charset)
{
    if (!isCharset(charset)) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "There is no encoding called %1."), {charset}});
    }
    for (const Mark &mark : marks) {
        if (octets.startsWith(mark.octets) && meant(charset).startsWith("UTF")) {
            octets = octets.sliced(mark.octets.size());
            break;
        }
    }
    const std::optional<QString> text = decodedFrom(charset, octets);
    if (!text) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "The text is not written in the encoding %1."), {charset}});
    }
    return *text;
}

core::Result<QString> unmarkedText(QByteArrayView octets)
{
    const bool plain =
        octets.isValidUtf8() && !isIso2022Jp(octets) && likelyUtf16(octets).isEmpty();
    if (plain) {
        return QString::fromUtf8(octets);
    }
    const QByteArray likely = likelyCharset(octets);
    if (likely.isEmpty()) {
        return core::badInput(
            QT_TRANSLATE_NOOP("core", "The text is not UTF-8, and its encoding cannot be told."));
    }
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "The text is not UTF-8; it looks like %1."), {likely}});
}

core::Result<QString> undamaged(const core::Result<QString> &text)
{
    if (text) {
        if (const auto error = lostInside(*text, QT_TRANSLATE_NOOP("core", "The text"))) {
            return *error;
        }
    }
    return text;
}

} // namespace

std::optional<QString> decodedFrom(const QByteArray &charset, QByteArrayView octets)
{
    const QByteArray name = meant(charset);
    const std::optional<QString> text = converted(name, octets);
    // What calls itself Latin-1 and uses its unused places is Windows' (as every browser reads it).
    if (text && name == "ISO-8859-1" && !isPlausible(*text)) {
        const std::optional<QString> windows = converted("CP1252", octets);
        return windows ? windows : text;
    }
    return text;
}

bool isCharset(const QByteArray &name)
{
    return converterFrom(meant(name)) != nullptr;
}

QByteArray likelyCharset(QByteArrayView octets)
{
    if (isIso2022Jp(octets)) {
        return "ISO-2022-JP";
    }
    if (const QByteArray utf16 = likelyUtf16(octets); !utf16.isEmpty()) {
        return utf16;
    }
    // The detector knows long texts; of a few letters it knows nothing.
    const QByteArrayList candidates{detected(octets), "Shift_JIS", "EUC-JP",      "EUC-KR",
                                    "Big5",           "GB18030",   "windows-1252"};
    for (const QByteArray &charset : candidates) {
        const bool useful = !charset.isEmpty() && charset != "ASCII" && charset != "UTF-8";
        const auto text = useful ? decodedFrom(charset, octets) : std::nullopt;
        if (text && isPlausible(*text)) {
            return charset;
        }
    }
    return {};
}

QByteArray charsetOfLocale(const QByteArray &locale)
{
    const qsizetype dot = locale.indexOf('.');
    const QByteArray name = dot < 0 ? QByteArray() : locale.mid(dot + 1).split('@').first();
    const bool utf8 = meant(name).startsWith("UTF");
    return !utf8 && isCharset(name) ? name : QByteArray();
}

QByteArray localeCharset()
{
    static const QByteArray charset = [] {
        for (const char *variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (const QByteArray locale = qgetenv(variable); !locale.isEmpty()) {
                return charsetOfLocale(locale);
            }
        }
        return QByteArray();
    }();
    return charset;
}

core::Result<QString> readText(QByteArrayView octets, const QByteArray &charset)
{
    if (!charset.isEmpty()) {
        return undamaged(decodedText(octets, charset));
    }
    for (const Mark &mark : marks) {
        if (octets.startsWith(mark.octets)) {
            return undamaged(decodedText(octets, mark.charset));
        }
    }
    return undamaged(unmarkedText(octets));
}

std::optional<core::Error> lostInside(const QString &text, const char *what)
{
    if (text.contains(QChar::ReplacementCharacter) || !text.isValidUtf16()) {
        return badInput(
            what, QT_TRANSLATE_NOOP(
                      "core", "%1 has a character that was lost before it got here (U+FFFD)."));
    }
    return {};
}

QString readableName(QByteArrayView octets, const QByteArray &locale)
{
    if (octets.isValidUtf8()) {
        return QString::fromUtf8(octets);
    }
    for (const QByteArray &charset : {locale, likelyCharset(octets)}) {
        const auto name = charset.isEmpty() ? std::nullopt : decodedFrom(charset, octets);
        if (name && isPlausible(*name)) {
            return *name;
        }
    }
    QString name;
    for (qsizetype at = 0; at < octets.size();) {
        const qsizetype length = core::utf8SequenceLength(octets, at);
        name += length > 0
                    ? QString::fromUtf8(octets.sliced(at, length))
                    : u'%' + QString::fromLatin1(QByteArray(1, octets[at]).toHex().toUpper());
        at += std::max<qsizetype>(length, 1);
    }
    return name;
}

} // namespace mime
