// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_maildetails.h"

#include "ui/backend.h"

#include <QWidget>

#include <optional>

namespace ui
{

/// What is to be said of one mail of the outbox: why it is not sent, what a person can do, to whom
/// it went; of an Unknown one the facts to decide by, with the two buttons that do.
class MailDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit MailDetails(QWidget *parent = nullptr);

    void showMail(const outbox::Mail &mail, const service::Servers &servers);
    void showNothing(const QString &sentence);

Q_SIGNALS:
    void sendAgainRequested();
    void arrivedRequested();

private:
    void say(const QString &why, const QString &advice, const QStringList &facts);
    void openConversation();
    void explain();

    Ui::MailDetails m_ui;
    core::Transcript m_transcript;
    QString m_lastReply;
};

} // namespace ui
