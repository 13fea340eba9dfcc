// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/fields.h"

#include "mime/address.h"
#include "mime/hostname.h"
#include "mime/typedtext.h"

namespace service
{

QString hostProblem(const QString &typed)
{
    const auto host = mime::hostToAscii(typed);
    return host ? QString() : host.error().detail;
}

QString ehloNameProblem(const QString &typed)
{
    const auto name = mime::parseEhloName(typed);
    return name ? QString() : name.error().detail;
}

QString addressProblem(const QString &typed)
{
    const auto mailbox = mime::parseMailbox(typed);
    return mailbox ? QString() : mailbox.error().detail;
}

QString tidied(const QString &typed)
{
    return mime::halfWidth(typed).trimmed();
}

QStringList splitAddresses(const QString &typed)
{
    return mime::splitAddresses(typed);
}

} // namespace service
