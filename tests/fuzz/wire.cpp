// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fuzz
{

namespace
{

constexpr qsizetype longestEscaped = 400;

} // namespace

bool isWholeLines(const QByteArray &bytes)
{
    const QByteArrayList lines = linesOf(bytes);
    return bytes.endsWith("\r\n") &&
           std::all_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
               return std::none_of(line.cbegin(), line.cend(), [](char c) {
                   return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
               });
           });
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines;
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf("\r\n"); end >= 0; end = bytes.indexOf("\r\n", from)) {
        lines.append(bytes.mid(from, end - from));
        from = end + 2;
    }
    return lines;
}

bool isWholeMessage(const QByteArray &wire)
{
    const QByteArrayList lines = linesOf(wire);
    const bool noBareBreak = std::none_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
        return line.contains('\r') || line.contains('\n');
    });
    return noBareBreak && wire.endsWith("\r\n") && lines.constLast() == "." &&
           lines.count(QByteArray(".")) == 1;
}

bool isShownAs(const QByteArray &line, const QByteArray &shown)
{
    return shown == line || (shown.endsWith("****") && line.startsWith(shown.chopped(4)));
}

QByteArray hiddenPart(const QByteArray &line, const QByteArray &shown)
{
    return shown == line ? QByteArray() : line.mid(shown.size() - 4);
}

QByteArray escaped(const QByteArray &bytes)
{
    QByteArray out;
    for (const char c : bytes.left(longestEscaped)) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '\r') {
            out += "\\r";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\\') {
            out += "\\\\";
        } else if (octet < 0x20 || octet > 0x7E) {
            out += "\\x" + QByteArray(1, c).toHex();
        } else {
            out += c;
        }
    }
    if (bytes.size() > longestEscaped) {
        out += "... (" + QByteArray::number(bytes.size()) + " octets)";
    }
    return out;
}

core::TlsFacts tlsFacts(int how)
{
    core::TlsFacts facts;
    facts.encrypted = how != 5;
    facts.version = how == 1 ? u"TLSv1.2"_s : u"TLSv1.3"_s;
    facts.pinned = how == 2;
    core::Certificate certificate;
    certificate.der = "x";
    if (how != 3) {
        certificate.hostNames = QStringList{u"mail.example.org"_s};
    }
    facts.chain = {certificate};
    if (how == 4) {
        facts.faults = {core::CertificateFault::SelfSigned};
        facts.errors = {u"self-signed certificate"_s};
    }
    return facts;
}

} // namespace fuzz
