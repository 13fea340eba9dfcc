// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionoptions.h"

#include "cli/loginoptions.h"
#include "cli/profileoptions.h"
#include "cli/textreport.h"
#include "diagnosis/words.h"
#include "service/practiceentry.h"

#include <QLocale>

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
    if (const auto option = ownOption(parser)) {
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
    return {};
}

/// The settings; of a saved server those that may be other ones for this run.
std::optional<UsageError> readSettings(const QCommandLineParser &parser, Login login,
                                       ConnectionOptions &options)
{
    service::Following following(core::Security::StartTls);
    core::ServerProfile &profile = following.entry.profile;
    profile = options.profile;
    following.portTyped = options.saved.has_value(); // which has its own
    if (!options.saved && login != Login::Never) {
        if (const auto error = readMethod(parser, profile)) {
            return error;
        }
    }
    if (const auto error = readFields(parser, following)) {
        return error;
    }
    if (!following.portTyped) {
        profile.port = core::usualPort(profile.security, core::Method::None);
    }
    options.profile = profile;
    return login == Login::Never ? std::nullopt : checkMethod(parser, profile);
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
std::optional<UsageError> completeLogin(const QCommandLineParser &parser, Login login,
                                        ConnectionOptions &options)
{
    const bool loginNeedsPassword = login == Login::NeedsPassword;
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
                                    Login login, ConnectionOptions &options)
{
    if (login == Login::Never) {
        return {};
    }
    if (const auto error = readPasswords(parser, inputs, options)) {
        return error;
    }
    if (!options.server.isEmpty()) {
        return {}; // a saved or built-in server knows its ID and password
    }
    if (options.profile.method == core::Method::External) {
        return {}; // the certificate says who it is
    }
    return completeLogin(parser, login, options);
}

} // namespace

std::optional<UsageError> unknownServers(const service::Servers &servers)
{
    const core::Text because = servers.unknownBecause();
    if (because.isEmpty()) {
        return {};
    }
    UsageError error{because.translated(&translatedText), badInputExit};
    if (const auto kept = servers.kept()) {
        error.advice =
            Text::tr("“proserpina-cli server restore” goes back to the list saved on %1 "
                     "(%2).")
                .arg(savedOn(*kept), diagnosis::serverCount(kept->count, &translatedText));
    } else if (servers.isDamaged()) {
        error.advice = Text::tr("There is no good copy to go back to. Repair the file, or move it "
                                "away to begin with an empty list.");
    }
    return error;
}

QString savedOn(const service::KeptServers &kept)
{
    return QLocale().toString(kept.savedAt.toLocalTime(), QLocale::ShortFormat);
}

UsageError noSuchServer(const QString &name, const QStringList &names)
{
    return {Text::tr("There is no server called “%1”.").arg(name) + didYouMean(name, names)};
}

Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            Login login)
{
    ConnectionOptions options;
    if (const auto error = readTarget(parser, inputs, options)) {
        return *error;
    }
    if (const auto error = readSettings(parser, login, options)) {
        return *error;
    }
    if (const auto error = readLogin(parser, inputs, login, options)) {
        return *error;
    }
    return options;
}

} // namespace cli
