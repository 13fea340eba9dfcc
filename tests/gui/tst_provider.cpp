// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using core::Security;

namespace
{

constexpr int soon = 10'000;

Security securityOf(const Program &program)
{
    return static_cast<Security>(program.find<QComboBox>("securityCombo")->currentData().toInt());
}

/// The table as it is read: rows, and in them the cells with SMTP-AUTH and without a login.
QList<QStringList> table(const Program &program)
{
    const QAbstractItemModel *model = program.find<QTableView>("settableView")->model();
    QList<QStringList> rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) {
            cells.append(model->index(row, column).data().toString());
        }
        rows.append(cells);
    }
    return rows;
}

/// Who logs in: what is typed, or what stands there until something is.
QString shownId(const Program &program)
{
    const auto *edit = program.find<QLineEdit>("idEdit");
    return edit->text().isEmpty() ? edit->placeholderText() : edit->text();
}

bool clickCell(Program &program, int row, int column)
{
    auto *view = program.find<QTableView>("settableView");
    if (view == nullptr) {
        return false;
    }
    const QRect cell = view->visualRect(view->model()->index(row, column));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
    return cell.isValid();
}

} // namespace

/// What the page Add server fills in by itself, and the table of what can be set.
class ProviderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addressFillsTheForm_data();
    void addressFillsTheForm();
    void anotherAddressFillsAnew();
    void typedIsNeverOverwritten();
    void hostFillsTheRest();
    void unknownHasTheUsualPorts();
    void cellIsTakenOver();
    void blankCellIsRefused_data();
    void blankCellIsRefused();
    void portOfItsOwnIsFine();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Translations> m_translations;
};

void ProviderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations = std::make_unique<Translations>(*qApp);
    m_translations->use(u"en"_s);
}

void ProviderTest::addressFillsTheForm_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<QStringList>>("cells");
    QTest::addColumn<QString>("remark");
    const QString blank;
    QTest::newRow("gmail.com") << u"gmail.com"_s << u"smtp.gmail.com"_s << 465 << Security::Smtps
                               << u"taro.yamada@gmail.com"_s
                               << QList<QStringList>{{u"465"_s, blank, blank},
                                                     {u"587"_s, blank, blank},
                                                     {blank, blank, blank}}
                               << u"app password"_s;
    QTest::newRow("yahoo.co.jp") << u"yahoo.co.jp"_s << u"smtp.mail.yahoo.co.jp"_s << 465
                                 << Security::Smtps << u"taro.yamada"_s
                                 << QList<QStringList>{{u"465"_s, blank, blank},
                                                       {blank, blank, blank},
                                                       {u"587"_s, blank, blank}}
                                 << u"As of 2022-11."_s;
    QTest::newRow("outlook.com") << u"outlook.com"_s << u"smtp-mail.outlook.com"_s << 587
                                 << Security::StartTls << u"taro.yamada@outlook.com"_s
                                 << QList<QStringList>{{blank, blank, blank},
                                                       {u"587"_s, blank, blank},
                                                       {blank, blank, blank}}
                                 << u"access token"_s;
    // Only without encryption, says the preset: that is for a person to choose.
    QTest::newRow("goo.jp") << u"goo.jp"_s << u"smtp.mail.goo.ne.jp"_s << 587 << Security::StartTls
                            << u"taro.yamada"_s
                            << QList<QStringList>{{blank, blank, blank},
                                                  {blank, blank, blank},
                                                  {u"587"_s, blank, blank}}
                            << u"doubtful"_s;
}

void ProviderTest::addressFillsTheForm()
{
    QFETCH(QString, domain);
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro.yamada@"_s + domain));
    QTEST(program.find<QLineEdit>("hostEdit")->text(), "host");
    QTEST(program.find<QSpinBox>("portSpin")->value(), "port");
    QTEST(securityOf(program), "security");
    QTEST(table(program), "cells");
    QFETCH(QString, remark);
    QVERIFY2(program.text("remarksText").contains(remark), qPrintable(program.text("remarksText")));
    QFETCH(QString, id);
    QCOMPARE(shownId(program), id);
}

void ProviderTest::anotherAddressFillsAnew()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"a@yahoo.co.jp"_s));
    QVERIFY(program.type("addressEdit", u"a@outlook.com"_s));
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"smtp-mail.outlook.com"_s);
    QCOMPARE(shownId(program), u"a@outlook.com"_s);
    QVERIFY(program.type("addressEdit", u"a@example.org"_s));
    QVERIFY(program.find<QLineEdit>("hostEdit")->text().isEmpty());
    QCOMPARE(securityOf(program), Security::Smtps);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 465);
}

