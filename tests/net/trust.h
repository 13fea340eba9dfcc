// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/connection.h"
#include "opensslserver.h"
#include "smtp/session.h"

#include <QTemporaryFile>

/// A file with this content while it lives.
class PemFile
{
public:
    explicit PemFile(const QByteArray &pem)
    {
        m_file.open();
        append(pem);
    }
    void append(const QByteArray &pem)
    {
        m_file.write(pem);
        m_file.flush();
    }
    [[nodiscard]] QString name() const { return m_file.fileName(); }

private:
    QTemporaryFile m_file;
};

/// An authority and a file with its root.
struct Trust
{
    practice::CertificateAuthority authority;
    PemFile file{authority.certificatePem()};

    /// A server for localhost with such a certificate by the authority.
    [[nodiscard]] OpenSslBehaviour
    behaviour(practice::CertificateKind kind = practice::CertificateKind::Good) const;
    /// The way to it, trusting the authority.
    [[nodiscard]] net::Target target(const OpenSslServer &server) const;
};

/// For an OpenSslServer, which takes every login.
smtp::SessionSettings settingsFor(core::Goal goal, core::Security security = core::Security::Smtps);
