// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefolder.h"

#include "filecontent.h"

#include <QDir>
#include <QSqlQuery>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

StateFolder::StateFolder()
    : m_folder(m_home.filePath(u"data/proserpina"_s))
{}

QString StateFolder::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

void StateFolder::put(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(writeFile(path(), bytes));
}

QByteArray StateFolder::content() const
{
    return contentOf(path());
}

OtherProgram::OtherProgram(const QString &path)
    : m_connection(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
    m_database.setDatabaseName(path);
    m_database.open();
}

OtherProgram::~OtherProgram()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

bool OtherProgram::execute(const QString &statement) const
{
    return QSqlQuery(m_database).exec(statement);
}

QVariant OtherProgram::value(const QString &statement) const
{
    QSqlQuery query(m_database);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}
