// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rules.h"

#include "autosend/folderfacts.h"
#include "core/systemtext.h"
#include "core/tidy.h"
#include "service/fields.h"

#include <QDir>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

using Field = RuleProblem::Field;

constexpr qsizetype longestPattern = 255;

core::AutosendRule tidiedRule(core::AutosendRule rule)
{
    // Without links: nobody turns the path aside later, and two rules on one folder are seen as
    // that.
    const QString path = rule.folder.isEmpty() ? QString() : autosend::factsOf(rule.folder).path;
    rule.folder = !path.isEmpty()         ? path
                  : rule.folder.isEmpty() ? QString()
                                          : QDir::cleanPath(rule.folder);
    for (QStringList *patterns : {&rule.patterns, &rule.passedOver}) {
        for (QString &pattern : *patterns) {
            pattern = pattern.trimmed();
        }
        patterns->removeAll(QString());
    }
    for (QStringList *addresses : {&rule.to, &rule.cc, &rule.bcc}) {
        for (QString &address : *addresses) {
            address = core::tidiedAddress(address);
        }
        addresses->removeAll(QString());
    }
    return rule;
}

RuleProblem recipientsProblem(const core::AutosendRule &rule)
{
    const QStringList all = rule.to + rule.cc + rule.bcc;
    if (all.isEmpty()) {
        return {Field::Recipients, QT_TRANSLATE_NOOP("core", "Who gets the files? Give at least "
                                                             "one address.")};
    }
    for (const QString &address : all) {
        if (const auto envelope = envelopeAddress(address); !envelope) {
            return {Field::Recipients, envelope.error().detail};
        }
    }
    return {};
}

} // namespace

Rules::Rules(const QString &configFolder, Identities &identities, QObject *parent)
    : QObject(parent)
    , m_identities(identities)
    , m_store(configFolder)
{
    connect(&m_store, &store::RuleStore::changed, this, &Rules::changed);
}

std::optional<core::AutosendRule> Rules::rule(const QUuid &id) const
{
    for (const core::AutosendRule &rule : m_store.rules()) {
        if (rule.id == id) {
            return rule;
        }
    }
    return {};
}

RuleProblem Rules::folderProblem(const core::AutosendRule &rule) const
{
    if (rule.folder.isEmpty()) {
        return {Field::Folder, QT_TRANSLATE_NOOP("core", "Choose the folder to watch.")};
    }
    if (core::hasForeignOctets(rule.folder)) {
        return {Field::Folder,
                QT_TRANSLATE_NOOP("core", "The folder's name is not UTF-8. Give it another one.")};
    }
    if (!QDir::isAbsolutePath(rule.folder)) {
        return {Field::Folder,
                QT_TRANSLATE_NOOP("core", "Give the folder's whole path, from / on.")};
    }
    QList<core::AutosendRule> others = all();
    others.removeIf([&rule](const core::AutosendRule &other) { return other.id == rule.id; });
    const autosend::FolderFacts facts = autosend::factsOf(rule.folder);
    if (const core::Text objection = autosend::objectionTo(facts, QDir::homePath(), others);
        !objection.isEmpty()) {
        return {Field::Folder, objection};
    }
    const core::Text risk = autosend::riskOf(facts);
    return rule.sharedFolder || risk.isEmpty() ? RuleProblem()
                                               : RuleProblem{Field::SharedFolder, risk};
}

RuleProblem Rules::problemOf(const core::AutosendRule &rule) const
{
    if (const RuleProblem folder = folderProblem(rule); folder.field != Field::None) {
        return folder;
    }
    const bool longPattern = std::ranges::any_of(
        rule.patterns, [](const QString &one) { return one.size() > longestPattern; });
    if (longPattern) {
        return {Field::Patterns,
                QT_TRANSLATE_NOOP("core", "A pattern has at most 255 characters.")};
    }
    if (!m_identities.identity(rule.identity)) {
        return {Field::From,
                QT_TRANSLATE_NOOP("core", "Choose the address that the mail is from.")};
    }
    if (const RuleProblem recipients = recipientsProblem(rule); recipients.field != Field::None) {
        return recipients;
    }
    if (rule.subject.contains(u'\n') || rule.subject.contains(u'\r')) {
        return {Field::Subject, QT_TRANSLATE_NOOP("core", "The subject takes one line.")};
    }
    if (rule.stillness.count() < 0 || rule.mailsPerMinute < 0 || rule.mailOctets < 0 ||
        rule.brakeFiles < 0 || rule.brakeOctets < 0) {
        return {Field::Numbers, QT_TRANSLATE_NOOP("core", "Numbers cannot be less than 0.")};
    }
    return {};
}

core::Text Rules::obstacle(const core::AutosendRule &rule) const
{
    const auto identity = m_identities.identity(rule.identity);
    if (!identity) {
        return QT_TRANSLATE_NOOP("core", "The address that its mail is from is not there any "
                                         "more. Choose another one.");
    }
    if (const core::Text sender = m_identities.obstacle(*identity); !sender.isEmpty()) {
        return sender;
    }
    return folderProblem(rule).sentence;
}

core::AutosendRule Rules::tidied(const core::AutosendRule &rule)
{
    return tidiedRule(rule);
}

void Rules::save(const core::AutosendRule &rule, QObject *context, const Done &done)
{
    core::AutosendRule next = tidied(rule);
    if (const RuleProblem problem = problemOf(next); problem.field != Field::None) {
        refuse(problem.sentence, context, done);
        return;
    }
    if (next.id.isNull()) {
        next.id = QUuid::createUuid();
    }
    m_store.put(next, context, done);
}

void Rules::refuse(const core::Text &sentence, QObject *context, const Done &done)
{
    QMetaObject::invokeMethod(
        this,
        [listener = QPointer<QObject>(context), done, sentence] {
            if (listener) {
                done(core::badInput(sentence));
            }
        },
        Qt::QueuedConnection);
}

void Rules::remove(const QUuid &id, QObject *context, const Done &done)
{
    m_store.remove(id, context, done);
}

void Rules::restoreRule(const core::AutosendRule &rule, int place, QObject *context,
                        const Done &done)
{
    m_store.putAt(rule, place, context, done);
}

void Rules::move(const QUuid &id, int by, QObject *context, const Done &done)
{
    m_store.move(id, by, context, done);
}

void Rules::setPaused(const QUuid &id, bool paused, QObject *context, const Done &done)
{
    if (auto known = rule(id)) {
        known->paused = paused;
        m_store.put(*known, context, done);
    } else {
        refuse(QT_TRANSLATE_NOOP("core", "This rule is not there any more."), context, done);
    }
}

QString patternsOf(const core::AutosendRule &rule)
{
    return rule.patterns.isEmpty() ? u"*"_s : rule.patterns.join(u", "_s);
}

} // namespace service
