// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/autosendcommand.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/ruleoptions.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "core/tidy.h"
#include "core/words.h"
#include "service/delivery.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/watching.h"

#include <QDir>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using Fate = service::LyingFile::Fate;

namespace cli
{

namespace
{

constexpr int shownFiles = 200;

QStringList recipientsOf(const core::AutosendRule &rule)
{
    return rule.to + rule.cc + rule.bcc;
}

/// What `list` needs, of one moment.
struct Standing
{
    QHash<QUuid, outbox::FileCounts> counts;
    QHash<QUuid, QByteArray> statuses;
};

Standing standing(outbox::Outbox &outbox)
{
    Standing now{{}, outbox.ruleStatuses().valueOr({})};
    for (const outbox::FileCounts &one : outbox.fileCounts().valueOr({})) {
        now.counts.insert(one.rule, one);
    }
    return now;
}

QJsonObject jsonOf(const core::AutosendRule &rule)
{
    return {{u"id"_s, rule.id.toString(QUuid::WithoutBraces)},
            {u"enabled"_s, rule.enabled},
            {u"paused"_s, rule.paused},
            {u"folder"_s, rule.folder},
            {u"sharedFolder"_s, rule.sharedFolder},
            {u"subFolders"_s, rule.subFolders},
            {u"files"_s, QJsonArray::fromStringList(rule.patterns)},
            {u"to"_s, QJsonArray::fromStringList(rule.to)},
            {u"cc"_s, QJsonArray::fromStringList(rule.cc)},
            {u"bcc"_s, QJsonArray::fromStringList(rule.bcc)},
            {u"subject"_s, rule.subject},
            {u"text"_s, rule.text},
            {u"mailOctets"_s, rule.mailOctets},
            {u"delayMs"_s, static_cast<qint64>(rule.stillness.count())},
            {u"afterwards"_s, wordOf(rule.afterwards)},
            {u"perMinute"_s, rule.mailsPerMinute},
            {u"brakeFiles"_s, rule.brakeFiles},
            {u"brakeOctets"_s, rule.brakeOctets},
            {u"passOver"_s, QJsonArray::fromStringList(rule.passedOver)}};
}

QJsonObject jsonOf(const outbox::MailedFile &file)
{
    return {{u"rule"_s, file.rule.toString(QUuid::WithoutBraces)},
            {u"file"_s, core::inert(file.folder + u'/' + file.path)},
            {u"octets"_s, file.octets},
            {u"at"_s, file.at.toUTC().toString(Qt::ISODate)},
            {u"mail"_s, file.mail ? QJsonValue(*file.mail) : QJsonValue()},
            {u"result"_s, wordOf(file.state)},
            {u"sentence"_s, file.why},
            {u"place"_s, core::inert(file.place)}};
}

/// Such as "Goes": a word for scripts.
QString wordOf(Fate fate)
{
    static const QStringList words{u"goes"_s,       u"known"_s,       u"other-rule"_s,
                                   u"not-wanted"_s, u"passed-over"_s, u"empty"_s,
                                   u"open"_s,       u"unreadable"_s,  u"no-file"_s};
    return words.value(static_cast<int>(fate));
}

} // namespace

AutosendCommand::AutosendCommand(const Environment &environment)
    : Command(environment.terminal,
              u"autosend list|add|edit|remove|pause|resume|dry-run|run|history [RULE]"_s)
    , m_servers(environment.servers)
    , m_environment(environment)
{}

void AutosendCommand::describe(QCommandLineParser &parser)
{
    describeCommand(
        parser,
        tr("Files put into a folder are mailed by themselves. autosend list; autosend add --folder "
           "F --to A; autosend edit RULE with what is to change; autosend remove RULE; autosend "
           "pause RULE; autosend resume RULE, also where many files wait for your word; autosend "
           "dry-run RULE, which files would go and why others would not; autosend run watches and "
           "sends until it is stopped; autosend history. RULE is its number in the list, or its "
           "folder."));
    addRuleOptions(parser);
    addOutputOptions(parser);
}

void AutosendCommand::run()
{
    const QStringList words = m_parser.positionalArguments();
    const QString what = words.value(0);
    const QStringList alone{u"list"_s, u"add"_s, u"run"_s, u"history"_s};
    const QStringList forRule{u"edit"_s, u"remove"_s, u"pause"_s, u"resume"_s, u"dry-run"_s};
    if (!alone.contains(what) && !forRule.contains(what)) {
        fail({what.isEmpty() ? tr("Say what: autosend list, for instance.")
                             : tr("autosend does not know “%1”.").arg(what) +
                                   didYouMean(what, alone + forRule)});
        return;
    }
    if (words.size() != (alone.contains(what) ? 1 : 2)) {
        fail({alone.contains(what)
                  ? tr("“%1” is one word too many.").arg(words.value(1))
                  : tr("Which rule? autosend %1 takes its number or folder; see autosend list.")
                        .arg(what)});
        return;
    }
    if (const core::Text problem = m_environment.rules().problem(); !problem.isEmpty()) {
        m_terminal.error(problem.translated(&translatedText));
    }
    if (what == u"list"_s) {
        list();
    } else if (what == u"add"_s) {
        add();
    } else if (what == u"history"_s) {
        history();
    } else if (what == u"run"_s) {
        watch();
    } else {
        const auto found = meant(words[1]);
        if (const auto *error = std::get_if<UsageError>(&found)) {
            fail(*error);
            return;
        }
        const auto &rule = std::get<core::AutosendRule>(found);
        if (what == u"edit"_s) {
            edit(rule);
        } else if (what == u"remove"_s) {
            remove(rule);
        } else if (what == u"dry-run"_s) {
            dryRun(rule);
        } else {
            setPaused(rule, what == u"pause"_s);
        }
    }
}

Parsed<core::AutosendRule> AutosendCommand::meant(const QString &word) const
{
    const QList<core::AutosendRule> rules = m_environment.rules().all();
    bool isNumber = false;
    const qsizetype number = core::tidied(word).toLongLong(&isNumber);
    if (isNumber && number >= 1 && number <= rules.size()) {
        return rules[number - 1];
    }
    const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(word));
    QList<core::AutosendRule> found;
    for (const core::AutosendRule &rule : rules) {
        if (rule.folder == folder || rule.id.toString(QUuid::WithoutBraces) == word) {
            found.append(rule);
        }
    }
    if (found.size() == 1) {
        return found.constFirst();
    }
    return UsageError{found.isEmpty()
                          ? tr("There is no rule “%1”. See autosend list.").arg(word)
                          : tr("Several rules watch %1; give the number of one.").arg(folder),
                      badInputExit};
}

