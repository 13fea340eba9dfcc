// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serverediting.h"

#include "core/profilefields.h"
#include "service/fields.h"
#include "service/providers.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

const QString draftName = u"server-form"_s;
constexpr auto draftDelay = std::chrono::seconds(1);

} // namespace

ServerEditing::ServerEditing(Servers &servers, Mailer &mailer, const Providers &providers)
    : m_servers(servers)
    , m_providers(providers)
    , m_attempt(mailer, servers)
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &ServerEditing::writeDraft);
    connect(&m_attempt, &Attempt::finished, this, &ServerEditing::onChecked);
}

ServerEditing::~ServerEditing()
{
    if (m_draftTimer.isActive()) {
        writeDraft();
    }
}

void ServerEditing::writeDraft()
{
    m_draftTimer.stop();
    m_servers.setDraft(draftName, isDirty() ? m_form.toDraft() : QByteArray());
}

// ---- beginning

void ServerEditing::begin(const ServerForm &form)
{
    m_attempt.stop();
    m_form = m_untouched = form;
    m_consent = {};
    m_insisted.reset();
    m_checked.reset();
    m_result.reset();
    if (const auto results = m_servers.lastResults(); results.contains(form.entry.id)) {
        m_result = results[form.entry.id];
    }
    writeDraft();
    Q_EMIT begun();
    Q_EMIT changed();
}

void ServerEditing::resume(ServerForm form)
{
    const auto saved = m_servers.server(form.entry.id);
    if (!saved) {
        form.entry.id = QUuid(); // it was removed meanwhile
    }
    m_untouched = saved ? ServerForm(*saved) : ServerForm();
    m_untouched.keepInKeychain = form.keepInKeychain;
    change([&form](ServerForm &present) { present = form; });
}

bool ServerEditing::restoreDraft(bool keepInKeychain)
{
    m_form.keepInKeychain = m_untouched.keepInKeychain = keepInKeychain;
    std::optional<ServerForm> draft = ServerForm::fromDraft(m_servers.draft(draftName));
    if (draft) {
        draft->keepInKeychain = keepInKeychain;
        resume(*draft);
    }
    return draft.has_value();
}

// ---- typing

void ServerEditing::change(const Edit &edit)
{
    ServerForm form = m_form;
    edit(form);
    if (form == m_form) {
        return;
    }
    m_form = form;
    m_consent = {};
    m_insisted.reset();
    m_draftTimer.start();
    Q_EMIT changed();
}

void ServerEditing::follow(ServerForm &form) const
{
    if (form.isNew()) {
        form.follow(form.provider(m_providers));
    }
}

void ServerEditing::typeAddress(const QString &address)
{
    change([&](ServerForm &form) {
        form.setAddress(address);
        follow(form);
    });
}

void ServerEditing::typeHost(const QString &host)
{
    change([&](ServerForm &form) {
        form.typeHost(host);
        follow(form);
    });
}

void ServerEditing::chooseSecurity(core::Security security)
{
    change([&](ServerForm &form) {
        form.chooseSecurity(security);
        follow(form);
    });
}

core::Text ServerEditing::settleHost()
{
    const QString typed = m_form.entry.profile.host;
    core::Text problem;
    if (typed.isEmpty()) {
        return problem;
    }
    change([&](ServerForm &form) {
        problem = form.takeHost(typed);
        if (form != m_form) {
            follow(form);
        }
    });
    return problem.isEmpty() ? hostProblem(m_form.entry.profile.host) : problem;
}

// ---- what is known

core::ServerEntry ServerEditing::finished() const
{
    core::ServerEntry entry = m_form.finished();
    if (m_form.entry.profile.name.trimmed().isEmpty()) {
        entry.profile.name = m_servers.nameFor(entry);
    }
    return entry;
}

std::optional<core::ServerEntry> ServerEditing::before() const
{
    return m_servers.server(m_form.entry.id);
}

