// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxclicks.h"

#include "clicks.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace outboxclicks
{

namespace
{

constexpr int subjectColumn = 2;

} // namespace

QUuid save(Program &program, const service::PracticeEntry &server, const QString &name,
           const QString &address, const QByteArray &password)
{
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = name;
    entry.profile.caFile = server.caFile();
    entry.address = address;
    service::PasswordChanges passwords;
    passwords.smtp = {service::PasswordChange::Kind::Set,
                      password.isEmpty() ? server.credentials().password : core::Secret(password)};
    QUuid id;
    bool answered = false;
    program.servers().save(entry, passwords, &program.window(), [&](const auto &saved) {
        id = saved ? saved->id : QUuid();
        answered = true;
    });
    return soon([&answered] { return answered; }) ? id : QUuid();
}

bool write(Program &program, const QString &from, const QString &to, const QString &subject)
{
    program.window().writeMail();
    const auto *button = program.find<QPushButton>("sendMailButton");
    auto *sender = program.find<QComboBox>("senderCombo");
    if (button == nullptr) {
        return false;
    }
    for (int row = 0; row < sender->count(); ++row) {
        if (sender->itemText(row).contains(from)) {
            sender->setCurrentIndex(row);
        }
    }
    return sender->currentText().contains(from) && program.type("mailToEdit", to) &&
           program.type("mailSubjectEdit", subject) && program.click("sendMailButton") &&
           soon([&program] { return program.find<QPushButton>("sendMailButton") == nullptr; });
}

int mailRow(const Program &program, const QString &subject)
{
    const QAbstractItemModel *model = clicks::modelOf(program, "mailView");
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        if (model->index(row, subjectColumn).data().toString() == subject) {
            return row;
        }
    }
    return -1;
}

QString mailCell(const Program &program, const QString &subject, int column)
{
    const int row = mailRow(program, subject);
    return row < 0 ? QString()
                   : clicks::modelOf(program, "mailView")->index(row, column).data().toString();
}

bool selectMail(Program &program, const QString &subject)
{
    auto *view = program.find<QTreeView>("mailView");
    if (view == nullptr || !soon([&] { return mailRow(program, subject) >= 0; })) {
        return false;
    }
    QApplication::setActiveWindow(view->window()); // where windows are drawn nowhere
    view->setFocus();
    view->setCurrentIndex(view->model()->index(mailRow(program, subject), 0));
    return true;
}

QStringList troubles(Program &program)
{
    QStringList sentences;
    for (const QLabel *label : program.window().findChildren<QLabel *>(u"troubleText"_s)) {
        if (label->isVisible()) {
            sentences.append(label->text());
        }
    }
    return sentences;
}

} // namespace outboxclicks
