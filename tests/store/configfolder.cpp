// SPDX-License-Identifier: GPL-3.0-or-later
#include "configfolder.h"

#include "filecontent.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

ConfigFolder::ConfigFolder(const QString &file)
    : m_folder(m_home.filePath(u"config/proserpina"_s))
    , m_file(file)
{}

QString ConfigFolder::path(const QString &name) const
{
    return m_folder + u'/' + (name.isEmpty() ? m_file : name);
}

void ConfigFolder::put(const QByteArray &bytes, const QString &name) const
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(writeFile(path(name), bytes));
}

QByteArray ConfigFolder::content(const QString &name) const
{
    return contentOf(path(name));
}

QJsonObject ConfigFolder::json() const
{
    return QJsonDocument::fromJson(content()).object();
}
