// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/choices.h"

#include "cli/advancedoptions.h"
#include "cli/text.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "diagnosis/remedies.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

struct Choice
{
    QString label;
    QStringList options;
    QStringList leaveOut;    // names; a saved server's options take back instead
    QString risk;            // empty: nothing is given up
    bool ofThisMail = false; // an option for another try, not of the server
};

QString secondsOf(std::chrono::milliseconds time)
{
    return QString::number(std::chrono::duration<double>(time).count());
}

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
            m_takenBack << QString::fromLatin1(option);
        } else {
            set(option, after);
        }
    }

    void toggle(const char *option, bool before, bool after)
    {
        if (after && !before) {
            m_options << u"--"_s + QString::fromLatin1(option);
        } else if (before && !after) {
            m_takenBack << QString::fromLatin1(option);
        }
    }

    void set(const char *option, const QString &value)
    {
        m_options << u"--"_s + QString::fromLatin1(option) << value;
    }

    [[nodiscard]] const QStringList &options() const { return m_options; }
    [[nodiscard]] const QStringList &takenBack() const { return m_takenBack; }

private:
    QStringList m_options;
    QStringList m_takenBack;
};

/// A port follows security and method where none is given, so it goes along with them.
void addWay(const core::ServerProfile &before, const core::ServerProfile &after, bool withPort,
            Difference &difference)
{
    difference.text("security", core::securityName(before.security),
                    core::securityName(after.security));
    const bool follows =
        before.security != after.security || core::usualPort(before.security, before.method) !=
                                                 core::usualPort(after.security, after.method);
    if (withPort && (follows || before.port != after.port)) {
        difference.set("port", QString::number(after.port));
    }
    difference.text("auth", core::methodName(before.method), core::methodName(after.method));
}

void addPop(const core::PopProfile &before, const core::PopProfile &after, bool withPort,
            Difference &difference)
{
    if (withPort) {
        difference.text("pop-host", before.host, after.host);
    }
    difference.text("pop-security", core::popSecurityName(before.security),
                    core::popSecurityName(after.security));
    if (withPort && (before.security != after.security || before.port != after.port)) {
        difference.set("pop-port", QString::number(after.port));
    }
    difference.text("pop-auth", core::popAuthName(before.auth), core::popAuthName(after.auth));
    difference.text("pop-wait", secondsOf(before.wait), secondsOf(after.wait));
    difference.text("pop-pin", QString::fromLatin1(before.pinnedSha256.toHex()),
                    QString::fromLatin1(after.pinnedSha256.toHex()));
}

Difference differenceBetween(const core::ServerProfile &before, const core::ServerProfile &after,
                             bool builtIn)
{
    Difference difference;
    if (!builtIn) {
        difference.text("host", before.host, after.host);
    }
    addWay(before, after, !builtIn, difference);
    difference.text("pin", QString::fromLatin1(before.pinnedSha256.toHex()),
                    QString::fromLatin1(after.pinnedSha256.toHex()));
    difference.toggle("allow-plaintext-password", before.allowPlaintextPassword,
                      after.allowPlaintextPassword);
    difference.toggle("allow-old-tls", before.allowOldTls, after.allowOldTls);
    difference.toggle("try-next-method", before.tryNextMethod, after.tryNextMethod);
    difference.text("proxy", proxyText(before.proxy), proxyText(after.proxy));
    addPop(before.pop, after.pop, !builtIn, difference);
    return difference;
}

/// The typed options that have no meaning any more and would be an error.
QStringList meaningless(const Tried &tried, const core::ServerProfile &after)
{
    static const QStringList ofPop{u"pop-host"_s,        u"pop-port"_s, u"pop-security"_s,
                                   u"pop-auth"_s,        u"pop-id"_s,   u"pop-wait"_s,
                                   u"pop-password-env"_s};
    static const QStringList ofLogin{u"id"_s, u"password-env"_s, u"password-stdin"_s,
                                     u"password-command"_s, u"token-env"_s};
    const bool noPop = tried.profile.method == core::Method::PopBeforeSmtp &&
                       after.method != core::Method::PopBeforeSmtp;
    QStringList names;
    for (const QString &name : tried.typed) {
        const bool noMore = (noPop && ofPop.contains(name)) ||
                            (after.method == core::Method::None && ofLogin.contains(name));
        if (noMore && !names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

Choice choiceOf(const diagnosis::Remedy &remedy, const Tried &tried)
{
    const Difference difference = differenceBetween(tried.profile, remedy.profile, tried.builtIn);
    Choice choice{
        remedy.label, difference.options(), {}, diagnosis::riskSentence(remedy, &translatedText)};
    if (remedy.kind == diagnosis::Remedy::Kind::TakeSignatureOff) {
        choice.options.append(u"--break-signature"_s);
        choice.ofThisMail = true;
        return choice;
    }
    if (tried.saved.isEmpty()) {
        choice.leaveOut = difference.takenBack() + meaningless(tried, remedy.profile);
        return choice;
    }
    for (const QString &option : difference.takenBack()) {
        choice.options << u"--unset"_s << option;
    }
    return choice;
}

QList<Choice> choicesOf(const QList<diagnosis::Remedy> &remedies, const Tried &tried)
{
    QList<Choice> choices;
    for (const diagnosis::Remedy &remedy : remedies) {
        const Choice choice = choiceOf(remedy, tried);
        if (!choice.options.isEmpty() || !choice.leaveOut.isEmpty()) {
            choices.append(choice);
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

/// Not wrapped: it is there to be copied.
void printOptions(Terminal &terminal, const Choice &choice, const QString &saved)
{
    if (!choice.options.isEmpty()) {
        terminal.line(u"  "_s + commandLine(choice.options, choice.ofThisMail ? QString() : saved));
    }
    if (!choice.leaveOut.isEmpty()) {
        terminal.line(u"  "_s +
                      Text::tr("without %1").arg(u"--"_s + choice.leaveOut.join(u", --"_s)));
    }
}

} // namespace

void printChoices(Terminal &terminal, const QList<diagnosis::Remedy> &remedies, const Tried &tried)
{
    const QList<Choice> choices = choicesOf(remedies, tried);
    if (choices.isEmpty()) {
        return;
    }
    const bool tryAgain = tried.saved.isEmpty() || choices.constFirst().ofThisMail;
    terminal.line(tryAgain ? Text::tr("You can choose to try again with:")
                           : Text::tr("You can choose to change this:"),
                  Terminal::Style::Faint);
    for (const Choice &choice : choices) {
        printOptions(terminal, choice, tried.saved);
        terminal.lines(
            wrapped(choice.label + (choice.risk.isEmpty() ? QString() : u": "_s + choice.risk),
                    textWidth, u"      "_s, u"      "_s),
            Terminal::Style::Faint);
    }
}

QJsonArray choicesJson(const QList<diagnosis::Remedy> &remedies, const Tried &tried)
{
    QJsonArray array;
    const QList<Choice> choices = choicesOf(remedies, tried);
    for (const Choice &choice : choices) {
        array.append(QJsonObject{
            {u"label"_s, choice.label},
            {u"options"_s, QJsonArray::fromStringList(choice.options)},
            {u"leaveOut"_s, QJsonArray::fromStringList(choice.leaveOut)},
            {u"risk"_s, choice.risk.isEmpty() ? QJsonValue() : QJsonValue(choice.risk)}});
    }
    return array;
}

} // namespace cli
