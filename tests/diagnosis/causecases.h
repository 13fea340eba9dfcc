// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

/// What a session may find out, and the cause that has to be named for it.
struct CauseCase
{
    const char *name; // a sentence
    const char *id;
    core::SessionFacts facts;
    core::ServerProfile profile = {};
    core::Goal goal = core::Goal::SendMail;
};

/// smtp.example.org, logging in by SCRAM-SHA-256 and below.
core::ServerProfile server(core::Security security = core::Security::StartTls, quint16 port = 587);
core::ServerProfile serverAt(const char *host);
core::ServerProfile withClientCertificate();
core::ServerProfile behindProxy();

core::Reply replyOf(const QByteArrayList &lines);

core::SessionFacts ended(core::Outcome outcome, core::Stage stage, core::Method method = {});
core::SessionFacts failedAt(core::Stage stage, core::Failure failure, const QString &detail = {});
/// The server's no. Lines as they come: "550-5.1.1 first", "550 5.1.1 last".
core::SessionFacts saidAt(core::Stage stage, const QByteArrayList &lines,
                          core::Method method = core::Method::ScramSha256);
/// The same after a login, to one recipient.
core::SessionFacts saidAfterLogin(core::Stage stage, const QByteArrayList &lines);
core::SessionFacts rejectedCertificate(const QList<core::CertificateFault> &faults);
core::Capabilities offering(const QByteArrayList &mechanisms, bool startTls = false);

QList<CauseCase> networkCases();
QList<CauseCase> loginCases();
QList<CauseCase> mailCases();
QList<CauseCase> popCases();

/// The same server, let in by a POP3 login at pop.example.org.
core::ServerProfile popServer(core::PopSecurity security = core::PopSecurity::Pop3s);
/// The POP3 server's -ERR.
core::SessionFacts popSaid(const QByteArray &line, core::Stage stage = core::Stage::PopLogin);
/// The SMTP server's no to the recipient after a POP3 login.
core::SessionFacts popDenied(const QByteArrayList &lines);

/// What another program was told, and the row that explains it.
struct ToldCase
{
    const char *text;
    const char *stage; // as core::stageName, or none
    const char *id;
};
QList<ToldCase> toldCases();

inline QList<CauseCase> causeCases()
{
    return networkCases() + loginCases() + mailCases() + popCases();
}
