// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirun.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// Two hosts with a network between them, made by twohosts.sh, for as long as the object lives. The
/// command line runs on one of them; the other has a name server and the practice server.
class TwoHosts
{
public:
    TwoHosts();
    ~TwoHosts();

    /// `names`: a line "NAME ADDRESS" for each address. False: error() holds what the script said.
    [[nodiscard]] bool start(const QByteArray &names);
    [[nodiscard]] QByteArray error() { return m_script.readAllStandardError(); }

    /// The client's resolv.conf from now on; at first it names the far host's name server.
    [[nodiscard]] bool setResolver(const QByteArray &text);
    /// Which family getaddrinfo() puts first.
    [[nodiscard]] bool preferIpv4(bool prefer);

    enum class Network
    {
        Client,
        None, // only a loopback interface
    };
    /// The command line on the client, with an empty home of its own. The far host's account is
    /// "far" with the password in FAR_WORD.
    [[nodiscard]] CliRun run(const QStringList &arguments, Network network = Network::Client);
    /// How many packets have been lost so far; negative: nobody knows.
    [[nodiscard]] int lostPackets();

    static constexpr const char *mailPort = "2525";
    static constexpr const char *smtpsPort = "2465"; // its certificate is for no name there

private:
    [[nodiscard]] QString lineWith(const QString &start);
    [[nodiscard]] bool writeFile(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_state;
    QProcess m_script;
    QString m_client; // a process that has the client's namespaces
};
