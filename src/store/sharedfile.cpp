// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: nothing of the file is kept between two saves. save() and restore() only queue what
// to do; m_turn takes the first of the queue, one a turn, and lets KeptFile apply it. Where another
// program holds the lock the change stays first, and the next turn tries again. The same pause
// stands before our own next save, so that the other program gets its turn too.
#include "store/sharedfile.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>
#include <utility>

namespace store
{

namespace
{

Q_LOGGING_CATEGORY(storeLog, "proserpina.store")

constexpr auto lockPatience = std::chrono::seconds(5);
constexpr auto lockPause = std::chrono::milliseconds(5);
constexpr auto lastPatience = std::chrono::milliseconds(200);
constexpr auto lastPatienceOfAll = std::chrono::seconds(1);
/// An editor that truncates and writes is seen twice; the half of it is not worth a warning.
constexpr auto settleTime = std::chrono::milliseconds(50);

} // namespace

SharedFile::SharedFile(const QString &folder, const FileFormat &format, Take take)
    : m_file(folder, format)
    , m_watch(folder, {format.name}, settleTime)
    , m_take(std::move(take))
{
    m_turn.setInterval(lockPause);
    connect(&m_turn, &QTimer::timeout, this, &SharedFile::onTurn);
    connect(&m_watch, &files::FileWatch::changed, this, &SharedFile::load);
}

SharedFile::~SharedFile()
{
    saveTheRest();
}

void SharedFile::load()
{
    m_watch.start(); // first, so that a change between the two is not missed
    onContent(m_file.read());
}

core::Text SharedFile::problemSentence() const
{
    return m_problem.kind == FileProblem::Kind::None ? core::Text() : m_file.sentenceOf(m_problem);
}

void SharedFile::save(const OctetsChange &change, QObject *context, const Done &done)
{
    enqueue([this,
             change](std::chrono::milliseconds patience) { return m_file.save(change, patience); },
            context, done);
}

void SharedFile::restore(QObject *context, const Restored &done)
{
    auto restored = std::make_shared<RestoredFile>();
    const auto work = [this, restored](std::chrono::milliseconds patience) {
        auto saved = m_file.restore(patience);
        if (saved) {
            *restored = saved->restored;
        }
        return saved;
    };
    Done saved;
    if (done) {
        saved = [restored, done](const core::Result<bool> &result) {
            done(result ? core::Result<RestoredFile>(*restored) : result.error());
        };
    }
    enqueue(work, context, saved);
}

void SharedFile::enqueue(const Work &work, QObject *context, const Done &done)
{
    Q_ASSERT(context);
    m_saves.enqueue({work, context, done, QDeadlineTimer(lockPatience)});
    if (!m_turn.isActive()) {
        m_turn.start();
    }
}

void SharedFile::onTurn()
{
    const auto saved = m_saves.head().work(std::chrono::milliseconds(0));
    if (!saved && !m_saves.head().patience.hasExpired()) {
        return;
    }
    // From here on a slot of changed() may do anything, even delete this.
    const Save save = m_saves.dequeue();
    if (saved) {
        // Those behind it were waiting for us, not for another program.
        for (Save &next : m_saves) {
            next.patience = QDeadlineTimer(lockPatience);
        }
    }
    if (m_saves.isEmpty()) {
        m_turn.stop();
    }
    answer(save, saved ? saved->result : m_file.heldByAnother());
    if (saved && saved->content) {
        m_watch.start();
        onContent(*saved->content);
    }
}

void SharedFile::saveTheRest()
{
    const QDeadlineTimer all(lastPatienceOfAll);
    while (!m_saves.isEmpty()) {
        const Save save = m_saves.dequeue();
        const std::chrono::milliseconds left(all.remainingTime());
        const auto saved = save.work(std::min(lastPatience, left));
        const core::Result<bool> result = saved ? saved->result : m_file.heldByAnother();
        if (!result) {
            qCWarning(storeLog, "%s", qUtf8Printable(result.error().detail.english()));
        }
        answer(save, result);
    }
}

void SharedFile::answer(const Save &save, const core::Result<bool> &result)
{
    if (save.done && save.context) {
        QMetaObject::invokeMethod(
            save.context.data(), [done = save.done, result] { done(result); },
            Qt::QueuedConnection);
    }
}

void SharedFile::onContent(const FileContent &content)
{
    const bool damaged = content.problem.isDamage();
    const std::optional<KeptCopy> kept = damaged ? m_file.kept() : std::nullopt;
    const bool taken = !damaged && m_take(content.octets);
    if (!taken && content.problem == m_problem && kept == m_kept) {
        return;
    }
    m_problem = content.problem;
    m_kept = kept;
    Q_EMIT changed();
}

} // namespace store
