// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailaddresses.h"

#include "mime/address.h"
#include "service/servers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

const QString name = u"addresses"_s;
constexpr qsizetype mostKept = 500;

QString keyOf(const QString &typed)
{
    const auto mailbox = mime::parseMailbox(typed);
    return mailbox ? QString::fromUtf8(mailbox->address).toLower() : QString();
}

} // namespace

QStringList MailAddresses::all() const
{
    QStringList addresses;
    const QJsonArray kept = QJsonDocument::fromJson(m_servers.draft(name)).array();
    for (const QJsonValue one : kept) {
        addresses.append(one.toString());
    }
    return addresses;
}

void MailAddresses::add(const QStringList &typed)
{
    QStringList kept = all();
    for (auto one = typed.crbegin(); one != typed.crend(); ++one) {
        const QString key = keyOf(*one);
        if (key.isEmpty()) {
            continue;
        }
        // With a name where it was ever typed with one.
        QString words = *one;
        const bool bare = one->compare(key, Qt::CaseInsensitive) == 0;
        for (qsizetype i = kept.size() - 1; i >= 0; --i) {
            if (keyOf(kept[i]) == key) {
                words = bare ? kept[i] : words;
                kept.removeAt(i);
            }
        }
        kept.prepend(words);
    }
    kept = kept.first(std::min(kept.size(), mostKept));
    m_servers.setDraft(
        name, QJsonDocument(QJsonArray::fromStringList(kept)).toJson(QJsonDocument::Compact));
}

void MailAddresses::clear()
{
    m_servers.setDraft(name, {});
}

} // namespace service
