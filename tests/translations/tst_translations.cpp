// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include "translations.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString folder = QStringLiteral(PROSERPINA_SOURCE "/resources/translations");
const QString lupdate = u"/usr/lib/qt6/bin/lupdate"_s;

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; // one, or the forms for numbers
    QString type;             // "unfinished", "vanished", ...

    [[nodiscard]] QString key() const { return context + u": "_s + source + u" / "_s + comment; }
};

void readMessage(QXmlStreamReader &xml, Message &message)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.type = xml.attributes().value("type"_L1).toString();
            QString text;
            while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"translation")) {
                xml.readNext();
                if (xml.isCharacters()) {
                    text += xml.text();
                } else if (xml.isStartElement() && xml.name() == u"numerusform") {
                    message.translations.append(xml.readElementText());
                }
            }
            if (message.translations.isEmpty()) {
                message.translations.append(text);
            }
        } else {
            xml.skipCurrentElement();
        }
    }
}

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == u"message") {
            Message message{context, {}, {}, {}, {}};
            readMessage(xml, message);
            messages.append(message);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QSet<QString> keysOf(const QString &path)
{
    QSet<QString> keys;
    const QList<Message> messages = messagesOf(path);
    for (const Message &message : messages) {
        keys.insert(message.key());
    }
    return keys;
}

/// %1, %L1, %n, {host}
QSet<QString> placesOf(const QString &text)
{
    static const QRegularExpression place(u"%L?\\d+|%n|\\{\\w+\\}"_s);
    QSet<QString> places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        places.insert(matches.next().captured());
    }
    return places;
}

void addFiles()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(folder).entryList({u"*.ts"_s});
    for (const QString &file : files) {
        QTest::addRow("%s", qPrintable(file)) << file;
    }
}

/// English has what the source cannot say: one mail, two mails.
bool isOfPlurals(const QString &file)
{
    return file.endsWith(u"_en.ts"_s);
}

/// Texts that there are, at least.
qsizetype fewest(const QString &file)
{
    return isOfPlurals(file) ? 5 : 100;
}

QString ours()
{
    return QCoreApplication::translate("diagnosis", "There is no host named {host}.");
}

QString qtsOwn()
{
    return QCoreApplication::translate("QCommandLineParser", "Options:");
}

} // namespace

/// The texts in the other languages are whole, and the program shows them.
class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data() { addFiles(); }
    void isComplete();
    void keepsThePlaces_data() { addFiles(); }
    void keepsThePlaces();
    void knowsTheSourcesTexts_data() { addFiles(); }
    void knowsTheSourcesTexts();
    void switches();
};

void TranslationsTest::isComplete()
{
    QFETCH(QString, file);
    const QList<Message> messages = messagesOf(folder + u'/' + file);
    QVERIFY(messages.size() > fewest(file));
    QStringList missing;
    for (const Message &message : messages) {
        const bool empty = std::any_of(message.translations.begin(), message.translations.end(),
                                       [](const QString &text) { return text.isEmpty(); });
        if (!message.type.isEmpty() || empty) {
            missing.append(message.key());
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"not translated:\n"_s + missing.join(u'\n')));
}

void TranslationsTest::keepsThePlaces()
{
    QFETCH(QString, file);
    QStringList wrong;
    const QList<Message> messages = messagesOf(folder + u'/' + file);
    for (const Message &message : messages) {
        for (const QString &translation : message.translations) {
            if (!translation.isEmpty() && placesOf(translation) != placesOf(message.source)) {
                wrong.append(message.source + u" -> "_s + translation);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TranslationsTest::knowsTheSourcesTexts()
{
    QFETCH(QString, file);
    const QString committed = folder + u'/' + file;
    const QTemporaryDir temporary;
    const QString fresh = temporary.filePath(file);
    QVERIFY(QFile::copy(committed, fresh));
    // As ./dev translations does it.
    QStringList arguments{u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"src"_s,
                          u"-I"_s,           u"app"_s,        u"src"_s,  u"app"_s};
    if (QDir(QStringLiteral(PROSERPINA_SOURCE "/forms")).exists()) {
        arguments.append(u"forms"_s);
    }
    if (isOfPlurals(file)) {
        arguments.append(u"-pluralonly"_s);
    }
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(PROSERPINA_SOURCE));
    process.start(lupdate, arguments + QStringList{u"-ts"_s, fresh});
    QVERIFY2(process.waitForFinished(60'000), "lupdate is needed: package qt6-l10n-tools");
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QSet<QString> here = keysOf(committed);
    const QSet<QString> there = keysOf(fresh);
    QVERIFY(there.size() > fewest(file));
    const QStringList lacking = (there - here).values();
    const QStringList gone = (here - there).values();
    QVERIFY2(lacking.isEmpty(),
             qPrintable(u"run ./dev translations and translate:\n"_s + lacking.join(u'\n')));
    QVERIFY2(gone.isEmpty(),
             qPrintable(u"run ./dev translations, it takes out:\n"_s + gone.join(u'\n')));
}

void TranslationsTest::switches()
{
    Translations translations(*QCoreApplication::instance());
    QCOMPARE(translations.language(), u"en"_s);
    const QString english = ours();
    const QString englishOfQt = qtsOwn();
    translations.use(u"ja"_s);
    QCOMPARE(translations.language(), u"ja"_s);
    QVERIFY(ours() != english);
    QVERIFY2(qtsOwn() != englishOfQt, "Qt's own texts: package qt6-translations-l10n");
    QCOMPARE(QLocale().language(), QLocale::Japanese);
    translations.use(u"en"_s);
    QCOMPARE(translations.language(), u"en"_s);
    QCOMPARE(ours(), english);
    QCOMPARE(qtsOwn(), englishOfQt);
    QVERIFY(QLocale().language() != QLocale::Japanese);
    translations.use(u"ja_JP"_s);
    QCOMPARE(translations.language(), u"ja"_s);
    translations.use(u"ja"_s);
    QVERIFY(ours() != english);
    translations.use(u"tlh"_s); // one we do not have: by the locale
    QVERIFY(translations.language() == u"en"_s || translations.language() == u"ja"_s);
}

PROSERPINA_TEST(TranslationsTest)
#include "tst_translations.moc"
