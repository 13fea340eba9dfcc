// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filecontent.h"
#include "outboxclicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"
#include "ui/rulemodel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using outboxclicks::save;
using outboxclicks::soon;
using Column = ui::RuleModel::Column;

/// The page Autosend, by its buttons and by keys, with real files.
class AutosendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void cleanup();
    void aRuleIsMadeAndMails_data();
    void aRuleIsMadeAndMails();
    void whatLiesThereAsks_data();
    void whatLiesThereAsks();
    void badInputIsSaidAtItsField_data();
    void badInputIsSaidAtItsField();
    void aFolderThatOthersMayWriteTo();
    void aDryRunTells();
    void tooManyAsk();
    void isPausedSwitchedOffMovedAndDeleted();
    void changesAreNotDroppedUnasked();
    void failedFilesAreSentAgain();
    void whatOtherProgramsDoIsShown();
    void closingSaysWhatIsWatched();

private:
    void start();
    void write(const QString &name, const QByteArray &content = "content");
    [[nodiscard]] QString path(const QString &name) const { return m_watched + u'/' + name; }
    void openNew();
    void tick(const char *name);
    [[nodiscard]] bool press(QDialogButtonBox::StandardButton which);
    [[nodiscard]] bool isOpen() const
    {
        return m_program->find<QLineEdit>("folderEdit") != nullptr;
    }
    /// With that folder, by the page's own dialog.
    void makeRule(const QString &to = u"a@practice.test"_s);
    void selectRule(int row);
    [[nodiscard]] QString cell(int row, Column column) const;
    [[nodiscard]] QList<core::AutosendRule> rules() { return m_program->rules().all(); }

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::PracticeEntry> m_server;
    std::unique_ptr<Program> m_program;
    QString m_watched;
};

void AutosendTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
    m_watched = m_folder->filePath(u"out"_s);
    QVERIFY(QDir().mkpath(m_watched));
}

void AutosendTest::cleanup()
{
    m_program.reset();
    m_server.reset();
    m_folder.reset();
}

void AutosendTest::start()
{
    m_program = std::make_unique<Program>(m_folder->path());
    m_server = m_server ? std::move(m_server) : std::make_unique<service::PracticeEntry>();
    QVERIFY(m_server->isRunning() || m_server->start());
    QVERIFY(!save(*m_program, *m_server, u"work"_s, u"taro@work.example.org"_s).isNull());
    QVERIFY(m_program->showPage(Autosend));
    QVERIFY(m_program->beginSending());
    m_program->watching().begin();
}

void AutosendTest::write(const QString &name, const QByteArray &content)
{
    QVERIFY(writeFile(path(name), content));
}

void AutosendTest::openNew()
{
    QVERIFY(m_program->click("newRuleButton"));
    QVERIFY(soon([this] { return isOpen(); }));
}

void AutosendTest::tick(const char *name)
{
    auto *box = m_program->find<QCheckBox>(name);
    QVERIFY(box != nullptr);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(10, box->height() / 2));
}

bool AutosendTest::press(QDialogButtonBox::StandardButton which)
{
    const auto *buttons = m_program->find<QDialogButtonBox>("buttons");
    auto *button = buttons == nullptr ? nullptr : buttons->button(which);
    if (button == nullptr || !button->isEnabled()) {
        return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

void AutosendTest::makeRule(const QString &to)
{
    openNew();
    QVERIFY(m_program->type("folderEdit", m_watched));
    QVERIFY(m_program->type("ruleToEdit", to));
    QVERIFY(clicks::enterNumber(*m_program, "stillnessSpin", u"0"_s));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([this] { return !rules().isEmpty() && !isOpen(); }));
    selectRule(0);
}

void AutosendTest::selectRule(int row)
{
    auto *view = m_program->find<QTreeView>("ruleView");
    QApplication::setActiveWindow(view->window()); // where windows are drawn nowhere
    QVERIFY(soon([&] { return row < view->model()->rowCount(); }));
    view->setCurrentIndex(view->model()->index(row, static_cast<int>(Column::Folder)));
    view->setFocus();
}

QString AutosendTest::cell(int row, Column column) const
{
    const auto *model = clicks::modelOf(*m_program, "ruleView");
    return model->index(row, static_cast<int>(column)).data().toString();
}

void AutosendTest::aRuleIsMadeAndMails_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sent");
    QTest::newRow("English") << u"en"_s << u"sent"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"送信済み"_s;
}

