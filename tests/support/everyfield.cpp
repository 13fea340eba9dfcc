// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyfield.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;
using core::FieldKind;
using core::FieldValue;

FieldValue unlikelyValue(const core::ProfileField &field)
{
    const auto number = static_cast<int>(&field - core::profileFields().data());
    const core::ServerProfile usual;
    switch (field.kind()) {
    case FieldKind::Text:
        // Of a proxy's URL, QUrl may spell other letters in ASCII.
        return (field.group == "proxy"_L1 ? u"proxy%1.example"_s : u"名前%1.example"_s).arg(number);
    case FieldKind::File: return u"/etc/証明書 %1.pem"_s.arg(number);
    case FieldKind::Word:
        for (const QString &word : field.words()) {
            if (field.key == "method"_L1 ? word == u"pbs"_s : word != field.text(usual)) {
                return word;
            }
        }
        break;
    case FieldKind::Flag: return !std::get<bool>(field.value(usual));
    case FieldKind::Port: return static_cast<quint16>(20000 + number);
    case FieldKind::Count: return 100 + number;
    case FieldKind::Digest: return QByteArray(32, static_cast<char>(0xe0 + number));
    case FieldKind::Time: return std::chrono::milliseconds(40001 + number);
    }
    Q_UNREACHABLE();
}

core::ServerProfile everyField()
{
    core::ServerProfile profile;
    for (const core::ProfileField &field : core::profileFields()) {
        if (!field.set(profile, unlikelyValue(field))) {
            qFatal("a field does not take its own kind of value");
        }
    }
    return profile;
}
