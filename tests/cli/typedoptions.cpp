// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedoptions.h"

#include "cli/options.h"
#include "cli/savingoptions.h"

#include <QCommandLineParser>

namespace
{

cli::Inputs inputs()
{
    cli::Inputs none;
    none.environment = [](const QString &) { return QByteArray("word"); };
    none.passwordLine = [] { return std::nullopt; };
    none.savedServer = [](const QString &) { return std::nullopt; };
    none.savedNames = [] { return QStringList(); };
    none.provider = [](const QString &) { return std::nullopt; };
    return none;
}

} // namespace

std::optional<cli::ConnectionOptions> checked(const QStringList &arguments)
{
    QCommandLineParser parser;
    cli::addConnectionOptions(parser);
    cli::addLoginOptions(parser);
    if (cli::parseArguments(parser, arguments)) {
        return {};
    }
    const auto read = cli::connectionOptions(parser, inputs(), cli::Login::IfPassword);
    const auto *options = std::get_if<cli::ConnectionOptions>(&read);
    return options == nullptr ? std::nullopt : std::optional(*options);
}

std::optional<core::ServerProfile> edited(const core::ServerProfile &profile,
                                          const QStringList &arguments)
{
    QCommandLineParser parser;
    cli::addConnectionOptions(parser);
    cli::addLoginOptions(parser);
    cli::addSavingOptions(parser);
    if (cli::parseArguments(parser, arguments)) {
        return {};
    }
    core::ServerEntry entry;
    entry.id = QUuid::createUuid();
    entry.profile = profile;
    const auto read = cli::readToSave(parser, inputs(), entry);
    const auto *saved = std::get_if<cli::ToSave>(&read);
    return saved == nullptr ? std::nullopt : std::optional(saved->entry.profile);
}