void AutosendTest::aRuleIsMadeAndMails()
{
    QFETCH(QString, language);
    QFETCH(QString, sent);
    m_translations->use(language);
    start();
    openNew();
    QVERIFY(m_program->type("folderEdit", m_watched + u"//"_s));
    tick("subFoldersCheck");
    QVERIFY(m_program->type("patternsEdit", u"*.pdf、 *.csv"_s));
    QVERIFY(m_program->type("ruleToEdit", u"a@practice.test, Taro <ｂ＠practice.test>"_s));
    QVERIFY(m_program->type("ruleBccEdit", u"c@practice.test"_s));
    QVERIFY(m_program->type("ruleSubjectEdit", u"{name}"_s));
    m_program->find<QPlainTextEdit>("ruleTextEdit")->setPlainText(u"本文"_s);
    QVERIFY(clicks::choose(*m_program, "perMailCombo", 1));
    QVERIFY(clicks::enterNumber(*m_program, "mailSizeSpin", u"７"_s));
    QVERIFY(clicks::enterNumber(*m_program, "stillnessSpin", u"0"_s));
    QVERIFY(clicks::enterNumber(*m_program, "perMinuteSpin", u"60"_s));
    QVERIFY(clicks::enterNumber(*m_program, "brakeFilesSpin", u"9"_s));
    QVERIFY(clicks::enterNumber(*m_program, "brakeSizeSpin", u"8"_s));
    QVERIFY(m_program->type("passedOverEdit", u"*.wip"_s));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([this] { return rules().size() == 1 && !isOpen(); }));
    const core::AutosendRule made = rules().constFirst();
    QCOMPARE(made.folder, m_watched);
    QVERIFY(made.subFolders && made.enabled && !made.paused && !made.sharedFolder);
    QCOMPARE(made.patterns, (QStringList{u"*.pdf"_s, u"*.csv"_s}));
    QCOMPARE(made.identity, m_program->servers().identities().usual()->id);
    QCOMPARE(made.to, (QStringList{u"a@practice.test"_s, u"Taro <b@practice.test>"_s}));
    QCOMPARE(made.bcc, QStringList{u"c@practice.test"_s});
    QCOMPARE(made.mailOctets, 7'000'000);
    QCOMPARE(made.stillness, std::chrono::seconds(0));
    QCOMPARE(made.mailsPerMinute, 60);
    QCOMPARE(made.brakeFiles, 9);
    QCOMPARE(made.brakeOctets, 8'000'000);
    QCOMPARE(made.passedOver, QStringList{u"*.wip"_s});
    write(u"報告.pdf"_s);
    write(u"other.txt"_s);
    QVERIFY(soon([this] { return cell(0, Column::Sent) == u"1"_s; }));
    QCOMPARE(m_server->server().mailbox().size(), 1);
    QCOMPARE(m_server->server().mailbox().constFirst().to.size(), 3);
    QVERIFY(QFile::exists(path(u"sent/報告.pdf"_s)) && QFile::exists(path(u"other.txt"_s)));
    const auto *history = clicks::modelOf(*m_program, "historyView");
    QVERIFY(soon([history] { return history->rowCount() == 1; }));
    QVERIFY(soon([&] { return history->index(0, 3).data().toString() == sent; }));
    QCOMPARE(history->index(0, 0).data().toString(), path(u"報告.pdf"_s));
    QVERIFY(history->index(0, 2).data().toString().contains(u"b@practice.test"_s));
}

void AutosendTest::whatLiesThereAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("mails");
    QTest::newRow("leave them") << u"leave"_s << 0;
    QTest::newRow("all") << u"all"_s << 2;
    QTest::newRow("one of them") << u"one"_s << 1;
    QTest::newRow("cancel") << u"cancel"_s << -1;
}

