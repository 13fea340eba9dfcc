// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consent.h"

using core::PasswordFor;
using core::ServerEntry;
using core::ServerProfile;

namespace service
{

namespace
{

using Kind = PasswordChange::Kind;

/// How surely a login is encrypted.
enum class Protection
{
    Never,
    Perhaps,
    Always,
};

Protection protectionOf(core::Security security)
{
    switch (security) {
    case core::Security::Smtps:
    case core::Security::StartTls: return Protection::Always;
    case core::Security::StartTlsIfOffered: return Protection::Perhaps;
    case core::Security::None: return Protection::Never;
    }
    Q_UNREACHABLE();
}

struct Destination
{
    QString host;
    Protection protection;
};

/// Where a password goes, or would go if it were used.
Destination destinationOf(PasswordFor password, const ServerProfile &profile)
{
    const bool byPop = password == PasswordFor::Pop ||
                       (profile.method == core::Method::PopBeforeSmtp && !profile.pop.ownPassword);
    if (!byPop) {
        return {profile.host, protectionOf(profile.security)};
    }
    const bool open = profile.pop.security == core::PopSecurity::None;
    return {core::popHostOf(profile), open ? Protection::Never : Protection::Always};
}

bool isLessProtected(PasswordFor password, const ServerProfile &before, const ServerProfile &after)
{
    return destinationOf(password, after).protection < destinationOf(password, before).protection;
}

/// Whether somebody may read it in between who could not before.
bool isReadByAnother(PasswordFor password, const ServerProfile &before, const ServerProfile &after)
{
    const core::Proxy &from = before.proxy;
    const core::Proxy &to = after.proxy;
    return destinationOf(password, after).protection != Protection::Always && to.isUsed() &&
           (to.kind != from.kind || to.port != from.port ||
            to.host.compare(from.host, Qt::CaseInsensitive) != 0);
}

/// Whether what logs in after the change is what was there before.
bool isKept(PasswordFor which, const ServerEntry &before, const ServerEntry &after,
            const PasswordChanges &passwords)
{
    if (which == PasswordFor::Pop) {
        return before.profile.pop.ownPassword && passwords.pop.kind == Kind::Keep;
    }
    return after.passwordCommand.isEmpty() ? passwords.smtp.kind == Kind::Keep
                                           : after.passwordCommand == before.passwordCommand;
}

core::Text placeSentence(PasswordFor which, const ServerProfile &before, const ServerProfile &after)
{
    QList<core::Text> places{before.name, core::loginHostOf(after), core::loginPortOf(after)};
    const bool weaker = isLessProtected(which, before, after);
    if (after.proxy.isUsed() && after.proxy != before.proxy) {
        places.append(after.proxy.host);
        return {weaker ? QT_TRANSLATE_NOOP(
                             "core", "The kept password of %1 would now go to %2, port %3, by "
                                     "the proxy %4 and with weaker encryption or none.")
                       : QT_TRANSLATE_NOOP("core", "The kept password of %1 would now go to %2, "
                                                   "port %3, by the proxy %4."),
                places};
    }
    if (weaker) {
        return {QT_TRANSLATE_NOOP("core", "The kept password of %1 would now go to %2, port %3, "
                                          "with weaker encryption or none."),
                places};
    }
    return {QT_TRANSLATE_NOOP("core", "The kept password of %1 would now go to %2, port %3."),
            places};
}

} // namespace

bool goesElsewhere(PasswordFor password, const ServerProfile &before, const ServerProfile &after)
{
    const QString from = destinationOf(password, before).host;
    return from.compare(destinationOf(password, after).host, Qt::CaseInsensitive) != 0 ||
           isLessProtected(password, before, after) || isReadByAnother(password, before, after);
}

std::optional<Question> questionOf(const ServerEntry &before, const ServerEntry &after,
                                   const PasswordChanges &passwords)
{
    const auto which = core::passwordUsed(after.profile);
    if (!which || !isKept(*which, before, after, passwords) ||
        passwords.consent.agreed == after.profile) {
        return {};
    }
    if (goesElsewhere(*which, before.profile, after.profile)) {
        return Question{*which, true, placeSentence(*which, before.profile, after.profile)};
    }
    const bool token = core::takesToken(after.profile.method);
    if (which == PasswordFor::Pop || !after.passwordCommand.isEmpty() ||
        token == core::takesToken(before.profile.method)) {
        return {};
    }
    const char *source =
        token
            ? QT_TRANSLATE_NOOP("core", "What is kept for %1 is a password, not an access token.")
            : QT_TRANSLATE_NOOP("core", "What is kept for %1 is an access token, not a password.");
    return Question{*which, false, {source, {before.profile.name}}};
}

void dropLeftovers(const ServerEntry &before, ServerEntry &after, PasswordChanges &passwords)
{
    const auto isLeftOver = [&](PasswordFor which, const PasswordChange &change) {
        return change.kind == Kind::Keep && core::passwordUsed(after.profile) != which &&
               goesElsewhere(which, before.profile, after.profile);
    };
    if (before.profile.pop.ownPassword && isLeftOver(PasswordFor::Pop, passwords.pop)) {
        passwords.pop.kind = Kind::Forget;
    }
    if (isLeftOver(PasswordFor::Smtp, passwords.smtp)) {
        passwords.smtp.kind = Kind::Forget;
        if (after.passwordCommand == before.passwordCommand) {
            after.passwordCommand.clear();
        }
    }
}

} // namespace service
