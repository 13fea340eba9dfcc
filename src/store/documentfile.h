// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands between a file of octets and the document that is made of them: a Document has
// parse(), toBytes(), problem(), version(), count() and currentVersion.
#pragma once

#include "store/keptfile.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace store
{

template <typename Document> Document documentOf(const std::optional<QByteArray> &octets)
{
    return octets ? Document::parse(*octets) : Document();
}

template <typename Document> FileFormat formatOf(const QString &name)
{
    return {name, Document::currentVersion, [](const QByteArray &octets) {
                const Document document = Document::parse(octets);
                return FileFacts{document.problem(), document.version(), document.count()};
            }};
}

/// Value of `change`: whether anything differs now.
template <typename Document>
OctetsChange octetsChange(const std::function<core::Result<bool>(Document &)> &change)
{
    using Changed = std::optional<QByteArray>;

    return [change](const std::optional<QByteArray> &octets) -> core::Result<Changed> {
        Document document = documentOf<Document>(octets);
        const auto differs = change(document);
        if (!differs) {
            return differs.error();
        }
        return *differs ? Changed(document.toBytes()) : Changed();
    };
}

} // namespace store
