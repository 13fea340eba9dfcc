// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/messagescan.h"

#include <algorithm>

namespace mime
{

namespace
{

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
    if (inHeader && std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
        m_findings.eightBitHeader = true;
    }
    const char first = m_length > 0 ? (m_start.isEmpty() ? '\0' : m_start.front())
                       : text.isEmpty() ? '\0'
                                        : text.front();
    if (first == 'C' || first == 'c' || (m_valueFollows && isBlank(first))) {
        m_start += text.first(std::min(text.size(), longestStart - m_start.size()));
    }
    m_length += text.size();
}

void MessageScan::onLineEnd()
{
    const QByteArrayView start = m_start;
    const qsizetype colon = start.indexOf(':');
    if (m_valueFollows && !start.isEmpty() && isBlank(start.front())) {
        readEncoding(start);
    } else if (colon > 0 &&
               start.first(colon).trimmed().compare(encodingField, Qt::CaseInsensitive) == 0) {
        readEncoding(start.sliced(colon + 1));
    } else {
        m_valueFollows = false;
    }
    if (m_encoded && m_length > longestEncodedLine) {
        m_findings.wideEncoding = true;
    }
    m_start.truncate(0);
    m_length = 0;
}

void MessageScan::readEncoding(QByteArrayView value)
{
    const QByteArray word = value.toByteArray().toLower();
    m_valueFollows = word.trimmed().isEmpty();
    m_findings.binaryPart = m_findings.binaryPart || word.contains("binary");
    m_encoded = word.contains("base64") || word.contains("quoted-printable");
}

} // namespace mime
