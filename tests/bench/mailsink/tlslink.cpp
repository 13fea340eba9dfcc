// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlslink.h"

#include <openssl/err.h>

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

void giveUp(const char *what)
{
    std::perror(what);
    ERR_print_errors_fp(stderr);
    std::exit(1);
}

TlsLink::TlsLink(std::unique_ptr<SSL_CTX, Free> context, SSL *ssl, int descriptor)
    : m_context(std::move(context))
    , m_ssl(ssl)
{
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    SSL_set_fd(ssl, descriptor);
}

TlsLink::~TlsLink()
{
    if (m_ssl) {
        const int descriptor = SSL_get_fd(m_ssl.get());
        if (!m_broken) {
            SSL_shutdown(m_ssl.get());
        }
        m_ssl.reset();
        close(descriptor);
    }
}

TlsLink TlsLink::accept(SSL_CTX *context, int descriptor)
{
    TlsLink link(nullptr, SSL_new(context), descriptor);
    SSL_set_accept_state(link.m_ssl.get()); // the first read or write shakes hands
    return link;
}

TlsLink TlsLink::connect(unsigned short port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        giveUp("connect");
    }
    std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_client_method()));
    SSL *ssl = SSL_new(context.get());
    TlsLink link(std::move(context), ssl, descriptor);
    if (SSL_connect(ssl) != 1) {
        giveUp("TLS handshake");
    }
    return link;
}

void TlsLink::write(std::string_view bytes)
{
    std::size_t written = 0;
    m_broken = m_broken || (!bytes.empty() &&
                            SSL_write_ex(m_ssl.get(), bytes.data(), bytes.size(), &written) != 1);
}

std::size_t TlsLink::read(char *to, std::size_t size)
{
    std::size_t count = 0;
    return !m_broken && SSL_read_ex(m_ssl.get(), to, size, &count) == 1 ? count : 0;
}

bool TlsLink::readLine(std::string &line)
{
    for (;;) {
        const std::size_t end = m_rest.find("\r\n");
        if (end != std::string::npos) {
            line = m_rest.substr(0, end);
            m_rest.erase(0, end + 2);
            return true;
        }
        std::array<char, 4096> buffer{};
        const std::size_t count = read(buffer.data(), buffer.size());
        if (count == 0) {
            return false;
        }
        m_rest.append(buffer.data(), count);
    }
}
