// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosendpages.h"

#include "album.h"
#include "program.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{

void save(Program &program, service::PracticeEntry &server)
{
    (void)server.start();
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = u"会社 Work"_s;
    entry.profile.caFile = server.caFile();
    entry.address = u"taro@work.example.org"_s;
    bool saved = false;
    service::PasswordChanges passwords;
    passwords.smtp = {service::PasswordChange::Kind::Set, server.credentials().password};
    program.servers().save(entry, passwords, &program.window(),
                           [&](const auto &) { saved = true; });
    (void)QTest::qWaitFor([&saved] { return saved; });
}

core::AutosendRule rule(Program &program, const QString &folder, const QStringList &patterns,
                        const QStringList &to)
{
    (void)QDir().mkpath(folder);
    core::AutosendRule rule;
    rule.folder = folder;
    rule.patterns = patterns;
    rule.to = to;
    rule.identity = program.servers().identities().usual()->id;
    rule.stillness = std::chrono::milliseconds(100);
    bool saved = false;
    program.rules().save(rule, &program.window(), [&](const auto &) { saved = true; });
    (void)QTest::qWaitFor([&saved] { return saved; });
    return program.rules().all().constLast();
}

void put(const QString &path, qsizetype octets)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray(octets, 'x'));
    }
}

void takeModal(Album &album, const QString &name)
{
    (void)QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; });
    (void)QTest::qWaitFor([] { return false; }, 400); // what is looked through
    album.take(QApplication::activeModalWidget(), name);
    if (auto *dialog = QApplication::activeModalWidget()) {
        dialog->close();
    }
}

void select(Program &program, const char *view, int row)
{
    auto *rows = program.find<QTreeView>(view);
    if (rows != nullptr && row < rows->model()->rowCount()) {
        rows->setCurrentIndex(rows->model()->index(row, 1));
    }
    (void)QTest::qWaitFor([] { return false; }, 300);
}

} // namespace

void takeAutosend(Program &program, Album &album)
{
    (void)program.showPage(Autosend);
    album.take(&program.window(), u"40-autosend-no-sender"_s);
    practice::Behaviour refusing;
    refusing.recipients["gone@example.org"] = "550 5.1.1 No such mailbox here";
    service::PracticeEntry server(refusing);
    save(program, server);
    const QTemporaryDir home;
    album.take(&program.window(), u"41-autosend-empty"_s);
    rule(program, home.filePath(u"スキャン scans"_s), {u"*.pdf"_s, u"*.tif"_s},
         {u"hanako@example.org"_s, u"jiro@example.net"_s});
    rule(program, home.filePath(u"backups"_s), {}, {u"gone@example.org"_s});
    core::AutosendRule many =
        rule(program, home.filePath(u"hand-outs"_s), {}, {u"group@example.org"_s});
    rule(program, home.filePath(u"gone"_s), {u"*.csv"_s}, {u"office@example.org"_s});
    (void)QDir().rmdir(home.filePath(u"gone"_s));
    (void)program.beginSending();
    program.watching().begin();
    put(home.filePath(u"スキャン scans/2026-11 請求書.pdf"_s), 20'000);
    put(home.filePath(u"スキャン scans/letter.pdf"_s), 12'000);
    put(home.filePath(u"backups/database.tar.gz"_s), 30'000);
    for (int i = 0; i < 60; ++i) {
        put(home.filePath(u"hand-outs/photo-%1.jpg"_s.arg(i)), 50'000);
    }
    (void)QTest::qWaitFor(
        [&] {
            const auto status = program.watching().status(many.id);
            return status && status->ready == 60;
        },
        10'000);
    (void)QTest::qWaitFor([] { return false; }, 2500);
    put(home.filePath(u"スキャン scans/new.pdf.part"_s), 100);
    put(home.filePath(u"スキャン scans/notes.txt"_s), 100);
    put(home.filePath(u"スキャン scans/empty.pdf"_s), 0);
    put(home.filePath(u"スキャン scans/next.pdf"_s), 100);
    select(program, "ruleView", 0);
    (void)program.click("dryRunButton");
    takeModal(album, u"42-dry-run"_s);
    select(program, "ruleView", 2);
    select(program, "historyView", 0);
    album.take(&program.window(), u"43-autosend"_s);
    (void)program.click("chooseFilesButton");
    takeModal(album, u"44-choose-files"_s);
    (void)program.click("editRuleButton");
    takeModal(album, u"45-edit-rule"_s);
    (void)program.click("newRuleButton");
    (void)QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; });
    if (auto *buttons = program.find<QDialogButtonBox>("buttons")) {
        QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
    }
    takeModal(album, u"46-new-rule-bad-input"_s);
    select(program, "ruleView", 3);
    album.take(&program.window(), u"47-folder-gone"_s);
    program.watching().end();
}
