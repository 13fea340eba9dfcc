// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causetext.h"

#include "core/inert.h"
#include "core/timelimits.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr qsizetype longestValue = 80;
constexpr qsizetype longestReason = 140;
constexpr qsizetype longestSaid = 90;
constexpr qsizetype mostNames = 3;

struct Filling
{
    const Case &c;
    const QDateTime &now;
    const Translate &translate;
};

/// A stranger's text made harmless and short enough for a sentence.
template <typename Text> QString shown(const Text &text, qsizetype longest = longestValue)
{
    const QString harmless = core::inert(text).trimmed();
    return harmless.size() <= longest ? harmless : harmless.left(longest - 1) + u'…';
}

QString firstNames(const QStringList &names)
{
    QStringList list;
    for (const QString &name : names.first(std::min(names.size(), mostNames))) {
        list.append(shown(name));
    }
    if (names.size() > mostNames) {
        list.append(u"…"_s);
    }
    return list.join(", "_L1);
}

/// The date in this computer's zone; the time too where the date alone does not tell it from `now`.
QString dateText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime here = time.toOffsetFromUtc(now.offsetFromUtc());
    return here.toString(here.date() == now.date() ? u"yyyy-MM-dd HH:mm" : u"yyyy-MM-dd");
}

bool inPop(const Filling &f)
{
    return core::isOfPop(f.c.facts.stage);
}

/// The one that logged in, or was tried last; before that the chosen one.
core::Method method(const Filling &f)
{
    const core::Method used = f.c.facts.method;
    return used == core::Method::None ? f.c.profile.method : used;
}

core::Certificate certificate(const Filling &f)
{
    return f.c.facts.tls ? f.c.facts.tls->certificate() : core::Certificate();
}

std::chrono::milliseconds deadline(const Filling &f)
{
    return core::limitOf(f.c.facts.stage, core::deadlinesFor(f.c.goal, f.c.profile));
}

QString withoutFullStop(QString text)
{
    while (text.endsWith(u'.') || text.endsWith(u'。')) {
        text.chop(1);
    }
    return text;
}

/// The library's words without their own full stop, or what TLS said.
QString reason(const Filling &f)
{
    QString text = f.c.facts.detail.translated(f.translate);
    if (text.trimmed().isEmpty() && f.c.facts.tls) {
        text = f.c.facts.tls->errors.value(0).translated(f.translate);
    }
    return withoutFullStop(shown(text, longestReason));
}

QString offered(const Filling &f)
{
    QStringList names;
    if (f.c.facts.capabilities()) {
        for (const QByteArray &mechanism : f.c.facts.capabilities()->authMechanisms) {
            names.append(shown(mechanism));
        }
    }
    constexpr qsizetype mostMethods = 6;
    if (names.size() > mostMethods) {
        names = names.first(mostMethods) << u"…"_s;
    }
    return names.isEmpty() ? translated(QT_TRANSLATE_NOOP("diagnosis", "nothing"), f.translate)
                           : names.join(", "_L1);
}

/// The recipient the decisive answer was about, else the first that was not accepted.
QString recipient(const Filling &f)
{
    const QList<core::RecipientResult> &all = f.c.facts.recipients;
    auto found = std::find_if(all.begin(), all.end(), [&](const core::RecipientResult &one) {
        return one.reply && one.reply == f.c.facts.reply;
    });
    if (found == all.end()) {
        found = std::find_if(all.begin(), all.end(), [](const core::RecipientResult &one) {
            return one.outcome != core::Outcome::Accepted;
        });
    }
    return found == all.end()
               ? translated(QT_TRANSLATE_NOOP("diagnosis", "the recipient"), f.translate)
               : shown(found->address);
}

QString accepted(const Filling &f)
{
    const QList<core::RecipientResult> &all = f.c.facts.recipients;
    return QString::number(
        std::count_if(all.begin(), all.end(), [](const core::RecipientResult &one) {
            return one.outcome == core::Outcome::Accepted;
        }));
}

QString hostNames(const Filling &f)
{
    const core::Certificate leaf = certificate(f);
    if (!leaf.hostNames.isEmpty()) {
        return firstNames(leaf.hostNames);
    }
    return leaf.subject.isEmpty()
               ? translated(QT_TRANSLATE_NOOP("diagnosis", "no host name"), f.translate)
               : shown(leaf.subject);
}

QString sizeLimit(const Filling &f)
{
    const std::optional<core::Capabilities> &capabilities = f.c.facts.capabilities();
    return capabilities && capabilities->sizeLimit > 0
               ? sizeText(capabilities->sizeLimit, f.translate)
               : translated(QT_TRANSLATE_NOOP("diagnosis", "not said"), f.translate);
}

struct Place
{
    QStringView name;
    QString (*value)(const Filling &);
};

