// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/choices.h"

#include "cli/advancedoptions.h"
#include "cli/text.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "diagnosis/remedies.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

struct Choice
{
    QString label;
    QStringList options;
    QString risk; // empty: nothing is given up
};

/// Collects options where two profiles differ.
class Difference
{
public:
    void text(const char *option, const QString &before, const QString &after)
    {
        if (before == after) {
            return;
        }
        if (after.isEmpty()) {
            unset(option);
        } else {
            m_options << u"--"_s + QString::fromLatin1(option) << after;
        }
    }

    void toggle(const char *option, bool before, bool after)
    {
        if (after && !before) {
            m_options << u"--"_s + QString::fromLatin1(option);
        } else if (before && !after) {
            unset(option);
        }
    }

    [[nodiscard]] const QStringList &options() const { return m_options; }

private:
    void unset(const char *option) { m_options << u"--unset"_s << QString::fromLatin1(option); }

    QStringList m_options;
};

void addPop(const core::PopProfile &before, const core::PopProfile &after, Difference &difference)
{
    difference.text("pop-host", before.host, after.host);
    difference.text("pop-security", core::popSecurityName(before.security),
                    core::popSecurityName(after.security));
    difference.text("pop-port", QString::number(before.port), QString::number(after.port));
    difference.text("pop-auth", core::popAuthName(before.auth), core::popAuthName(after.auth));
    difference.text("pop-pin", QString::fromLatin1(before.pinnedSha256.toHex()),
                    QString::fromLatin1(after.pinnedSha256.toHex()));
}

QList<Choice> choicesAfter(const core::SessionFacts &facts, const core::ServerProfile &profile)
{
    QList<Choice> choices;
    const QList<diagnosis::Remedy> remedies = diagnosis::remedies(facts, profile, &translatedText);
    for (const diagnosis::Remedy &remedy : remedies) {
        const QStringList options = optionsBetween(profile, remedy.profile);
        if (!options.isEmpty()) {
            choices.append(
                {remedy.label, options, diagnosis::riskSentence(remedy, &translatedText)});
        }
    }
    return choices;
}

/// As a shell takes it for one word.
QString quoted(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    return plain.match(word).hasMatch() ? word
                                        : u'\'' + QString(word).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString commandLine(const QStringList &options, const QString &saved)
{
    QStringList words;
    if (!saved.isEmpty()) {
        words = {u"proserpina-cli"_s, u"server"_s, u"edit"_s, quoted(saved)};
    }
    for (const QString &option : options) {
        words.append(quoted(option));
    }
    return core::inert(words.join(u' '));
}

} // namespace

QStringList optionsBetween(const core::ServerProfile &before, const core::ServerProfile &after)
{
    Difference difference;
    difference.text("host", before.host, after.host);
    difference.text("security", core::securityName(before.security),
                    core::securityName(after.security));
    difference.text("port", QString::number(before.port), QString::number(after.port));
    difference.text("auth", core::methodName(before.method), core::methodName(after.method));
    difference.text("pin", QString::fromLatin1(before.pinnedSha256.toHex()),
                    QString::fromLatin1(after.pinnedSha256.toHex()));
    difference.toggle("allow-plaintext-password", before.allowPlaintextPassword,
                      after.allowPlaintextPassword);
    difference.toggle("allow-old-tls", before.allowOldTls, after.allowOldTls);
    difference.toggle("try-next-method", before.tryNextMethod, after.tryNextMethod);
    difference.text("proxy", proxyText(before.proxy), proxyText(after.proxy));
    addPop(before.pop, after.pop, difference);
    return difference.options();
}

void printChoices(Terminal &terminal, const core::SessionFacts &facts,
                  const core::ServerProfile &profile, const QString &saved)
{
    const QList<Choice> choices = choicesAfter(facts, profile);
    if (choices.isEmpty()) {
        return;
    }
    terminal.line(saved.isEmpty() ? Text::tr("You can choose to try again with:")
                                  : Text::tr("You can choose to change this:"),
                  Terminal::Style::Faint);
    for (const Choice &choice : choices) {
        // Not wrapped: it is there to be copied.
        terminal.line(u"  "_s + commandLine(choice.options, saved));
        terminal.lines(
            wrapped(choice.label + (choice.risk.isEmpty() ? QString() : u": "_s + choice.risk),
                    textWidth, u"      "_s, u"      "_s),
            Terminal::Style::Faint);
    }
}

QJsonArray choicesJson(const core::SessionFacts &facts, const core::ServerProfile &profile)
{
    QJsonArray array;
    const QList<Choice> choices = choicesAfter(facts, profile);
    for (const Choice &choice : choices) {
        array.append(QJsonObject{
            {u"label"_s, choice.label},
            {u"options"_s, QJsonArray::fromStringList(choice.options)},
            {u"risk"_s, choice.risk.isEmpty() ? QJsonValue() : QJsonValue(choice.risk)}});
    }
    return array;
}

} // namespace cli
