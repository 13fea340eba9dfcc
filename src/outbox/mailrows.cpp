// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the column `state` has the words of State but for WaitingForYou, which is what the
// server's row makes of queued and deferred mail, and with `finishing` besides. `due` is set where
// time alone makes a mail go, and nowhere else. Each change of a row gives it a new number in
// `changed`, by triggers, so that nobody has to read all rows to see what is new.
#include "outbox/mailrows.h"

#include "core/words.h"
#include "outbox/content.h"
#include "outbox/policy.h"
#include "outbox/sqlvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

constexpr auto columnsButRecord =
    "mail.id, mail.state, mail.server, identity, sender, subject, message_id, accepted, "
    "not_before, due, tried, tries, spool, content, last_reply, needs_person, "
    "discarded IS NOT NULL, "_L1;
const QString columns = columnsButRecord + u"mail.record"_s;
constexpr qsizetype recordColumn = 17;
constexpr auto joined = "mail LEFT JOIN server ON server.id = mail.server"_L1;

State stateOf(const QString &word, bool needsPerson)
{
    if (word == "finishing"_L1) {
        return State::Sending;
    }
    const State state = core::valueOf<State>(word).value_or(State::Failed);
    const bool waits = state == State::Queued || state == State::Deferred;
    return needsPerson && waits ? State::WaitingForYou : state;
}

/// The rows that a person sees in this state.
QString conditionOf(State state)
{
    switch (state) {
    case State::Sending: return u"mail.state IN ('sending', 'finishing')"_s;
    case State::WaitingForYou: return u"mail.state IN ('queued', 'deferred') AND needs_person"_s;
    case State::Queued:
    case State::Deferred:
        return u"mail.state = '%1' AND NOT ifnull(needs_person, 0)"_s.arg(wordOf(state));
    case State::Sent:
    case State::Partial:
    case State::Failed:
    case State::Unknown:
    case State::Stopped: break;
    }
    return u"mail.state = '%1'"_s.arg(wordOf(state));
}

Mail mailOf(const QVariantList &row)
{
    Mail mail;
    mail.id = row[0].toLongLong();
    mail.state = stateOf(row[1].toString(), row[15].toBool());
    mail.server = QUuid(row[2].toString());
    mail.identity = QUuid(row[3].toString());
    mail.from = row[4].toString();
    mail.subject = row[5].toString();
    mail.messageId = row[6].toByteArray();
    mail.acceptedAt = timeOf(row[7]);
    mail.notBefore = timeOf(row[8]);
    mail.due = timeOf(row[9]);
    mail.triedAt = timeOf(row[10]);
    mail.tries = row[11].toInt();
    mail.hasBody = !row[12].isNull();
    readContent(row[13].toByteArray(), mail);
    mail.lastReply = row[14].toByteArray();
    mail.isDiscarded = row[16].toBool();
    mail.record = row[recordColumn].toByteArray();
    return mail;
}

core::Result<QList<Mail>> mailsOf(const core::Result<QList<QVariantList>> &rows)
{
    if (!rows) {
        return rows.error();
    }
    QList<Mail> mails;
    for (const QVariantList &row : *rows) {
        mails.append(mailOf(row));
    }
    return mails;
}

/// A server has taken or refused it.
const QString wasTried = u"state IN ('sent', 'partial', 'failed') AND tried IS NOT NULL"_s;

/// Not by the highest number of the rows: that of one that was removed must not come again.
QStringList changeCounting()
{
    const QString count =
        u"BEGIN UPDATE change_count SET last = last + 1; "
        "UPDATE mail SET changed = (SELECT last FROM change_count) WHERE id = NEW.id; END"_s;
    return {u"CREATE INDEX mail_changed ON mail (changed)"_s,
            u"CREATE INDEX mail_state ON mail (state, server) WHERE discarded IS NULL"_s,
            u"CREATE INDEX mail_last ON mail (identity, id) WHERE "_s + wasTried,
            u"CREATE TABLE change_count (last INTEGER NOT NULL)"_s,
            u"INSERT INTO change_count SELECT ifnull(max(changed), 0) FROM mail"_s,
            u"CREATE TRIGGER mail_added AFTER INSERT ON mail "_s + count,
            u"CREATE TRIGGER mail_updated AFTER UPDATE ON mail "
            "WHEN NEW.changed IS OLD.changed "_s +
                count};
}

template <typename T> core::Result<T> firstOf(const core::Result<QList<QVariantList>> &rows, T none)
{
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() || rows->constFirst().constFirst().isNull()
               ? none
               : T(rows->constFirst().constFirst().value<T>());
}

core::Result<std::optional<qint64>> numberOf(const core::Result<QList<QVariantList>> &rows)
{
    const auto number = firstOf<qint64>(rows, -1);
    if (!number) {
        return number.error();
    }
    return *number < 0 ? std::optional<qint64>() : std::optional(*number);
}

