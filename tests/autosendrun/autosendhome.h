// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments.h"
#include "core/autosendrule.h"
#include "mailsink.h"
#include "outbox/mailedfile.h"

#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// A home with a folder, a rule for it and a server that takes all mail, and the built programs
/// that watch there. Lives in a thread with an event loop.
class AutosendHome
{
public:
    struct Kill
    {
        void operator()(QProcess *program) const;
    };
    using Program = std::unique_ptr<QProcess, Kill>;

    [[nodiscard]] static QString builtProgram();

    /// Its rule is quick and has no limits, until a test changes that.
    AutosendHome();

    /// Server and rule are written down. False: it could not be done.
    [[nodiscard]] bool save();
    /// `proserpina-cli autosend run` with this home; killed where it is let go. Null: it does not
    /// start.
    [[nodiscard]] Program start() const;

    [[nodiscard]] const QString &folder() const { return rule.folder; }
    [[nodiscard]] QString besides(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString path(const QString &name) const { return rule.folder + u'/' + name; }
    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QStringList names(const QString &below = {}) const;
    /// The newest of that name; none: one that is Going, without an id.
    [[nodiscard]] outbox::MailedFile file(const QString &name) const;
    [[nodiscard]] QList<outbox::MailedFile> history() const;
    /// Those that wait in claims, whoever has them.
    [[nodiscard]] int claims() const;

    QString programFile = builtProgram(); // which start() runs
    core::AutosendRule rule;
    MailSink sink;
    Attachments arrived;

private:
    QTemporaryDir m_home;
};