constexpr Place places[] = {
    {u"accepted", accepted},
    {u"because", // ": the library's words", or nothing
     [](const Filling &f) {
         const QString words = reason(f);
         return words.isEmpty() ? words : ": "_L1 + words;
     }},
    {u"ehloName",
     [](const Filling &f) {
         return f.c.profile.ehloName.isEmpty() ? u"[127.0.0.1]"_s : shown(f.c.profile.ehloName);
     }},
    {u"from", [](const Filling &f) { return dateText(certificate(f).validFrom, f.now); }},
    {u"host",
     [](const Filling &f) {
         const QString host = inPop(f) ? core::popHostOf(f.c.profile) : f.c.profile.host;
         return host.isEmpty()
                    ? translated(QT_TRANSLATE_NOOP("diagnosis", "The server"), f.translate)
                    : shown(host);
     }},
    {u"input", // the sentence that refused what was entered
     [](const Filling &f) {
         const QString words = reason(f);
         return words.isEmpty()
                    ? translated(QT_TRANSLATE_NOOP("diagnosis",
                                                   "Something that was entered cannot be used"),
                                 f.translate)
                    : words;
     }},
    {u"issuer", [](const Filling &f) { return shown(certificate(f).issuer); }},
    {u"limit", sizeLimit},
    {u"login", // what the server took
     [](const Filling &f) {
         return translated(core::takesToken(method(f))
                               ? QT_TRANSLATE_NOOP("diagnosis", "the access token")
                           : method(f) == core::Method::External
                               ? QT_TRANSLATE_NOOP("diagnosis", "the client certificate")
                               : QT_TRANSLATE_NOOP("diagnosis", "ID and password"),
                           f.translate);
     }},
    {u"method", [](const Filling &f) { return methodTitle(method(f), f.translate); }},
    {u"names", hostNames},
    {u"offered", offered},
    {u"port",
     [](const Filling &f) {
         return QString::number(inPop(f) ? f.c.profile.pop.port : f.c.profile.port);
     }},
    {u"proxy",
     [](const Filling &f) {
         const core::Proxy &proxy = f.c.profile.proxy;
         return shown(proxy.host) + u':' + QString::number(proxy.port);
     }},
    {u"recipient", recipient},
    {u"recipients", [](const Filling &f) { return QString::number(f.c.facts.recipients.size()); }},
    {u"said", // the server's words, as far as a sentence can carry them
     [](const Filling &f) {
         const QString words =
             f.c.facts.reply ? shown(f.c.facts.reply->text.join(' '), longestSaid) : QString();
         return words.isEmpty()
                    ? translated(QT_TRANSLATE_NOOP("diagnosis", "it gave no words"), f.translate)
                    : withoutFullStop(words);
     }},
    {u"seconds",
     [](const Filling &f) {
         return QString::number(static_cast<double>(deadline(f).count()) / 1000.0);
     }},
    {u"secret",
     [](const Filling &f) {
         return translated(core::takesToken(method(f))
                               ? QT_TRANSLATE_NOOP("diagnosis", "access token")
                               : QT_TRANSLATE_NOOP("diagnosis", "password"),
                           f.translate);
     }},
    {u"security",
     [](const Filling &f) { return securityTitle(f.c.profile.security, f.translate); }},
    {u"step",
     [](const Filling &f) {
         return f.c.isTold && f.c.facts.stage == core::Stage::Message
                    ? translated(QT_TRANSLATE_NOOP("diagnosis", "not known"), f.translate)
                    : stageTitle(f.c.facts.stage, f.translate);
     }},
    {u"today", [](const Filling &f) { return f.now.toString(u"yyyy-MM-dd HH:mm"); }},
    {u"until", [](const Filling &f) { return dateText(certificate(f).validUntil, f.now); }},
    {u"version",
     [](const Filling &f) {
         const QString version = f.c.facts.tls ? f.c.facts.tls->version : QString();
         return version.isEmpty()
                    ? translated(QT_TRANSLATE_NOOP("diagnosis", "TLS 1.0 or 1.1"), f.translate)
                    : shown(version);
     }},
};

QString valueOf(QStringView name, const Filling &f)
{
    for (const Place &place : places) {
        if (place.name == name) {
            return place.value(f);
        }
    }
    return u'{' + name.toString() + u'}';
}

/// Adds a piece to a sentence. Japanese stands without the blank that sets off what is Latin.
void append(QString &out, const QString &piece)
{
    const auto isJapanese = [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
               c.script() == QChar::Script_Katakana;
    };
    if (out.size() > 1 && out.back() == u' ' && !piece.isEmpty() && isJapanese(piece.front()) &&
        isJapanese(out[out.size() - 2])) {
        out.chop(1);
    }
    const bool isBlankLess = !out.isEmpty() && isJapanese(out.back()) && piece.size() > 1 &&
                             piece.front() == u' ' && isJapanese(piece[1]);
    out += isBlankLess ? piece.sliced(1) : piece;
}

} // namespace

QString filled(const char *source, const Case &c, const QDateTime &now, const Translate &translate)
{
    const QString text = translated(source, translate);
    const Filling filling{c, now, translate};
    QString out;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            append(out, text.sliced(at));
            return out;
        }
        append(out, text.sliced(at, open - at));
        append(out, valueOf(QStringView(text).sliced(open + 1, close - open - 1), filling));
        at = close + 1;
    }
}

} // namespace diagnosis
