// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QEventLoop>
#include <QTimer>

#include <optional>

/// The answer of a save that `start` begins with a context and a function, waited for in an event
/// loop. An answer inside the call, or none in 30 s, is an error "... answer".
template <typename T, typename Start> core::Result<T> answerOf(const Start &start)
{
    QEventLoop loop;
    std::optional<core::Result<T>> answer;
    start(&loop, [&](const core::Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (answer) {
        return core::badInput(QStringLiteral("the call itself gave the answer"));
    }
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    return answer.value_or(core::badInput(QStringLiteral("there was no answer")));
}
