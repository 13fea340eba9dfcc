// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "service/attempt.h"
#include "service/serverform.h"
#include "service/servers.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace service
{

class Providers;

/// The life of a server's form: begun anew or with a saved server, typed into, checked, saved in
/// place or as a new server; what is not saved yet kept in state.db. Knows no widgets. Lives in the
/// main thread.
class ServerEditing final : public QObject
{
    Q_OBJECT

public:
    ServerEditing(Servers &servers, Mailer &mailer, const Providers &providers);
    /// Keeps what is typed for the next start.
    ~ServerEditing() override;

    [[nodiscard]] const ServerForm &form() const { return m_form; }
    [[nodiscard]] Attempt &attempt() { return m_attempt; }
    /// Whether anything would be lost by begin().
    [[nodiscard]] bool isDirty() const { return m_form != m_untouched; }
    /// The entry to try or to save; one without a name gets one that is free.
    [[nodiscard]] core::ServerEntry finished() const;
    /// Under which name the server is saved that is edited.
    [[nodiscard]] QString savedName() const { return m_untouched.entry.profile.name; }

    /// Puts the form in the place of what is there, as if nobody had typed it; stops the check.
    void begin(const ServerForm &form);
    /// Goes on with what was typed elsewhere.
    void resume(ServerForm form);
    /// Goes on with what was typed when the program ended; false: nothing was.
    bool restoreDraft(bool keepInKeychain);

    /// What a person types or chooses. Each change takes back what was agreed to.
    using Edit = std::function<void(ServerForm &)>;
    void change(const Edit &edit);
    void typeAddress(const QString &address);
    void typeHost(const QString &host);
    void chooseSecurity(core::Security security);
    /// Takes the typed host apart, into the fields around it; what is wrong with it, or empty.
    core::Text settleHost();

    [[nodiscard]] std::optional<core::Provider> provider() const
    {
        return m_form.provider(m_providers);
    }
    /// What the server is known to offer for logging in; nothing: not known.
    [[nodiscard]] std::optional<QByteArrayList> offered() const;
    /// Whether a password is kept that the form's method can use.
    [[nodiscard]] bool hasKeptPassword() const;
    /// Whether a POP3 password of its own is kept.
    [[nodiscard]] bool hasKeptPopPassword() const;

    /// What a person has to agree to before what is typed is checked or saved (`asNew`).
    [[nodiscard]] std::optional<Question> question(bool asNew = false) const;
    void agree(const core::ServerProfile &profile) { m_consent = Consent{profile}; }
    /// Whether the provider is known not to take these settings, and nobody insists on them.
    [[nodiscard]] bool isRefused() const;
    void insist() { m_insisted = finished().profile; }

    /// The check of this form that ended last; without one, the last result of the saved server
    /// that is edited; nothing: there is none.
    [[nodiscard]] const std::optional<core::AttemptRecord> &result() const { return m_result; }
    /// Whether nothing that matters for it has changed since.
    [[nodiscard]] bool isResultCurrent() const;

    [[nodiscard]] PasswordSource passwordSource() const;
    /// The saved server whose last result an attempt is; nothing: what is typed is not saved.
    [[nodiscard]] std::optional<QUuid> savedServer() const;
    /// Does nothing while a check runs, or while question() has no answer.
    void check();
    /// Answers by saved() or notSaved(); nothing is saved while question() has no answer.
    void save(bool asNew);

Q_SIGNALS:
    /// Another form has taken the place; changed() follows.
    void begun();
    void changed();
    /// `lost`: the password is kept in memory although a keychain was there for it.
    void saved(const service::Saved &saved, const QString &name, bool lost);
    void notSaved(const core::Error &error);

private:
    [[nodiscard]] std::optional<core::ServerEntry> before() const;
    void follow(ServerForm &form) const;
    void writeDraft();
    void onChecked();

    Servers &m_servers;
    const Providers &m_providers;
    Attempt m_attempt;
    ServerForm m_form;
    ServerForm m_untouched; // what the form was when it was put in
    Consent m_consent;
    std::optional<core::ServerProfile> m_insisted; // saved although the provider takes it not
    std::optional<core::AttemptRecord> m_result;
    std::optional<ServerForm> m_checked; // as it was at the check
    QTimer m_draftTimer;
};

} // namespace service
