// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/certificates.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// A CA file stands beside the system's authorities and does not replace them. The program runs
/// where the system knows one authority more, in a mount namespace of its own.
class SystemAuthoritiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void besideACaFile_data();
    void besideACaFile();

private:
    QTemporaryDir m_system; // as /etc/ssl/certs is: files under the hashes of their subjects
    QString m_otherFile;
    service::PracticeEntry m_server;
};

void SystemAuthoritiesTest::initTestCase()
{
    QVERIFY(m_server.start());
    QFile authority(m_server.caFile());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const QByteArray pem = authority.readAll();
    const std::unique_ptr<BIO, int (*)(BIO *)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    const std::unique_ptr<X509, void (*)(X509 *)> certificate(
        PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    QVERIFY(certificate);
    const QString name =
        u"%1.0"_s.arg(qulonglong{X509_subject_name_hash(certificate.get())}, 8, 16, QChar(u'0'));
    QVERIFY(authority.copy(m_system.filePath(name)));
    // Qt looks there on demand only where there are links.
    QVERIFY(QFile::link(name, m_system.filePath(u"00000000.0"_s)));

    m_otherFile = m_system.filePath(u"other.pem"_s);
    QFile other(m_otherFile);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(practice::CertificateAuthority("Another authority").certificatePem());
}

void SystemAuthoritiesTest::besideACaFile_data()
{
    QTest::addColumn<bool>("known"); // to the system
    QTest::addColumn<bool>("caFile");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("known") << true << false << 0;
    QTest::newRow("known, and a CA file of another") << true << true << 0;
    QTest::newRow("unknown") << false << false << 69;
    QTest::newRow("unknown, and a CA file of another") << false << true << 69;
}

void SystemAuthoritiesTest::besideACaFile()
{
    QFETCH(bool, known);
    QFETCH(bool, caFile);
    const QString program = QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli");
    QStringList command{
        program,         u"reply"_s,    u"--host"_s, u"localhost"_s,
        u"--security"_s, u"starttls"_s, u"--port"_s, QString::number(m_server.startTlsPort())};
    if (caFile) {
        command += {u"--ca-file"_s, m_otherFile};
    }
    QStringList arguments{u"--mount"_s, u"sh"_s, u"-c"_s,
                          known ? u"mount --bind \"$0\" /etc/ssl/certs && exec \"$@\""_s
                                : u"exec \"$@\""_s,
                          m_system.path()};
    if (geteuid() != 0) {
        arguments.prepend(u"--map-root-user"_s);
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    QProcess run;
    run.setProcessEnvironment(environment);
    run.setProcessChannelMode(QProcess::MergedChannels);
    run.start(u"unshare"_s, arguments + command);
    QTRY_VERIFY_WITH_TIMEOUT(run.state() == QProcess::NotRunning, 30'000);
    QTEST(run.exitCode(), "exitCode");
}

PROSERPINA_TEST(SystemAuthoritiesTest)
#include "tst_systemauthorities.moc"