void ProviderTest::typedIsNeverOverwritten()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"mail.example.org"_s));
    program.find<QSpinBox>("portSpin")->setValue(2025);
    auto *security = program.find<QComboBox>("securityCombo");
    security->setCurrentIndex(2);
    Q_EMIT security->activated(2);
    QVERIFY(clicks::enterLogin(program, {u"own"_s, u"secret"_s, core::Method::Login}));
    QVERIFY(program.type("addressEdit", u"a@gmail.com"_s));
    QCOMPARE(program.find<QLineEdit>("hostEdit")->text(), u"mail.example.org"_s);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 2025);
    QCOMPARE(securityOf(program), Security::StartTlsIfOffered);
    QVERIFY2(program.text("authSummary").startsWith(u"LOGIN > PLAIN1"_s),
             qPrintable(program.text("authSummary")));
}

void ProviderTest::hostFillsTheRest()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@example.co.jp"_s));
    QVERIFY(program.type("hostEdit", u"smtp.office365.com"_s));
    QCOMPARE(securityOf(program), Security::StartTls);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 587);
    QCOMPARE(program.text("titleText"), u"What Microsoft 365 takes, as published"_s);
}

void ProviderTest::unknownHasTheUsualPorts()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"a@example.org"_s));
    QCOMPARE(table(program), (QList<QStringList>{{u"465"_s, u"465"_s, u"465"_s},
                                                 {u"587"_s, u"587"_s, u"587"_s},
                                                 {u"587"_s, u"25"_s, u"25"_s}}));
    QVERIFY(program.find<QLabel>("remarksText") == nullptr);
}

void ProviderTest::cellIsTakenOver()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"a@gmail.com"_s));
    QVERIFY(clickCell(program, 1, 0));
    QCOMPARE(securityOf(program), Security::StartTls);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 587);
    QVERIFY(clickCell(program, 2, 1)); // blank
    QCOMPARE(securityOf(program), Security::StartTls);

    QVERIFY(program.type("addressEdit", u"a@example.org"_s));
    QVERIFY(clickCell(program, 2, 2));
    QCOMPARE(securityOf(program), Security::None);
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 25);
    QCOMPARE(program.text("authSummary"), u"No authentication"_s);
    QVERIFY(clickCell(program, 1, 1));
    QCOMPARE(program.find<QSpinBox>("portSpin")->value(), 587);
    QVERIFY2(program.text("authSummary").startsWith(u"POP before SMTP"_s),
             qPrintable(program.text("authSummary")));
    QVERIFY(clickCell(program, 0, 0));
    QVERIFY(program.text("authSummary").startsWith(u"SCRAM-SHA-256"_s));
}

void ProviderTest::blankCellIsRefused_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("reason");
    QTest::newRow("English")
        << u"en"_s
        << u"Gmail takes only SMTPs with SMTP-AUTH on 465, STARTTLS with SMTP-AUTH on 587."_s;
    QTest::newRow("Japanese")
        << u"ja"_s
        << u"Gmail で使えるのは、SMTPs と SMTP-AUTH でポート 465、STARTTLS と SMTP-AUTH でポート 587 だけです。"_s;
}

void ProviderTest::blankCellIsRefused()
{
    QFETCH(QString, language);
    QFETCH(QString, reason);
    m_translations->use(language);
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"a@gmail.com"_s));
    auto *security = program.find<QComboBox>("securityCombo");
    security->setCurrentIndex(3);
    Q_EMIT security->activated(3);
    QCOMPARE(program.text("settableMessage"), reason);
    QVERIFY(program.find<QPushButton>("insistButton") == nullptr);
    QVERIFY(program.click("saveButton"));
    QVERIFY(program.find<QPushButton>("insistButton") != nullptr);
    QCOMPARE(program.find<QTableView>("settableView")->accessibleDescription(), reason);
    QVERIFY(program.servers().servers().isEmpty());
    QVERIFY(program.click("insistButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QCOMPARE(program.servers().servers().constFirst().profile.security, Security::None);
}

void ProviderTest::portOfItsOwnIsFine()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"a@gmail.com"_s));
    program.find<QSpinBox>("portSpin")->setValue(2025);
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QCOMPARE(int{program.servers().servers().constFirst().profile.port}, 2025);
}

PROSERPINA_TEST(ProviderTest)

#include "tst_provider.moc"
