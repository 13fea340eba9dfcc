// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/versionedjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Kind = FileProblem::Kind;

constexpr auto versionKey = "version"_L1;

/// Whether the parser gave up at the very end: there the file would have gone on.
bool endsInTheMiddle(const QByteArray &bytes, const QJsonParseError &error)
{
    using Fault = QJsonParseError;

    const qsizetype rest = bytes.size() - error.offset;
    const auto is = [&error](std::initializer_list<Fault::ParseError> faults) {
        return std::find(faults.begin(), faults.end(), error.error) != faults.end();
    };
    if (is({Fault::UnterminatedObject, Fault::UnterminatedArray, Fault::UnterminatedString})) {
        return rest <= 0;
    }
    // The half of "false", of "\u00e9", of a number or a character; the offset is in it.
    return is({Fault::IllegalValue, Fault::IllegalNumber, Fault::TerminationByNumber,
               Fault::IllegalEscapeSequence, Fault::IllegalUTF8String}) &&
           rest <= 4 && !bytes.endsWith('}') && !bytes.endsWith(']');
}

/// What is wrong with a file that the parser does not take.
core::Text faultOf(const QByteArray &bytes, const QJsonParseError &error)
{
    if (bytes.trimmed().isEmpty()) {
        return bytes.isEmpty() ? QT_TRANSLATE_NOOP("core", "it is empty")
                               : QT_TRANSLATE_NOOP("core", "it holds nothing but spaces");
    }
    if (QJsonDocument::fromJson('[' + bytes + ']').array().size() == 1) {
        return QT_TRANSLATE_NOOP("core", "it holds no list");
    }
    if (endsInTheMiddle(bytes, error)) {
        return QT_TRANSLATE_NOOP("core", "it ends in the middle");
    }
    // Some faults are told by the octet itself, the others by the one behind it.
    const bool itself = error.error == QJsonParseError::GarbageAtEnd ||
                        error.error == QJsonParseError::IllegalUTF8String;
    const QByteArray read = bytes.first(
        std::clamp(qsizetype{error.offset} - (itself ? 0 : 1), qsizetype{0}, bytes.size()));
    const QByteArray line = read.sliced(read.lastIndexOf('\n') + 1);
    return {QT_TRANSLATE_NOOP("core", "from line %1, column %2 on it is not JSON"),
            {read.count('\n') + 1, QString::fromUtf8(line).size() + 1}};
}

/// What is wrong with it before anything is looked for in it; or empty.
core::Text damageOf(const QByteArray &octets, const QJsonParseError &error)
{
    // Qt takes NUL octets inside a text; a crash leaves them where text has been.
    if (const qsizetype nulls = octets.count('\0'); nulls > 0) {
        return nulls == 1
                   ? QT_TRANSLATE_NOOP("core", "it holds a NUL octet")
                   : core::Text(QT_TRANSLATE_NOOP("core", "it holds %1 NUL octets"), {nulls});
    }
    return error.error == QJsonParseError::NoError ? core::Text() : faultOf(octets, error);
}

} // namespace

VersionedJson VersionedJson::parse(const QByteArray &octets, const JsonShape &shape)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(octets, &error);
    VersionedJson parsed(shape);
    if (const core::Text damage = damageOf(octets, error); !damage.isEmpty()) {
        parsed.m_problem = {Kind::Broken, damage};
    } else if (json.isArray() && shape.mayBePlainList) {
        parsed.m_version = 0;
        parsed.m_top.insert(shape.list, json.array());
    } else {
        parsed.readTop(json.object());
    }
    return parsed;
}

void VersionedJson::readTop(const QJsonObject &top)
{
    m_top = top;
    m_version = m_top.take(versionKey).toInt();
    if (m_version < 1) {
        m_problem = {Kind::Broken,
                     QT_TRANSLATE_NOOP("core", "there is no usable \"version\" in it")};
    } else if (m_version > m_shape.version) {
        m_problem = {Kind::NewerVersion, {QT_TRANSLATE_NOOP("core", "version %1"), {m_version}}};
    } else if (!m_top.value(m_shape.list).isArray()) {
        m_problem = {
            Kind::Broken,
            {QT_TRANSLATE_NOOP("core", "there is no list \"%1\" in it"), {QString(m_shape.list)}}};
    }
    if (m_problem.isDamage()) {
        m_top = {};
    }
}

void VersionedJson::setInvalidEntries(int count)
{
    m_problem.invalidEntries = count;
    if (count > 0 && m_problem.kind == Kind::None) {
        m_problem.kind = Kind::InvalidEntries;
    }
}

QByteArray VersionedJson::toBytes(const QMap<QLatin1StringView, QJsonArray> &lists) const
{
    QJsonObject top = m_top;
    top[versionKey] = m_shape.version;
    for (auto list = lists.cbegin(); list != lists.cend(); ++list) {
        top[list.key()] = *list;
    }
    return QJsonDocument(top).toJson();
}

} // namespace store
