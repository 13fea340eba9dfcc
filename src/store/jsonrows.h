// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace store
{

/// A list of JSON objects with an id each: those that can be read as values, and the others as they
/// came, so that a save loses nothing.
template <typename Value> class JsonRows
{
public:
    /// `parse` gives nothing for what cannot be read.
    template <typename Parse> void read(const QJsonArray &array, Parse parse)
    {
        for (const QJsonValue json : array) {
            Row row{json, parse(json.toObject())};
            // A block copied by hand and left with its id: the first one counts until it is
            // removed.
            if (row.value && find(row.value->id)) {
                row.value.reset();
            }
            m_unreadable += row.value ? 0 : 1;
            m_rows.append(row);
        }
    }
    [[nodiscard]] QJsonArray json() const
    {
        QJsonArray array;
        for (const Row &row : m_rows) {
            array.append(row.json);
        }
        return array;
    }
    [[nodiscard]] int unreadable() const { return m_unreadable; }

    [[nodiscard]] QList<Value> values() const
    {
        QList<Value> values;
        for (const Row &row : m_rows) {
            if (row.value) {
                values.append(*row.value);
            }
        }
        return values;
    }
    [[nodiscard]] std::optional<Value> find(const QUuid &id) const
    {
        const qsizetype row = indexOf(id);
        return row < 0 ? std::nullopt : m_rows[row].value;
    }
    /// Sets the one with this id, or appends it. `write` makes JSON of a value and of the JSON that
    /// was there.
    template <typename Write> void put(const Value &value, Write write)
    {
        qsizetype row = indexOf(value.id);
        if (row < 0) {
            row = m_rows.size();
            m_rows.append(Row());
        }
        m_rows[row] = {write(value, m_rows[row].json.toObject()), value};
    }
    /// Whether it was there.
    bool remove(const QUuid &id)
    {
        const qsizetype row = indexOf(id);
        if (row >= 0) {
            m_rows.removeAt(row);
        }
        return row >= 0;
    }
    /// By that many places up or down among values(), as far as there are.
    bool move(const QUuid &id, qsizetype by)
    {
        const QList<qsizetype> readable = readableRows();
        const qsizetype at = readable.indexOf(indexOf(id));
        if (at < 0) {
            return false;
        }
        const qsizetype to = std::clamp<qsizetype>(at + by, 0, readable.size() - 1);
        m_rows.move(readable[at], readable[to]);
        return at != to;
    }
    /// To that place among values(), or the nearest there is.
    bool moveTo(const QUuid &id, qsizetype place)
    {
        return move(id, place - readableRows().indexOf(indexOf(id)));
    }

private:
    struct Row
    {
        QJsonValue json;
        std::optional<Value> value = {}; // nothing: cannot be read, kept as it is
    };

    [[nodiscard]] qsizetype indexOf(const QUuid &id) const
    {
        const auto found = std::ranges::find_if(
            m_rows, [&id](const Row &row) { return row.value && row.value->id == id; });
        return found == m_rows.end() ? -1 : found - m_rows.begin();
    }

    [[nodiscard]] QList<qsizetype> readableRows() const
    {
        QList<qsizetype> rows;
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            if (m_rows[row].value) {
                rows.append(row);
            }
        }
        return rows;
    }

    QList<Row> m_rows;
    int m_unreadable = 0;
};

} // namespace store
