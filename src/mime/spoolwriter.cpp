// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: write() cuts the octets into text and line ends; a run of CRs waits for the octet
// behind it. In the header the start of each line is held back until its colon tells whether the
// field is a Bcc; a dropped field takes its continuation lines along. The header lasts until the
// first empty line, even where a line in it is no field: rather a field too many read as header
// than a Bcc sent to everybody. HeaderEnd says where even that is not certain.
#include "mime/spoolwriter.h"

#include "core/utf8.h"

#include <algorithm>
#include <utility>

namespace mime
{

namespace
{

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
    return !core::isAscii(envelope.from) ||
           !std::all_of(envelope.to.begin(), envelope.to.end(), core::isAscii);
}

} // namespace

SpoolWriter::SpoolWriter(core::Envelope envelope, std::stop_token stop)
    : m_envelope(std::move(envelope))
    , m_stop(std::move(stop))
{
    m_traits.needsSmtpUtf8 = needsSmtpUtf8(m_envelope);
}

bool SpoolWriter::write(QByteArrayView octets)
{
    if (m_stop.stop_requested()) {
        return false;
    }
    while (!octets.isEmpty()) {
        if (octets.front() == '\r') {
            ++m_returns;
            octets = octets.sliced(1);
            continue;
        }
        if (octets.front() == '\n' || m_returns > 0) {
            const bool lineFeed = octets.front() == '\n';
            endLines(lineFeed);
            octets = octets.sliced(lineFeed ? 1 : 0);
            continue;
        }
        const qsizetype end = lineEndIn(octets);
        addText(octets.first(end));
        octets = octets.sliced(end);
    }
    return !m_failed;
}

/// What the CRs seen mean, now that what is behind them is known.
void SpoolWriter::endLines(bool lineFeed)
{
    const qsizetype returns = std::exchange(m_returns, 0);
    const bool emptyLine = m_inHeader && m_headerEnd.endsByReturn();
    if (lineFeed && (returns < 2 || !emptyLine)) {
        endLine(returns < 2 ? LineEnd::Feed : LineEnd::DoubleReturn);
        return;
    }
    for (qsizetype i = 0; i < (lineFeed ? returns - 1 : returns); ++i) {
        endLine(LineEnd::Return);
    }
    if (lineFeed) {
        endLine(LineEnd::Feed);
    }
}

core::Result<std::shared_ptr<const SpooledMessage>> SpoolWriter::finish()
{
    if (m_stop.stop_requested()) {
        return core::Error{core::Failure::Cancelled, {}};
    }
    endLines(false);
    if (m_lineLength > 0 || !m_fieldName.isEmpty()) {
        endLine({});
    }
    if (m_headerEnd.isDoubtful()) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "The message has mixed line ends, so where its header "
                                       "ends is uncertain; the first odd one is in line %1."),
             {m_headerEnd.doubtfulLine()}});
    }
    if (m_failed || !m_file.flush()) {
        return core::Error{
            core::Failure::TemporaryFolderUnusable,
            core::Text(QT_TRANSLATE_NOOP("core", "The temporary folder %1 cannot be used: %2"),
                       {SpoolFile::folder(), m_file.fault()})};
    }
    Findings findings = m_scan.findings();
    findings.oddLineEnds = m_headerEnd.isOdd();
    return std::make_shared<const SpooledMessage>(m_file.release(), m_traits, m_envelope, findings);
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
        m_lineKind = HeaderLine::Continuation;
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

void SpoolWriter::decideField(bool hasColon)
{
    m_inFieldName = false;
    m_lineKind = hasColon && isFieldName(m_fieldName) ? HeaderLine::Field : HeaderLine::Other;
    // Without a colon too: it may stand on the next line.
    m_dropping = isBlindCopyField(m_fieldName);
    if (hasColon) {
        m_scan.onField(m_fieldName);
    }
    put(std::exchange(m_fieldName, {}));
}

/// `end`: nothing at the end of the file.
void SpoolWriter::endLine(std::optional<LineEnd> end)
{
    if (m_inFieldName && !m_fieldName.isEmpty()) {
        decideField(false);
    }
    const bool headerEnds = m_inFieldName;
    if (!m_inHeader) {
        m_headerEnd.onBodyLine(end);
    } else if (end) {
        headerEnds ? m_headerEnd.onEmptyLine(*end) : m_headerEnd.onLine(m_lineKind, *end);
    }
    if (headerEnds) {
        m_inHeader = false;
        m_dropping = false;
    }
    m_traits.longestLine = std::max(m_traits.longestLine, m_lineLength);
    if (!m_dropping) {
        m_scan.onLineEnd();
        store("\r\n");
    }
    m_lineLength = 0;
    m_inFieldName = m_inHeader;
}

void SpoolWriter::put(QByteArrayView text)
{
    if (m_dropping) {
        return;
    }
    if (!core::isAscii(text)) {
        (m_inHeader ? m_traits.needsSmtpUtf8 : m_traits.eightBit) = true;
    }
    m_lineLength += text.size();
    m_scan.onText(text, m_inHeader);
    if (!m_inHeader) {
        m_headerEnd.onBodyText(text);
    }
    store(text);
}

void SpoolWriter::store(QByteArrayView octets)
{
    m_traits.size += octets.size();
    m_failed = m_failed || !m_file.write(octets);
}

} // namespace mime