QString AutosendCommand::senderOf(const core::AutosendRule &rule) const
{
    const auto identity = m_servers.identities().identity(rule.identity);
    return identity ? identity->address : QString();
}

// ---- list

void AutosendCommand::list()
{
    m_environment.delivery().read(this, &standing, [this](const Standing &now) {
        const service::Rules &rules = m_environment.rules();
        const service::Watching &watching = m_environment.watching();
        QJsonArray array;
        int number = 0;
        for (const core::AutosendRule &rule : rules.all()) {
            const outbox::FileCounts counts = now.counts.value(rule.id);
            const bool watched = watching.isWatchedElsewhere(rule.id);
            const auto told =
                watched ? service::statusFromBytes(now.statuses.value(rule.id)) : std::nullopt;
            const auto status = told.value_or(service::RuleStatus());
            const core::Text obstacle = rules.obstacle(rule);
            const QString why =
                !rule.enabled     ? tr("It is switched off.")
                : rule.paused     ? tr("It is paused.")
                : status.isBraked ? tr("%1 files (%2) came at once and wait for your word: "
                                       "autosend resume sends them.")
                                        .arg(QString::number(status.ready),
                                             QLocale().formattedDataSize(status.readyOctets))
                : !obstacle.isEmpty() ? obstacle.translated(&translatedText)
                : !watched ? tr("Nobody watches it until the window is opened, the background unit "
                                "is switched on, or proserpina-cli autosend run is called.")
                           : status.problem;
            if (m_json) {
                QJsonObject json = jsonOf(rule);
                json[u"from"_s] = senderOf(rule);
                json[u"watched"_s] = watched;
                json[u"waiting"_s] = status.waiting();
                json[u"askingFirst"_s] = status.isBraked;
                json[u"going"_s] = counts.going;
                json[u"sent"_s] = counts.sent;
                json[u"failed"_s] = counts.failed;
                json[u"sentence"_s] = why;
                array.append(json);
                continue;
            }
            const QString line = tr("%1: %2: %3, from %4 to %5")
                                     .arg(QString::number(++number), core::inert(rule.folder),
                                          service::patternsOf(rule), senderOf(rule),
                                          recipientsOf(rule).join(u", "_s));
            m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s));
            m_terminal.lines(
                wrapped(tr("sent %1, on their way %2, failed %3, waiting %4")
                            .arg(QString::number(counts.sent), QString::number(counts.going),
                                 QString::number(counts.failed), QString::number(status.waiting())),
                        textWidth, u"    "_s, u"    "_s),
                Terminal::Style::Faint);
            if (!why.isEmpty()) {
                m_terminal.lines(wrapped(why, textWidth, u"    "_s, u"    "_s),
                                 Terminal::Style::Faint);
            }
        }
        if (m_json) {
            m_terminal.json(array);
        } else if (number == 0) {
            m_terminal.line(tr("There is no rule yet: autosend add --folder F --to A."));
        }
        Q_EMIT done(0);
    });
}

