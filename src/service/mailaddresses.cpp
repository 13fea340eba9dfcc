// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailaddresses.h"

#include "mime/address.h"
#include "service/servers.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

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

/// The new ones first; of each address the words with a name, if there were any.
void MailAddresses::add(const QStringList &typed)
{
    const QStringList known = all();
    QHash<QString, QString> words; // by key
    for (const QString &one : known) {
        words.insert(keyOf(one), one);
    }
    QStringList kept;
    QSet<QString> taken;
    for (const QString &one : typed + known) {
        const QString key = keyOf(one);
        if (key.isEmpty() || taken.contains(key)) {
            continue;
        }
        if (kept.size() == mostKept) {
            break;
        }
        taken.insert(key);
        const bool bare = one.compare(key, Qt::CaseInsensitive) == 0;
        kept.append(bare ? words.value(key, one) : one);
    }
    m_servers.setDraft(
        name, QJsonDocument(QJsonArray::fromStringList(kept)).toJson(QJsonDocument::Compact));
}

void MailAddresses::clear()
{
    m_servers.setDraft(name, {});
}

} // namespace service
