// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: OpenSSL reads from one memory BIO and writes to another; what the socket brings
// goes into the first, what stands in the second goes to the socket.
#include "opensslserver.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

namespace
{

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio readerOf(const QByteArray &pem)
{
    return {BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free};
}

} // namespace

/// The server's side of one connection; goes with its socket.
class OpenSslServer::Peer final : public QObject
{
public:
    Peer(OpenSslServer &server, QTcpSocket *socket)
        : QObject(socket)
        , m_owner(server)
        , m_socket(socket)
        , m_ssl(SSL_new(server.m_context.get()))
    {
        SSL_set_bio(m_ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        connect(socket, &QTcpSocket::readyRead, this, &Peer::onReadyRead);
        ++server.m_open;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_owner.m_open;
            socket->deleteLater();
        });
        m_tls = !server.m_behaviour.startTls;
        if (!m_tls) {
            say("220 openssl.test\r\n");
        }
    }
    ~Peer() override { SSL_free(m_ssl); }
    Q_DISABLE_COPY_MOVE(Peer)

private:
    void onReadyRead()
    {
        const QByteArray bytes = m_socket->readAll();
        if (!m_tls) {
            onBytes(bytes);
            return;
        }
        BIO_write(SSL_get_rbio(m_ssl), bytes.constData(), static_cast<int>(bytes.size()));
        if (SSL_is_init_finished(m_ssl) == 0 && !shakeHands()) {
            return;
        }
        char piece[16 * 1024];
        for (int length = 0; (length = SSL_read(m_ssl, piece, sizeof piece)) > 0;) {
            onBytes({piece, length});
        }
        flush();
    }

    bool shakeHands()
    {
        const int result = SSL_accept(m_ssl);
        flush();
        if (result == 1) {
            ++m_owner.m_handshakes;
            m_owner.m_resumed += SSL_session_reused(m_ssl);
            if (!m_owner.m_behaviour.startTls) {
                say("220 openssl.test\r\n");
            }
            return true;
        }
        if (SSL_get_error(m_ssl, result) != SSL_ERROR_WANT_READ) {
            ERR_clear_error(); // the client's thread is this one, and so is its queue of errors
            m_socket->disconnectFromHost(); // behind its alert
        }
        return false;
    }

    void onBytes(const QByteArray &bytes)
    {
        m_buffer += bytes;
        if (m_inData) {
            onData();
        }
        for (qsizetype end = 0; !m_inData && !m_cut && (end = m_buffer.indexOf("\r\n")) >= 0;) {
            const QByteArray line = m_buffer.left(end);
            m_buffer.remove(0, end + 2);
            m_owner.m_heard.append(line);
            onLine(line.left(4).toUpper());
        }
    }

    void onLine(const QByteArray &verb)
    {
        if (verb == "EHLO") {
            const bool offersTls = m_owner.m_behaviour.startTls && !m_tls;
            say("250-openssl.test\r\n250-" + QByteArray(offersTls ? "STARTTLS" : "HELP") +
                "\r\n250 AUTH PLAIN\r\n");
        } else if (verb == "STAR") {
            say("220 go\r\n");
            m_tls = true;
        } else if (verb == "AUTH") {
            say("235 in\r\n");
        } else if (verb == "DATA") {
            say("354 go\r\n");
            m_inData = true;
        } else {
            say(verb == "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
        }
    }

    void onData()
    {
        const OpenSslBehaviour &behaviour = m_owner.m_behaviour;
        if (behaviour.cutsInBody >= 0 && m_buffer.size() > behaviour.cutsInBody) {
            cut();
            return;
        }
        const qsizetype end = m_buffer.indexOf("\r\n.\r\n");
        if (end < 0) {
            return;
        }
        m_owner.m_heard.append(QByteArray::number(end + 2) + " octets");
        m_buffer.remove(0, end + 5);
        m_inData = false;
        if (behaviour.cutsAfterSaying.isEmpty()) {
            say("250 taken\r\n");
        } else {
            say(behaviour.cutsAfterSaying);
            cut();
        }
    }

    /// Ends TCP; TLS is told nothing (RFC 8446 6.1 wants a close_notify).
    void cut()
    {
        m_cut = true;
        m_socket->disconnectFromHost();
    }

    void say(const QByteArray &text)
    {
        if (!m_tls) {
            m_socket->write(text);
            return;
        }
        SSL_write(m_ssl, text.constData(), static_cast<int>(text.size()));
        flush();
    }

    void flush()
    {
        BIO *out = SSL_get_wbio(m_ssl);
        QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(out)), '\0');
        if (!bytes.isEmpty() && m_socket->isOpen()) {
            BIO_read(out, bytes.data(), static_cast<int>(bytes.size()));
            m_socket->write(bytes);
        }
    }

    OpenSslServer &m_owner;
    QTcpSocket *m_socket;
    SSL *m_ssl;
    QByteArray m_buffer;
    bool m_tls = false;
    bool m_inData = false;
    bool m_cut = false;
};

