// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "scriptplayer.h"
#include "smtp/session.h"

#include <QByteArray>
#include <QList>

#include <functional>

/// The scripted dialogues of smtp::Session; scriptplayer.h explains the script.
namespace dialogue
{

struct Row
{
    QByteArray name;
    std::function<void(smtp::SessionSettings &)> set;
    QByteArray script;
    core::Outcome outcome = core::Outcome::Accepted;
    core::Failure failure = core::Failure::None;
    std::optional<core::Stage> stage = {}; // nothing: it depends on how the bytes came
    std::function<bool(const smtp::Session &)> check = {};
    QByteArray message = "Subject: test\r\n\r\nHello.\r\n";
    QByteArray wire = "Subject: test\r\n\r\nHello.\r\n.\r\n"; // of the message
};

struct Run : Played
{
    core::SessionFacts facts;
    bool checkHolds = true;
};

Run run(const Row &row, Feeding feeding);

/// The rows of each theme; tst_session.cpp runs them all.
QList<Row> greetingRows();
QList<Row> ehloRows();
QList<Row> replyRows();
QList<Row> tlsRows();
QList<Row> authRows();
QList<Row> ladderRows();
QList<Row> nextMethodRows();
QList<Row> tokenRows();
QList<Row> hostileLoginRows();
QList<Row> fewRoundsRows();
QList<Row> digestInTheOpenRows();
QList<Row> envelopeRows();
QList<Row> dataRows();
QList<Row> deliveryRows();
QList<Row> parameterRows();
QList<Row> heldEndRows();
QList<Row> restingRows();

} // namespace dialogue
