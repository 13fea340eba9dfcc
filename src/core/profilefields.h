// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one table of a server's settings. What saves, shows, asks for or compares them walks it, so
// a new setting is a member of its struct, a row here, and a widget in the window.
#pragma once

#include "core/profile.h"

#include <QFlags>
#include <QJsonValue>

#include <span>
#include <variant>

namespace core
{

/// Where a field's value lies in a profile.
using FieldPlace =
    std::variant<QString *, bool *, quint16 *, int *, QByteArray *, std::chrono::milliseconds *,
                 Security *, Method *, ProxyKind *, PopSecurity *, PopAuth *>;
/// The value itself; what has words is one of them.
using FieldValue = std::variant<QString, bool, quint16, int, QByteArray, std::chrono::milliseconds>;

enum class FieldKind
{
    Text,
    File,
    Word,
    Flag,
    Port,
    Count,
    Digest, // SHA-256
    Time,
};

/// One field of a ServerProfile, or of what is in it.
struct ProfileField
{
    enum Trait
    {
        IsFile = 1,
        ForOneRun = 2,     // its option may be given beside a saved server
        CanUnset = 4,      // --unset takes it back; the window has it under Advanced
        AlwaysStored = 8,  // in servers.json even with its usual value, as the first version had it
        StoredIfUsed = 16, // never there with its usual value
        OtherReply = 32,   // after a change, what the server said before counts no more
        MayBeZero = 64,    // of a time or count
        OfLogin = 128,     // counts only where somebody logs in
    };
    Q_DECLARE_FLAGS(Traits, Trait)

    QLatin1StringView group; // the JSON object it stands in; empty: the server's own
    QLatin1StringView key;   // in JSON
    /// On the command line, without --; empty: none. Where rows share one, the first has its words.
    QLatin1StringView option;
    Traits traits;
    FieldPlace (*place)(ServerProfile &);
    const char *optionValue = nullptr; // what --help calls its value; nullptr: a switch
    // Words for people, marked for translation in the context "core"; nullptr: none.
    const char *help = nullptr; // of the option
    const char *title = nullptr;
    const char *on = nullptr; // how a flag that is set is shown

    [[nodiscard]] FieldKind kind() const;
    [[nodiscard]] FieldValue value(const ServerProfile &profile) const;
    /// False, and nothing done, where the field cannot have that value.
    [[nodiscard]] bool set(ServerProfile &profile, const FieldValue &value) const;
    /// What it can be, of a FieldKind::Word.
    [[nodiscard]] QStringList words() const;
    /// The least and the most that a FieldKind::Count can be.
    [[nodiscard]] std::pair<int, int> range() const;
    /// As a new profile has it.
    [[nodiscard]] bool isUsual(const ServerProfile &profile) const;
    void reset(ServerProfile &profile) const;

    /// As its option takes it: times in seconds, digests in hex.
    [[nodiscard]] QString text(const ServerProfile &profile) const;
    /// As in servers.json: the same, with JSON's own types.
    [[nodiscard]] QJsonValue json(const ServerProfile &profile) const;
    /// False where the field cannot have that value: no guess is made at a word.
    [[nodiscard]] bool setJson(ServerProfile &profile, const QJsonValue &json) const;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ProfileField::Traits)

std::span<const ProfileField> profileFields();

/// Whether the two differ in a field that has this trait.
bool differIn(ProfileField::Trait trait, const ServerProfile &one, const ServerProfile &other);

} // namespace core
