// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/texts.h"

#include "core/systemtext.h"
#include "mime/charset.h"
#include "mime/systemfile.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr qint64 mostText = 50'000'000; // it is held in memory

core::Error unreadable(const QString &path, const QString &reason)
{
    return {core::Failure::BodyUnreadable,
            core::Text(QT_TRANSLATE_NOOP("core", "The text file cannot be read: %1: %2"),
                       {path, reason})};
}

std::optional<core::Error> open(QFile &file, const QString &path)
{
    if (path == u"-"_s) {
        if (!file.open(stdin, QIODevice::ReadOnly)) {
            return unreadable(path, file.errorString());
        }
        return {};
    }
    if (mime::fileKind(path) == mime::FileKind::Other) {
        // A pipe might never say anything.
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "The text file is not a regular file: %1"), {path}});
    }
    if (const auto reason = mime::openForReading(file, path)) {
        return unreadable(path, *reason);
    }
    return {};
}

} // namespace

core::Result<QString> readTextFile(const QString &path, const QByteArray &charset)
{
    QFile file;
    if (const auto error = open(file, path)) {
        return *error;
    }
    QByteArray octets;
    for (QByteArray piece; !(piece = file.read(mostText)).isEmpty();) {
        octets += piece;
        if (octets.size() > mostText) {
            return core::badInput(
                {QT_TRANSLATE_NOOP("core", "The text file is longer than 50 MB: %1"), {path}});
        }
    }
    if (file.error() != QFileDevice::NoError) {
        return unreadable(path, file.errorString());
    }
    return mime::readText(octets, charset);
}

void rememberLocale()
{
    mime::localeCharset();
}

std::optional<QString> argumentText(const QString &argument)
{
    if (!core::hasForeignOctets(argument)) {
        return argument;
    }
    const QByteArray charset = mime::localeCharset();
    return charset.isEmpty() ? std::nullopt : mime::decodedFrom(charset, core::toSystem(argument));
}

std::optional<qint64> sizeOfFile(const QString &path)
{
    QFile file;
    if (mime::fileKind(path) != mime::FileKind::Regular || mime::openForReading(file, path)) {
        return {};
    }
    return file.size();
}

QString fileTitle(const QString &path)
{
    return mime::fileTitle(path);
}

} // namespace service