void OpenSslServer::Context::operator()(ssl_ctx_st *context) const
{
    SSL_CTX_free(context);
}

OpenSslServer::OpenSslServer(const OpenSslBehaviour &behaviour)
    : m_behaviour(behaviour)
    , m_context(SSL_CTX_new(TLS_server_method()))
{
    SSL_CTX *context = m_context.get();
    SSL_CTX_set_security_level(context, 0); // it may be weak
    SSL_CTX_set_min_proto_version(context, behaviour.oldest);
    SSL_CTX_set_max_proto_version(context, behaviour.newest);
    SSL_CTX_set_num_tickets(context, static_cast<std::size_t>(behaviour.tickets));
    SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char *>("test"), 4);
    setIdentity(behaviour.identity);
    if (!behaviour.clientCa.isEmpty()) {
        X509 *authority =
            PEM_read_bio_X509(readerOf(behaviour.clientCa).get(), nullptr, nullptr, nullptr);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority);
        SSL_CTX_add_client_CA(context, authority);
        X509_free(authority);
        SSL_CTX_set_app_data(context, this);
        const auto onShown = [](int verified, X509_STORE_CTX *store) {
            const auto *ssl = static_cast<const SSL *>(
                X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
            auto *self = static_cast<OpenSslServer *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
            self->m_clientsShown += X509_STORE_CTX_get_error_depth(store) == 0 ? 1 : 0;
            return verified;
        };
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, onShown);
    }
    connect(&m_server, &QTcpServer::newConnection, this,
            [this] { new Peer(*this, m_server.nextPendingConnection()); });
    m_server.listen(QHostAddress::LocalHost);
}

OpenSslServer::~OpenSslServer() = default;

void OpenSslServer::setIdentity(const practice::ServerIdentity &identity)
{
    SSL_CTX *context = m_context.get();
    const Bio chain = readerOf(identity.certificatePem);
    X509 *leaf = PEM_read_bio_X509(chain.get(), nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, leaf);
    X509_free(leaf);
    SSL_CTX_clear_extra_chain_certs(context);
    while (X509 *between = PEM_read_bio_X509(chain.get(), nullptr, nullptr, nullptr)) {
        SSL_CTX_add_extra_chain_cert(context, between); // takes it
    }
    EVP_PKEY *key =
        PEM_read_bio_PrivateKey(readerOf(identity.keyPem).get(), nullptr, nullptr, nullptr);
    SSL_CTX_use_PrivateKey(context, key);
    EVP_PKEY_free(key);
}

void OpenSslServer::forgetSessions()
{
    unsigned char keys[80];
    RAND_bytes(keys, sizeof keys);
    SSL_CTX_set_tlsext_ticket_keys(m_context.get(), keys, sizeof keys);
}
