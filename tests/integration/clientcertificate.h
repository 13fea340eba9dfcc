// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A client certificate for `name`, signed by itself, and its key, both PEM, made by openssl (the
/// practice authority's are for servers only). Empty: that failed.
struct ClientCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem;

    [[nodiscard]] static ClientCertificate make(const QString &name);
};
