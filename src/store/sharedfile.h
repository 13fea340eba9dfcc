// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "files/filewatch.h"
#include "store/keptfile.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace store
{

/// A KeptFile that other programs write too: our saves of it in turn, and an eye on theirs. Knows
/// what is wrong with the file; what it holds goes to the owner. Lives in the main thread; the
/// store of what the file holds owns it.
///
/// Saves queue up and run in order, from the event loop. Each waits, without stopping the loop,
/// until no other program is saving; one that is kept out for five seconds fails. Errors are of
/// kind BadInput with a whole sentence. After one, neither the file nor what is known of it has
/// changed.
///
/// The answer always comes later, from the event loop of `context` (which must not be null), after
/// changed(); never inside the call, and not at all once `context` is gone. The save is made all
/// the same. With an empty function nobody is told.
class SharedFile final : public QObject
{
    Q_OBJECT

public:
    /// Value: whether anything differs now.
    using Done = std::function<void(const core::Result<bool> &)>;
    using Restored = std::function<void(const core::Result<RestoredFile> &)>;
    /// Takes over what the file holds now, nothing where there is none or it is not trusted. Says
    /// whether that differs from before. Not called for damage: what was known last stays.
    using Take = std::function<bool(const std::optional<QByteArray> &octets)>;

    /// `folder` need not exist; the first save makes it.
    SharedFile(const QString &folder, const FileFormat &format, Take take);
    /// Makes the saves that are still queued now. While another program is saving it tries 200 ms
    /// for each, one second for all together; the answers come by the event loop as always, and
    /// what could not be saved is also logged as a warning.
    ~SharedFile() override;
    Q_DISABLE_COPY_MOVE(SharedFile)

    /// Reads the file and begins to watch it. Emits changed() only if something differs.
    void load();

    [[nodiscard]] const FileProblem &problem() const { return m_problem; }
    /// problem() as a whole sentence; empty: there is none.
    [[nodiscard]] core::Text problemSentence() const;
    /// Where problem() is damage: the good content to go back to, if there is.
    [[nodiscard]] std::optional<KeptCopy> kept() const { return m_kept; }

    void save(const OctetsChange &change, QObject *context, const Done &done);
    /// Goes back from a damaged or missing file to what is kept; error where it is neither. Queued
    /// with the saves.
    void restore(QObject *context, const Restored &done);

Q_SIGNALS:
    /// What was taken, problem() or kept() differs now, by us or by another program.
    void changed();

private:
    /// Nothing: another program holds the lock.
    using Work = std::function<std::optional<KeptFile::Saved>(std::chrono::milliseconds)>;
    struct Save
    {
        Work work;
        QPointer<QObject> context;
        Done done;
        QDeadlineTimer patience;
    };

    void enqueue(const Work &work, QObject *context, const Done &done);
    void onTurn();
    void saveTheRest();
    static void answer(const Save &save, const core::Result<bool> &result);
    void onContent(const FileContent &content);

    KeptFile m_file;
    files::FileWatch m_watch;
    Take m_take;
    FileProblem m_problem;
    std::optional<KeptCopy> m_kept;
    QQueue<Save> m_saves;
    QTimer m_turn;
};

} // namespace store