// ---- changing

std::optional<UsageError> AutosendCommand::problemOf(const core::AutosendRule &rule) const
{
    using Field = service::RuleProblem::Field;

    const service::RuleProblem problem = m_environment.rules().problemOf(rule);
    if (problem.field == Field::None) {
        return {};
    }
    const QString sentence = problem.sentence.translated(&translatedText);
    return UsageError{problem.field == Field::SharedFolder
                          ? sentence + u' ' + tr("To use it all the same: --shared-folder.")
                          : sentence,
                      badInputExit};
}

void AutosendCommand::add()
{
    const auto made = ruleWithOptions(m_parser, {}, m_servers.identities());
    if (const auto *error = std::get_if<UsageError>(&made)) {
        fail(*error);
        return;
    }
    auto rule = std::get<core::AutosendRule>(made);
    rule.id = QUuid::createUuid();
    change({}, rule);
}

void AutosendCommand::edit(const core::AutosendRule &rule)
{
    const auto made = ruleWithOptions(m_parser, rule, m_servers.identities());
    if (const auto *error = std::get_if<UsageError>(&made)) {
        fail(*error);
        return;
    }
    auto next = std::get<core::AutosendRule>(made);
    // Who agreed to others' files in one folder has not agreed to them in another.
    next.sharedFolder =
        m_parser.isSet(u"shared-folder"_s) || (next.sharedFolder && next.folder == rule.folder);
    change(rule, next);
}

void AutosendCommand::change(const core::AutosendRule &before, const core::AutosendRule &wanted)
{
    const QString existing = m_parser.value(u"existing"_s);
    if (!QStringList{QString(), u"send"_s, u"leave"_s}.contains(existing)) {
        fail(notOneOf(u"existing"_s, existing, {u"send"_s, u"leave"_s}));
        return;
    }
    const core::AutosendRule rule = service::Rules::tidied(wanted);
    if (const auto error = problemOf(rule)) {
        fail(*error);
        return;
    }
    const bool looksElsewhere = rule.folder != before.folder || rule.patterns != before.patterns ||
                                rule.subFolders != before.subFolders;
    if (existing == u"send"_s) {
        sendExisting(rule);
    } else if (looksElsewhere || existing == u"leave"_s) {
        m_survey =
            std::make_unique<service::Survey>(m_environment.rules(), m_environment.delivery());
        m_survey->start(rule, this, [this, rule](const QList<service::LyingFile> &files) {
            leaveExisting(rule, files);
        });
    } else {
        save(rule, tr("Saved the rule for %1.").arg(core::inert(rule.folder)), 0);
    }
}

