// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench outbox, the part of the page Stop send: how long 10,000 mails take to be shown, in
// which memory, and whether the window goes on repainting while they change.
#include "paintwatch.h"
#include "presetfile.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <atomic>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mails = 10'000;
constexpr int changes = 1'000;

/// In MiB.
double memory()
{
    QFile file(u"/proc/self/statm"_s);
    (void)file.open(QIODevice::ReadOnly);
    const QByteArrayList pages = file.readAll().split(' ');
    return pages.value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// One mail by the outbox itself, the others as rows.
void fill(const QString &folder, const QUuid &server)
{
    outbox::NewMail mail;
    mail.server = server;
    mail.from = u"Taro <taro@example.org>"_s;
    mail.subject = u"A subject of usual length, 件名"_s;
    mail.envelope = {"taro@example.org", {"hanako@example.org", "jiro@example.org"}};
    mail.open = [] {
        auto device = std::make_unique<QBuffer>();
        device->setData("Subject: s\r\n\r\ntext\r\n");
        device->open(QIODevice::ReadOnly);
        return device;
    };
    outbox::Outbox outbox(folder);
    (void)outbox.accept({mail});
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(folder + u"/outbox.db"_s);
        database.open();
        QSqlQuery query(database);
        query.exec(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
            "INSERT INTO mail (state, server, identity, sender, subject, accepted, "
            "not_before, due, size, spool, content, last_reply) SELECT 'stopped', server, "
            "identity, sender, subject || i, accepted, 0, NULL, size, spool, content, "
            "'450 4.2.0 come back later' FROM n, (SELECT * FROM mail LIMIT 1)"_s.arg(mails - 1));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

/// Turns the loop as the program does, without QTest's sleeping.
template <typename Condition> void turnUntil(Condition condition)
{
    QElapsedTimer patience;
    patience.start();
    while (!condition() && patience.elapsed() < 60'000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    ui::Settings settings({});
    service::Servers servers(folder.path(), folder.path());
    servers.load();
    core::ServerEntry entry;
    entry.profile.name = u"work"_s;
    entry.profile.host = u"smtp.example.org"_s;
    entry.address = u"taro@example.org"_s;
    QUuid server;
    servers.save(entry, {}, &servers, [&server](const auto &saved) { server = saved->id; });
    turnUntil([&server] { return !server.isNull(); });
    fill(folder.path() + u"/outbox"_s, server);
    service::Mailer mailer(&servers.passwords());
    service::Delivery delivery(servers, mailer, folder.path());
    service::PracticeEntry practice;
    const service::Providers providers(builtInPresets(), folder.path());
    service::Rules rules(folder.path(), servers.identities());
    service::Watching watching(rules, servers, delivery, folder.path());
    const ui::Backend backend{servers, mailer,   delivery, practice,
                              rules,   watching, settings, providers};
    ui::MainWindow window(backend);
    window.resize(1366, 768);
    window.show();
    turnUntil([&window] { return window.isVisible(); });

    const double before = memory();
    QElapsedTimer time;
    time.start();
    window.findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(2);
    auto *view = window.findChild<QTreeView *>(u"mailView"_s);
    turnUntil([view] { return view->model()->rowCount() > 0; });
    const qint64 first = time.elapsed();
    turnUntil([view] { return view->model()->rowCount() == mails; });
    std::printf(
        "%d mails: the first shown after %lld ms, all after %lld ms; %.0f MiB more memory\n", mails,
        static_cast<long long>(first), static_cast<long long>(time.elapsed()), memory() - before);

    {
        const PaintWatch watch(window);
        view->sortByColumn(2, Qt::AscendingOrder);
        for (int i = 0; i <= 200; ++i) {
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() * i / 200);
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        }
        std::printf("sorted, and scrolled from top to bottom in 200 steps: longest gap between two "
                    "repaints %lld ms, of %d\n",
                    static_cast<long long>(watch.longestGap()), watch.paints());
    }
    view->sortByColumn(-1, Qt::AscendingOrder);
    view->scrollToTop();
    std::atomic_int changed = 0;
    std::thread other([&folder, &changed] { // as another program
        outbox::Outbox outbox(folder.path() + u"/outbox"_s);
        for (int id = 1; id <= changes; ++id) {
            (void)outbox.retry(id);
            ++changed;
        }
    });
    const PaintWatch watch(window);
    const auto stateOf = [view](int row) { return view->model()->index(row, 0).data().toString(); };
    turnUntil([&] { return changed == changes && stateOf(changes - 1) == stateOf(0); });
    other.join();
    std::printf("%d mails changed by another program, until they were shown: longest gap between "
                "two repaints %lld ms, of %d\n",
                changes, static_cast<long long>(watch.longestGap()), watch.paints());
    return stateOf(changes - 1) == stateOf(0) && stateOf(0) != stateOf(mails - 1) ? 0 : 1;
}
