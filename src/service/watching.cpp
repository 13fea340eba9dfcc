// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a rule belongs to the program that holds its lock file, which the kernel lets go of
// when that program ends; the others try it every two seconds. How it stands with a rule, and that
// the person lets go what was too much, goes through the outbox's table of rules, which all
// programs watch.
#include "service/watching.h"

#include "files/privatefile.h"
#include "service/delivery.h"
#include "service/rules.h"
#include "service/servers.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr auto handOverTime = std::chrono::seconds(2);
constexpr auto lookTime = std::chrono::milliseconds(200);
constexpr auto tellTime = std::chrono::seconds(1);
/// Claims of programs that were killed, in folders that nobody watches any more.
constexpr auto sweepTime = std::chrono::minutes(5);

bool overlap(const core::AutosendRule &one, const core::AutosendRule &other)
{
    const QString folder = one.folder + u'/';
    const QString another = other.folder + u'/';
    return folder.startsWith(another) || another.startsWith(folder);
}

/// Those that decide, beside it, which files it takes.
QList<core::AutosendRule> beforeIt(const core::AutosendRule &rule,
                                   const QList<core::AutosendRule> &rules)
{
    QList<core::AutosendRule> before;
    for (const core::AutosendRule &other : rules) {
        if (other.id == rule.id) {
            break;
        }
        if (other.enabled && overlap(other, rule)) {
            before.append(other);
        }
    }
    return before;
}

} // namespace

Watching::Watching(Rules &rules, Servers &servers, Delivery &delivery, const QString &folder,
                   const autosend::RuleWatch::Times &times, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_delivery(delivery)
    , m_folder(folder + u"/autosend"_s)
    , m_ending(rules, servers, delivery)
    , m_sweep(delivery)
    , m_shared{rules, servers, delivery, m_thread, times}
{
    m_thread.setObjectName(u"autosend"_s);
    m_handOver.setInterval(handOverTime);
    connect(&m_handOver, &QTimer::timeout, this, &Watching::tryLocks);
    m_look.setSingleShot(true);
    m_look.setInterval(lookTime);
    connect(&m_look, &QTimer::timeout, this, &Watching::onChanged);
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellTime);
    connect(&m_tell, &QTimer::timeout, this, &Watching::tellStatuses);
    connect(&delivery, &Delivery::changed, this, [this] {
        if (!m_look.isActive()) {
            m_look.start();
        }
    });
    m_sweeping.setInterval(sweepTime);
    connect(&m_sweeping, &QTimer::timeout, this, &Watching::sweep);
    connect(&m_ending, &FileEnding::idle, this, &Watching::ended);
    m_look.start();
}

Watching::~Watching()
{
    m_takings.clear();
    m_thread.quit();
    m_thread.wait();
}

void Watching::begin()
{
    if (std::exchange(m_hasBegun, true)) {
        return; // or it has ended already
    }
    m_thread.start();
    m_sweeping.start();
    connect(&m_rules, &Rules::changed, this, &Watching::sync);
    const auto lookAnew = [this] {
        for (const auto &[id, taking] : m_takings) {
            taking->lookAnew();
        }
    };
    connect(&m_shared.servers, &Servers::serversChanged, this, lookAnew);
    connect(&m_shared.servers.identities(), &Identities::changed, this, lookAnew);
    m_ending.look();
    sync();
}

void Watching::end()
{
    m_hasBegun = true;
    m_handOver.stop();
    m_sweeping.stop();
    m_rules.disconnect(this);
    m_takings.clear();
}

bool Watching::isSame(const core::AutosendRule &rule, const QList<core::AutosendRule> &rules) const
{
    return m_known.contains(rule) && beforeIt(rule, m_known) == beforeIt(rule, rules);
}

/// What a rule takes depends on those before it, too: it begins anew when one of them changes.
void Watching::sync()
{
    const QList<core::AutosendRule> rules = m_rules.all();
    std::map<QUuid, std::shared_ptr<files::FileLock>> locks;
    for (auto taking = m_takings.begin(); taking != m_takings.end();) {
        const auto rule = m_rules.rule(taking->first);
        if (rule && rule->enabled && isSame(*rule, rules)) {
            ++taking;
            continue;
        }
        locks.emplace(taking->first, taking->second->lock());
        taking = m_takings.erase(taking);
    }
    m_known = rules;
    for (const core::AutosendRule &rule : rules) {
        if (const auto kept = locks.find(rule.id); rule.enabled && kept != locks.end()) {
            take(rule, kept->second);
        }
    }
    tryLocks();
    sweep();
    Q_EMIT changed();
}

/// In all folders in which claims may lie.
void Watching::sweep()
{
    QStringList folders;
    for (const core::AutosendRule &rule : std::as_const(m_known)) {
        folders.append(rule.folder);
    }
    m_sweep.sweep(folders);
    m_delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.foldersOfClaims(); },
        [this](const core::Result<QStringList> &others) { m_sweep.sweep(others.valueOr({})); });
}

