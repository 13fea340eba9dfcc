// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace submission
{

/// Work that takes long, for threads of its own: writing a message, hashing a password. Each piece
/// begins at once, since whoever asks has one at a time. Its end waits for what still runs, so that
/// has to be told to stop before.
class Background final : public QObject
{
    Q_OBJECT

public:
    explicit Background(QObject *parent = nullptr);

    /// `work` goes to another thread and shares nothing with this one. `done` gets what it
    /// returned, here and from the event loop; never where `context` has gone by then.
    template <typename Work, typename Done> void run(QObject *context, Work work, Done done)
    {
        struct Result
        {
            std::optional<std::invoke_result_t<Work>> value;
            std::atomic_bool isThere = false;
        };
        const auto result = std::make_shared<Result>();
        start(
            [result, work = std::move(work)] {
                result->value = work();
                result->isThere.store(true, std::memory_order_release);
            },
            [result, context = QPointer(context), done = std::move(done)] {
                if (context && result->isThere.load(std::memory_order_acquire)) {
                    done(*std::move(result->value));
                }
            });
    }

Q_SIGNALS:
    /// From another thread.
    void worked(quint64 id);

private:
    void start(std::function<void()> work, std::function<void()> done);

    std::map<quint64, std::function<void()>> m_done;
    quint64 m_lastId = 0;
    QThreadPool m_pool; // last: it waits before the rest goes
};

} // namespace submission