std::optional<QByteArrayList> ServerEditing::offered() const
{
    const core::ServerProfile &profile = m_form.entry.profile;
    const auto fits = [&profile](const core::AttemptRecord &record) {
        // Only the reply that the login would follow counts, not the one before TLS.
        const core::SessionFacts &facts = record.facts;
        const bool whole = facts.afterTls || profile.security == core::Security::None ||
                           (profile.security == core::Security::StartTlsIfOffered &&
                            facts.beforeTls && !facts.beforeTls->startTls);
        return whole && facts.capabilities() &&
               !core::differIn(core::ProfileField::OtherReply, record.profile, profile);
    };
    if (fits(m_attempt.record())) {
        return m_attempt.record().facts.capabilities()->authMechanisms;
    }
    if (const auto kept = m_servers.reply(m_form.entry.id); kept && fits(*kept)) {
        return kept->facts.capabilities()->authMechanisms;
    }
    return {};
}

bool ServerEditing::hasKeptPassword() const
{
    const auto saved = before();
    return saved &&
           core::takesToken(saved->profile.method) == core::takesToken(m_form.entry.profile.method);
}

bool ServerEditing::hasKeptPopPassword() const
{
    const auto saved = before();
    return saved && saved->profile.pop.ownPassword;
}

std::optional<Question> ServerEditing::question(bool asNew) const
{
    const auto saved = before();
    if (!saved) {
        return {};
    }
    PasswordChanges changes = m_form.passwordChanges(asNew ? std::nullopt : saved);
    changes.consent = m_consent;
    return questionOf(*saved, finished(), changes);
}

bool ServerEditing::isRefused() const
{
    const auto known = provider();
    const core::ServerProfile profile = finished().profile;
    return known && core::refuses(*known, profile) && m_insisted != profile;
}

// ---- using it

PasswordSource ServerEditing::passwordSource() const
{
    const auto which = core::passwordUsed(m_form.entry.profile);
    if (!which) {
        return {};
    }
    if (const auto &typed = m_form.typedPassword(*which)) {
        return *typed;
    }
    const PasswordSource kept = Servers::passwordOf(m_form.entry);
    return m_form.isNew() && std::holds_alternative<StoredPassword>(kept) ? PasswordSource() : kept;
}

std::optional<QUuid> ServerEditing::savedServer() const
{
    return isDirty() || m_form.isNew() ? std::nullopt : std::optional(m_form.entry.id);
}

bool ServerEditing::isResultCurrent() const
{
    if (!m_result) {
        return false;
    }
    core::ServerProfile present = finished().profile;
    present.name = m_result->profile.name;
    const ServerForm &then = m_checked ? *m_checked : m_untouched;
    return m_result->profile == present && then.password == m_form.password &&
           then.popPassword == m_form.popPassword &&
           then.entry.passwordCommand == m_form.entry.passwordCommand;
}

void ServerEditing::onChecked()
{
    if (m_checked) { // else another form has taken the place
        m_result = m_attempt.record();
        Q_EMIT changed();
    }
}

void ServerEditing::check()
{
    if (!m_attempt.isRunning() && !question()) {
        m_checked = m_form;
        m_attempt.start({{core::Goal::Check, finished().profile, {}, {}}, passwordSource()},
                        savedServer());
    }
}

void ServerEditing::save(bool asNew)
{
    core::ServerEntry entry = finished();
    const bool copies = asNew && !m_form.isNew();
    if (copies && entry.profile.name == savedName()) {
        core::ServerEntry unnamed = entry;
        unnamed.id = QUuid();
        entry.profile.name = m_servers.nameFor(unnamed);
    }
    PasswordChanges changes = m_form.passwordChanges(copies ? std::nullopt : before());
    changes.consent = m_consent;
    const bool wanted =
        m_form.keepInKeychain && m_servers.passwords().place() != Passwords::Place::Memory;
    std::optional<core::AttemptRecord> checked;
    if (m_checked && isResultCurrent() && m_result->facts.outcome != core::Outcome::Cancelled) {
        checked = m_result;
        checked->profile.name = entry.profile.name;
    }
    const auto done = [this, name = entry.profile.name, wanted,
                       checked](const core::Result<Saved> &result) {
        if (result) {
            if (checked) {
                m_servers.record(result->id, *checked);
            }
            const bool lost = wanted && result->passwordPlace == Passwords::Place::Memory;
            Q_EMIT saved(*result, name, lost);
        } else {
            Q_EMIT notSaved(result.error());
        }
    };
    if (copies) {
        m_servers.saveCopy(entry.id, entry, changes, this, done);
    } else {
        m_servers.save(entry, changes, this, done);
    }
}

} // namespace service
