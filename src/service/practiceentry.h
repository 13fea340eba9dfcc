// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "core/saslclient.h"
#include "mime/readmessage.h"
#include "practice/server.h"

#include <QList>
#include <QObject>
#include <QTemporaryFile>

#include <memory>
#include <span>

namespace service
{

/// A way in which the practice server can go wrong, for lists and help.
using PracticeFault = practice::Fault;

using mime::ReadMessage;
using mime::readMessage;
using practice::ReceivedMail;

/// The built-in entry `practice`: a practice server that runs in this process while the object
/// lives, and the settings to reach it with. Its certificate stands in a temporary file, as a
/// person's own CA would.
class PracticeEntry final : public QObject
{
    Q_OBJECT

public:
    explicit PracticeEntry(practice::Behaviour behaviour = {});
    /// Null: there is no such fault.
    static std::unique_ptr<PracticeEntry> withFault(const QString &fault);
    static std::span<const PracticeFault> faults() { return practice::faults(); }

    static QString name();
    static bool isName(const QString &server);
    /// An address of its own to write from and to.
    static QString address();

    /// Error ConnectFailed: the port cannot be had; TemporaryFolderUnusable: no room for the
    /// certificate.
    [[nodiscard]] core::Result<bool> start(quint16 startTlsPort = 0);

    [[nodiscard]] bool isRunning() const { return m_server.startTlsPort() != 0; }
    [[nodiscard]] core::ServerProfile profile(core::Security security) const;
    /// These settings for its POP3 server.
    [[nodiscard]] core::PopProfile pop(core::PopProfile settings) const;
    [[nodiscard]] core::Credentials credentials() const;
    [[nodiscard]] QString caFile() const { return m_caFile.fileName(); }
    [[nodiscard]] quint16 startTlsPort() const { return m_server.startTlsPort(); }
    [[nodiscard]] quint16 smtpsPort() const { return m_server.smtpsPort(); }
    /// The last mails it took.
    [[nodiscard]] const QList<ReceivedMail> &mailbox() const { return m_server.mailbox(); }
    [[nodiscard]] practice::Server &server() { return m_server; }

Q_SIGNALS:
    void mailReceived(const QByteArray &from, const QByteArrayList &to, qint64 octets);

private:
    practice::Server m_server;
    QTemporaryFile m_caFile;
};

} // namespace service
