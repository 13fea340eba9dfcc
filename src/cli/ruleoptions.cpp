// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ruleoptions.h"

#include "cli/textreport.h"
#include "core/tidy.h"
#include "core/words.h"
#include "service/identities.h"
#include "service/texts.h"

#include <QDir>

#include <limits>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr qint64 megabyte = 1'000'000;
constexpr qint64 mostNumber = 1'000'000;

/// Nothing: the option is not given.
Parsed<std::optional<qint64>> numberOf(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option)) {
        return std::optional<qint64>();
    }
    bool ok = false;
    const qint64 number = core::tidied(parser.value(option)).toLongLong(&ok);
    if (!ok || number < 0 || number > mostNumber) {
        return UsageError{
            Text::tr("--%1 takes a number from 0 on, not “%2”.").arg(option, parser.value(option))};
    }
    return std::optional(number);
}

std::optional<UsageError> readNumbers(const QCommandLineParser &parser, core::AutosendRule &rule)
{
    const std::pair<QString, std::function<void(qint64)>> numbers[] = {
        {u"mail-size"_s, [&rule](qint64 number) { rule.mailOctets = number * megabyte; }},
        {u"delay"_s, [&rule](qint64 number) { rule.stillness = std::chrono::seconds(number); }},
        {u"per-minute"_s,
         [&rule](qint64 number) { rule.mailsPerMinute = static_cast<int>(number); }},
        {u"brake-files"_s, [&rule](qint64 number) { rule.brakeFiles = static_cast<int>(number); }},
        {u"brake-size"_s, [&rule](qint64 number) { rule.brakeOctets = number * megabyte; }}};
    for (const auto &[option, set] : numbers) {
        const auto number = numberOf(parser, option);
        if (const auto *error = std::get_if<UsageError>(&number)) {
            return *error;
        }
        if (const auto given = std::get<std::optional<qint64>>(number)) {
            set(*given);
        }
    }
    return {};
}

std::optional<UsageError> readSender(const QCommandLineParser &parser, core::AutosendRule &rule,
                                     const service::Identities &identities)
{
    if (!parser.isSet(u"from"_s)) {
        const auto usual = identities.usual();
        rule.identity = rule.identity.isNull() && usual ? usual->id : rule.identity;
        return rule.identity.isNull()
                   ? std::optional(UsageError{
                         Text::tr("There is no sender yet. Saving a server with an address makes "
                                  "one."),
                         badInputExit})
                   : std::nullopt;
    }
    const QString words = parser.value(u"from"_s);
    const QList<core::Identity> found = identities.named(words);
    if (found.size() != 1) {
        return UsageError{found.isEmpty()
                              ? Text::tr("No sender has the address or name “%1”.").arg(words)
                              : Text::tr("Several senders are called “%1”; give name and "
                                         "address: \"Name <address>\".")
                                    .arg(words)};
    }
    rule.identity = found.constFirst().id;
    return {};
}

std::optional<UsageError> readWords(const QCommandLineParser &parser, core::AutosendRule &rule)
{
    if (parser.isSet(u"afterwards"_s)) {
        const QString word = parser.value(u"afterwards"_s);
        const auto afterwards = core::valueOf<core::AutosendRule::Afterwards>(word);
        if (!afterwards) {
            return notOneOf(u"afterwards"_s, word, core::wordsOf<core::AutosendRule::Afterwards>());
        }
        rule.afterwards = *afterwards;
    }
    if (parser.isSet(u"subject"_s)) {
        rule.subject = parser.value(u"subject"_s);
    }
    if (parser.isSet(u"body-file"_s)) {
        const auto text = service::readTextFile(parser.value(u"body-file"_s), {});
        if (!text) {
            return UsageError{u"--body-file: "_s + text.error().detail.translated(&translatedText),
                              badInputExit};
        }
        rule.text = *text;
    }
    return {};
}

} // namespace

Parsed<core::AutosendRule> ruleWithOptions(const QCommandLineParser &parser,
                                           core::AutosendRule rule,
                                           const service::Identities &identities)
{
    const std::pair<QString, QStringList &> lists[] = {{u"files"_s, rule.patterns},
                                                       {u"to"_s, rule.to},
                                                       {u"cc"_s, rule.cc},
                                                       {u"bcc"_s, rule.bcc},
                                                       {u"pass-over"_s, rule.passedOver}};
    for (const auto &[option, values] : lists) {
        values = parser.isSet(option) ? parser.values(option) : values;
    }
    if (parser.isSet(u"folder"_s)) {
        rule.folder = QDir::current().absoluteFilePath(parser.value(u"folder"_s));
    }
    rule.subFolders =
        (rule.subFolders || parser.isSet(u"sub-folders"_s)) && !parser.isSet(u"no-sub-folders"_s);
    rule.sharedFolder = rule.sharedFolder || parser.isSet(u"shared-folder"_s);
    rule.enabled = (rule.enabled || parser.isSet(u"enable"_s)) && !parser.isSet(u"disable"_s);
    if (const auto error = readWords(parser, rule)) {
        return *error;
    }
    if (const auto error = readNumbers(parser, rule)) {
        return *error;
    }
    if (const auto error = readSender(parser, rule, identities)) {
        return *error;
    }
    return rule;
}

} // namespace cli
