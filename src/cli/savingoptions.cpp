// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savingoptions.h"

#include "cli/loginoptions.h"
#include "cli/profileoptions.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "core/systemtext.h"
#include "core/tidy.h"
#include "service/fields.h"

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

std::optional<UsageError> firstProblem(const core::ServerEntry &entry)
{
    const core::ServerProfile &profile = entry.profile;
    const struct
    {
        const char *option;
        core::Text problem;
    } fields[] = {
        {"host", service::hostProblem(profile.host)},
        {"address",
         entry.address.isEmpty() ? core::Text() : service::addressProblem(entry.address)},
        {"ehlo", service::ehloNameProblem(profile.ehloName)},
    };
    for (const auto &field : fields) {
        if (!field.problem.isEmpty()) {
            return UsageError{u"--%1: %2"_s.arg(QLatin1StringView(field.option),
                                                field.problem.translated(&translatedText))};
        }
    }
    return {};
}

void readEntry(const QCommandLineParser &parser, core::ServerEntry &entry)
{
    if (parser.isSet(u"name"_s)) {
        entry.profile.name = core::tidied(parser.value(u"name"_s));
    }
    if (parser.isSet(u"address"_s)) {
        entry.address = core::tidiedAddress(parser.value(u"address"_s));
    }
    if (parser.isSet(u"enable"_s) || parser.isSet(u"disable"_s)) {
        entry.enabled = parser.isSet(u"enable"_s);
    }
}

std::optional<UsageError> readSettings(const QCommandLineParser &parser,
                                       service::Following &following)
{
    core::ServerProfile &profile = following.entry.profile;
    if (const auto error = readUnset(parser, profile)) {
        return error;
    }
    if (parser.isSet(u"token-env"_s) && !core::takesToken(profile.method)) {
        if (const auto error = readMethod(parser, profile)) {
            return error;
        }
    }
    if (const auto error = readFields(parser, following)) {
        return error;
    }
    return checkMethod(parser, profile);
}

/// servers.json is UTF-8.
std::optional<UsageError> unsavableFile(const core::ServerProfile &profile)
{
    for (const core::ProfileField &field : core::profileFields()) {
        const QString file = field.text(profile);
        if (field.kind() == core::FieldKind::File && core::hasForeignOctets(file)) {
            return UsageError{
                Text::tr("The file name %1 is not UTF-8 and cannot be saved with a server.")
                    .arg(core::inert(file))};
        }
    }
    return {};
}

/// Says what is still missing, and what is wrong.
std::optional<UsageError> problemOf(const core::ServerEntry &entry)
{
    const core::ServerProfile &profile = entry.profile;
    if (profile.host.isEmpty()) {
        return UsageError{
            Text::tr("Which server? Give --host, or the --address of a known provider.")};
    }
    const bool needsId =
        profile.method != core::Method::None && profile.method != core::Method::External;
    if (core::loginIdOf(profile).isEmpty() && needsId) {
        return UsageError{
            Text::tr("Who logs in? Give --id or --address, or --auth none where nobody does.")};
    }
    if (const auto error = unsavableFile(profile)) {
        return error;
    }
    return firstProblem(entry);
}

/// Asks before what is kept would go elsewhere; without reading what is given in its place, which
/// may have to be typed.
std::optional<UsageError> refuseUnasked(const QCommandLineParser &parser,
                                        const core::ServerEntry &before, core::ServerEntry after)
{
    if (before.id.isNull() || parser.isSet(u"keep-password"_s) ||
        parser.isSet(u"forget-password"_s)) {
        return {};
    }
    service::PasswordChanges given;
    if (!passwordOptions(parser).isEmpty()) {
        given.smtp.kind = service::PasswordChange::Kind::Set;
        after.passwordCommand.clear();
    }
    if (parser.isSet(u"pop-password-env"_s)) {
        given.pop.kind = service::PasswordChange::Kind::Set;
        after.profile.pop.ownPassword = true;
    }
    const auto question = service::questionOf(before, after, given);
    return question ? std::optional(UsageError{
                          Text::tr("%1 If that is right, add --keep-password; else give another or "
                                   "add --forget-password.")
                              .arg(question->sentence.translated(&translatedText))})
                    : std::nullopt;
}

std::optional<UsageError> readPasswordChange(const QCommandLineParser &parser, const Inputs &inputs,
                                             ToSave &save)
{
    const auto read = readPassword(parser, inputs);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        return *error;
    }
    const auto popRead = readPopPassword(parser, inputs);
    if (const auto *error = std::get_if<UsageError>(&popRead)) {
        return *error;
    }
    using Kind = service::PasswordChange::Kind;
    if (const auto &own = std::get<std::optional<core::Secret>>(popRead)) {
        save.passwords.pop = {Kind::Set, *own, true};
        save.entry.profile.pop.ownPassword = true;
    } else if (parser.isSet(u"forget-password"_s)) {
        save.passwords.pop.kind = Kind::Forget;
        save.entry.profile.pop.ownPassword = false;
    }
    const auto &source = std::get<service::PasswordSource>(read);
    if (const auto *typed = std::get_if<core::Secret>(&source)) {
        save.passwords.smtp = {Kind::Set, *typed, true};
        save.entry.passwordCommand.clear();
    } else if (const auto *command = std::get_if<service::PasswordCommand>(&source)) {
        save.passwords.smtp = {Kind::Forget, {}, true};
        save.entry.passwordCommand = command->argv;
        save.passwords.consent = service::Consent{save.entry.profile}; // named for just this
    } else if (parser.isSet(u"forget-password"_s)) {
        save.passwords.smtp = {Kind::Forget, {}, true};
        save.entry.passwordCommand.clear();
    }
    return {};
}

} // namespace

Parsed<ToSave> readToSave(const QCommandLineParser &parser, const Inputs &inputs,
                          const core::ServerEntry &before)
{
    for (const auto &[one, other] :
         {std::pair{"enable", "disable"}, std::pair{"keep-password", "forget-password"}}) {
        if (parser.isSet(QString::fromLatin1(one)) && parser.isSet(QString::fromLatin1(other))) {
            return UsageError{Text::tr("Give --%1 or --%2, not both.")
                                  .arg(QLatin1StringView(one), QLatin1StringView(other))};
        }
    }
    const bool isNew = before.id.isNull();
    service::Following following =
        isNew ? service::Following(core::Security::StartTls) : service::Following(before);
    following.entry.profile.name = before.profile.name;
    readEntry(parser, following.entry);
    if (isNew && !parser.isSet(u"host"_s)) {
        following.follow(inputs.provider(following.entry.address));
    }
    if (const auto error = readSettings(parser, following)) {
        return *error;
    }
    ToSave save{following.finished(), {}};
    if (const auto error = problemOf(save.entry)) {
        return *error;
    }
    if (const auto error = refuseUnasked(parser, before, save.entry)) {
        return *error;
    }
    // Last: it may be typed.
    if (const auto error = readPasswordChange(parser, inputs, save)) {
        return *error;
    }
    if (parser.isSet(u"keep-password"_s)) {
        save.passwords.consent = service::Consent{save.entry.profile};
    }
    return save;
}

} // namespace cli
