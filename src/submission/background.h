// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <limits>
#include <memory>
#include <type_traits>
#include <utility>

namespace submission
{

/// Work that takes long, for threads of its own: writing a message, hashing a password. Each piece
/// begins at once, since whoever asks has one at a time. Owned by the Sender; its end waits for
/// what still runs, so that has to be told to stop before.
class Background final
{
public:
    Background() { m_pool.setMaxThreadCount(std::numeric_limits<int>::max()); }

    /// `work` goes to another thread and shares nothing with this one. `done` gets what it
    /// returned, here and from the event loop; never where `context` has gone by then.
    template <typename Work, typename Done> void run(QObject *context, Work work, Done done)
    {
        using Result = std::invoke_result_t<Work>;
        const auto promise = std::make_shared<QPromise<Result>>();
        auto *watcher = new QFutureWatcher<Result>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                         [watcher, done = std::move(done)] {
                             watcher->deleteLater();
                             done(watcher->future().takeResult());
                         });
        watcher->setFuture(promise->future());
        m_pool.start([promise, work = std::move(work)] {
            promise->start();
            promise->addResult(work());
            promise->finish();
        });
    }

private:
    QThreadPool m_pool;
};

} // namespace submission
