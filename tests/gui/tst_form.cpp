// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 10'000;

/// The names of what Tab leads to, the first included.
QStringList tabOrder(QWidget *first, int most)
{
    QStringList order{first->objectName()};
    QWidget *widget = first;
    for (int steps = 0; steps < 120 && order.size() < most; ++steps) {
        widget = widget->nextInFocusChain();
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            !widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_"_s)) {
            order.append(widget->objectName());
        }
    }
    return order;
}

} // namespace

/// The fields of the page Add server.
class FormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void hostFieldSaysWhatIsWrong();
    void fullWidthIsMadeHalfWidth();
    void hostIsTakenApart_data();
    void hostIsTakenApart();
    void hostThatContradictsIsRefused();
    void unseenMarksLeaveTheId();
    void openQuotationMarkInThePasswordCommand();
    void noServerIsCalledPractice();
    void portFollowsUntilTyped();
    void typedFormComesBackAfterACrash();
    void tabOrderFollowsTheEye();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FormTest::hostFieldSaysWhatIsWrong()
{
    Program program(m_folder->path());
    QVERIFY(program.click("checkButton"));
    QVERIFY(!program.text("hostMessage").isEmpty());
    QVERIFY(program.find<QLineEdit>("hostEdit")->hasFocus() ||
            QApplication::focusWidget() == nullptr);
    QCOMPARE(program.find<QLineEdit>("hostEdit")->accessibleDescription(),
             program.text("hostMessage"));
    QVERIFY(program.type("hostEdit", u"smtp example.org"_s));
    QVERIFY(program.click("saveButton"));
    QVERIFY(program.text("hostMessage").contains(u"host name"_s));
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"smtp example.org"_s);
    QVERIFY(program.servers().servers().isEmpty());
}

void FormTest::fullWidthIsMadeHalfWidth()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"ｓｍｔｐ．ｅｘａｍｐｌｅ．ｊｐ"_s));
    QVERIFY(program.type("addressEdit", u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ"_s));
    auto *port = program.find<QSpinBox>("portSpin");
    port->selectAll();
    Program::enter(*port->findChild<QLineEdit *>(), u"２０２５"_s);
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    const core::ServerEntry saved = program.servers().servers().constFirst();
    QCOMPARE(saved.profile.host, u"smtp.example.jp"_s);
    QCOMPARE(saved.address, u"taro@example.jp"_s);
    QCOMPARE(saved.profile.userId, u"taro@example.jp"_s);
    QCOMPARE(int{saved.profile.port}, 2025);
}

void FormTest::hostIsTakenApart_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<core::Security>("security");
    QTest::addColumn<int>("port");
    using core::Security;
    QTest::newRow("smtps:// and its port")
        << u"smtps://smtp.example.jp:2465/"_s << u"smtp.example.jp"_s << Security::Smtps << 2465;
    QTest::newRow("ssl://") << u"ssl://smtp.example.jp"_s << u"smtp.example.jp"_s << Security::Smtps
                            << 465;
    QTest::newRow("port 587 is STARTTLS's")
        << u"smtp.example.jp:587"_s << u"smtp.example.jp"_s << Security::StartTls << 587;
    QTest::newRow("so is 2525") << u"smtp.example.jp:2525/"_s << u"smtp.example.jp"_s
                                << Security::StartTls << 2525;
    QTest::newRow("smtp:// and another port")
        << u"smtp://smtp.example.jp:2025"_s << u"smtp.example.jp"_s << Security::Smtps << 2025;
    QTest::newRow("a dot at the end")
        << u"smtp.example.jp."_s << u"smtp.example.jp"_s << Security::Smtps << 465;
    QTest::newRow("an address in brackets")
        << u"[::1]:25"_s << u"::1"_s << Security::StartTls << 25;
    QTest::newRow("a provider's host")
        << u"smtps://smtp.gmail.com:465/"_s << u"smtp.gmail.com"_s << Security::Smtps << 465;
}

void FormTest::hostIsTakenApart()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    QFETCH(core::Security, security);
    QFETCH(int, port);
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@example.jp"_s));
    QVERIFY(program.type("hostEdit", typed));
    clicks::leave(program, "hostEdit");
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), host);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), port);
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    const core::ServerProfile saved = program.servers().servers().constFirst().profile;
    QCOMPARE(saved.host, host);
    QCOMPARE(saved.security, security);
    QCOMPARE(int{saved.port}, port);
}

void FormTest::hostThatContradictsIsRefused()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@example.jp"_s));
    program.find<QSpinBox>("portSpin")->setValue(2025);
    for (const QString &typed : {u"smtp.example.jp:587"_s, u"https://mail.example.jp"_s,
                                 u"taro@example.jp"_s, u"smtp.example.jp:0"_s}) {
        QVERIFY(program.type("hostEdit", typed));
        QVERIFY(program.click("saveButton"));
        QVERIFY2(!program.text("hostMessage").isEmpty(), qPrintable(typed));
        QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), typed);
    }
    QVERIFY(program.servers().servers().isEmpty());
    // The port that is set already is none.
    QVERIFY(program.type("hostEdit", u"smtp.example.jp:2025"_s));
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QCOMPARE(program.servers().servers().constFirst().profile.host, u"smtp.example.jp"_s);
}

