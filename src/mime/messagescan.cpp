// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/messagescan.h"

#include "core/utf8.h"

#include <algorithm>

namespace mime
{

namespace
{

constexpr QByteArrayView partField = "content-";
constexpr QByteArrayView encodingField = "content-transfer-encoding";
constexpr qsizetype longestStart = 120;
constexpr qsizetype longestEncodedLine = 76; // RFC 2045 6.7 and 6.8

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

void MessageScan::onField(QByteArrayView name)
{
    const QByteArrayView trimmed = name.trimmed();
    m_findings.hasFrom = m_findings.hasFrom || trimmed.compare("from", Qt::CaseInsensitive) == 0;
    m_findings.hasDate = m_findings.hasDate || trimmed.compare("date", Qt::CaseInsensitive) == 0;
}

void MessageScan::onText(QByteArrayView text, bool inHeader)
{
    if (text.contains('\0')) {
        (inHeader ? m_findings.nulInHeader : m_findings.nulInBody) = true;
    }
    if (!core::isAscii(text)) {
        m_eightBit = true;
        m_findings.eightBitHeader = m_findings.eightBitHeader || inHeader;
    }
    const char first = m_length > 0     ? (m_start.isEmpty() ? '\0' : m_start.front())
                       : text.isEmpty() ? '\0'
                                        : text.front();
    if (first == 'C' || first == 'c' || (m_inPartField && isBlank(first))) {
        m_start += text.first(std::min(text.size(), longestStart - m_start.size()));
    }
    m_length += text.size();
    m_mbox.onText(text);
}

void MessageScan::onLineEnd()
{
    const QByteArrayView start = m_start;
    const bool continues = m_inPartField && !start.isEmpty() && isBlank(start.front());
    const QByteArrayView name = start.first(std::max<qsizetype>(start.indexOf(':'), 0)).trimmed();
    m_inPartField = continues || name.first(std::min(name.size(), partField.size()))
                                         .compare(partField, Qt::CaseInsensitive) == 0;
    if (continues && m_valueFollows) {
        readEncoding(start);
    } else if (name.compare(encodingField, Qt::CaseInsensitive) == 0) {
        readEncoding(start.sliced(start.indexOf(':') + 1));
    }
    m_findings.eightBitHeader = m_findings.eightBitHeader || (m_inPartField && m_eightBit);
    m_findings.wideEncoding =
        m_findings.wideEncoding || (m_encoded && m_length > longestEncodedLine);
    m_start.truncate(0);
    m_length = 0;
    m_eightBit = false;
    m_mbox.onLineEnd();
    m_findings.mails = m_mbox.mails();
}

void MessageScan::readEncoding(QByteArrayView value)
{
    const QByteArray word = value.toByteArray().toLower();
    m_valueFollows = word.trimmed().isEmpty();
    m_findings.binaryPart = m_findings.binaryPart || word.contains("binary");
    m_encoded = word.contains("base64") || word.contains("quoted-printable");
}

} // namespace mime
