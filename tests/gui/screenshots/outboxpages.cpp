// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxpages.h"

#include "album.h"
#include "program.h"

#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{

/// Saves a server of this process and sends three mails by it; the server's id.
QUuid save(Program &program, service::PracticeEntry &server, const QString &name,
           const QString &address)
{
    (void)server.start();
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = name;
    entry.profile.caFile = server.caFile();
    entry.address = address;
    QUuid id;
    bool saved = false;
    service::PasswordChanges passwords;
    passwords.smtp = {service::PasswordChange::Kind::Set, server.credentials().password};
    program.servers().save(entry, passwords, &program.window(), [&](const auto &result) {
        id = result ? result->id : QUuid();
        saved = true;
    });
    (void)QTest::qWaitFor([&saved] { return saved; });
    return id;
}

outbox::MailId send(Program &program, const QString &from, const QStringList &to,
                    const QString &subject, const QDateTime &notBefore = {})
{
    const auto senders = program.servers().identities().named(from);
    service::OutgoingMail mail;
    mail.identity = senders.isEmpty() ? QUuid() : senders.constFirst().id;
    mail.mail = core::Draft{from, to, subject, u"本文 Text\n"_s, {}};
    mail.notBefore = notBefore;
    outbox::MailId id = -1;
    bool answered = false;
    program.delivery().accept(mail, &program.window(), [&](const auto &accepted) {
        id = accepted.valueOr(-1);
        answered = true;
    });
    (void)QTest::qWaitFor([&answered] { return answered; });
    return id;
}

bool selectRow(Program &program, const char *view, int row)
{
    auto *rows = program.find<QTreeView>(view);
    if (rows == nullptr || row >= rows->model()->rowCount()) {
        return false;
    }
    rows->setCurrentIndex(rows->model()->index(row, 0));
    return true;
}

void settle(Program &program)
{
    (void)QTest::qWaitFor([&program] { return program.delivery().running() == 0; });
    (void)QTest::qWaitFor([] { return false; }, 400);
}

/// The dialog that opens, and closes it.
void takeModal(Album &album, const QString &name)
{
    (void)QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; });
    album.take(QApplication::activeModalWidget(), name);
    if (auto *dialog = QApplication::activeModalWidget()) {
        dialog->close();
    }
}

} // namespace

void takeOutbox(Program &program, Album &album)
{
    (void)program.showPage(StopSend);
    album.take(&program.window(), u"30-stop-send-empty"_s);
    practice::Behaviour refusing;
    refusing.recipients["gone@example.org"] = "550 5.1.1 No such mailbox here";
    refusing.recipients["full@example.org"] = "452 4.2.2 Mailbox full, try again later";
    service::PracticeEntry works(refusing);
    service::PracticeEntry rejects(*practice::behaviourWithFault(u"auth-535"_s));
    service::PracticeEntry vanishes(*practice::behaviourWithFault(u"lost-after-dot"_s));
    save(program, works, u"会社 Work"_s, u"taro@work.example.org"_s);
    save(program, rejects, u"private"_s, u"taro@home.example.net"_s);
    const QUuid unsure = save(program, vanishes, u"unsure"_s, u"taro@unsure.example.org"_s);
    (void)program.beginSending();
    const QDateTime tomorrow = QDateTime::currentDateTime().addDays(1);
    send(program, u"taro@work.example.org"_s, {u"hanako@example.org"_s}, u"月次報告 (monthly)"_s);
    send(program, u"taro@work.example.org"_s, {u"hanako@example.org"_s, u"gone@example.org"_s},
         u"to two, of whom one is gone"_s);
    send(program, u"taro@work.example.org"_s, {u"full@example.org"_s}, u"put off"_s);
    send(program, u"taro@work.example.org"_s, {u"gone@example.org"_s}, u"refused"_s);
    send(program, u"taro@work.example.org"_s,
         {u"a@example.org"_s, u"b@example.org"_s, u"c@example.org"_s, u"d@example.org"_s},
         u"for tomorrow"_s, tomorrow);
    for (int i = 0; i < 3; ++i) {
        send(program, u"taro@home.example.net"_s, {u"hanako@example.org"_s}, u"waits"_s);
    }
    send(program, u"taro@unsure.example.org"_s, {u"hanako@example.org"_s}, u"nobody knows"_s);
    settle(program);
    auto *states = program.find<QComboBox>("stateCombo");
    if (states == nullptr) {
        return;
    }
    states->setCurrentIndex(1);
    (void)selectRow(program, "mailView", 1);
    settle(program);
    album.take(&program.window(), u"31-stop-send"_s);
    (void)selectRow(program, "mailView", 8);
    settle(program);
    album.take(&program.window(), u"32-unknown"_s);
    (void)selectRow(program, "mailView", 2);
    settle(program);
    (void)program.click("recipientsButton");
    takeModal(album, u"33-recipients"_s);
    (void)program.click("deleteMailButton");
    settle(program);
    album.take(&program.window(), u"34-stop-send-deleted"_s);

    program.window().writeMail();
    (void)program.type("mailToEdit", u"hanako@example.org, taro@@example.org"_s);
    (void)program.type("mailSubjectEdit", u"件名 Subject"_s);
    (void)program.click("atCheck");
    (void)program.click("sendMailButton");
    if (auto *text = program.find<QPlainTextEdit>("mailTextEdit")) {
        album.take(text->window(), u"35-new-mail"_s);
        text->window()->close();
    }
    auto entry = program.servers().server(unsure);
    if (entry) {
        entry->enabled = false;
        program.servers().save(*entry, {}, &program.window(), [](const auto &) {});
    }
    (void)program.showPage(FromAddress);
    settle(program);
    auto *senders = program.find<QTreeView>("identityView");
    (void)selectRow(program, "identityView", senders->model()->rowCount() - 1);
    settle(program);
    album.take(&program.window(), u"36-from-address"_s);
    (void)program.click("editIdentityButton");
    takeModal(album, u"37-edit-from-address"_s);
    program.window().close();
    takeModal(album, u"38-closing"_s);
}
