// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench outbox: what a mail costs with few and many others waiting, and how many a second go
// to a sink beside Postfix's smtp-source. Argument: the path of smtp-source, if it is there.
#include "mailsink.h"
#include "service/delivery.h"
#include "service/servers.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

constexpr int measured = 50;
constexpr int sent = 500;

outbox::NewMail newMail(const QUuid &server)
{
    const QByteArray text = "From: a@example.org\r\nMessage-ID: <1@example.org>\r\n\r\n" +
                            QByteArray(1000, 'x') + "\r\n";
    outbox::NewMail mail;
    mail.server = server;
    mail.envelope = {"a@example.org", {"b@example.org"}};
    mail.traits.size = text.size();
    mail.open = [text] {
        auto device = std::make_unique<QBuffer>();
        device->setData(text);
        device->open(QIODevice::ReadOnly);
        return device;
    };
    return mail;
}

/// Rows only: nobody looks at their messages.
void fill(const QString &folder, int rows)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(folder + u"/outbox.db"_s);
        database.open();
        QSqlQuery query(database);
        query.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                   "INSERT INTO mail (state, server, identity, sender, subject, accepted, "
                   "not_before, due, size, spool, content) SELECT state, server, identity, sender, "
                   "subject, accepted, 0, due + 1000000000, size, spool, content "
                   "FROM n, (SELECT * FROM mail LIMIT 1)"_s.arg(rows));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

void measureCosts()
{
    std::printf("%10s %12s %12s\n", "waiting", "accept, ms", "send, ms");
    for (const int waiting : {10, 100, 1000, 10'000, 100'000}) {
        const QTemporaryDir folder;
        const QUuid server = QUuid::createUuid();
        outbox::Outbox outbox(folder.path() + u"/outbox"_s);
        const auto joined = outbox.join(outbox::Lifeline::Kind::Window);
        const auto accepted = outbox.accept({newMail(server)});
        if (!joined || !accepted) {
            std::printf("%s\n",
                        qPrintable((joined ? accepted.error() : joined.error()).detail.english()));
            return;
        }
        fill(folder.path() + u"/outbox"_s, waiting);
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < measured; ++i) {
            outbox.accept({newMail(server)});
        }
        const double accepting = static_cast<double>(time.nsecsElapsed()) / 1e6 / measured;
        time.restart();
        for (int i = 0; i < measured; ++i) {
            const auto claimed = outbox.claim({{server, {}}});
            if (!claimed || !*claimed) {
                std::printf("nothing to send\n");
                return;
            }
            outbox.beginFinishing((*claimed)->mail.id);
            outbox::Verdict verdict;
            verdict.state = outbox::State::Sent;
            verdict.server = outbox::Verdict::Server::Works;
            verdict.recipients = {{"b@example.org", core::Outcome::Accepted, {}}};
            outbox.settle((*claimed)->mail.id, verdict, "250 ok", QByteArray(1000, 'r'));
        }
        const double sending = static_cast<double>(time.nsecsElapsed()) / 1e6 / measured;
        std::printf("%10d %12.2f %12.2f\n", waiting, accepting, sending);
    }
}

/// Mails a second.
double sendByUs(int connections)
{
    const QTemporaryDir folder;
    MailSink sink;
    if (!sink.listen(QHostAddress::LocalHost)) {
        return 0;
    }
    service::Servers servers(folder.path(), folder.path());
    servers.load();
    core::ServerEntry entry;
    entry.profile.name = u"sink"_s;
    entry.profile.host = u"127.0.0.1"_s;
    entry.profile.port = sink.serverPort();
    entry.profile.security = core::Security::None;
    entry.profile.method = core::Method::None;
    entry.profile.pace.connections = connections;
    entry.address = u"a@example.org"_s;
    QUuid server;
    servers.save(entry, {}, &servers, [&](const auto &saved) { server = saved->id; });
    if (!QTest::qWaitFor([&] { return !server.isNull(); }, 10'000)) {
        return 0;
    }
    {
        outbox::Outbox outbox(folder.path() + u"/outbox"_s);
        if (!outbox.accept(QList<outbox::NewMail>(sent, newMail(server)))) {
            return 0;
        }
    }
    service::Mailer mailer(&servers.passwords());
    service::Delivery delivery(servers, mailer, folder.path());
    int taken = 0;
    QEventLoop loop; // QTest's waiting sleeps between two looks
    QObject::connect(&sink, &MailSink::mailTaken, &sink, [&] {
        if (++taken == sent) {
            loop.quit();
        }
    });
    QElapsedTimer time;
    time.start();
    delivery.begin(outbox::Lifeline::Kind::Window, &sink, [](const auto &) {});
    loop.exec();
    return sent * 1000.0 / static_cast<double>(time.elapsed());
}

double sendBySmtpSource(const QString &program, int connections)
{
    MailSink sink;
    if (!sink.listen(QHostAddress::LocalHost)) {
        return 0;
    }
    QProcess source;
    // Unpacked, not installed: its libraries are beside it.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_LIBRARY_PATH"_s, QFileInfo(program).path() + u"/../lib/postfix"_s);
    source.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&source, &QProcess::finished, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    source.start(program, {u"-s"_s, QString::number(connections), u"-m"_s, QString::number(sent),
                           u"-l"_s, u"1000"_s, u"-d"_s, u"-f"_s, u"a@example.org"_s, u"-t"_s,
                           u"b@example.org"_s, u"inet:127.0.0.1:%1"_s.arg(sink.serverPort())});
    loop.exec();
    return source.exitCode() == 0 ? sent * 1000.0 / static_cast<double>(time.elapsed()) : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    measureCosts();
    const QString source = QCoreApplication::arguments().value(1);
    std::printf("\n%12s %14s %14s\n", "connections", "we, mails/s", "smtp-source");
    for (const int connections : {1, 8}) {
        std::printf("%12d %14.0f %14.0f\n", connections, sendByUs(connections),
                    source.isEmpty() ? 0 : sendBySmtpSource(source, connections));
        std::fflush(stdout);
    }
    return 0;
}
