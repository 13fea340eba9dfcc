// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/popoptions.h"

#include "cli/connectionoptions.h"
#include "cli/loginoptions.h"
#include "cli/text.h"
#include "service/fields.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr std::array targets{"pop-host", "pop-port", "pop-security"};
constexpr std::array others{"pop-auth", "pop-id", "pop-password-env", "pop-wait"};

template <size_t N>
std::optional<QString> firstOf(const QCommandLineParser &parser,
                               const std::array<const char *, N> &options)
{
    for (const char *option : options) {
        if (parser.isSet(QString::fromLatin1(option))) {
            return QString::fromLatin1(option);
        }
    }
    return {};
}

std::optional<UsageError> readWait(const QCommandLineParser &parser, core::PopProfile &pop)
{
    if (!parser.isSet(u"pop-wait"_s)) {
        return {};
    }
    bool ok = false;
    const double seconds = parser.value(u"pop-wait"_s).toDouble(&ok);
    if (!ok || !std::isfinite(seconds) || seconds < 0 || seconds > 600) {
        return UsageError{Text::tr("--pop-wait takes a number of seconds from 0 to 600, not “%1”.")
                              .arg(parser.value(u"pop-wait"_s))};
    }
    pop.wait = std::chrono::milliseconds(std::llround(seconds * 1000));
    return {};
}

std::optional<UsageError> readWords(const QCommandLineParser &parser, core::PopProfile &pop)
{
    if (parser.isSet(u"pop-security"_s)) {
        const QString name = parser.value(u"pop-security"_s);
        const auto security = core::popSecurityFromName(name);
        if (!security) {
            return notOneOf(u"pop-security"_s, name, {u"pop3s"_s, u"stls"_s, u"none"_s});
        }
        pop.security = *security;
    }
    if (parser.isSet(u"pop-auth"_s)) {
        const QString name = parser.value(u"pop-auth"_s);
        const auto auth = core::popAuthFromName(name);
        if (!auth) {
            return notOneOf(u"pop-auth"_s, name, {u"auto"_s, u"apop"_s, u"user"_s});
        }
        pop.auth = *auth;
    }
    return {};
}

} // namespace

std::optional<UsageError> readPop(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    std::optional<QString> given = firstOf(parser, targets);
    if (!given) {
        given = firstOf(parser, others);
    }
    if (!given) {
        return {};
    }
    if (profile.method != core::Method::PopBeforeSmtp) {
        return UsageError{Text::tr("--%1 goes with --auth pbs only.").arg(*given)};
    }
    core::PopProfile &pop = profile.pop;
    const bool portFollows = pop.port == core::usualPort(pop.security);
    if (parser.isSet(u"pop-host"_s)) {
        pop.host = service::tidied(parser.value(u"pop-host"_s));
        if (const QString problem = hostProblemText(pop.host);
            !pop.host.isEmpty() && !problem.isEmpty()) {
            return UsageError{u"--pop-host: "_s + problem};
        }
    }
    if (parser.isSet(u"pop-id"_s)) {
        pop.userId = service::tidied(parser.value(u"pop-id"_s));
    }
    if (const auto error = readWords(parser, pop)) {
        return error;
    }
    if (portFollows) {
        pop.port = core::usualPort(pop.security);
    }
    if (const auto error = readPortOf(parser, u"pop-port"_s, pop.port)) {
        return error;
    }
    return readWait(parser, pop);
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

std::optional<QString> popTargetOption(const QCommandLineParser &parser)
{
    return firstOf(parser, targets);
}

} // namespace cli
