// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/ehlo.h"

namespace smtp
{

namespace
{

void addMechanisms(core::Capabilities &capabilities, const QByteArrayList &mechanisms)
{
    for (const QByteArray &mechanism : mechanisms) {
        if (!mechanism.isEmpty() && !capabilities.authMechanisms.contains(mechanism.toUpper())) {
            capabilities.authMechanisms.append(mechanism.toUpper());
        }
    }
}

void readSize(core::Capabilities &capabilities, const core::Keyword &keyword)
{
    // RFC 1870 4: no parameter or 0 means no fixed limit.
    capabilities.hasSize = true;
    if (keyword.parameters.isEmpty()) {
        return;
    }
    bool ok = false;
    const qint64 limit = keyword.parameters.constFirst().toLongLong(&ok);
    capabilities.sizeUnreadable = !ok || limit < 0;
    capabilities.sizeLimit = capabilities.sizeUnreadable ? 0 : limit;
}

void readAuth(core::Capabilities &capabilities, const QList<core::Keyword> &keywords)
{
    bool newForm = false;
    bool oldForm = false;
    for (const core::Keyword &keyword : keywords) {
        if (keyword.name == "AUTH") {
            newForm = true;
            addMechanisms(capabilities, keyword.parameters);
        } else if (keyword.name.startsWith("AUTH=")) {
            // Before RFC 2554 there was "AUTH=LOGIN PLAIN"; some servers say only that (B18).
            oldForm = true;
            addMechanisms(capabilities, QByteArrayList{keyword.name.mid(5)} + keyword.parameters);
        }
    }
    capabilities.hasAuth = newForm || oldForm;
    capabilities.onlyOldAuthForm = oldForm && !newForm;
}

} // namespace

core::Capabilities capabilitiesOf(const core::Reply &ehloReply)
{
    core::Capabilities capabilities;
    capabilities.lines = ehloReply.lines;
    QList<core::Keyword> keywords;
    for (qsizetype i = 1; i < ehloReply.text.size(); ++i) {
        const QByteArrayList words = ehloReply.text[i].simplified().split(' ');
        if (words.constFirst().isEmpty()) {
            continue;
        }
        const core::Keyword keyword{words.constFirst().toUpper(), words.mid(1)};
        keywords.append(keyword);
        if (keyword.name == "STARTTLS") {
            capabilities.startTls = true;
        } else if (keyword.name == "PIPELINING") {
            capabilities.pipelining = true;
        } else if (keyword.name == "8BITMIME") {
            capabilities.eightBitMime = true;
        } else if (keyword.name == "SMTPUTF8") {
            capabilities.smtpUtf8 = true;
        } else if (keyword.name == "DSN") {
            capabilities.notifications = true;
        } else if (keyword.name == "SIZE") {
            readSize(capabilities, keyword);
        }
    }
    readAuth(capabilities, keywords);
    return capabilities;
}

core::Capabilities capabilitiesOfHelo(const core::Reply &heloReply)
{
    core::Capabilities capabilities;
    capabilities.lines = heloReply.lines;
    capabilities.fromHelo = true;
    return capabilities;
}

} // namespace smtp
