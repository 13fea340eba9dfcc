// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hostoptions.h"

#include "cli/spelling.h"
#include "cli/text.h"
#include "cli/textreport.h"
#include "core/tidy.h"
#include "core/typedhost.h"

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// The options of one server's place.
struct Place
{
    QString host;
    QString port;
    QString security;
    QString tlsFirst; // the word of `security`
    core::HostFor use;
};

const Place places[] = {
    {u"host"_s, u"port"_s, u"security"_s, u"smtps"_s, core::HostFor::Smtp},
    {u"pop-host"_s, u"pop-port"_s, u"pop-security"_s, u"pop3s"_s, core::HostFor::Pop}};

UsageError contradiction(const Place &place, const QString &told, const QString &option)
{
    return {Text::tr("--%1 says %2, and --%3 says something else. Leave one of them out.")
                .arg(place.host, told, option)};
}

/// The options that say the same as the one with the glued host.
Parsed<QStringList> takenApart(const Place &place, const QCommandLineParser &parser)
{
    const QString typed = parser.value(place.host);
    const auto read = core::typedHost(typed, place.use);
    if (!read) {
        return UsageError{u"--%1: "_s.arg(place.host) +
                          read.error().detail.translated(&translatedText)};
    }
    QStringList options;
    if (read->host != core::tidied(typed)) {
        options << u"--"_s + place.host << read->host;
    }
    if (read->port && !parser.isSet(place.port)) {
        options << u"--"_s + place.port << QString::number(*read->port);
    } else if (read->port && core::typedPort(parser.value(place.port)) != read->port) {
        return contradiction(place, Text::tr("port %1").arg(*read->port), place.port);
    }
    if (read->tlsFirst && !parser.isSet(place.security)) {
        options << u"--"_s + place.security << place.tlsFirst;
    } else if (read->tlsFirst &&
               wordMeant(place.security, parser.value(place.security)) != place.tlsFirst) {
        return contradiction(place, read->scheme + u"://"_s, place.security);
    }
    return options;
}

} // namespace

Parsed<QStringList> withHostsTakenApart(const QStringList &arguments,
                                        const QCommandLineParser &parser)
{
    QStringList apart = arguments;
    const QStringList given = parser.optionNames();
    for (const Place &place : places) {
        if (!given.contains(place.host)) {
            continue;
        }
        const auto options = takenApart(place, parser);
        if (const auto *error = std::get_if<UsageError>(&options)) {
            return *error;
        }
        // The last one of an option counts; what stands behind "--" is no option.
        qsizetype end = apart.indexOf(u"--"_s);
        for (const QString &word : std::get<QStringList>(options)) {
            apart.insert(end < 0 ? apart.size() : end++, word);
        }
    }
    return apart;
}

} // namespace cli
