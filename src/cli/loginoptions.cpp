// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loginoptions.h"

#include "cli/textreport.h"
#include "core/words.h"
#include "service/commandline.h"

using namespace Qt::StringLiterals;

namespace cli
{

std::optional<UsageError> readMethod(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    const QString name =
        parser.isSet(u"auth"_s) ? wordMeant(u"auth"_s, parser.value(u"auth"_s)) : u"auto"_s;
    if (name == u"auto"_s) {
        profile.method =
            parser.isSet(u"token-env"_s) ? core::Method::OAuthBearer : core::Method::ScramSha256;
    } else if (const auto method = core::valueOf<core::Method>(name)) {
        profile.method = *method;
    } else {
        return notOneOf(u"auth"_s, name, QStringList{u"auto"_s} + core::wordsOf<core::Method>());
    }
    return {};
}

std::optional<UsageError> checkMethod(const QCommandLineParser &parser,
                                      const core::ServerProfile &profile)
{
    if (parser.isSet(u"token-env"_s) && !core::takesToken(profile.method)) {
        return UsageError{Text::tr("--token-env goes with --auth oauthbearer or xoauth2.")};
    }
    if (profile.method != core::Method::External) {
        return {};
    }
    if (const QStringList given = passwordOptions(parser); !given.isEmpty()) {
        return UsageError{Text::tr("--auth external takes no password: the certificate says who "
                                   "logs in. Leave --%1 out.")
                              .arg(given.constFirst())};
    }
    if (profile.clientCertificate.isEmpty()) {
        return UsageError{Text::tr("--auth external logs in by a certificate: add --client-cert.")};
    }
    return {};
}

Parsed<core::Secret> environmentPassword(const QCommandLineParser &parser, const QString &option,
                                         const Inputs &inputs)
{
    const QString name = parser.value(option);
    const std::optional<QByteArray> value = inputs.environment(name);
    if (!value || value->isEmpty()) {
        return UsageError{
            // Never what was given: it may be the password itself.
            Text::tr(
                "--%1: there is no such environment variable, or it is empty. Give the name of "
                "a variable that holds it, not the password or the token itself.")
                .arg(option)};
    }
    return core::Secret(*value);
}

QStringList passwordOptions(const QCommandLineParser &parser)
{
    QStringList given;
    for (const char *option : {"password-env", "password-stdin", "password-command", "token-env"}) {
        if (parser.isSet(QString::fromLatin1(option))) {
            given.append(QString::fromLatin1(option));
        }
    }
    return given;
}

Parsed<service::PasswordSource> readPassword(const QCommandLineParser &parser, const Inputs &inputs)
{
    if (passwordOptions(parser).size() > 1) {
        return UsageError{Text::tr("Give one of --password-env, --password-stdin, "
                                   "--password-command and --token-env.")};
    }
    const bool isToken = parser.isSet(u"token-env"_s);
    if (isToken || parser.isSet(u"password-env"_s)) {
        const auto password =
            environmentPassword(parser, isToken ? u"token-env"_s : u"password-env"_s, inputs);
        if (const auto *error = std::get_if<UsageError>(&password)) {
            return *error;
        }
        return service::PasswordSource(std::get<core::Secret>(password));
    } else if (parser.isSet(u"password-command"_s)) {
        const auto argv = service::splitCommand(parser.value(u"password-command"_s));
        if (!argv) {
            return UsageError{u"--password-command: "_s +
                              argv.error().detail.translated(&translatedText)};
        }
        return service::PasswordSource(service::PasswordCommand{*argv});
    } else if (parser.isSet(u"password-stdin"_s)) {
        const std::optional<QByteArray> line = inputs.passwordLine();
        if (!line) {
            return UsageError{Text::tr("Cancelled."), cancelledExit};
        }
        if (line->isEmpty()) {
            return UsageError{
                Text::tr("--password-stdin: there is no password on standard input.")};
        }
        return service::PasswordSource(core::Secret(*line));
    }
    return service::PasswordSource();
}

Parsed<std::optional<core::Secret>> readPopPassword(const QCommandLineParser &parser,
                                                    const Inputs &inputs)
{
    if (!parser.isSet(u"pop-password-env"_s)) {
        return std::optional<core::Secret>();
    }
    const auto password = environmentPassword(parser, u"pop-password-env"_s, inputs);
    if (const auto *error = std::get_if<UsageError>(&password)) {
        return *error;
    }
    return std::optional(std::get<core::Secret>(password));
}

} // namespace cli
