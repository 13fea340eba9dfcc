// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/letin.h"
#include "testmain.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using submission::LetIn;

/// Which POP3 logins still count.
class LetInTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rememberedApart();
    void forAMinute();
};

namespace
{

submission::PreparedPop login(const QString &host)
{
    submission::PreparedPop login;
    login.target.host = host;
    login.settings.credentials = {u"taro"_s, core::Secret("word-pass")};
    return login;
}

} // namespace

/// Mails to two servers go beside each other.
void LetInTest::rememberedApart()
{
    const LetIn::Clock::time_point now = LetIn::Clock::now();
    LetIn letIn;
    letIn.remember(login(u"a.example"_s), now);
    letIn.remember(login(u"b.example"_s), now);
    QVERIFY(letIn.isFresh(login(u"a.example"_s), now));
    QVERIFY(letIn.isFresh(login(u"b.example"_s), now));
    letIn.forget(login(u"b.example"_s));
    QVERIFY(letIn.isFresh(login(u"a.example"_s), now));
    QVERIFY(!letIn.isFresh(login(u"b.example"_s), now));
}

void LetInTest::forAMinute()
{
    const LetIn::Clock::time_point now = LetIn::Clock::now();
    LetIn letIn;
    letIn.remember(login(u"a.example"_s), now);
    QVERIFY(letIn.isFresh(login(u"a.example"_s), now + 59s));
    QVERIFY(!letIn.isFresh(login(u"a.example"_s), now + 60s));
    letIn.remember(login(u"b.example"_s), now + 60s);
    QVERIFY(letIn.isFresh(login(u"b.example"_s), now + 60s));
}

PROSERPINA_TEST(LetInTest)

#include "tst_letin.moc"
