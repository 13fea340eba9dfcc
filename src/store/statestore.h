// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "files/filewatch.h"
#include "store/statedatabase.h"
#include "store/statewriter.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <optional>

class QThread;

namespace store
{

/// What the program remembers that is not configuration: state.db in the application's data folder,
/// shared by several programs. Lives in the main thread and never waits there: it writes in a
/// thread of its own, and what was written through it is seen at once. Whoever builds it owns it.
///
/// A file that cannot be understood is never written; then it remembers for this run only.
class StateStore final : public QObject
{
    Q_OBJECT

public:
    /// `folder` need not exist; the first write makes it.
    explicit StateStore(const QString &folder);
    /// Waits for the writes that are queued, at most six seconds.
    ~StateStore() override;

    /// Reads the file, if there is one, and begins to watch it.
    void load();

    /// What is wrong with the file, as a sentence, or nothing.
    [[nodiscard]] core::Text problem() const { return m_problem; }
    /// Of each server, with no certificate but the server's own.
    [[nodiscard]] QHash<QUuid, core::AttemptRecord> lastResults() const { return m_last; }
    /// The last attempt in which the server's EHLO reply was read, whole.
    [[nodiscard]] std::optional<core::AttemptRecord> reply(const QUuid &id) const;
    [[nodiscard]] QByteArray draft(const QString &key) const;

    void record(const QUuid &id, const core::AttemptRecord &record);
    void forget(const QUuid &id);
    /// Empty: removed.
    void setDraft(const QString &key, const QByteArray &content);

Q_SIGNALS:
    /// lastResults(), a reply or problem() differs now, by us or by another program.
    void changed();
    /// A write did not succeed. It is tried again with the next one and at the end.
    void failed(const core::Text &sentence);

    // to the writer's thread
    void rowsChanged(const QList<store::StateRow> &rows);
    void closing();

private:
    /// What memory holds of one row. The content of a last result is in m_last.
    struct Known
    {
        size_t hash = 0;
        QByteArray content;
    };

    void look();
    void take(const StateRows &read);
    void setProblem(const core::Text &problem);
    bool know(const StateKey &key, const QByteArray &content);
    void write(QList<StateRow> rows);
    void startWriter();
    void onWritten(qint64 number);

    QString m_folder;
    StateDatabase m_reader;
    files::FileWatch m_watch;
    QThread *m_thread = nullptr; // from the first write on
    core::Text m_problem;
    QHash<StateKey, Known> m_known;
    QHash<QUuid, core::AttemptRecord> m_last;
    QHash<StateKey, qint64> m_unwritten; // what memory knows better than the file: newest numbers
    qint64 m_number = 0;
};

} // namespace store
