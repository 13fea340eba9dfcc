// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>

/// One run of the real proserpina-cli, with an empty home of its own. The event loop goes on
/// meanwhile, so that a server in the test's process can answer.
struct CliRun
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;

    [[nodiscard]] QJsonObject json() const;
};

struct CliInput
{
    QByteArray standardInput;
    QProcessEnvironment environment = {};
    int interruptAfterOutputOf = 0; // octets of output after which SIGINT is sent; 0: never
    QString outputFile = {};        // instead of CliRun::out
    QString home = {};              // instead of an empty one
};

CliRun runCli(const QStringList &arguments, const CliInput &input = {});
/// With arguments of any octets, as a shell hands them over.
CliRun runCliOctets(const QByteArrayList &arguments, const CliInput &input = {});