core::Result<QStringList> textsOf(const core::Result<QList<QVariantList>> &rows)
{
    if (!rows) {
        return rows.error();
    }
    QStringList texts;
    for (const QVariantList &row : *rows) {
        texts.append(row[0].toString());
    }
    return texts;
}

} // namespace

QStringList MailRows::tables()
{
    return QStringList{
               u"CREATE TABLE mail ("
               "id INTEGER PRIMARY KEY AUTOINCREMENT, " // never another one's later
               "state TEXT NOT NULL, server TEXT NOT NULL, identity TEXT NOT NULL, "
               "sender TEXT NOT NULL, subject TEXT NOT NULL, message_id BLOB, "
               "accepted INTEGER NOT NULL, not_before INTEGER NOT NULL, due INTEGER, "
               "tried INTEGER, ended INTEGER, tries INTEGER NOT NULL DEFAULT 0, "
               "urgent INTEGER NOT NULL DEFAULT 0, "   // goes although all is paused
               "stopping INTEGER NOT NULL DEFAULT 0, " // as the person wants, while it is sent
               "size INTEGER NOT NULL, spool TEXT, content BLOB NOT NULL, "
               "last_reply BLOB, record BLOB, owner TEXT, "
               "discarded INTEGER, changed INTEGER NOT NULL DEFAULT 0)"_s,
               u"CREATE INDEX mail_due ON mail (server, due) WHERE due IS NOT NULL"_s,
               u"CREATE INDEX mail_owner ON mail (server, owner) WHERE owner IS NOT NULL"_s} +
           changeCounting();
}

QStringList MailRows::upgrade()
{
    return QStringList{u"DROP INDEX mail_state"_s,
                       u"ALTER TABLE mail ADD COLUMN discarded INTEGER"_s,
                       u"ALTER TABLE mail ADD COLUMN changed INTEGER NOT NULL DEFAULT 0"_s,
                       u"UPDATE mail SET changed = id"_s} +
           changeCounting();
}

core::Result<MailId> MailRows::insert(const Mail &mail, const QString &spool, qint64 spoolSize)
{
    const qint64 accepted = msOf(mail.acceptedAt);
    const qint64 notBefore = msOf(mail.notBefore);
    return firstOf<qint64>(
        m_database.rows(
            u"INSERT INTO mail (state, server, identity, sender, subject, message_id, accepted, "
            "not_before, due, size, spool, content) "
            "VALUES ('queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
            {idOf(mail.server), idOf(mail.identity), notNull(mail.from), notNull(mail.subject),
             mail.messageId, accepted, notBefore, std::max(accepted, notBefore), spoolSize, spool,
             contentOf(mail)}),
        0);
}

core::Result<std::optional<Mail>> MailRows::find(MailId id)
{
    const auto rows =
        m_database.rows(u"SELECT %1 FROM %2 WHERE mail.id = ?"_s.arg(columns, joined), {id});
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() ? std::optional<Mail>() : std::optional(mailOf(rows->constFirst()));
}

core::Result<QList<Mail>> MailRows::list(const Filter &filter)
{
    QStringList conditions{u"discarded IS NULL"_s};
    QList<QVariant> values;
    if (filter.server) {
        conditions.append(u"mail.server = ?"_s);
        values.append(idOf(*filter.server));
    }
    QStringList states;
    for (const State state : filter.states) {
        states.append(conditionOf(state));
    }
    if (!states.isEmpty()) {
        conditions.append(u'(' + states.join(u" OR "_s) + u')');
    }
    values.append({filter.limit, filter.offset});
    return mailsOf(
        m_database.rows(u"SELECT %1 FROM %2 WHERE %3 ORDER BY mail.id LIMIT ? OFFSET ?"_s.arg(
                            columns, joined, conditions.join(u" AND "_s)),
                        values));
}

core::Result<QMap<State, int>> MailRows::counts()
{
    const auto rows = m_database.rows(u"SELECT state, server, count(*) FROM mail "
                                      "WHERE discarded IS NULL GROUP BY state, server"_s);
    const auto needy = textsOf(m_database.rows(u"SELECT id FROM server WHERE needs_person"_s));
    if (!rows || !needy) {
        return rows ? needy.error() : rows.error();
    }
    QMap<State, int> counts;
    for (const QVariantList &row : *rows) {
        counts[stateOf(row[0].toString(), needy->contains(row[1].toString()))] += row[2].toInt();
    }
    return counts;
}

