// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosendprogram.h"
#include "practice/server.h"
#include "service/practiceentry.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

/// A folder, a rule for it, a practice server, and a program that watches and sends.
class AutosendFixture : public QObject
{
    Q_OBJECT

protected:
    void startServer(practice::Behaviour behaviour = {});
    void start(bool begins = true);
    void write(const QString &name, const QByteArray &content = "content");
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }
    [[nodiscard]] QStringList names(const QString &below = {}) const;
    [[nodiscard]] qsizetype mails() const { return m_practice->server().mailbox().size(); }
    [[nodiscard]] std::optional<outbox::MailedFile> file(const QString &name);
    void waitFor(const QString &name, outbox::FileResult result);
    QList<service::LyingFile> survey(const core::AutosendRule &rule);
    void setPaused(bool paused);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<service::PracticeEntry> m_practice;
    std::unique_ptr<AutosendProgram> m_program;
    QString m_folder;
    core::AutosendRule m_rule;
    QUuid m_server;

private Q_SLOTS:
    void init();
    void cleanup();
};
