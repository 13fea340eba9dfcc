// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: `state` follows the mail by triggers, whoever changes that, and says for good what
// it was when it is gone; `result` is what the file was dealt with as. Where they differ there is
// something to do.
#include "outbox/filerows.h"

#include "core/systemtext.h"
#include "core/words.h"
#include "outbox/sqlvalues.h"

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

const QString columns = u"id, rule, folder, path, size, changed, claim, mail, at, state, result, "
                        "why, place"_s;

FileResult resultOf(const QVariant &word)
{
    return core::valueOf<FileResult>(word.toString()).value_or(FileResult::Failed);
}

core::Result<QList<MailedFile>> filesOf(const core::Result<QList<QVariantList>> &rows)
{
    if (!rows) {
        return rows.error();
    }
    QList<MailedFile> files;
    for (const QVariantList &row : *rows) {
        MailedFile file;
        file.id = row[0].toLongLong();
        file.rule = QUuid(row[1].toString());
        file.folder = core::fromSystem(row[2].toByteArray());
        file.path = core::fromSystem(row[3].toByteArray());
        file.octets = row[4].toLongLong();
        file.changed = row[5].toLongLong();
        file.claim = row[6].toString();
        file.mail = row[7].isNull() ? std::optional<MailId>() : row[7].toLongLong();
        file.at = timeOf(row[8]);
        file.state = resultOf(row[9]);
        file.result = resultOf(row[10]);
        file.why = row[11].toString();
        file.place = core::fromSystem(row[12].toByteArray());
        files.append(file);
    }
    return files;
}

core::Result<std::optional<MailedFile>> firstOf(const core::Result<QList<MailedFile>> &files)
{
    if (!files) {
        return files.error();
    }
    return files->isEmpty() ? std::optional<MailedFile>() : std::optional(files->constFirst());
}

} // namespace

QStringList FileRows::tables()
{
    const QString over = u"('sent', 'partial', 'failed', 'unknown', 'stopped')"_s;
    return {
        u"CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, "
        "folder BLOB NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL, "
        "changed INTEGER NOT NULL, claim TEXT, mail INTEGER, at INTEGER NOT NULL, "
        "state TEXT NOT NULL, result TEXT NOT NULL, why TEXT, place BLOB)"_s,
        u"CREATE UNIQUE INDEX file_claim ON file (claim) WHERE claim IS NOT NULL"_s,
        u"CREATE INDEX file_mail ON file (mail) WHERE mail IS NOT NULL"_s,
        u"CREATE INDEX file_place ON file (place) WHERE place IS NOT NULL"_s,
        u"CREATE INDEX file_unended ON file (id) WHERE state <> result"_s,
        u"CREATE INDEX file_counts ON file (rule, result, at)"_s,
        u"CREATE TRIGGER file_mail_changed AFTER UPDATE OF state ON mail BEGIN "
        "UPDATE file SET state = iif(NEW.state IN %1, NEW.state, 'going') WHERE mail = NEW.id; END"_s
            .arg(over),
        // What was not over goes no more; what was just going out may have arrived.
        u"CREATE TRIGGER file_mail_removed AFTER DELETE ON mail BEGIN "
        "UPDATE file SET state = CASE WHEN OLD.state IN %1 THEN OLD.state "
        "WHEN OLD.state = 'finishing' THEN 'unknown' ELSE 'stopped' END WHERE mail = OLD.id; END"_s
            .arg(over)};
}

core::Result<qint64> FileRows::insert(const MailedFile &file, qint64 now)
{
    const auto orNothing = [](const QString &text) {
        return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
    };
    const QVariant place = file.place.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>())
                                                : QVariant(core::toSystem(file.place));
    return m_database.execute(
        u"INSERT INTO file (rule, folder, path, size, changed, claim, mail, at, state, result, "
        "why, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {idOf(file.rule), core::toSystem(file.folder), core::toSystem(file.path), file.octets,
         file.changed, orNothing(file.claim),
         file.mail ? QVariant(*file.mail) : QVariant(QMetaType::fromType<qint64>()), now,
         wordOf(file.state), wordOf(file.result), orNothing(file.why), place});
}

