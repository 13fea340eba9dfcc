// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonwebtoken.h"

#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// Real Postfix and Dovecot, a SOCKS5 and an HTTP proxy, from Debian's packages, run by
/// realservers.sh on free loopback ports for as long as the object lives.
class RealServers
{
public:
    struct User
    {
        QString name;
        QByteArray password;
    };
    struct Port
    {
        const char *name;
        const char *key;
        const char *security;
    };
    /// Those on which a person logs in.
    static constexpr Port loginPorts[] = {{"Postfix SMTPs", "POSTFIX_SMTPS", "smtps"},
                                          {"Postfix STARTTLS", "POSTFIX_STARTTLS", "starttls"},
                                          {"Dovecot SMTPs", "DOVECOT_SUBMISSIONS", "smtps"},
                                          {"Dovecot STARTTLS", "DOVECOT_SUBMISSION", "starttls"}};

    RealServers();
    ~RealServers();

    /// False: error() holds what the script said.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray error() { return m_script.readAllStandardError(); }

    /// "POSTFIX_SMTPS" and so on; 0 where there is none.
    [[nodiscard]] quint16 port(const QString &key) const { return m_values.value(key).toUShort(); }
    [[nodiscard]] QString caFile() const { return m_state.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] static const QList<User> &users();
    [[nodiscard]] static QString addressOf(const QString &user);
    /// The servers' name that nobody knows but they themselves and the proxies beside them.
    [[nodiscard]] static QString nameThere() { return QStringLiteral("mx.example.test"); }
    /// An access token with these claims ("sub": the address, "exp": seconds since 1970) that both
    /// servers take.
    [[nodiscard]] QByteArray token(const QJsonObject &claims) const;
    /// A client certificate by which Dovecot's submission server knows the first user, and its key.
    [[nodiscard]] QString clientCertificateFile() const
    {
        return m_state.filePath(QStringLiteral("client.pem"));
    }
    [[nodiscard]] QString clientKeyFile() const
    {
        return m_state.filePath(QStringLiteral("client-key.pem"));
    }
    [[nodiscard]] QString logFile(const QString &name) const
    {
        return m_values.value(QStringLiteral("LOG")) + QLatin1Char('/') + name;
    }
    /// Waits for the next mail of the user and takes it out of the mailbox, with LF line ends;
    /// empty: none came.
    [[nodiscard]] QByteArray takeMail(const QString &user) const;
    /// The first attachment of such a mail; empty: it has none in base64.
    [[nodiscard]] static QByteArray attachmentIn(const QByteArray &mail);

private:
    [[nodiscard]] bool writeInputs() const;

    QTemporaryDir m_state;
    QByteArray m_tokenKey = newTokenKey();
    QProcess m_script;
    QHash<QString, QString> m_values;
};
