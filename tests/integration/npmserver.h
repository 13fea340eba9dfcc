// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// nodemailer's smtp-server under Node.js (npm/server.js), on free loopback ports for as long as
/// the object lives. Offers PLAIN, LOGIN, CRAM-MD5 and XOAUTH2, and takes mail for anybody but
/// nobody@.
class NpmServer
{
public:
    struct Mail
    {
        QByteArray content;
        QJsonObject facts; // user, from, to, tls: see server.js
    };

    NpmServer();
    ~NpmServer();

    /// False: error() holds what the script said.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray error() { return m_script.readAllStandardError(); }

    /// "STARTTLS", "SMTPS", or "MUTUAL", which wants the client certificate of clientFile().
    [[nodiscard]] quint16 port(const QString &name) const;
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// The client certificate that it knows, with its key, PEM.
    [[nodiscard]] QString clientFile() const
    {
        return m_folder.filePath(QStringLiteral("client.pem"));
    }
    [[nodiscard]] static QString user() { return QStringLiteral("taro@example.test"); }
    [[nodiscard]] static QByteArray password() { return "word-ﾊﾟｽ 📧-pass"; }
    [[nodiscard]] static QByteArray token() { return "ya29.a-token_of-taros"; }

    /// What the server has kept, in order; each mail once.
    [[nodiscard]] QList<Mail> takeMails();

private:
    [[nodiscard]] QJsonObject config() const;

    QTemporaryDir m_folder;
    QProcess m_script;
    QJsonObject m_ports;
    int m_taken = 0;
};
