// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench mail: a mail server over TLS from the first byte that takes every mail at once and
// forgets it, and the fastest client there can be, which shows that the server holds nobody up.
//
//   mailsink serve CERT.pem KEY.pem   prints its port, then the octets of each message that it got
//   mailsink send PORT FILE           sends a file with CRLF and without lines that begin with a
//   dot
#include "tlslink.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

constexpr std::string_view endOfData = "\r\n.\r\n";

/// Reads a message to its end and tells how many octets it has, dots still stuffed. What comes
/// after it goes to `rest`.
long long swallow(TlsLink &link, std::string &rest)
{
    std::array<char, 262'144> buffer{};
    // The line end of "DATA\r\n" is the one before a dot that comes first.
    std::string carry = "\r\n" + rest;
    long long octets = -2;
    for (;;) {
        std::memcpy(buffer.data(), carry.data(), carry.size());
        std::size_t filled = carry.size();
        const std::size_t count = link.read(buffer.data() + filled, buffer.size() - filled);
        if (count == 0) {
            return -1;
        }
        filled += count;
        const std::string_view seen(buffer.data(), filled);
        if (const std::size_t end = seen.find(endOfData); end != std::string_view::npos) {
            rest = seen.substr(end + endOfData.size());
            return octets + static_cast<long long>(end) + 2;
        }
        const std::size_t kept = std::min(filled, endOfData.size() - 1);
        carry = seen.substr(filled - kept);
        octets += static_cast<long long>(filled - kept);
    }
}

void converse(TlsLink link)
{
    link.write("220 sink.test ESMTP\r\n");
    std::string line;
    while (link.readLine(line)) {
        std::string verb = line.substr(0, line.find(' '));
        for (char &letter : verb) {
            letter = static_cast<char>(letter & ~0x20);
        }
        if (verb == "EHLO") {
            link.write("250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 0\r\n");
        } else if (verb == "DATA") {
            link.write("354 go on\r\n");
            std::string rest = link.takeRest();
            const long long octets = swallow(link, rest);
            if (octets < 0) {
                return; // broken off
            }
            std::printf("%lld\n", octets);
            std::fflush(stdout);
            link.write("250 forgotten\r\n");
            if (rest.starts_with("QUIT")) {
                link.write("221 bye\r\n");
                return;
            }
        } else if (verb == "QUIT") {
            link.write("221 bye\r\n");
            return;
        } else {
            link.write("250 all right\r\n");
        }
    }
}

int serve(const char *certificate, const char *key)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, 262'144);
    if (SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1) {
        giveUp("certificate");
    }
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
        listen(listener, 8) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        giveUp("listen");
    }
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0) {
            giveUp("accept");
        }
        converse(TlsLink::accept(context, descriptor));
    }
}

void expect(TlsLink &link, const char *command, const char *code)
{
    link.write(command);
    std::string line;
    while (link.readLine(line) && line.starts_with(code)) {
        if (line.size() < 4 || line[3] == ' ') {
            return;
        }
    }
    giveUp(command);
}

int send(const char *port, const char *file)
{
    TlsLink link = TlsLink::connect(static_cast<unsigned short>(std::atoi(port)));
    expect(link, "", "220");
    expect(link, "EHLO [127.0.0.1]\r\n", "250");
    expect(link, "MAIL FROM:<a@example.test>\r\n", "250");
    expect(link, "RCPT TO:<b@example.test>\r\n", "250");
    expect(link, "DATA\r\n", "354");
    const int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    std::array<char, 65'536> buffer{};
    for (;;) {
        const ssize_t count = read(descriptor, buffer.data(), buffer.size());
        if (count < 0) {
            giveUp(file);
        }
        if (count == 0) {
            break;
        }
        link.write({buffer.data(), static_cast<std::size_t>(count)});
    }
    expect(link, ".\r\n", "250");
    expect(link, "QUIT\r\n", "221");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    if (argc == 4 && std::strcmp(argv[1], "serve") == 0) {
        return serve(argv[2], argv[3]);
    }
    if (argc == 4 && std::strcmp(argv[1], "send") == 0) {
        return send(argv[2], argv[3]);
    }
    std::fprintf(stderr, "usage: mailsink serve CERT KEY | mailsink send PORT FILE\n");
    return 64;
}
