// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace core
{

/// How a server lets one in: the columns of the table of what can be set (S9).
enum class Login
{
    Auth,
    PopBeforeSmtp,
    None,
};

/// One filled cell of that table.
struct Way
{
    Security security = Security::Smtps;
    Login login = Login::Auth;
    quint16 port = 0;

    bool operator==(const Way &) const = default;
};

/// What of a mail address a provider wants as the ID (S6).
enum class IdForm
{
    Address,        // taro.yamada@example.org
    LocalPart,      // taro.yamada
    LocalDotDomain, // taro.yamada.example.org
    Own,            // given by the provider, in no relation to the address
};

/// What a person must know or do before a login works; diagnosis has the sentences.
enum class Need
{
    AppPassword,
    OAuthOrAppPassword,
    OAuthOnly,
    SeparatePassword,
    MailPassword,
    AuthorisationCode,
    OwnId,
    EnableInWebmail,
    EnabledByAdministrator,
    Port25Blocked,
    HostByContract,
    Doubtful,
};

/// What is known of a mail provider, from one of the preset files.
struct Provider
{
    QString id;
    QString name;
    QStringList domains;                 // of the addresses, lower case, A-labels
    QString host;                        // one * stands for what differs by contract
    QList<Way> ways;                     // the safest first
    Method method = Method::ScramSha256; // the rung to begin on
    IdForm idForm = IdForm::Address;
    QList<Need> needs;
    QString asOf;     // "2024-07": when the source was last changed
    QString source;   // where it is from
    bool own = false; // the person's own preset

    bool operator==(const Provider &) const = default;
};

/// The ID in the provider's form; nothing where it cannot be made of the address.
std::optional<QString> userIdOf(IdForm form, const QString &address);

/// The way with that cell's security and login; STARTTLS stands for both of its kinds.
std::optional<Way> wayOf(const Provider &provider, Security security, Login login);

/// Whether the provider is known not to take these settings.
bool refuses(const Provider &provider, const ServerProfile &profile);

/// The table's column of a method.
Login loginOf(Method method);

/// The preset files' words, stable (words.h).
QLatin1StringView wordOf(Login login);
QLatin1StringView wordOf(IdForm form);
QLatin1StringView wordOf(Need need);

} // namespace core
