// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program with an outbox, to be killed: accepts mails, says the Message-ID of each on standard
// output when it is accepted, and sends them and whatever else waits. Arguments: the folder, how
// many mails, to whom. Ends by itself where --once is the third: when nothing can go any more.
#include "service/delivery.h"
#include "service/servers.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

void accept(service::Delivery &delivery, const core::Identity &identity, const QString &to,
            int left)
{
    if (left == 0) {
        return;
    }
    service::OutgoingMail mail;
    mail.identity = identity.id;
    mail.mail = core::Draft{identity.address, {to}, u"s"_s, QString(qsizetype{2000} * (left % 5), u'x'), {}};
    delivery.accept(mail, &delivery, [&delivery, identity, to, left](const auto &id) {
        if (!id) {
            std::fprintf(stderr, "%s\n", qPrintable(id.error().detail.english()));
            return;
        }
        delivery.ask(
            &delivery, [id = *id](outbox::Outbox &outbox) { return outbox.mail(id); },
            [](const auto &kept) {
                if (kept && *kept) {
                    std::printf("%s\n", (*kept)->messageId.constData());
                    std::fflush(stdout);
                }
            });
        accept(delivery, identity, to, left - 1);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    service::Servers servers(folder, folder);
    servers.load();
    service::Mailer mailer(&servers.passwords());
    service::Delivery delivery(servers, mailer, folder);
    const auto identity = servers.identities().usual();
    if (!identity) {
        return 1;
    }
    const bool once = QCoreApplication::arguments().value(3) == u"--once"_s;
    if (once) {
        QObject::connect(&delivery, &service::Delivery::idle, &application,
                         &QCoreApplication::quit);
    }
    delivery.begin(outbox::Lifeline::Kind::Window, &application, [&](const auto &begun) {
        if (!begun) {
            QCoreApplication::exit(2);
        }
        const QStringList arguments = QCoreApplication::arguments();
        accept(delivery, *identity, arguments.value(3), arguments.value(2).toInt());
    });
    return QCoreApplication::exec();
}