/// Also those that were left as old before.
void AutosendCommand::sendExisting(const core::AutosendRule &rule)
{
    m_environment.delivery().ask(
        this,
        [folder = rule.folder](outbox::Outbox &outbox) { return outbox.forgetOldFiles(folder); },
        [this, rule](const core::Result<bool> &forgotten) {
            if (forgotten) {
                save(rule, tr("Saved the rule for %1.").arg(core::inert(rule.folder)), 0);
            } else {
                failBy(forgotten.error());
            }
        });
}

/// What lies there already is not mailed unless that is said: so it is marked first.
void AutosendCommand::leaveExisting(const core::AutosendRule &rule,
                                    const QList<service::LyingFile> &there)
{
    const QList<service::LyingFile> existing = service::mailable(there);
    const auto count = static_cast<int>(existing.size());
    if (existing.isEmpty()) {
        save(rule, tr("Saved the rule for %1.").arg(core::inert(rule.folder)), count);
        return;
    }
    const QString said = tr("Saved the rule for %1. %n files lie there already; they stay as they "
                            "are. To mail them after all: autosend edit RULE --existing send.",
                            nullptr, count)
                             .arg(core::inert(rule.folder));
    m_survey->leaveAsOld(rule, existing, this,
                         [this, rule, said, count](const core::Result<bool> &left) {
                             if (left) {
                                 save(rule, said, count);
                             } else {
                                 failBy(left.error());
                             }
                         });
}

void AutosendCommand::save(const core::AutosendRule &rule, const QString &said, int existing)
{
    m_environment.rules().save(
        rule, this, [this, rule, said, existing](const core::Result<bool> &saved) {
            if (!saved || !m_json) {
                answer(saved, said);
                return;
            }
            m_terminal.json(QJsonObject{{u"done"_s, true},
                                        {u"id"_s, rule.id.toString(QUuid::WithoutBraces)},
                                        {u"existing"_s, existing}});
            Q_EMIT done(0);
        });
}

void AutosendCommand::remove(const core::AutosendRule &rule)
{
    m_environment.rules().remove(rule.id, this, [this](const core::Result<bool> &removed) {
        answer(removed, tr("Removed. Files that are on their way still arrive."));
    });
}

void AutosendCommand::setPaused(const core::AutosendRule &rule, bool paused)
{
    m_environment.rules().setPaused(
        rule.id, paused, this, [this, rule, paused](const core::Result<bool> &set) {
            if (!set || paused) {
                answer(set, tr("Nothing is taken from %1 until autosend resume.")
                                .arg(core::inert(rule.folder)));
                return;
            }
            m_environment.delivery().ask(
                this,
                [id = rule.id](outbox::Outbox &outbox) {
                    const auto statuses = outbox.ruleStatuses().valueOr({});
                    const auto status = service::statusFromBytes(statuses.value(id));
                    return outbox.releaseRule(
                        id, service::bytesFromRelease({status ? status->ready : 0}));
                },
                [this, rule](const core::Result<bool> &released) {
                    answer(released,
                           tr("Files of %1 are mailed again.").arg(core::inert(rule.folder)));
                });
        });
}

// ---- dry run

void AutosendCommand::dryRun(const core::AutosendRule &rule)
{
    m_survey = std::make_unique<service::Survey>(m_environment.rules(), m_environment.delivery());
    m_survey->start(rule, this, [this, rule](const QList<service::LyingFile> &files) {
        printDryRun(rule, files);
    });
}

void AutosendCommand::printDryRun(const core::AutosendRule &rule,
                                  const QList<service::LyingFile> &files)
{
    if (m_json) {
        m_terminal.json(arrayOf(files, [&rule](const service::LyingFile &file) {
            const bool goes = file.fate == Fate::Goes;
            return QJsonObject{
                {u"file"_s, core::inert(file.path)},
                {u"octets"_s, file.snapshot.octets},
                {u"fate"_s, wordOf(file.fate)},
                {u"to"_s, goes ? QJsonArray::fromStringList(recipientsOf(rule)) : QJsonArray()},
                {u"sentence"_s, service::reasonOf(file.fate).translated(&translatedText)}};
        }));
        Q_EMIT done(0);
        return;
    }
    const QString to = recipientsOf(rule).join(u", "_s);
    int going = 0;
    for (const service::LyingFile &file : files) {
        const bool goes = file.fate == Fate::Goes;
        going += int{goes};
        const QString what = goes ? tr("would go to %1").arg(to)
                                  : service::reasonOf(file.fate).translated(&translatedText);
        m_terminal.lines(wrapped(core::inert(file.path) + u": "_s + what, textWidth, {}, u"    "_s),
                         goes ? Terminal::Style::Plain : Terminal::Style::Faint);
    }
    m_terminal.line(
        tr("%n files would be mailed from %1.", nullptr, going).arg(core::inert(rule.folder)));
    Q_EMIT done(0);
}

