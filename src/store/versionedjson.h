// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/fileproblem.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QMap>

namespace store
{

/// What stands at the top of one kind of file.
struct JsonShape
{
    int version;                 // the current one
    QLatin1StringView list;      // without it a file is damaged
    bool mayBePlainList = false; // the list and nothing else, of before there were versions
};

/// The top of a JSON file of settings: its version, lists of entries, and the rest as it came, so
/// that a save loses nothing. A value; it knows no file.
class VersionedJson
{
public:
    /// Nothing in it yet.
    explicit VersionedJson(const JsonShape &shape)
        : m_shape(shape)
        , m_version(shape.version)
    {}
    /// Never fails: problem() says what was wrong. Where it is damage, the lists are empty.
    static VersionedJson parse(const QByteArray &octets, const JsonShape &shape);

    [[nodiscard]] const FileProblem &problem() const { return m_problem; }
    /// The version found; 0: the plain list.
    [[nodiscard]] int version() const { return m_version; }

    /// A list, which is no longer of the rest then.
    [[nodiscard]] QJsonArray takeList(QLatin1StringView key) { return m_top.take(key).toArray(); }
    /// How many entries of the lists cannot be read.
    void setInvalidEntries(int count);

    /// The lists and the rest, in the current version's form.
    [[nodiscard]] QByteArray toBytes(const QMap<QLatin1StringView, QJsonArray> &lists) const;

private:
    void readTop(const QJsonObject &top);

    JsonShape m_shape;
    QJsonObject m_top; // what else stands in the file
    FileProblem m_problem;
    int m_version;
};

} // namespace store
