// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/mailtolink.h"

#include "mime/address.h"

using namespace Qt::StringLiterals;

namespace mime
{

namespace
{

constexpr qsizetype longestLink = qsizetype{64} * 1024;
constexpr QByteArrayView scheme = "mailto:";

/// Octets that are no UTF-8 become U+FFFD. A plus sign is one: forms are another thing.
QString decoded(const QByteArray &encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

bool isControl(QChar one)
{
    return one.category() == QChar::Other_Control || one.category() == QChar::Other_Format ||
           one.category() == QChar::Separator_Line || one.category() == QChar::Separator_Paragraph;
}

QString oneLine(QString text)
{
    for (QChar &one : text) {
        one = isControl(one) ? u' ' : one;
    }
    return text.simplified();
}

QString lines(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    for (QChar &one : text) {
        one = one != u'\n' && one != u'\t' && isControl(one) ? u' ' : one;
    }
    return text;
}

/// Parted at the commas of the link: an encoded one belongs to an address.
QStringList addressesOf(const QByteArray &encoded)
{
    QStringList addresses;
    for (const QByteArray &one : encoded.split(',')) {
        // What somebody encoded as a whole list is one all the same.
        addresses += splitAddresses(oneLine(decoded(one)));
    }
    return addresses;
}

} // namespace

std::optional<core::Draft> draftOfLink(const QByteArray &link)
{
    if (link.size() > longestLink ||
        link.first(std::min(link.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) !=
            0) {
        return {};
    }
    const QByteArray rest = link.sliced(scheme.size());
    const qsizetype mark = rest.indexOf('?');
    core::Draft draft;
    draft.to = addressesOf(mark < 0 ? rest : rest.left(mark));
    const QByteArrayList fields =
        mark < 0 ? QByteArrayList() : rest.mid(mark + 1).replace("&amp;", "&").split('&');
    for (const QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        const QString name = decoded(field.left(equals)).toLower();
        const QByteArray value = equals < 0 ? QByteArray() : field.mid(equals + 1);
        if (name == "to"_L1) {
            draft.to += addressesOf(value);
        } else if (name == "cc"_L1) {
            draft.cc += addressesOf(value);
        } else if (name == "bcc"_L1) {
            draft.bcc += addressesOf(value);
        } else if (name == "subject"_L1) {
            draft.subject = oneLine(decoded(value));
        } else if (name == "body"_L1) {
            draft.text += lines(decoded(value));
        }
    }
    return draft;
}

} // namespace mime
