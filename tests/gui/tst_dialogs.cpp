// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 10'000;

/// The dialog for a test mail through the practice server, opened as a person does.
bool openTestMail(Program &program)
{
    return program.showPage(ServerList) && [&program] {
        auto *view = program.find<QTreeView>("serverView");
        view->setCurrentIndex(view->model()->index(0, 1));
        return program.click("testMailButton");
    }() && QTest::qWaitFor([&program] {
               return program.find<QLineEdit>("subjectEdit") != nullptr;
           });
}

bool closeTestMail(Program &program)
{
    return program.click("closeButton") && QTest::qWaitFor([&program] {
               return program.find<QLineEdit>("subjectEdit") == nullptr;
           });
}

bool openSettings(Program &program)
{
    for (QAction *action : program.window().findChildren<QAction *>()) {
        if (action->menuRole() == QAction::PreferencesRole) {
            action->trigger();
        }
    }
    return program.find<QComboBox>("languageCombo") != nullptr;
}

/// As a file manager's window does: enter and drop.
void drop(QWidget &target, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = target.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &dropped);
}

} // namespace

/// The dialogs beside the main job: the written mail that is kept, files dropped on it, Settings.
class DialogsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void writtenMailIsKeptUntilItIsSent();
    void aNameWithACommaNeedsQuotationMarks();
    void droppedFileIsAttached_data();
    void droppedFileIsAttached();
    void settingsAreKept();
    void everyMnemonicIsThereOnce_data();
    void everyMnemonicIsThereOnce();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DialogsTest::aNameWithACommaNeedsQuotationMarks()
{
    Program program(m_folder->path());
    QVERIFY(openTestMail(program));
    QVERIFY(program.type("toEdit", u"a@example.org, Yamada, Taro <t@example.org>"_s));
    QVERIFY(program.click("sendButton"));
    QVERIFY2(program.text("toMessage").contains(u"quotation marks"_s),
             qPrintable(program.text("toMessage")));
    QVERIFY(program.type("toEdit", u"a@example.org, \"Yamada, Taro\" <t@example.org>"_s));
    QVERIFY(program.click("sendButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.practice().mailbox().size(), 1, soon);
    QCOMPARE(program.practice().mailbox().constFirst().to,
             (QByteArrayList{"a@example.org", "t@example.org"}));
    QTRY_VERIFY(program.find<QPushButton>("stopButton") == nullptr);
    QVERIFY(closeTestMail(program));
}

void DialogsTest::writtenMailIsKeptUntilItIsSent()
{
    QString untouched;
    {
        Program program(m_folder->path());
        QVERIFY(openTestMail(program));
        untouched = program.find<QLineEdit>("subjectEdit")->text();
        QVERIFY(program.type("subjectEdit", u"件名"_s));
        QVERIFY(program.type("toEdit", u"a@example.org, b@example.org"_s));
        program.find<QPlainTextEdit>("textEdit")->setPlainText(u"line one\nline two"_s);
        QVERIFY(closeTestMail(program));
    }
    Program program(m_folder->path());
    QVERIFY(openTestMail(program));
    QCOMPARE(program.find<QLineEdit>("subjectEdit")->text(), u"件名"_s);
    QCOMPARE(program.find<QLineEdit>("toEdit")->text(), u"a@example.org, b@example.org"_s);
    QCOMPARE(program.find<QPlainTextEdit>("textEdit")->toPlainText(), u"line one\nline two"_s);
    QVERIFY(program.click("sendButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.practice().mailbox().size(), 1, soon);
    QTRY_VERIFY(program.find<QPushButton>("stopButton") == nullptr);
    QVERIFY(closeTestMail(program));
    QVERIFY(openTestMail(program));
    QCOMPARE(program.find<QLineEdit>("subjectEdit")->text(), untouched);
    QVERIFY(program.find<QLineEdit>("toEdit")->text().isEmpty());
}

void DialogsTest::droppedFileIsAttached_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"attachmentList", "textEdit", "subjectEdit", "TestMailDialog"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

void DialogsTest::droppedFileIsAttached()
{
    QFETCH(QByteArray, target);
    const QString path = m_folder->filePath(u"写真.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    Program program(m_folder->path());
    QVERIFY(openTestMail(program));
    const QString text = program.find<QPlainTextEdit>("textEdit")->toPlainText();
    auto *widget = program.find<QWidget>(target.constData());
    QVERIFY(widget != nullptr);
    auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): QVERIFY has looked
    drop(area == nullptr ? *widget : *area->viewport(), path);
    auto *list = program.find<QListWidget>("attachmentList");
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(u"写真.txt ("_s));
    QCOMPARE(program.find<QPlainTextEdit>("textEdit")->toPlainText(), text);

    drop(*list->viewport(), m_folder->filePath(u"gone.txt"_s));
    QCOMPARE(list->count(), 1);
    QVERIFY(program.text("attachmentsMessage").contains(u"gone.txt"_s));

    list->setFocus();
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->count(), 0);
}

void DialogsTest::settingsAreKept()
{
    {
        Program program(m_folder->path());
        QSignalSpy chosen(&program.window(), &ui::MainWindow::languageChosen);
        QVERIFY(openSettings(program));
        auto *keep = program.find<QCheckBox>("keychainCheck");
        QVERIFY(keep->isChecked());
        keep->click();
        auto *language = program.find<QComboBox>("languageCombo");
        language->setCurrentIndex(language->findData(u"ja"_s));
        QVERIFY(program.clickText(u"OK"_s) || program.clickText(u"&OK"_s));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"ja"_s);
    }
    Program program(m_folder->path());
    QVERIFY(openSettings(program));
    QVERIFY(!program.find<QCheckBox>("keychainCheck")->isChecked());
    QCOMPARE(program.find<QComboBox>("languageCombo")->currentData().toString(), u"ja"_s);
}

void DialogsTest::everyMnemonicIsThereOnce_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("page");
    for (const QString &language : {u"en"_s, u"ja"_s}) {
        QTest::addRow("From address, %s", qPrintable(language)) << language << int{FromAddress};
        QTest::addRow("Add server, %s", qPrintable(language)) << language << int{AddServer};
        QTest::addRow("Stop send, %s", qPrintable(language)) << language << int{StopSend};
        QTest::addRow("Server list, %s", qPrintable(language)) << language << int{ServerList};
    }
}

void DialogsTest::everyMnemonicIsThereOnce()
{
    QFETCH(QString, language);
    QFETCH(int, page);
    Translations translations(*qApp);
    translations.use(language);
    Program program(m_folder->path());
    QVERIFY(program.showPage(page));
    if (page == AddServer) {
        QVERIFY(program.click("advancedButton"));
    }
    QHash<QString, QString> taken;
    const auto take = [&taken](const QString &text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        const QString other = key.isEmpty() ? QString() : taken.value(key);
        taken.insert(key, text);
        return other.isEmpty() ? QString() : u"%1 and %2"_s.arg(other, text);
    };
    for (const QAction *menu : program.window().menuBar()->actions()) {
        QCOMPARE(take(menu->text()), QString());
    }
    const auto widgets = program.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            QCOMPARE(take(button->text()), QString());
        } else if (const auto *label = qobject_cast<const QLabel *>(widget);
                   label != nullptr && label->buddy() != nullptr) {
            QCOMPARE(take(label->text()), QString());
        }
    }
    QVERIFY(taken.size() > 10);
}

PROSERPINA_TEST(DialogsTest)

#include "tst_dialogs.moc"
