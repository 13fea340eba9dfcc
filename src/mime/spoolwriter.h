// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/headerend.h"
#include "mime/messagescan.h"
#include "mime/spooledmessage.h"
#include "mime/spoolfile.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <stop_token>

namespace mime
{

/// The one way into a SpooledMessage, whoever makes the octets: every kind of line end becomes
/// CRLF, blind copies' header fields are left out, and the traits are counted on the way. Constant
/// memory.
class SpoolWriter
{
public:
    /// `stop`: once it is requested nothing more is written, and finish() says Cancelled.
    explicit SpoolWriter(core::Envelope envelope, std::stop_token stop = {});

    /// Pieces of any size; a line end may be split between two. False once the disk refused
    /// something; the reason comes from finish().
    bool write(QByteArrayView octets);

    /// Ends an unfinished last line. Error TemporaryFolderUnusable: it is not there or full;
    /// BadInput: where the header ends is not certain.
    core::Result<std::shared_ptr<const SpooledMessage>> finish();

private:
    void endLines(bool lineFeed);
    void endLine(std::optional<LineEnd> end);
    void addText(QByteArrayView text);
    QByteArrayView readFieldName(QByteArrayView text);
    void decideField(bool hasColon);
    void put(QByteArrayView text);
    void store(QByteArrayView octets);

    SpoolFile m_file;
    core::Envelope m_envelope;
    std::stop_token m_stop;
    core::MessageTraits m_traits;
    HeaderEnd m_headerEnd;
    MessageScan m_scan;
    qsizetype m_lineLength = 0;
    qsizetype m_returns = 0;                   // CRs of which the next octet tells what they are
    HeaderLine m_lineKind = HeaderLine::Other; // of the line in the header
    bool m_inHeader = true;
    bool m_inFieldName = true; // at the start of a header line, its name not yet known
    bool m_dropping = false;   // inside a Bcc field
    bool m_failed = false;
    QByteArray m_fieldName;
};

} // namespace mime
