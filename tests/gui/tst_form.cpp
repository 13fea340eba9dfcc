// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "testmain.h"

#include <QApplication>
#include <QComboBox>
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
    QCOMPARE(tabOrder(program.find<QLineEdit>("addressEdit"), 6),
             (QStringList{u"addressEdit"_s, u"nameEdit"_s, u"hostEdit"_s, u"portSpin"_s,
                          u"securityCombo"_s, u"authButton"_s}));
    QVERIFY(program.click("advancedButton"));
    auto *proxy = program.find<QComboBox>("proxyCombo");
    proxy->setCurrentIndex(1);
    QCOMPARE(tabOrder(program.find<QWidget>("advancedButton"), 16),
             (QStringList{u"advancedButton"_s, u"ehloEdit"_s, u"caEdit"_s, u"caButton"_s,
                          u"certificateEdit"_s, u"certificateButton"_s, u"keyEdit"_s,
                          u"keyButton"_s, u"timeSpin"_s, u"proxyCombo"_s, u"proxyHostEdit"_s,
                          u"proxyPortSpin"_s, u"nextMethodCheck"_s, u"plaintextCheck"_s,
                          u"oldTlsCheck"_s, u"checkButton"_s}));
}

PROSERPINA_TEST(FormTest)

#include "tst_form.moc"
