// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connection.h"
#include "testmain.h"
#include "trust.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 megabyte = qint64{1024} * 1024;

/// Sends much and closes politely, which takes as long as a server that does not read likes.
class LongGoodbye final : public core::Protocol
{
public:
    explicit LongGoodbye(bool tls)
        : m_tls(tls)
    {}

    void onConnected() override { m_tls ? m_actions.append(core::StartTls{}) : sayGoodbye(); }
    void onEncrypted(const core::TlsFacts &) override { sayGoodbye(); }
    void onTlsFailed(core::Failure, const core::TlsFacts &, const core::Text &) override
    {
        close();
    }
    void onBytes(QByteArrayView) override {}
    void onBodySent() override {}
    void onBodyFailed(const core::Text &) override {}
    void onClosed(const core::Text &) override { close(); }
    void onTimeout() override { close(); }
    void onConnectFailed(core::Failure, core::Stage, const core::Text &) override { close(); }
    void cancel() override { close(); }
    void encodeBody(QByteArrayView, QByteArray &) override {}
    void finishBody(QByteArray &) override {}
    [[nodiscard]] core::Action nextAction() override
    {
        return m_actions.isEmpty() ? core::Action(core::Wait{}) : m_actions.takeFirst();
    }
    [[nodiscard]] std::optional<core::Deadline> deadline() const override { return {}; }
    [[nodiscard]] QList<core::Event> takeEvents() override { return {}; }

private:
    void sayGoodbye()
    {
        m_actions.append(core::Send{QByteArray(32 * megabyte, 'x'), {}});
        close();
    }
    void close() { m_actions.append(core::Close{}); }

    bool m_tls;
    QList<core::Action> m_actions;
};

/// Reads nothing and sends as much as the system takes, up to an end.
class Chatterbox final : public QTcpServer
{
public:
    static constexpr qint64 most = 64 * megabyte;

    explicit Chatterbox(const std::optional<practice::ServerIdentity> &identity)
        : m_identity(identity)
    {
        listen(QHostAddress::LocalHost);
    }
    /// What has left this program.
    [[nodiscard]] qint64 octetsTaken() const { return m_taken; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        const auto onWritten = [this, socket](qint64 octets) {
            m_taken += octets;
            talk(*socket);
        };
        if (!m_identity) {
            socket->setReadBufferSize(1);
            connect(socket, &QSslSocket::bytesWritten, this, onWritten);
            talk(*socket);
            return;
        }
        QSslConfiguration configuration = socket->sslConfiguration();
        configuration.setLocalCertificateChain(
            QSslCertificate::fromData(m_identity->certificatePem));
        configuration.setPrivateKey(QSslKey(m_identity->keyPem, QSsl::Ec));
        socket->setSslConfiguration(configuration);
        connect(socket, &QSslSocket::encrypted, this, [this, socket, onWritten] {
            socket->setReadBufferSize(1);
            connect(socket, &QSslSocket::encryptedBytesWritten, this, onWritten);
            talk(*socket);
        });
        socket->startServerEncryption();
    }

private:
    void talk(QSslSocket &socket)
    {
        constexpr qint64 piece = qint64{256} * 1024;
        if (m_taken < most && socket.bytesToWrite() + socket.encryptedBytesToWrite() < piece) {
            socket.write(QByteArray(piece, 'y'));
        }
    }

    std::optional<practice::ServerIdentity> m_identity;
    qint64 m_taken = 0;
};

} // namespace

/// A connection that is being closed reads nothing any more.
class ClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNothingOfWhatIsStillSent_data();
    void keepsNothingOfWhatIsStillSent();
};

void ClosingTest::keepsNothingOfWhatIsStillSent_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("without encryption") << false;
    QTest::newRow("over TLS") << true;
}

void ClosingTest::keepsNothingOfWhatIsStillSent()
{
    QFETCH(bool, tls);
    const Trust trust;
    const auto identity = tls ? std::optional(trust.authority.issue(practice::CertificateKind::Good,
                                                                    {u"localhost"_s}))
                              : std::nullopt;
    const Chatterbox server(identity);
    LongGoodbye goodbye(tls);
    net::Target target;
    target.host = u"localhost"_s;
    target.port = server.serverPort();
    target.tls.caFile = trust.file.name();
    bool ended = false;
    net::Connection connection(goodbye, target, {}, [&ended](const core::AttemptEvent &event) {
        ended = std::holds_alternative<core::AttemptReport>(event);
    });
    connection.start();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    qInfo("%lld KB were taken", static_cast<long long>(server.octetsTaken() / 1024));
    QVERIFY(server.octetsTaken() > 0);
    // What the systems buffer of a connection on both sides is some megabytes.
    QVERIFY(server.octetsTaken() < Chatterbox::most / 4);
}

PROSERPINA_TEST(ClosingTest)

#include "tst_closing.moc"
