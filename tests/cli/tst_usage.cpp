// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class NearestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds()
    {
        const QStringList words{u"host"_s, u"port"_s, u"password-env"_s, u"ca-file"_s};
        QCOMPARE(cli::nearest(u"hots"_s, words), u"host"_s);
        QCOMPARE(cli::nearest(u"password"_s, words), u"password-env"_s);
        QCOMPARE(cli::nearest(u"cafile"_s, words), u"ca-file"_s);
        QCOMPARE(cli::nearest(u"completely-different"_s, words), QString());
    }
};

PROSERPINA_TEST(NearestTest)
#include "tst_usage.moc"
