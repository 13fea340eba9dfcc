// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systemtext.h"
#include "service/maildraft.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a person has written is kept and found again.
class MailDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
};

void MailDraftTest::comesBack()
{
    service::MailDraft draft;
    draft.mail = {u"taro@example.org"_s,
                  {u"hanako@example.org"_s},
                  u"見積書"_s,
                  u"Text\n"_s,
                  {u"/tmp/報告書.pdf"_s, core::fromSystem("/tmp/\x95\xf1\x8d\x90.pdf")}};
    draft.delivery.allOrNone = true;
    draft.delivery.notify.onFailure = true;
    const auto read = service::mailFromBytes(service::bytesFromMail(draft));
    QVERIFY(read.has_value());
    QCOMPARE(read->mail, draft.mail);
    QCOMPARE(read->delivery, draft.delivery);
    QVERIFY(!service::mailFromBytes("{}"));
}

PROSERPINA_TEST(MailDraftTest)

#include "tst_maildraft.moc"
