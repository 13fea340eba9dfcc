// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

/// One blocking TLS connection. Where it breaks, nothing more is written or read.
class TlsLink
{
public:
    /// The server's side of an accepted connection.
    static TlsLink accept(SSL_CTX *context, int descriptor);
    /// The client's side, to a port of this computer; trusts anybody. Ends the program where
    /// there is no server.
    static TlsLink connect(unsigned short port);

    TlsLink(TlsLink &&) = default;
    ~TlsLink();

    void write(std::string_view bytes);
    /// What has come, at most `size`; 0 at the end.
    std::size_t read(char *to, std::size_t size);
    /// The next line without its end; false at the end.
    bool readLine(std::string &line);
    /// What readLine() has read too much.
    std::string takeRest() { return std::exchange(m_rest, {}); }

private:
    struct Free
    {
        void operator()(SSL *ssl) const { SSL_free(ssl); }
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };
    TlsLink(std::unique_ptr<SSL_CTX, Free> context, SSL *ssl, int descriptor);

    std::unique_ptr<SSL_CTX, Free> m_context; // of a client
    std::unique_ptr<SSL, Free> m_ssl;
    std::string m_rest;
    bool m_broken = false;
};

[[noreturn]] void giveUp(const char *what);
