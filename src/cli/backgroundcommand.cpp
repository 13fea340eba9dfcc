// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backgroundcommand.h"

#include "cli/options.h"
#include "cli/textreport.h"
#include "service/servers.h"
#include "service/watching.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace cli
{

BackgroundCommand::BackgroundCommand(const Environment &environment)
    : Command(environment.terminal, u"background"_s)
    , m_servers(environment.servers)
    , m_delivery(environment.delivery)
    , m_rules(environment.rules)
    , m_watching(environment.watching)
{}

void BackgroundCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser,
                    tr("Send the outbox's mail whenever it can go, and mail what is put into "
                       "watched folders, until this program is ended. "
                       "The systemd user unit proserpina.service runs it: systemctl --user enable "
                       "--now proserpina.service."));
}

void BackgroundCommand::run()
{
    if (!m_parser.positionalArguments().isEmpty()) {
        fail({tr("“%1” is one word too many.").arg(m_parser.positionalArguments().constFirst())});
        return;
    }
    service::Delivery &delivery = m_delivery();
    connect(&delivery, &service::Delivery::failed, this, [this](const core::Text &sentence) {
        m_terminal.error(sentence.translated(&translatedText));
    });
    tellTheDesktop(delivery);
    delivery.begin(outbox::Lifeline::Kind::Unit, this, [this](const core::Result<bool> &begun) {
        if (begun) {
            m_watching().begin();
        } else {
            fail({begun.error().detail.translated(&translatedText), badInputExit});
        }
    });
}

/// A click on a notice opens the window there.
void BackgroundCommand::tellTheDesktop(service::Delivery &delivery)
{
    m_notices = std::make_unique<service::Notices>(delivery, m_servers);
    m_notices->follow(m_rules(), m_watching());
    connect(m_notices.get(), &service::Notices::ruleRequested, this, [](const QUuid &rule) {
        QProcess::startDetached(QCoreApplication::applicationDirPath() + u"/proserpina"_s,
                                {u"--rule"_s, rule.toString(QUuid::WithoutBraces)});
    });
    connect(m_notices.get(), &service::Notices::mailRequested, this, [](outbox::MailId id) {
        QProcess::startDetached(QCoreApplication::applicationDirPath() + u"/proserpina"_s,
                                {u"--mail"_s, QString::number(id)});
    });
}

/// Ended as asked: no failure, which systemd would start again.
void BackgroundCommand::cancel()
{
    m_watching().end();
    m_delivery().end(this, [this] { Q_EMIT done(0); });
}

} // namespace cli
