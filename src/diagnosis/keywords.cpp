// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/keywords.h"

#include "core/inert.h"
#include "core/ladder.h"

#include <QByteArrayView>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr qsizetype longestParameters = 80;

/// Parameters as one piece of text, harmless and short.
QString parameterText(const QByteArrayList &parameters, QByteArrayView separator)
{
    const QString text = core::inert(parameters.join(separator.toByteArray()));
    return text.size() <= longestParameters ? text : text.left(longestParameters - 1) + u'…';
}

QString with(const char *source, const QString &value, const Translate &translate)
{
    return translated(source, translate).replace("{value}"_L1, value);
}

QString sizeExplanation(const core::Keyword &keyword, const Translate &translate)
{
    const QByteArray number = keyword.parameters.value(0);
    bool isNumber = false;
    const qint64 limit = number.toLongLong(&isNumber);
    if (!number.isEmpty() && (!isNumber || limit < 0)) {
        return translated(QT_TRANSLATE_NOOP("diagnosis",
                                            "Should name the largest message the server takes, but "
                                            "this is no readable number."),
                          translate);
    }
    // RFC 1870 4: no number, or 0, means that no fixed limit is in force.
    return limit == 0
               ? translated(QT_TRANSLATE_NOOP("diagnosis", "The server reads the size of a message "
                                                           "beforehand; it names no fixed limit."),
                            translate)
               : with(QT_TRANSLATE_NOOP("diagnosis", "Messages may be up to {value} large."),
                      sizeText(limit, translate), translate);
}

QString authExplanation(const QByteArrayList &mechanisms, bool oldForm, const Translate &translate)
{
    const QString names = parameterText(mechanisms, ", ");
    if (names.isEmpty()) {
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "Announces a login but names no method, so there is none to use."),
            translate);
    }
    return oldForm
               ? with(QT_TRANSLATE_NOOP("diagnosis", "The methods of logging in, in an old form "
                                                     "for old programs: {value}."),
                      names, translate)
               : with(QT_TRANSLATE_NOOP("diagnosis", "The methods of logging in: {value}."), names,
                      translate);
}

QString unknownExplanation(const QByteArray &name, const Translate &translate)
{
    // Some firewalls paint over what they do not want seen: "250-XXXXXXXA" (B07).
    if (name.startsWith("XXXX") || name.contains('*')) {
        return translated(QT_TRANSLATE_NOOP("diagnosis",
                                            "A firewall on the way has painted over this "
                                            "line; it may have been STARTTLS."),
                          translate);
    }
    if (name.startsWith('X')) {
        return translated(QT_TRANSLATE_NOOP("diagnosis",
                                            "Private to this kind of server (it starts with X); "
                                            "Proserpina makes no use of it."),
                          translate);
    }
    return translated(QT_TRANSLATE_NOOP("diagnosis",
                                        "Not known to Proserpina, which makes no use of "
                                        "it; sending mail does not need it."),
                      translate);
}

QString greetingExplanation(const core::Capabilities &capabilities, const QByteArray &text,
                            const Translate &translate)
{
    // RFC 5321 4.1.1.1: the server's domain, then a greeting in free words.
    const QByteArray name = text.left(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '));
    if (name.isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("diagnosis", "The server says yes without its name."),
                          translate);
    }
    const QString shown = parameterText({name}, " ");
    return capabilities.fromHelo
               ? with(QT_TRANSLATE_NOOP("diagnosis",
                                        "The server calls itself {value}; it knows only the "
                                        "old HELO and lists no abilities."),
                      shown, translate)
               : with(QT_TRANSLATE_NOOP("diagnosis",
                                        "The server calls itself {value} and greets; the "
                                        "lines below say what it can do."),
                      shown, translate);
}

QString usedAmong(const QByteArrayList &mechanisms, core::Method method, const Translate &translate)
{
    const auto rung = core::nextRung(method, mechanisms, {});
    return rung ? with(QT_TRANSLATE_NOOP("diagnosis", "Proserpina would use {value}."),
                       methodTitle(*rung, translate), translate)
                : translated(QT_TRANSLATE_NOOP("diagnosis", "None of them can be used with the "
                                                            "method that is set."),
                             translate);
}

const char *found(std::span<const Explanation> table, const QByteArray &name)
{
    for (const Explanation &row : table) {
        if (name == row.name) {
            return row.sentence;
        }
    }
    return nullptr;
}

} // namespace

QString keywordExplanation(const core::Keyword &keyword, const Translate &translate)
{
    const QByteArray name = keyword.name.toUpper();
    if (name == "SIZE") {
        return sizeExplanation(keyword, translate);
    }
    if (name == "AUTH") {
        return authExplanation(keyword.parameters, false, translate);
    }
    if (name.startsWith("AUTH=")) {
        QByteArrayList mechanisms = keyword.parameters;
        if (name.size() > 5) {
            mechanisms.prepend(name.mid(5));
        }
        return authExplanation(mechanisms, true, translate);
    }
    const char *sentence = found(keywordTable(), name);
    if (!sentence) {
        return unknownExplanation(name, translate);
    }
    const QString text = translated(sentence, translate);
    return keyword.parameters.isEmpty() || name == "STARTTLS"
               ? text
               : text + u' ' +
                     with(QT_TRANSLATE_NOOP("diagnosis", "It says: {value}."),
                          parameterText(keyword.parameters, " "), translate);
}

QString replyLineExplanation(const core::Capabilities &capabilities, int lineIndex,
                             core::Method method, const Translate &translate)
{
    if (lineIndex < 0 || lineIndex >= capabilities.lines.size()) {
        return {};
    }
    const QByteArray text = capabilities.lines[lineIndex].mid(4).simplified(); // behind "250-"
    if (lineIndex == 0) {
        return greetingExplanation(capabilities, text, translate);
    }
    const QByteArrayList words = text.split(' ');
    if (words.constFirst().isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("diagnosis", "An empty line; it says nothing."),
                          translate);
    }
    const core::Keyword keyword{words.constFirst().toUpper(), words.mid(1)};
    const QString sentence = keywordExplanation(keyword, translate);
    return keyword.name == "AUTH" || keyword.name.startsWith("AUTH=")
               ? sentence + u' ' + usedAmong(capabilities.authMechanisms, method, translate)
               : sentence;
}

QString mechanismExplanation(const QByteArray &mechanism, const Translate &translate)
{
    const QByteArray name = mechanism.toUpper();
    const char *sentence = found(mechanismTable(), name);
    if (!sentence && name.startsWith("SCRAM-")) {
        sentence = name.endsWith("-PLUS")
                       ? QT_TRANSLATE_NOOP("diagnosis",
                                           "SCRAM tied to the encrypted connection; Proserpina "
                                           "does not use this form.")
                       : QT_TRANSLATE_NOOP("diagnosis",
                                           "A kind of SCRAM with another checksum; Proserpina "
                                           "uses SCRAM-SHA-256 only.");
    }
    return translated(sentence ? sentence
                               : QT_TRANSLATE_NOOP("diagnosis",
                                                   "A way of logging in that Proserpina does "
                                                   "not know."),
                      translate);
}

} // namespace diagnosis
