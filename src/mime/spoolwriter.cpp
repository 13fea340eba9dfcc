// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: write() cuts the octets into text and line ends. In the header the start of each
// line is held back until its colon tells whether the field is a Bcc; a dropped field takes its
// continuation lines along. The header lasts until the first empty line, even where a line in it is
// no field: rather a field too many read as header than a Bcc sent to everybody.
#include "mime/spoolwriter.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

// Long enough for "Resent-Bcc" and white space before the colon (RFC 5322 4.5.3); longer is no such
// field.
constexpr qsizetype longestFieldName = 998;

bool hasEightBit(QByteArrayView octets)
{
    return std::any_of(octets.begin(), octets.end(), [](char c) { return (c & 0x80) != 0; });
}

bool isBlindCopyField(QByteArrayView name)
{
    const QByteArrayView trimmed = name.trimmed();
    return trimmed.compare("bcc", Qt::CaseInsensitive) == 0 ||
           trimmed.compare("resent-bcc", Qt::CaseInsensitive) == 0;
}

qsizetype lineEndIn(QByteArrayView octets)
{
    const auto isLineEnd = [](char c) { return c == '\r' || c == '\n'; };
    return std::find_if(octets.begin(), octets.end(), isLineEnd) - octets.begin();
}

bool needsSmtpUtf8(const core::Envelope &envelope)
{
    return hasEightBit(envelope.from) ||
           std::any_of(envelope.to.begin(), envelope.to.end(), hasEightBit);
}

} // namespace

SpoolWriter::SpoolWriter(core::Envelope envelope, std::stop_token stop)
    : m_file(QDir::tempPath() + "/proserpina-XXXXXX.eml"_L1)
    , m_envelope(std::move(envelope))
    , m_stop(std::move(stop))
{
    m_traits.needsSmtpUtf8 = needsSmtpUtf8(m_envelope);
    // Without a folder the template would name a file in the root.
    m_failed = QDir::tempPath().isEmpty() || !m_file.open(); // mode 0600
}

bool SpoolWriter::write(QByteArrayView octets)
{
    if (m_stop.stop_requested()) {
        return false;
    }
    while (!octets.isEmpty()) {
        if (std::exchange(m_afterCr, false) && octets.front() == '\n') {
            octets = octets.sliced(1); // the CR has ended this line already
            continue;
        }
        const qsizetype end = lineEndIn(octets);
        addText(octets.first(end));
        if (end == octets.size()) {
            break;
        }
        m_afterCr = octets[end] == '\r';
        endLine();
        octets = octets.sliced(end + 1);
    }
    return !m_failed;
}

core::Result<std::shared_ptr<const SpooledMessage>> SpoolWriter::finish()
{
    if (m_stop.stop_requested()) {
        return core::Error{core::Failure::Cancelled, {}};
    }
    if (m_lineLength > 0 || !m_fieldName.isEmpty()) {
        endLine();
    }
    if (m_failed || !m_file.flush()) {
        const QString reason =
            QDir::tempPath().isEmpty() ? u"there is none"_s : m_file.errorString();
        return core::Error{core::Failure::BodyUnreadable,
                           "The message cannot be written to the temporary folder: "_L1 + reason};
    }
    m_file.setAutoRemove(false);
    const QString path = m_file.fileName();
    m_file.close();
    return std::make_shared<const SpooledMessage>(path, m_traits, m_envelope);
}

void SpoolWriter::addText(QByteArrayView text)
{
    if (m_inFieldName && !text.isEmpty()) {
        text = readFieldName(text);
    }
    put(text);
}

/// Takes from `text` what belongs to the field's name; the rest comes back.
QByteArrayView SpoolWriter::readFieldName(QByteArrayView text)
{
    if (m_fieldName.isEmpty() && (text.front() == ' ' || text.front() == '\t')) {
        m_inFieldName = false; // goes on with the field before it, dropped or not
        return text;
    }
    const qsizetype colon = text.indexOf(':');
    const qsizetype room = longestFieldName - m_fieldName.size();
    const qsizetype length = std::min(colon < 0 ? text.size() : colon, room);
    m_fieldName += text.first(length);
    if (length < text.size()) {
        decideField(text[length] == ':');
    }
    return text.sliced(length);
}

void SpoolWriter::decideField(bool isField)
{
    m_inFieldName = false;
    m_dropping = isField && isBlindCopyField(m_fieldName);
    put(std::exchange(m_fieldName, {}));
}

void SpoolWriter::endLine()
{
    if (m_inFieldName && !m_fieldName.isEmpty()) {
        decideField(false);
    } else if (m_inFieldName) {
        m_inHeader = false;
        m_dropping = false;
    }
    m_traits.longestLine = std::max(m_traits.longestLine, m_lineLength);
    put("\r\n");
    m_lineLength = 0;
    m_inFieldName = m_inHeader;
}

void SpoolWriter::put(QByteArrayView octets)
{
    if (m_dropping || m_failed) {
        return;
    }
    if (hasEightBit(octets)) {
        (m_inHeader ? m_traits.needsSmtpUtf8 : m_traits.eightBit) = true;
    }
    m_traits.size += octets.size();
    m_lineLength += octets.size();
    m_failed = m_file.write(octets.data(), octets.size()) != octets.size();
}

} // namespace mime
