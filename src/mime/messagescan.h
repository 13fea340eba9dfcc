// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace mime
{

/// What is worth a closer look in a message: seen while its lines go by, without taking it apart.
struct Findings
{
    bool hasFrom = false;
    bool hasDate = false;
    bool eightBitHeader = false;
    bool oddLineEnds = false; // in the header, before they became CR LF
    bool nulInHeader = false;
    bool nulInBody = false;
    bool binaryPart = false;  // some part says so
    bool wideEncoding = false; // base64 or quoted-printable, perhaps with a line over 76

    bool operator==(const Findings &) const = default;
};

/// Looks at a message line by line. Constant memory.
class MessageScan
{
public:
    void onField(QByteArrayView name);
    void onText(QByteArrayView text, bool inHeader);
    void onLineEnd();

    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    void readEncoding(QByteArrayView value);

    Findings m_findings;
    QByteArray m_start; // of a line that may tell an encoding
    qsizetype m_length = 0;
    bool m_encoded = false;
    bool m_valueFollows = false; // on a line of its own
};

} // namespace mime