core::Result<Changes> MailRows::changesSince(qint64 change, int limit)
{
    const auto rows = m_database.rows(
        u"SELECT %1NULL, changed FROM %2 WHERE changed > ? ORDER BY changed LIMIT ?"_s.arg(
            columnsButRecord, joined),
        {change, limit});
    if (!rows) {
        return rows.error();
    }
    Changes changes{{}, change, rows->size() == limit};
    for (const QVariantList &row : *rows) {
        changes.mails.append(mailOf(row));
        changes.last = row[recordColumn + 1].toLongLong();
    }
    return changes;
}

core::Result<QList<MailId>> MailRows::ids()
{
    const auto rows = m_database.rows(u"SELECT id FROM mail WHERE discarded IS NULL"_s);
    if (!rows) {
        return rows.error();
    }
    QList<MailId> ids;
    ids.reserve(rows->size());
    for (const QVariantList &row : *rows) {
        ids.append(row[0].toLongLong());
    }
    return ids;
}

core::Result<QList<Waiting>> MailRows::waiting()
{
    const auto rows =
        m_database.rows(u"SELECT server, identity, count(*) FROM mail WHERE state IN "
                        "('queued', 'deferred', 'sending', 'finishing') AND discarded IS NULL "
                        "GROUP BY server, identity"_s);
    if (!rows) {
        return rows.error();
    }
    QList<Waiting> waiting;
    for (const QVariantList &row : *rows) {
        waiting.append({QUuid(row[0].toString()), QUuid(row[1].toString()), row[2].toInt()});
    }
    return waiting;
}

core::Result<QList<Mail>> MailRows::lastOfEachIdentity()
{
    return mailsOf(m_database.rows(
        u"SELECT %1 FROM %2 WHERE mail.id IN (SELECT max(id) FROM mail WHERE %3 GROUP BY identity)"_s
            .arg(columns, joined, wasTried)));
}

core::Result<QString> MailRows::spoolOf(MailId id)
{
    return firstOf<QString>(m_database.rows(u"SELECT spool FROM mail WHERE id = ?"_s, {id}), {});
}

core::Result<QList<MailRows::SpoolEntry>> MailRows::spooled()
{
    const auto rows = m_database.rows(
        u"SELECT id, spool, size, due IS NOT NULL FROM mail WHERE spool IS NOT NULL"_s);
    if (!rows) {
        return rows.error();
    }
    QList<SpoolEntry> entries;
    for (const QVariantList &row : *rows) {
        entries.append(
            {row[0].toLongLong(), row[1].toString(), row[2].toLongLong(), row[3].toBool()});
    }
    return entries;
}

// ---- claims

core::Result<std::optional<MailId>> MailRows::next(const QUuid &server, qint64 now, bool onlyUrgent,
                                                   const std::optional<MailId> &only)
{
    const QString which = only ? u"AND id = %1 "_s.arg(*only) : QString();
    return numberOf(m_database.rows(
        u"SELECT id FROM mail WHERE server = ? AND due IS NOT NULL AND (due <= ? OR due > ?) "
        "AND not_before <= ? AND urgent >= ? AND discarded IS NULL %1ORDER BY due, id LIMIT 1"_s
            .arg(which),
        {idOf(server), now, now + msOf(longestMailPause), now, int{onlyUrgent}}));
}

core::Result<std::optional<qint64>> MailRows::firstDue(const QUuid &server)
{
    return numberOf(m_database.rows(
        u"SELECT min(due) FROM mail WHERE server = ? AND due IS NOT NULL AND discarded IS NULL"_s,
        {idOf(server)}));
}

core::Result<int> MailRows::claimed(const QUuid &server)
{
    return firstOf<int>(
        m_database.rows(u"SELECT count(*) FROM mail WHERE server = ? AND owner IS NOT NULL"_s,
                        {idOf(server)}),
        0);
}

core::Result<qint64> MailRows::claim(MailId id, const QString &owner, qint64 now)
{
    return m_database.execute(u"UPDATE mail SET state = 'sending', owner = ?, due = NULL, "
                              "tried = ?, urgent = 0 WHERE id = ? AND owner IS NULL"_s,
                              {owner, now, id});
}

core::Result<QStringList> MailRows::owners()
{
    return textsOf(m_database.rows(u"SELECT DISTINCT owner FROM mail WHERE owner IS NOT NULL"_s));
}

core::Result<qint64> MailRows::beginFinishing(MailId id, const QString &owner, qint64 now)
{
    return m_database.execute(
        u"UPDATE mail SET state = 'finishing', tried = ? WHERE id = ? AND owner = ? "
        "AND NOT stopping AND discarded IS NULL"_s,
        {now, id, owner});
}

