// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/text.h"
#include "core/inert.h"
#include "core/systemtext.h"
#include "service/texts.h"

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

bool namesAFile(const QString &option)
{
    static const QStringList options{u"attach"_s,  u"message-file"_s, u"body-file"_s,
                                     u"ca-file"_s, u"client-cert"_s,  u"client-key"_s};
    return options.contains(option);
}

bool mustNotBeAltered(const QString &option)
{
    static const QStringList options{u"id"_s,        u"pop-id"_s,           u"password-env"_s,
                                     u"token-env"_s, u"pop-password-env"_s, u"password-command"_s};
    return options.contains(option);
}

/// `option`: empty for what stands by itself.
Parsed<QString> readable(const QString &argument, const QString &option)
{
    if (!core::hasForeignOctets(argument) || namesAFile(option)) {
        return argument;
    }
    const auto text = mustNotBeAltered(option) ? std::nullopt : service::argumentText(argument);
    if (text) {
        return *text;
    }
    if (option.endsWith("-env"_L1)) {
        return UsageError{Text::tr("--%1: what was given is not UTF-8.").arg(option)};
    }
    const QString shown = core::inert(argument);
    return UsageError{option.isEmpty() ? Text::tr("“%1” is not UTF-8.").arg(shown)
                                       : Text::tr("--%1: “%2” is not UTF-8.").arg(option, shown)};
}

} // namespace

Parsed<QStringList> readableArguments(const QStringList &arguments)
{
    QStringList read;
    QString option; // whose value may come next
    for (const QString &argument : arguments) {
        const bool isOption = argument.startsWith("--"_L1);
        const qsizetype equals = isOption ? argument.indexOf(u'=') : -1;
        const QString name =
            isOption ? argument.sliced(2, (equals < 0 ? argument.size() : equals) - 2) : QString();
        const auto text = readable(argument, equals > 0 ? name : option);
        if (const auto *error = std::get_if<UsageError>(&text)) {
            return *error;
        }
        read.append(std::get<QString>(text));
        option = equals > 0 ? QString() : name;
    }
    return read;
}

} // namespace cli