void AutosendTest::whatLiesThereAsks()
{
    QFETCH(QString, answer);
    QFETCH(int, mails);
    write(u"a"_s);
    write(u"b"_s);
    start();
    openNew();
    QVERIFY(m_program->type("folderEdit", m_watched));
    QVERIFY(m_program->type("ruleToEdit", u"a@practice.test"_s));
    QVERIFY(clicks::enterNumber(*m_program, "stillnessSpin", u"0"_s));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([this] { return m_program->find<QTreeView>("lyingView") != nullptr; }));
    QVERIFY(m_program->text("lyingText").startsWith(u"2 files"_s));
    auto *view = m_program->find<QTreeView>("lyingView");
    QVERIFY(!m_program->find<QPushButton>("mailTickedButton")->isEnabled());
    if (answer == u"cancel"_s) {
        QVERIFY(press(QDialogButtonBox::Cancel));
        QVERIFY(soon([this] { return m_program->find<QTreeView>("lyingView") == nullptr; }));
        QVERIFY(isOpen()); // nothing that was typed is lost
        QVERIFY(rules().isEmpty());
        return;
    }
    if (answer == u"all"_s) {
        tick("tickAllCheck");
    } else if (answer == u"one"_s) {
        QVERIFY(
            view->model()->setData(view->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    }
    QVERIFY(m_program->click(answer == u"leave"_s ? "leaveAllButton" : "mailTickedButton"));
    QVERIFY(soon([this] { return rules().size() == 1 && !isOpen(); }));
    write(u"new"_s);
    QVERIFY(soon([&] { return m_server->server().mailbox().size() == mails + 1; }));
    QVERIFY(soon([&] { return QFile::exists(path(answer == u"all"_s ? u"sent/a"_s : u"a"_s)); }));
    QVERIFY(soon([&] { return QFile::exists(path(answer == u"leave"_s ? u"b"_s : u"sent/b"_s)); }));
}

void AutosendTest::badInputIsSaidAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &field, const QString &typed,
                        const QString &message, const QString &words) {
        QTest::newRow(name) << field << typed << message << words;
    };
    row("no folder", u"folderEdit"_s, u""_s, u"folderMessage"_s, u"Choose the folder"_s);
    row("a folder that is not there", u"folderEdit"_s, u"/nowhere/at/all"_s, u"folderMessage"_s,
        u"no such folder"_s);
    row("half a path", u"folderEdit"_s, u"out"_s, u"folderMessage"_s, u"whole path"_s);
    row("the whole computer", u"folderEdit"_s, u"/"_s, u"folderMessage"_s, u"whole computer"_s);
    row("nobody", u"ruleToEdit"_s, u""_s, u"ruleToMessage"_s, u"Who gets"_s);
    row("no address", u"ruleToEdit"_s, u"taro@@x"_s, u"ruleToMessage"_s, u"taro@@x"_s);
    row("no address in Bcc", u"ruleBccEdit"_s, u"taro"_s, u"ruleBccMessage"_s, u"taro"_s);
}

void AutosendTest::badInputIsSaidAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, message);
    QFETCH(QString, words);
    start();
    openNew();
    QVERIFY(m_program->type("folderEdit", m_watched));
    QVERIFY(m_program->type("ruleToEdit", u"a@practice.test"_s));
    QVERIFY(m_program->type(field.toLatin1(), typed));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([&] { return m_program->text(message.toLatin1()).contains(words); }));
    QCOMPARE(m_program->find<QLineEdit>(field.toLatin1())->text(), typed);
    QVERIFY(rules().isEmpty());
}

void AutosendTest::aFolderThatOthersMayWriteTo()
{
    QVERIFY(QFile::setPermissions(m_watched, QFile::Permissions(0x7777)));
    start();
    openNew();
    QVERIFY(m_program->find<QCheckBox>("sharedFolderCheck") == nullptr);
    QVERIFY(m_program->type("folderEdit", m_watched));
    QVERIFY(m_program->type("ruleToEdit", u"a@practice.test"_s));
    QVERIFY(soon([this] { return m_program->find<QCheckBox>("sharedFolderCheck") != nullptr; }));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(m_program->text("folderMessage").contains(u"Others may write"_s));
    QVERIFY(rules().isEmpty());
    tick("sharedFolderCheck");
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([this] { return rules().size() == 1; }));
    QVERIFY(rules().constFirst().sharedFolder);
}

void AutosendTest::aDryRunTells()
{
    start();
    makeRule();
    QVERIFY(m_program->click("pauseRuleButton"));
    QVERIFY(soon([this] { return rules().constFirst().paused; }));
    write(u"goes"_s);
    write(u"half.part"_s);
    auto *view = m_program->find<QTreeView>("ruleView");
    QTest::keyClick(view, Qt::Key_F5);
    QVERIFY(soon([this] { return m_program->text("lyingText").startsWith(u"1 file would"_s); }));
    const auto *model = clicks::modelOf(*m_program, "lyingView");
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0).data().toString(), u"goes"_s);
    QCOMPARE(model->index(0, 2).data().toString(), u"goes to a@practice.test"_s);
    QVERIFY(model->index(1, 2).data().toString().contains(u"temporary"_s));
    QVERIFY(press(QDialogButtonBox::Close));
    QCOMPARE(m_server->server().mailbox().size(), 0);
}