core::Result<qint64> MailRows::settle(const Mail &mail, const QString &owner, bool keepsBody,
                                      qint64 now)
{
    // Stopped meanwhile, it does not go on waiting.
    const bool over = isOver(mail.state);
    const QVariant due = orNull(over ? 0 : std::max(now, msOf(mail.due)));
    return m_database.execute(
        u"UPDATE mail SET state = iif(stopping AND ?, 'stopped', ?), due = iif(stopping, NULL, ?), "
        "ended = iif(stopping OR ?, ?, NULL), tries = ?, content = ?, last_reply = ?, record = ?, "
        "spool = iif(?, spool, NULL), owner = NULL, stopping = 0 WHERE id = ? AND owner = ?"_s,
        {int{!over}, wordOf(mail.state), due, int{over}, now, mail.tries, contentOf(mail),
         mail.lastReply, mail.record, int{keepsBody}, mail.id, owner});
}

core::Result<qint64> MailRows::giveBack(MailId id, const QString &owner, qint64 now)
{
    return m_database.execute(
        u"UPDATE mail SET state = iif(stopping, 'stopped', 'queued'), owner = NULL, "
        "due = iif(stopping, NULL, ?), stopping = 0 WHERE id = ? AND owner = ?"_s,
        {now, id, owner});
}

core::Result<qint64> MailRows::freeAllOf(const QString &owner, qint64 now)
{
    const auto over = u"(state = 'finishing' OR stopping)"_s;
    return m_database.execute(
        u"UPDATE mail SET state = CASE WHEN state = 'finishing' THEN 'unknown' "
        "WHEN stopping THEN 'stopped' ELSE 'queued' END, due = iif(%1, NULL, ?), "
        "ended = iif(%1, ?, NULL), owner = NULL, stopping = 0 WHERE owner = ?"_s.arg(over),
        {now, now, owner});
}

// ---- the person

core::Result<qint64> MailRows::stop(MailId id, qint64 now)
{
    return m_database.execute(
        u"UPDATE mail SET state = iif(owner IS NULL, 'stopped', state), due = NULL, "
        "ended = iif(owner IS NULL, ?, NULL), stopping = owner IS NOT NULL, urgent = 0 "
        "WHERE id = ? AND state IN ('queued', 'deferred', 'sending', 'finishing')"_s,
        {now, id});
}

core::Result<qint64> MailRows::sendNow(MailId id, qint64 now)
{
    return m_database.execute(u"UPDATE mail SET due = ?, not_before = 0, urgent = 1 "
                              "WHERE id = ? AND state IN ('queued', 'deferred')"_s,
                              {now, id});
}

core::Result<qint64> MailRows::rewrite(const Mail &mail, qint64 now)
{
    const bool waits = !isOver(mail.state);
    return m_database.execute(
        u"UPDATE mail SET state = ?, content = ?, due = ?, ended = iif(?, NULL, ended), "
        "tries = iif(?, 0, tries) WHERE id = ? AND owner IS NULL"_s,
        {wordOf(mail.state), contentOf(mail), orNull(waits ? now : 0), int{waits}, int{waits},
         mail.id});
}

core::Result<qint64> MailRows::loseMessage(MailId id, qint64 now)
{
    return m_database.execute(u"UPDATE mail SET state = 'failed', due = NULL, ended = ?, "
                              "spool = NULL WHERE id = ? AND owner IS NULL"_s,
                              {now, id});
}

core::Result<qint64> MailRows::remove(MailId id)
{
    return m_database.execute(u"DELETE FROM mail WHERE id = ?"_s, {id});
}

core::Result<qint64> MailRows::setMessage(MailId id, const QString &spool, qint64 spoolSize)
{
    return m_database.execute(
        u"UPDATE mail SET spool = ?, size = ? WHERE id = ? AND owner IS NULL"_s,
        {spool, spoolSize, id});
}

core::Result<qint64> MailRows::discard(MailId id, qint64 now)
{
    return m_database.execute(u"UPDATE mail SET discarded = ? WHERE id = ? AND discarded IS NULL "
                              "AND state <> 'finishing'"_s,
                              {now, id});
}

core::Result<qint64> MailRows::takeBack(MailId id)
{
    return m_database.execute(
        u"UPDATE mail SET discarded = NULL WHERE id = ? AND discarded IS NOT NULL"_s, {id});
}

core::Result<QStringList> MailRows::removeDiscardedBefore(qint64 time)
{
    return textsOf(m_database.rows(
        u"DELETE FROM mail WHERE discarded < ? AND owner IS NULL RETURNING spool"_s, {time}));
}

core::Result<qint64> MailRows::setServer(const QUuid &from, const QUuid &to)
{
    return m_database.execute(u"UPDATE mail SET server = ? WHERE server = ? AND state IN "
                              "('queued', 'deferred', 'stopped', 'failed', 'partial', 'unknown')"_s,
                              {idOf(to), idOf(from)});
}

core::Result<QStringList> MailRows::removeSentBefore(qint64 time)
{
    return textsOf(m_database.rows(
        u"DELETE FROM mail WHERE state = 'sent' AND ended < ? RETURNING spool"_s, {time}));
}

} // namespace outbox
