// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/outbox.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace service
{

/// The outbox in a thread of its own, since each of its commits waits for the disk. What is asked
/// is done in order. Lives in the main thread; at its end it waits for what has been asked.
class OutboxThread final : public QObject
{
    Q_OBJECT

public:
    OutboxThread(const QString &folder, const outbox::Surroundings &surroundings,
                 QObject *parent = nullptr);
    ~OutboxThread() override;

    /// `work` gets the outbox, in its thread, and shares nothing with this one; `done` gets what it
    /// returned, here and from the event loop; never where `context` has gone by then.
    template <typename Work, typename Done> void ask(QObject *context, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work, outbox::Outbox &>;
        const auto result = std::make_shared<std::optional<Value>>();
        start([result, work = std::move(work)](outbox::Outbox &outbox) { *result = work(outbox); },
              [result, context = QPointer(context), done = std::move(done)] {
                  if (context) {
                      done(*std::move(*result));
                  }
              });
    }

Q_SIGNALS:
    // A Task by its address, to the thread and back.
    void asked(quintptr task);
    void answered(quintptr task);

private:
    struct Task
    {
        std::function<void(outbox::Outbox &)> work;
        std::function<void()> done;
        std::atomic_bool isAsked = false;
        std::atomic_bool isAnswered = false;
    };
    /// In the thread; the outbox is gone before that ends.
    struct Worker : QObject
    {
        Worker(const QString &folder, const outbox::Surroundings &surroundings)
        {
            outbox.emplace(folder, surroundings);
        }
        std::optional<outbox::Outbox> outbox;
        std::atomic_bool hasEnded = false;
    };

    void start(std::function<void(outbox::Outbox &)> work, std::function<void()> done);
    void onAnswered(quintptr task);

    std::map<quintptr, std::unique_ptr<Task>> m_tasks; // made and gone in the main thread
    QThread m_thread;
    Worker *m_worker;
};

} // namespace service
