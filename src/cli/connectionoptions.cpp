// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionoptions.h"

#include "cli/advancedoptions.h"
#include "cli/loginoptions.h"
#include "cli/popoptions.h"
#include "cli/text.h"
#include "cli/textreport.h"
#include "service/fields.h"
#include "service/practiceentry.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// A saved server has its own host and encryption: so its password goes nowhere else.
std::optional<UsageError> readSaved(const QCommandLineParser &parser, const Inputs &inputs,
                                    ConnectionOptions &options)
{
    options.saved = inputs.savedServer(options.server);
    if (!options.saved) {
        UsageError error = noSuchServer(options.server, inputs.savedNames());
        error.message +=
            u' ' + Text::tr("Else give --host and the other options, or the built-in “practice”.");
        return error;
    }
    for (const char *option : {"host", "port", "security", "ca-file", "allow-plaintext-password"}) {
        if (parser.isSet(QString::fromLatin1(option))) {
            return UsageError{Text::tr("“%1” has its own settings; leave --%2 out.")
                                  .arg(options.server, QString::fromLatin1(option))};
        }
    }
    auto option = popTargetOption(parser);
    if (!option) {
        option = advancedOption(parser);
    }
    if (option) {
        return UsageError{
            Text::tr("“%1” has its own settings; leave --%2 out.").arg(options.server, *option)};
    }
    options.profile = options.saved->profile;
    return {};
}

std::optional<UsageError> readTarget(const QCommandLineParser &parser, const Inputs &inputs,
                                     ConnectionOptions &options)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() > 1) {
        return UsageError{Text::tr("One server at a time: “%1” is one too many.").arg(names[1])};
    }
    options.server = names.value(0);
    if (!options.server.isEmpty() && !service::PracticeEntry::isName(options.server)) {
        return readSaved(parser, inputs, options);
    }
    if (options.server.isEmpty() && !parser.isSet(u"host"_s)) {
        return UsageError{
            Text::tr("Which server? Give a saved one's name, --host, or the built-in “practice”.")};
    }
    if (!options.server.isEmpty() && (parser.isSet(u"host"_s) || parser.isSet(u"port"_s))) {
        return UsageError{Text::tr("“%1” has its own host and port; leave --host and --port out.")
                              .arg(options.server)};
    }
    options.profile.host = parser.value(u"host"_s);
    return {};
}

std::optional<UsageError> readRest(const QCommandLineParser &parser, ConnectionOptions &options)
{
    core::ServerProfile &profile = options.profile;
    if (!options.saved) {
        profile.caFile = parser.value(u"ca-file"_s);
        profile.allowPlaintextPassword = parser.isSet(u"allow-plaintext-password"_s);
        if (const auto error = readAdvanced(parser, profile)) {
            return error;
        }
    }
    if (!options.saved || parser.isSet(u"ehlo"_s)) {
        profile.ehloName = parser.value(u"ehlo"_s);
    }
    options.json = parser.isSet(u"json"_s);
    return readTimeout(parser, profile);
}

/// The method, and what the --pop options say.
std::optional<UsageError> readWay(const QCommandLineParser &parser, ConnectionOptions &options)
{
    if (!options.saved || parser.isSet(u"auth"_s)) {
        if (const auto error = readMethod(parser, options.profile)) {
            return error;
        }
    }
    if (const auto error = checkMethod(parser, options.profile)) {
        return error;
    }
    return readPop(parser, options.profile);
}

std::optional<UsageError> readPasswords(const QCommandLineParser &parser, const Inputs &inputs,
                                        ConnectionOptions &options)
{
    const auto password = readPassword(parser, inputs);
    if (const auto *error = std::get_if<UsageError>(&password)) {
        return *error;
    }
    options.password = std::get<service::PasswordSource>(password);
    const auto popPassword = readPopPassword(parser, inputs);
    if (const auto *error = std::get_if<UsageError>(&popPassword)) {
        return *error;
    }
    if (const auto &own = std::get<std::optional<core::Secret>>(popPassword)) {
        options.password = *own; // nobody logs in to the other server
    }
    return {};
}