void FormTest::unseenMarksLeaveTheId()
{
    Program program(m_folder->path());
    QVERIFY(program.click("authButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QLineEdit>("idEdit") != nullptr, soon);
    QVERIFY(program.text("idMessage").isEmpty());
    auto *id = program.find<QLineEdit>("idEdit");
    id->setText(u"\u200btaro\u00a0"_s); // as pasted
    Q_EMIT id->editingFinished();
    QCOMPARE(id->text(), u"taro"_s);
    QVERIFY(!program.text("idMessage").isEmpty());
    QVERIFY(program.type("idEdit", u"ｔａｒｏ"_s));
    Q_EMIT id->editingFinished();
    QCOMPARE(id->text(), u"taro"_s);
    QVERIFY(program.text("idMessage").isEmpty());
}

void FormTest::openQuotationMarkInThePasswordCommand()
{
    Program program(m_folder->path());
    QVERIFY(program.click("authButton"));
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QLineEdit>("commandEdit") != nullptr, soon);
    auto *dialog = program.find<QLineEdit>("commandEdit")->window();
    QVERIFY(program.type("commandEdit", u"pass 'a b"_s));
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTest::mouseClick(ok, Qt::LeftButton);
    QVERIFY(!program.text("commandMessage").isEmpty());
    QVERIFY(program.type("commandEdit", u"pass 'a b'"_s));
    QVERIFY(program.text("commandMessage").isEmpty());
    QTest::mouseClick(ok, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QLineEdit>("commandEdit") == nullptr, soon);
    QVERIFY(program.type("hostEdit", u"smtp.example.jp"_s));
    QVERIFY(program.type("addressEdit", u"taro@example.jp"_s));
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QCOMPARE(program.servers().servers().constFirst().passwordCommand,
             (QStringList{u"pass"_s, u"a b"_s}));
}

void FormTest::noServerIsCalledPractice()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"smtp.example.jp"_s));
    QVERIFY(program.type("addressEdit", u"taro@example.jp"_s));
    QVERIFY(program.type("nameEdit", u"practice"_s));
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!program.text("nameMessage").isEmpty(), soon);
    QVERIFY(program.servers().servers().isEmpty());
}

void FormTest::portFollowsUntilTyped()
{
    Program program(m_folder->path());
    auto *security = program.find<QComboBox>("securityCombo");
    auto *port = program.find<QSpinBox>("portSpin");
    const auto choose = [security](int index) {
        security->setCurrentIndex(index);
        Q_EMIT security->activated(index);
    };
    QCOMPARE(port->value(), 465);
    choose(1);
    QCOMPARE(port->value(), 587);
    port->setValue(2025);
    choose(0);
    QCOMPARE(port->value(), 2025);
    QVERIFY(program.click("usualPortButton"));
    QCOMPARE(port->value(), 465);
    // A doubtful pair is hinted at, not refused.
    port->setValue(25);
    QVERIFY(!program.text("portMessage").isEmpty());
}

void FormTest::typedFormComesBackAfterACrash()
{
    {
        Program program(m_folder->path());
        QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
        QVERIFY(program.type("nameEdit", u"unsaved"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!program.servers().draft(u"server-form"_s).isEmpty(),
                                 soon); // one second later
    }
    Program program(m_folder->path());
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"smtp.example.org"_s);
    QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), u"unsaved"_s);
    QVERIFY(!program.text("noticeText").isEmpty());
    QVERIFY(program.clickText(u"Clear"_s));
    QVERIFY(program.find<QLineEdit>("hostEdit")->text().isEmpty());
}

void FormTest::tabOrderFollowsTheEye()
{
    Program program(m_folder->path());
    QCOMPARE(tabOrder(program.find<QLineEdit>("addressEdit"), 9),
             (QStringList{u"addressEdit"_s, u"passwordEdit"_s, u"showPasswordButton"_s, u"idEdit"_s,
                          u"nameEdit"_s, u"hostEdit"_s, u"portSpin"_s, u"securityCombo"_s,
                          u"authButton"_s}));
    QVERIFY(program.click("advancedButton"));
    auto *proxy = program.find<QComboBox>("proxyCombo");
    proxy->setCurrentIndex(1);
    QCOMPARE(tabOrder(program.find<QWidget>("advancedButton"), 19),
             (QStringList{u"advancedButton"_s, u"ehloEdit"_s, u"caEdit"_s, u"caButton"_s,
                          u"certificateEdit"_s, u"certificateButton"_s, u"keyEdit"_s,
                          u"keyButton"_s, u"timeSpin"_s, u"connectionsSpin"_s,
                          u"perConnectionSpin"_s, u"perMinuteSpin"_s, u"proxyCombo"_s,
                          u"proxyHostEdit"_s, u"proxyPortSpin"_s, u"nextMethodCheck"_s,
                          u"plaintextCheck"_s, u"oldTlsCheck"_s, u"resultArea"_s}));
}

PROSERPINA_TEST(FormTest)

#include "tst_form.moc"
