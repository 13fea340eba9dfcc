// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "outboxclicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using outboxclicks::mailCell;
using outboxclicks::save;
using outboxclicks::selectMail;
using outboxclicks::soon;
using outboxclicks::write;

/// Help > Explain a reply, and the ways to it from what a server said.
class ExplainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void fromTheMenu_data();
    void fromTheMenu();
    void hidesWhatIsPasted();
    void stageMatters();
    void fromStopSendAndItsConversation();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

bool openFromMenu(Program &program, const QString &text)
{
    for (QAction *action : program.window().findChildren<QAction *>()) {
        if (action->text() == text) {
            action->trigger();
        }
    }
    return program.find<QPlainTextEdit>("toldEdit") != nullptr;
}

void paste(Program &program, const QString &text)
{
    program.find<QPlainTextEdit>("toldEdit")->insertPlainText(text);
}

} // namespace

void ExplainTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void ExplainTest::fromTheMenu_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << u"en"_s << u"&Explain a reply ..."_s
                             << u"The mailbox of the recipient is full."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"応答の説明(&E) ..."_s << u"いっぱいです"_s;
}

void ExplainTest::fromTheMenu()
{
    QFETCH(QString, language);
    QFETCH(QString, action);
    QFETCH(QString, sentence);
    m_translations->use(language);
    Program program(m_folder->path());
    QVERIFY(openFromMenu(program, action));
    paste(program, u"552 5.2.2 Over quota"_s);
    QVERIFY2(soon([&] { return program.text("sentenceText").contains(sentence); }),
             qPrintable(program.text("sentenceText")));
    QVERIFY(program.find<QPlainTextEdit>("whyText") == nullptr);
    QVERIFY(program.click("whyCheck"));
    QVERIFY(program.find<QPlainTextEdit>("whyText")->toPlainText().contains("5.2.2"_L1));
    QVERIFY(program.click("closeButton"));
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("toldEdit") == nullptr; }));
}

void ExplainTest::hidesWhatIsPasted()
{
    Program program(m_folder->path());
    QVERIFY(openFromMenu(program, u"&Explain a reply ..."_s));
    paste(program, u"AUTH PLAIN AHVzZXJAZXhhbXBsZS5jb20AZXhhbXBsZS1wYXNzd29yZA==\n"_s);
    auto *told = program.find<QPlainTextEdit>("toldEdit");
    QVERIFY2(!told->toPlainText().contains("AHVzZXJA"_L1), qPrintable(told->toPlainText()));
    // What follows stands where it was typed.
    paste(program, u"535 5.7.8 Authentication failed"_s);
    QVERIFY2(told->toPlainText().endsWith(u"●●●\n535 5.7.8 Authentication failed"_s),
             qPrintable(told->toPlainText()));
    told->undo();
    QVERIFY(!told->toPlainText().contains("AHVzZXJA"_L1));
    QVERIFY(soon([&] { return program.text("sentenceText").contains("password"_L1); }));
}

void ExplainTest::stageMatters()
{
    Program program(m_folder->path());
    QVERIFY(openFromMenu(program, u"&Explain a reply ..."_s));
    paste(program, u"454 4.7.0 out of order"_s);
    auto *stages = program.find<QComboBox>("stageCombo");
    stages->setCurrentIndex(stages->findData(static_cast<int>(core::Stage::StartTls)));
    QVERIFY2(soon([&] { return program.text("sentenceText").contains("TLS"_L1); }),
             qPrintable(program.text("sentenceText")));
}

void ExplainTest::fromStopSendAndItsConversation()
{
    practice::Behaviour behaviour;
    behaviour.recipients["gone@example.org"] = "550 5.1.1 No such mailbox";
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(program.showPage(StopSend));
    const QString from = u"taro@work.example.org"_s;
    QVERIFY(!save(program, server, u"work"_s, from).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(write(program, from, u"gone@example.org"_s, u"refused"_s));
    QVERIFY(soon([&] { return mailCell(program, u"refused"_s) == u"failed"_s; }));
    QVERIFY(selectMail(program, u"refused"_s));
    QVERIFY(soon([&] { return program.find<QPushButton>("explainButton") != nullptr; }));
    QVERIFY(program.click("explainButton"));
    const QString sentence = u"The server does not know the recipient."_s;
    QVERIFY2(soon([&] { return program.text("sentenceText") == sentence; }),
             qPrintable(program.text("sentenceText")));
    program.find<QPlainTextEdit>("toldEdit")->window()->close();
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("toldEdit") == nullptr; }));

    QVERIFY(soon([&] { return program.find<QPushButton>("conversationButton") != nullptr; }));
    QVERIFY(program.click("conversationButton"));
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("transcriptView") != nullptr; }));
    auto *said = program.find<QPlainTextEdit>("transcriptView");
    QVERIFY(soon([said] { return said->toPlainText().contains("550 5.1.1"_L1); }));
    QTextBlock refused = said->document()->firstBlock();
    while (!refused.text().contains("S: 550 5.1.1"_L1)) {
        refused = refused.next();
        QVERIFY(refused.isValid());
    }
    QTextCursor cursor(refused);
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.movePosition(QTextCursor::PreviousWord);
    said->setTextCursor(cursor);
    said->ensureCursorVisible();
    QTest::mouseClick(said->viewport(), Qt::LeftButton, {}, said->cursorRect().center());
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("toldEdit") != nullptr; }));
    QVERIFY2(soon([&] { return program.text("sentenceText") == sentence; }),
             qPrintable(program.text("sentenceText")));
    program.find<QPlainTextEdit>("toldEdit")->window()->close();
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("toldEdit") == nullptr; }));
    // By the keyboard; and a line that is no refusal says nothing.
    said->setTextCursor(QTextCursor(said->document()->firstBlock()));
    QTest::keyClick(said, Qt::Key_Return);
    QVERIFY(program.find<QPlainTextEdit>("toldEdit") == nullptr);
    said->setTextCursor(QTextCursor(refused));
    QTest::keyClick(said, Qt::Key_Return);
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("toldEdit") != nullptr; }));
}

PROSERPINA_TEST(ExplainTest)
#include "tst_explain.moc"