core::Result<QList<MailedFile>> FileRows::newest(int limit)
{
    return filesOf(m_database.rows(
        u"SELECT %1 FROM file WHERE result <> 'old' ORDER BY id DESC LIMIT ?"_s.arg(columns),
        {limit}));
}

core::Result<QList<MailedFile>> FileRows::ofMail(MailId mail)
{
    return filesOf(
        m_database.rows(u"SELECT %1 FROM file WHERE mail = ? ORDER BY id"_s.arg(columns), {mail}));
}

core::Result<QList<MailedFile>> FileRows::unended(qint64 after, int limit)
{
    return filesOf(m_database.rows(
        u"SELECT %1 FROM file WHERE state <> result AND id > ? ORDER BY id LIMIT ?"_s.arg(columns),
        {after, limit}));
}

core::Result<std::optional<MailedFile>> FileRows::ofClaim(const QString &claim)
{
    return firstOf(
        filesOf(m_database.rows(u"SELECT %1 FROM file WHERE claim = ?"_s.arg(columns), {claim})));
}

core::Result<QStringList> FileRows::foldersOfClaims()
{
    const auto rows = m_database.rows(u"SELECT DISTINCT folder FROM file WHERE claim IS NOT NULL "
                                      "AND (state <> result OR result = 'stopped')"_s);
    if (!rows) {
        return rows.error();
    }
    QStringList folders;
    for (const QVariantList &row : *rows) {
        folders.append(core::fromSystem(row[0].toByteArray()));
    }
    return folders;
}

core::Result<qint64> FileRows::forgetOld(const QString &folder)
{
    return m_database.execute(u"DELETE FROM file WHERE result = 'old' AND folder = ?"_s,
                              {core::toSystem(folder)});
}

core::Result<bool> FileRows::isKnown(const QString &place, qint64 octets, qint64 changed)
{
    const auto rows = m_database.rows(
        u"SELECT 1 FROM file WHERE place = ? AND size = ? AND changed = ? LIMIT 1"_s,
        {core::toSystem(place), octets, changed});
    return rows ? core::Result(!rows->isEmpty()) : rows.error();
}

core::Result<QList<FileCounts>> FileRows::counts()
{
    const auto rows = m_database.rows(u"SELECT rule, result, count(*), max(at) FROM file "
                                      "WHERE result <> 'old' GROUP BY rule, result"_s);
    if (!rows) {
        return rows.error();
    }
    QList<FileCounts> counts;
    for (const QVariantList &row : *rows) {
        const QUuid rule(row[0].toString());
        if (counts.isEmpty() || counts.constLast().rule != rule) {
            counts.append(FileCounts{rule, 0, 0, 0, {}});
        }
        FileCounts &last = counts.last();
        const FileResult result = resultOf(row[1]);
        int &count = result == FileResult::Sent    ? last.sent
                     : result == FileResult::Going ? last.going
                                                   : last.failed;
        count += row[2].toInt();
        const QDateTime at = timeOf(row[3]);
        last.last = !last.last.isValid() || last.last < at ? at : last.last;
    }
    return counts;
}

core::Result<qint64> FileRows::end(const EndedFile &file)
{
    const QVariant where = file.place.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>())
                                                : QVariant(core::toSystem(file.place));
    return m_database.execute(u"UPDATE file SET result = ?, place = ? WHERE id = ? %1"_s.arg(
                                  file.onlyIfOpen ? u"AND state <> result"_s : QString()),
                              {wordOf(file.result), where, file.id});
}

core::Result<qint64> FileRows::removeEndedBefore(qint64 time)
{
    return m_database.execute(
        // Below sent/, or nowhere. (In octets, as the columns are.)
        u"DELETE FROM file WHERE at < ? AND state = result AND result = 'sent' AND "
        "(place IS NULL OR substr(place, length(folder) + 1, 6) = X'2F73656E742F')"_s,
        {time});
}

} // namespace outbox
