// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/fields.h"

#include "core/tidy.h"
#include "mime/address.h"
#include "mime/hostname.h"

#include <algorithm>

namespace service
{

core::Text hostProblem(const QString &typed)
{
    const auto host = mime::hostToAscii(typed);
    return host ? core::Text() : host.error().detail;
}

core::Text ehloNameProblem(const QString &typed)
{
    const auto name = mime::parseEhloName(typed);
    return name ? core::Text() : name.error().detail;
}

core::Text addressProblem(const QString &typed)
{
    const auto mailbox = mime::parseMailbox(typed);
    return mailbox ? core::Text() : mailbox.error().detail;
}

QStringList splitAddresses(const QString &typed)
{
    QStringList addresses = mime::splitAddresses(typed);
    std::transform(addresses.cbegin(), addresses.cend(), addresses.begin(), &core::tidiedAddress);
    return addresses;
}

core::Result<QByteArray> envelopeAddress(const QString &typed)
{
    const auto mailbox = mime::parseMailbox(typed);
    return mailbox ? core::Result(mailbox->address) : mailbox.error();
}

} // namespace service
