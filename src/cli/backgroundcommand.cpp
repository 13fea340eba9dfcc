// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backgroundcommand.h"

#include "cli/options.h"
#include "cli/textreport.h"

using namespace Qt::StringLiterals;

namespace cli
{

BackgroundCommand::BackgroundCommand(const Environment &environment)
    : Command(environment.terminal, u"background"_s)
    , m_delivery(environment.delivery)
{}

void BackgroundCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser,
                    tr("Send the outbox's mail whenever it can go, until this program is ended. "
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
    delivery.begin(outbox::Lifeline::Kind::Unit, this, [this](const core::Result<bool> &begun) {
        if (!begun) {
            fail({begun.error().detail.translated(&translatedText), badInputExit});
        }
    });
}

/// Ended as asked: no failure, which systemd would start again.
void BackgroundCommand::cancel()
{
    m_delivery().end(this, [this] { Q_EMIT done(0); });
}

} // namespace cli
