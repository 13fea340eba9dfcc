// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/usage.h"
#include "core/autosendrule.h"
#include "service/mailwords.h"
#include "service/survey.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace cli
{

/// `autosend`: the rules by which files put into a folder are mailed.
class AutosendCommand final : public Command
{
    Q_OBJECT

public:
    explicit AutosendCommand(const Environment &environment);

    void cancel() override;

private:
    void describe(QCommandLineParser &parser) override;
    void run() override;

    void list();
    void add();
    void change(const core::AutosendRule &before, const core::AutosendRule &wanted);
    void sendExisting(const core::AutosendRule &rule);
    void leaveExisting(const core::AutosendRule &rule, const QList<service::LyingFile> &there);
    void save(const core::AutosendRule &rule, const QString &said, int existing);
    void edit(const core::AutosendRule &rule);
    void remove(const core::AutosendRule &rule);
    void setPaused(const core::AutosendRule &rule, bool paused);
    void dryRun(const core::AutosendRule &rule);
    void printDryRun(const core::AutosendRule &rule, const QList<service::LyingFile> &files);
    void history();
    void watch();
    void printNews();

    [[nodiscard]] Parsed<core::AutosendRule> meant(const QString &word) const;
    [[nodiscard]] std::optional<UsageError> problemOf(const core::AutosendRule &rule) const;
    [[nodiscard]] QString senderOf(const core::AutosendRule &rule) const;
    void print(const outbox::MailedFile &file);
    void say(const QString &said);
    void answer(const core::Result<bool> &result, const QString &said);
    void failBy(const core::Error &error);

    service::Servers &m_servers;
    const Environment m_environment;
    std::unique_ptr<service::Survey> m_survey;
    QHash<qint64, outbox::FileResult> m_printed;
    bool m_watches = false;
};

} // namespace cli