void AutosendTest::tooManyAsk()
{
    start();
    makeRule();
    // At once: one after the other the first would go before there are too many.
    const auto putAtOnce = [this](int from, int to) {
        core::AutosendRule rule = rules().constFirst();
        rule.brakeFiles = 3;
        for (const bool paused : {true, false}) {
            rule.paused = paused;
            m_program->rules().save(rule, this, [](const auto &) {});
            QVERIFY(soon([&] { return rules().constFirst() == rule; }));
            for (int i = from; paused && i < to; ++i) {
                write(QString::number(i));
            }
        }
    };
    putAtOnce(0, 5);
    QVERIFY(soon([this] { return m_program->text("ruleTroubleText").startsWith(u"5 files"_s); }));
    QCOMPARE(cell(0, Column::Waiting), u"5"_s);
    QCOMPARE(m_server->server().mailbox().size(), 0);
    QVERIFY(m_program->click("chooseFilesButton"));
    QVERIFY(soon([this] { return m_program->find<QTreeView>("lyingView") != nullptr; }));
    auto *view = m_program->find<QTreeView>("lyingView");
    QVERIFY(view->model()->setData(view->model()->index(4, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_program->click("mailTickedButton"));
    QVERIFY(soon([this] { return cell(0, Column::Sent) == u"1"_s; }));
    QVERIFY(soon([this] { return m_program->text("ruleTroubleText").isEmpty(); }));
    QVERIFY(QFile::exists(path(u"sent/4"_s)) && QFile::exists(path(u"3"_s)));
    putAtOnce(5, 10);
    QVERIFY(soon([this] { return m_program->find<QPushButton>("mailThemButton") != nullptr; }));
    QVERIFY(m_program->click("mailThemButton"));
    QVERIFY(soon([this] { return cell(0, Column::Sent) == u"6"_s; }));
}

void AutosendTest::isPausedSwitchedOffMovedAndDeleted()
{
    start();
    makeRule(u"first@practice.test"_s);
    QVERIFY(m_program->click("duplicateRuleButton"));
    QVERIFY(soon([this] { return isOpen(); }));
    QVERIFY(m_program->type("ruleToEdit", u"second@practice.test"_s));
    QVERIFY(press(QDialogButtonBox::Save));
    QVERIFY(soon([this] { return rules().size() == 2 && !isOpen(); }));
    selectRule(1);
    QVERIFY(m_program->click("ruleUpButton"));
    QVERIFY(soon([this] { return cell(0, Column::To) == u"second@practice.test"_s; }));
    // The check box of the row switches it off.
    auto *view = m_program->find<QTreeView>("ruleView");
    const auto *model = view->model();
    const QModelIndex box = model->index(0, static_cast<int>(Column::On));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(box).topLeft() +
                          QPoint(10, view->visualRect(box).height() / 2));
    QVERIFY(soon([this] { return !rules().constFirst().enabled; }));
    write(u"a"_s);
    QVERIFY(soon([this] { return m_server->server().mailbox().size() == 1; }));
    QCOMPARE(m_server->server().mailbox().constFirst().to.constFirst(), "first@practice.test");
    selectRule(1);
    QVERIFY(m_program->click("pauseRuleButton"));
    QVERIFY(soon([this] { return m_program->text("ruleTroubleText").startsWith(u"Paused"_s); }));
    write(u"b"_s);
    QVERIFY(soon([this] { return cell(1, Column::Waiting) == u"1"_s; }));
    QVERIFY(m_program->click("mendRuleButton")); // Resume
    QVERIFY(soon([this] { return m_server->server().mailbox().size() == 2; }));
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(soon([this] { return m_program->text("noticeText").startsWith(u"Deleted"_s); }));
    QCOMPARE(rules().size(), 1);
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(soon([this] { return rules().size() == 2; }));
    QCOMPARE(rules().constLast().to, QStringList{u"first@practice.test"_s});
}

void AutosendTest::changesAreNotDroppedUnasked()
{
    start();
    makeRule();
    QTest::keyClick(m_program->find<QTreeView>("ruleView"), Qt::Key_Return);
    QVERIFY(soon([this] { return isOpen(); }));
    QVERIFY(press(QDialogButtonBox::Cancel));
    QVERIFY(soon([this] { return !isOpen(); })); // nothing had changed
    QVERIFY(m_program->click("editRuleButton"));
    QVERIFY(soon([this] { return isOpen(); }));
    QVERIFY(m_program->type("ruleSubjectEdit", u"changed"_s));
    QVERIFY(press(QDialogButtonBox::Cancel));
    QVERIFY(soon([this] { return m_program->find<QPushButton>("confirmButton") != nullptr; }));
    QVERIFY(isOpen());
}

void AutosendTest::failedFilesAreSentAgain()
{
    practice::Behaviour behaviour;
    behaviour.recipients.insert("a@practice.test", "550 5.1.1 not here");
    m_server = std::make_unique<service::PracticeEntry>(behaviour);
    start();
    makeRule();
    write(u"a"_s);
    const auto *history = clicks::modelOf(*m_program, "historyView");
    QVERIFY(soon(
        [history] { return history->index(0, 3).data().toString().startsWith(u"failed: "_s); }));
    QVERIFY(soon([this] { return cell(0, Column::Failed) == u"1"_s; }));
    QVERIFY(QFile::exists(path(u"failed/a.txt"_s)));
    auto *view = m_program->find<QTreeView>("historyView");
    QVERIFY(!m_program->find<QPushButton>("sendFileAgainButton")->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(m_program->click("sendFileAgainButton"));
    QVERIFY(soon([history] { return history->index(0, 3).data().toString() == u"on its way"_s; }) ||
            history->index(0, 3).data().toString().startsWith(u"failed"_s));
    QVERIFY(soon(
        [history] { return history->index(0, 3).data().toString().startsWith(u"failed: "_s); }));
    QVERIFY(m_program->click("showMailButton"));
    QVERIFY(soon([this] { return m_program->find<QTreeView>("mailView") != nullptr; }));
    QVERIFY(soon([this] { return outboxclicks::mailCell(*m_program, u"a"_s) == u"failed"_s; }));
}

void AutosendTest::whatOtherProgramsDoIsShown()
{
    start();
    service::Rules other(m_folder->filePath(u"config"_s), m_program->servers().identities());
    other.load();
    core::AutosendRule rule;
    rule.folder = m_watched;
    rule.to = QStringList{u"a@practice.test"_s};
    rule.identity = m_program->servers().identities().usual()->id;
    rule.stillness = std::chrono::milliseconds(50);
    other.save(rule, this, [](const auto &) {});
    QVERIFY(soon([this] { return clicks::modelOf(*m_program, "ruleView")->rowCount() == 1; }));
    QCOMPARE(cell(0, Column::Folder), m_watched);
    write(u"a"_s);
    QVERIFY(soon([this] { return cell(0, Column::Sent) == u"1"_s; }));
    rule = rules().constFirst();
    rule.subject = u"changed"_s; // so that there is a copy of before
    other.save(rule, this, [](const auto &) {});
    QVERIFY(soon([this] { return rules().constFirst().subject == u"changed"_s; }));
    QVERIFY(writeFile(m_folder->filePath(u"config/autosend.json"_s), "{ cut off"));
    QVERIFY(soon([this] { return m_program->clickText(u"Restore the last &good copy"_s); }));
    QVERIFY(soon([this] { return m_program->rules().problem().isEmpty(); }));
}

/// Where there is no tray.
void AutosendTest::closingSaysWhatIsWatched()
{
    start();
    makeRule();
    QSignalSpy closing(&m_program->window(), &ui::MainWindow::closing);
    m_program->window().close();
    QVERIFY(soon([this] { return m_program->text("waitingText").contains(m_watched); }));
    QVERIFY(closing.isEmpty());
    QVERIFY(press(QDialogButtonBox::Cancel));
    QVERIFY(soon([this] { return m_program->find<QDialogButtonBox>("buttons") == nullptr; }));
    QVERIFY(m_program->window().isVisible());
    m_program->window().close();
    QVERIFY(soon([this] { return m_program->click("quitButton"); }));
    QVERIFY(soon([&closing] { return closing.size() == 1; }));
}

PROSERPINA_TEST(AutosendTest)
#include "tst_autosend.moc"