// ---- history, and watching

void AutosendCommand::print(const outbox::MailedFile &file)
{
    if (m_json) {
        m_terminal.json(jsonOf(file));
        return;
    }
    const QString name = core::inert(file.folder + u'/' + file.path);
    const QString why = file.why.isEmpty() ? QString() : u": "_s + file.why;
    const QString line = tr("%1: %2: %3")
                             .arg(QLocale().toString(file.at.toLocalTime(), QLocale::ShortFormat),
                                  name, service::resultText(file.state) + why);
    m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s));
}

void AutosendCommand::history()
{
    m_environment.delivery().read(
        this, [](outbox::Outbox &outbox) { return outbox.files(shownFiles); },
        [this](const core::Result<QList<outbox::MailedFile>> &files) {
            if (!files) {
                failBy(files.error());
                return;
            }
            if (m_json) {
                m_terminal.json(arrayOf(*files, [](const auto &file) { return jsonOf(file); }));
            } else if (files->isEmpty()) {
                m_terminal.line(tr("No file has been mailed yet."));
            } else {
                std::for_each(files->crbegin(), files->crend(),
                              [this](const outbox::MailedFile &file) { print(file); });
            }
            Q_EMIT done(0);
        });
}

void AutosendCommand::watch()
{
    m_watches = true;
    service::Delivery &delivery = m_environment.delivery();
    service::Watching &watching = m_environment.watching();
    connect(&delivery, &service::Delivery::failed, this, [this](const core::Text &sentence) {
        m_terminal.error(sentence.translated(&translatedText));
    });
    // What was there before is not news.
    delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.files(shownFiles); },
        [this, &delivery, &watching](const core::Result<QList<outbox::MailedFile>> &files) {
            for (const outbox::MailedFile &file : files.valueOr({})) {
                m_printed.insert(file.id, file.state);
            }
            connect(&delivery, &service::Delivery::changed, this, &AutosendCommand::printNews);
            connect(&watching, &service::Watching::ended, this, &AutosendCommand::printNews);
            delivery.begin(outbox::Lifeline::Kind::Unit, this,
                           [this, &watching](const core::Result<bool> &begun) {
                               if (begun) {
                                   watching.begin();
                               } else {
                                   failBy(begun.error());
                               }
                           });
        });
}

/// What has become of files since the last time.
void AutosendCommand::printNews()
{
    m_environment.delivery().read(
        this, [](outbox::Outbox &outbox) { return outbox.files(shownFiles); },
        [this](const core::Result<QList<outbox::MailedFile>> &files) {
            const QList<outbox::MailedFile> now = files.valueOr({});
            std::for_each(now.crbegin(), now.crend(), [this](const outbox::MailedFile &file) {
                const auto known = m_printed.constFind(file.id);
                if (known == m_printed.cend() || *known != file.state) {
                    m_printed.insert(file.id, file.state);
                    print(file);
                }
            });
        });
}

void AutosendCommand::cancel()
{
    if (m_watches) {
        m_environment.watching().end();
        m_environment.delivery().end(this, [this] { Q_EMIT done(0); });
    } else {
        Command::cancel();
    }
}

void AutosendCommand::say(const QString &said)
{
    if (m_json) {
        m_terminal.json(QJsonObject{{u"done"_s, true}});
    } else {
        m_terminal.line(said);
    }
    Q_EMIT done(0);
}

void AutosendCommand::answer(const core::Result<bool> &result, const QString &said)
{
    if (result) {
        say(said);
    } else {
        failBy(result.error());
    }
}

void AutosendCommand::failBy(const core::Error &error)
{
    fail({error.detail.translated(&translatedText), badInputExit});
}

} // namespace cli