/// Ad hoc, ID and password go together; without either a check stops after EHLO.
std::optional<UsageError> completeLogin(const QCommandLineParser &parser, bool loginNeedsPassword,
                                        ConnectionOptions &options)
{
    core::ServerProfile &profile = options.profile;
    const bool hasPassword = !std::holds_alternative<std::monostate>(options.password);
    const bool hasId = !core::loginIdOf(profile).isEmpty();
    const bool wantsLogin = hasId || hasPassword;
    if (profile.method == core::Method::None) {
        return wantsLogin ? std::optional(UsageError{
                                Text::tr("--auth none goes with no ID and no password.")})
                          : std::nullopt;
    }
    if (hasPassword && !hasId) {
        return UsageError{Text::tr("There is a password but no ID: add --id.")};
    }
    if (loginNeedsPassword && !hasPassword && (wantsLogin || parser.isSet(u"auth"_s))) {
        if (core::takesToken(profile.method)) {
            return UsageError{Text::tr("To log in, an access token is needed: add --token-env%1.")
                                  .arg(hasId ? QString() : Text::tr(" and --id"))};
        }
        return UsageError{
            Text::tr("To log in, a password is needed: add --password-env, --password-stdin or "
                     "--password-command%1.")
                .arg(hasId ? QString() : Text::tr(" and --id"))};
    }
    if (loginNeedsPassword && !wantsLogin) {
        profile.method = core::Method::None;
    }
    return {};
}

std::optional<UsageError> readLogin(const QCommandLineParser &parser, const Inputs &inputs,
                                    bool loginNeedsPassword, ConnectionOptions &options)
{
    core::ServerProfile &profile = options.profile;
    if (!options.saved || parser.isSet(u"id"_s)) {
        profile.userId = parser.value(u"id"_s);
    }
    if (const auto error = readWay(parser, options)) {
        return error;
    }
    if (const auto error = readPasswords(parser, inputs, options)) {
        return error;
    }
    if (!options.server.isEmpty()) {
        return {}; // a saved or built-in server knows its ID and password
    }
    if (profile.method == core::Method::External) {
        return {}; // the certificate says who it is
    }
    return completeLogin(parser, loginNeedsPassword, options);
}

} // namespace

UsageError notOneOf(const QString &option, const QString &value, const QStringList &values)
{
    QString message = Text::tr("--%1 takes %2, not “%3”.").arg(option, values.join(u", "_s), value);
    if (const QString near = nearest(value, values); !near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean %1?").arg(near);
    }
    return {message};
}

UsageError noSuchServer(const QString &name, const QStringList &names)
{
    QString message = Text::tr("There is no server called “%1”.").arg(name);
    if (const QString near = nearest(name, names); !near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean %1?").arg(near);
    }
    return {message};
}

std::optional<UsageError> readSecurity(const QCommandLineParser &parser,
                                       core::ServerProfile &profile)
{
    if (!parser.isSet(u"security"_s)) {
        return {};
    }
    const QString name = parser.value(u"security"_s);
    const auto security = core::securityFromName(name);
    if (!security) {
        return notOneOf(u"security"_s, name,
                        {u"smtps"_s, u"starttls"_s, u"starttls-if-offered"_s, u"none"_s});
    }
    profile.security = *security;
    return {};
}

std::optional<UsageError> readPort(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    return readPortOf(parser, u"port"_s, profile.port);
}

std::optional<UsageError> readPortOf(const QCommandLineParser &parser, const QString &option,
                                     quint16 &port)
{
    if (!parser.isSet(option)) {
        return {};
    }
    bool ok = false;
    // A Japanese hand types full width.
    const QString typed = parser.value(option).normalized(QString::NormalizationForm_KC);
    port = typed.toUShort(&ok);
    if (!ok || port == 0) {
        return UsageError{Text::tr("--%1 takes a number from 1 to 65535, not “%2”.")
                              .arg(option, parser.value(option))};
    }
    return {};
}

QString hostProblemText(const QString &host)
{
    return service::hostProblem(host).translated(&translatedText);
}

std::optional<UsageError> readTimeout(const QCommandLineParser &parser,
                                      core::ServerProfile &profile)
{
    if (!parser.isSet(u"timeout"_s)) {
        return {};
    }
    bool ok = false;
    const double seconds = parser.value(u"timeout"_s).toDouble(&ok);
    if (!ok || !std::isfinite(seconds) || seconds < 0.001 || seconds > 86400) {
        return UsageError{
            Text::tr("--timeout takes a number of seconds from 0.001 to 86400, not “%1”.")
                .arg(parser.value(u"timeout"_s))};
    }
    profile.deadlines =
        core::Deadlines::all(std::chrono::milliseconds(std::llround(seconds * 1000)));
    return {};
}

Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            bool loginNeedsPassword)
{
    ConnectionOptions options;
    if (const auto error = readTarget(parser, inputs, options)) {
        return *error;
    }
    if (!options.saved) {
        if (const auto error = readSecurity(parser, options.profile)) {
            return *error;
        }
        options.profile.port = core::usualPort(options.profile.security, core::Method::None);
        if (const auto error = readPort(parser, options.profile)) {
            return *error;
        }
    }
    if (const auto error = readRest(parser, options)) {
        return *error;
    }
    if (const auto error = readLogin(parser, inputs, loginNeedsPassword, options)) {
        return *error;
    }
    return options;
}

} // namespace cli