void Watching::tryLocks()
{
    bool all = true;
    for (const core::AutosendRule &rule : std::as_const(m_known)) {
        all = all && (!rule.enabled || m_takings.contains(rule.id) || tryLock(rule));
    }
    if (all) {
        m_handOver.stop();
    } else if (!m_handOver.isActive()) {
        m_handOver.start();
    }
}

/// Null: another program has it.
std::shared_ptr<files::FileLock> Watching::lockOf(const QUuid &rule) const
{
    (void)files::makePrivateFolder(m_folder);
    auto lock = std::make_shared<files::FileLock>(m_folder + u'/' +
                                                  rule.toString(QUuid::WithoutBraces) + u".lock"_s);
    return lock->take(std::chrono::milliseconds(0)) == files::FileLock::Taking::Held ? lock
                                                                                     : nullptr;
}

bool Watching::isWatchedElsewhere(const QUuid &rule) const
{
    return !isOurs(rule) && lockOf(rule) == nullptr;
}

bool Watching::tryLock(const core::AutosendRule &rule)
{
    const auto lock = lockOf(rule.id);
    if (lock) {
        take(rule, lock);
        Q_EMIT changed();
    }
    return lock != nullptr;
}

void Watching::take(const core::AutosendRule &rule, const std::shared_ptr<files::FileLock> &lock)
{
    auto taking = std::make_unique<RuleTaking>(rule, m_shared, lock);
    connect(taking.get(), &RuleTaking::statusChanged, this, [this, id = rule.id] { onStatus(id); });
    m_takings[rule.id] = std::move(taking);
    m_told.remove(rule.id); // another program may have had it meanwhile
    m_ending.look();        // whoever had it may have left something
}

void Watching::onStatus(const QUuid &rule)
{
    if (!m_tell.isActive()) {
        m_tell.start();
    }
    const auto status = this->status(rule);
    if (!status || !status->isBraked) {
        m_asking.remove(rule);
    } else if (!m_asking.contains(rule)) {
        m_asking.insert(rule);
        Q_EMIT ruleAsks(rule);
    }
    Q_EMIT changed();
}

std::optional<RuleStatus> Watching::status(const QUuid &rule) const
{
    if (const auto ours = m_takings.find(rule); ours != m_takings.end()) {
        return ours->second->status();
    }
    const auto others = m_others.constFind(rule);
    return others == m_others.cend() ? std::nullopt : std::optional(*others);
}

void Watching::release(const QUuid &rule, const Release &what)
{
    if (const auto ours = m_takings.find(rule); ours != m_takings.end()) {
        ours->second->release(what);
        return;
    }
    m_delivery.change([rule, word = bytesFromRelease(what)](
                          outbox::Outbox &outbox) { return outbox.releaseRule(rule, word); },
                      this, [](const core::Result<bool> &) {});
}

void Watching::tellStatuses()
{
    QHash<QUuid, RuleStatus> news;
    for (const auto &[id, taking] : m_takings) {
        if (!m_told.contains(id) || m_told.value(id) != taking->status()) {
            m_told.insert(id, taking->status());
            news.insert(id, taking->status());
        }
    }
    if (news.isEmpty()) {
        return;
    }
    m_delivery.read(
        this,
        [news](outbox::Outbox &outbox) {
            for (auto status = news.cbegin(); status != news.cend(); ++status) {
                (void)outbox.setRuleStatus(status.key(), bytesFromStatus(*status),
                                           status->isBraked);
            }
            return true;
        },
        [](bool) {});
}

/// By this program or another one.
void Watching::onChanged()
{
    QList<QUuid> braked;
    for (const auto &[id, taking] : m_takings) {
        if (taking->status().isBraked) {
            braked.append(id);
        }
    }
    struct News
    {
        QHash<QUuid, QByteArray> statuses;
        QHash<QUuid, QByteArray> released;
    };
    const auto look = [braked](outbox::Outbox &outbox) {
        News news{outbox.ruleStatuses().valueOr({}), {}};
        for (const QUuid &rule : braked) {
            if (const auto word = outbox.takeRelease(rule).valueOr({}); !word.isEmpty()) {
                news.released.insert(rule, word);
            }
        }
        return news;
    };
    m_delivery.read(this, look, [this](const News &news) {
        for (auto word = news.released.cbegin(); word != news.released.cend(); ++word) {
            if (const auto ours = m_takings.find(word.key()); ours != m_takings.end()) {
                ours->second->release(releaseFromBytes(*word));
            }
        }
        QHash<QUuid, RuleStatus> others;
        for (auto status = news.statuses.cbegin(); status != news.statuses.cend(); ++status) {
            if (const auto read = statusFromBytes(*status)) {
                others.insert(status.key(), *read);
            }
        }
        if (others != std::exchange(m_others, others)) {
            Q_EMIT changed();
        }
    });
}

} // namespace service
