// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/choices.h"

#include "cli/profileoptions.h"
#include "cli/usage.h"
#include "core/inert.h"

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
    QStringList leaveOut;    // names; a saved server's options take back instead
    QString risk;            // empty: nothing is given up
    bool ofThisMail = false; // an option for another try, not of the server
};

/// The typed options that have no meaning any more and would be an error.
QStringList meaningless(const Tried &tried, const core::ServerProfile &after)
{
    static const QStringList ofLogin{u"id"_s, u"password-env"_s, u"password-stdin"_s,
                                     u"password-command"_s, u"token-env"_s};
    const bool noPop = tried.profile.method == core::Method::PopBeforeSmtp &&
                       after.method != core::Method::PopBeforeSmtp;
    QStringList names;
    for (const QString &name : tried.typed) {
        const bool noMore = (noPop && name.startsWith(u"pop-"_s)) ||
                            (after.method == core::Method::None && ofLogin.contains(name));
        if (noMore && !names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

Choice choiceOf(const service::Report::Choice &offered, const Tried &tried)
{
    const diagnosis::Remedy &remedy = offered.remedy;
    const Difference difference = differenceBetween(tried.profile, remedy.profile, !tried.builtIn);
    Choice choice{remedy.label, difference.options, {}, offered.risk};
    if (remedy.kind == diagnosis::Remedy::Kind::TakeSignatureOff) {
        choice.options.append(u"--break-signature"_s);
        choice.ofThisMail = true;
        return choice;
    }
    if (tried.saved.isEmpty()) {
        choice.leaveOut = difference.takenBack + meaningless(tried, remedy.profile);
        return choice;
    }
    for (const QString &option : difference.takenBack) {
        choice.options << u"--unset"_s << option;
    }
    return choice;
}

QList<Choice> choicesOf(const QList<service::Report::Choice> &offered, const Tried &tried)
{
    QList<Choice> choices;
    for (const service::Report::Choice &one : offered) {
        const Choice choice = choiceOf(one, tried);
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

void printChoices(Terminal &terminal, const QList<service::Report::Choice> &offered,
                  const Tried &tried)
{
    const QList<Choice> choices = choicesOf(offered, tried);
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

QJsonArray choicesJson(const QList<service::Report::Choice> &offered, const Tried &tried)
{
    QJsonArray array;
    const QList<Choice> choices = choicesOf(offered, tried);
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
