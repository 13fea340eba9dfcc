// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/mbox.h"

#include <QByteArray>
#include <QByteArrayView>

namespace mime
{

/// What is worth a closer look in a message: seen while its lines go by, without taking it apart.
struct Findings
{
    int mails = 1; // if what stands in front was an mbox line
    bool hasFrom = false;
    bool hasDate = false;
    bool eightBitHeader = false; // a part's, too
    bool oddLineEnds = false;    // in the header, before they became CR LF
    bool nulInHeader = false;
    bool nulInBody = false;
    bool binaryPart = false;   // some part says so
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
    MboxCount m_mbox;
    QByteArray m_start; // of a line that may be a part's field
    qsizetype m_length = 0;
    bool m_eightBit = false; // the line has such octets
    bool m_encoded = false;
    bool m_inPartField = false;  // a line that begins with a blank goes on with it
    bool m_valueFollows = false; // on a line of its own
};

} // namespace mime
