// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "core/stage.h"
#include "paintwatch.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace
{

/// So often the window is painted while the server says nothing before Stop is pressed. How long
/// each took is printed: a number of the machine that runs the test, not of the program alone.
constexpr int paintsWanted = 100;
/// More than the buffers of both ends of a connection hold.
constexpr qint64 largeAttachment = qint64{24} * 1024 * 1024;

} // namespace

/// A server that stops answering at each stage of a session: the window goes on being painted, and
/// Stop ends it.
class HangingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stopsAndKeepsRepainting_data();
    void stopsAndKeepsRepainting();

private:
    void attachLargeFile(Program &program);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Translations> m_translations;
};

void HangingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations = std::make_unique<Translations>(*qApp);
    m_translations->use(u"en"_s);
}

void HangingTest::cleanup()
{
    m_translations.reset();
    m_folder.reset();
}

/// Drops it on the dialog.
void HangingTest::attachLargeFile(Program &program)
{
    QFile file(m_folder->filePath(u"large.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(largeAttachment));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QWidget *dialog = program.find<QPushButton>("sendButton")->window();
    const QPoint where = dialog->rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &enter);
    QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    QCOMPARE(program.find<QListWidget>("attachmentList")->count(), 1);
}

void HangingTest::stopsAndKeepsRepainting_data()
{
    using core::Stage;

    QTest::addColumn<QString>("fault");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<bool>("mail");
    const auto check = [](const char *name, const QString &fault, Stage stage) {
        QTest::addRow("Check: %s", name) << fault << stage << false;
    };
    const auto mail = [](const char *name, const QString &fault, Stage stage) {
        QTest::addRow("test mail: %s", name) << fault << stage << true;
    };
    check("no greeting", u"no-greeting"_s, Stage::Greeting);
    check("EHLO is not answered", u"hang-ehlo"_s, Stage::Ehlo);
    check("STARTTLS is not answered", u"hang-starttls"_s, Stage::StartTls);
    check("the TLS handshake never ends", u"hang-tls"_s, Stage::Tls);
    check("AUTH is not answered", u"hang-auth"_s, Stage::Auth);
    mail("MAIL is not answered", u"hang-mail"_s, Stage::Mail);
    mail("RCPT is not answered", u"hang-rcpt"_s, Stage::Rcpt);
    mail("DATA is not answered", u"hang-data"_s, Stage::Data);
    mail("the server stops reading in the middle of the message", u"hang-body"_s, Stage::Body);
    mail("the final dot is not answered", u"hang-dot"_s, Stage::Body);
}

void HangingTest::stopsAndKeepsRepainting()
{
    QFETCH(QString, fault);
    QFETCH(core::Stage, stage);
    QFETCH(bool, mail);
    auto server = service::PracticeEntry::withFault(fault);
    QVERIFY(server != nullptr);
    QVERIFY(server->start());
    Program program(m_folder->path());
    QVERIFY(clicks::fillForm(program, clicks::serverOf(*server, u"hangs"_s)));
    QVERIFY(
        clicks::enterLogin(program, {server->credentials().userId,
                                     QString::fromUtf8(server->credentials().password.reveal())}));
    if (mail) {
        QVERIFY(program.click("testMailButton"));
        QVERIFY(
            clicks::runUntil([&] { return program.find<QPushButton>("sendButton") != nullptr; }));
    }
    if (fault == u"hang-body"_s) {
        attachLargeFile(program);
    }
    const char *start = mail ? "sendButton" : "checkButton";
    const PaintWatch watch(*program.find<QPushButton>(start)->window());
    QVERIFY(program.click(start));
    // Within a step the spaces do not break.
    const QString name = core::stageName(stage) + QChar(QChar::Nbsp);
    QVERIFY(clicks::runUntil([&] { return program.text("stepsText").contains(name + u"…"_s); }));
    const int before = watch.paints();
    QVERIFY(clicks::runUntil([&] { return watch.paints() >= before + paintsWanted; }));

    QElapsedTimer stopping;
    stopping.start();
    QVERIFY(program.click("stopButton"));
    QVERIFY(clicks::runUntil([&] { return program.find<QPushButton>("stopButton") == nullptr; }));
    const qint64 stopped = stopping.elapsed();
    qInfo("painted %d times, longest gap between two paints %lld ms, stopped after %lld ms",
          watch.paints(), watch.longestGap(), stopped);
    // After the dot it is not the person who ends it: nobody knows what the server did.
    const QString end = fault == u"hang-dot"_s ? u"failed"_s : u"stopped"_s;
    QVERIFY(program.text("stepsText").contains(name + end));
    QVERIFY(!program.text("sentenceText").isEmpty());
    if (fault == u"hang-body"_s) {
        const auto *bar = program.find<QProgressBar>("progressBar");
        QVERIFY(bar != nullptr && bar->value() < bar->maximum());
    }
}

PROSERPINA_TEST(HangingTest)

#include "tst_hanging.moc"
