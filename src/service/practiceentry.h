// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "core/saslclient.h"
#include "practice/server.h"

#include <QTemporaryFile>

namespace service
{

/// The built-in entry `practice`: a practice server that runs in this process while the object lives, and the
/// settings to reach it with. Its certificate stands in a temporary file, as a person's own CA would.
class PracticeEntry
{
public:
    explicit PracticeEntry(practice::Behaviour behaviour = {});

    static QString name();
    static bool isName(const QString &server);

    /// Error ConnectFailed: the port cannot be had; BodyUnreadable: no room for the certificate.
    [[nodiscard]] core::Result<bool> start(quint16 startTlsPort = 0);

    [[nodiscard]] core::ServerProfile profile(core::Security security) const;
    [[nodiscard]] core::Credentials credentials() const;
    [[nodiscard]] QString caFile() const { return m_caFile.fileName(); }
    [[nodiscard]] practice::Server &server() { return m_server; }

private:
    practice::Server m_server;
    QTemporaryFile m_caFile;
};

} // namespace service
