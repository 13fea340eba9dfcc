// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a line is a command, an AUTH response while m_auth is set, or a line of the message
// while m_inData is. Before a command does anything the behaviour is asked whether it wants to go
// wrong there.
#include "practice/conversation.h"

#include <QRandomGenerator>
#include <QScopeGuard>

#include <utility>

namespace practice
{

namespace
{

/// Message lines may be longer than a reply's; what a client sends is its own affair.
constexpr qsizetype longestLine = qsizetype{1024} * 1024;
constexpr qsizetype largestMessage = qsizetype{50} * 1024 * 1024;

/// The address in "FROM:<...> SIZE=..." ("TO:<...>"), or nothing where it is malformed.
std::optional<QByteArray> addressOf(const QByteArray &rest, const QByteArray &prefix)
{
    const qsizetype end = rest.indexOf('>');
    if (!rest.toUpper().startsWith(prefix + '<') || end < 0) {
        return {};
    }
    return rest.mid(prefix.size() + 1, end - prefix.size() - 1);
}

} // namespace

Conversation::Conversation(qintptr descriptor, Behaviour behaviour, const QSslConfiguration &tls,
                           sasl::PasswordLookup passwords, bool tlsFromTheStart, QObject *parent)
    : QObject(parent)
    , m_behaviour(std::move(behaviour))
    , m_passwords(std::move(passwords))
    , m_lines(longestLine)
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::readyRead, this, &Conversation::onReadyRead);
    connect(&m_socket, &PacedSocket::repliesLeft, this, &Conversation::onReadyRead);
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] {
        if (m_socket.state() == QAbstractSocket::UnconnectedState) {
            deleteLater();
        }
    });
    if (!tlsFromTheStart) {
        greet();
    } else if (m_behaviour.closesAt == "TLS") {
        m_socket.disconnectFromHost();
    } else if (m_behaviour.silentAt == "TLS") {
        m_silent = true;
    } else {
        connect(&m_socket, &QSslSocket::encrypted, this, &Conversation::greet);
        m_socket.startServerEncryption();
    }
}

void Conversation::greet()
{
    if (m_behaviour.silentAt == "greeting") {
        return;
    }
    reply(m_behaviour.greeting);
    if (!m_behaviour.greeting.startsWith("220")) {
        m_socket.disconnectFromHost();
    }
}

void Conversation::onReadyRead()
{
    if (m_silent || (m_inData && m_behaviour.silentAt == "body")) {
        // Not read: the client's window fills up.
        m_socket.setReadBufferSize(1);
        return;
    }
    if (m_socket.isHeldUp()) {
        return;
    }
    m_lines.append(m_socket.readAll());
    if (std::exchange(m_reading, true)) {
        return; // flush() inside a reply reads too; the loop below takes it
    }
    const auto done = qScopeGuard([this] { m_reading = false; });
    while (const std::optional<core::LineBuffer::Line> line = m_lines.takeLine()) {
        onLine(line->text);
        if (m_silent || m_socket.isHeldUp()) {
            return;
        }
    }
    if (m_lines.overflow()) {
        reply("500 5.5.2 line too long");
        m_socket.disconnectFromHost();
    }
}

void Conversation::onLine(const QByteArray &line)
{
    if (m_inData) {
        onDataLine(line);
        return;
    }
    Q_EMIT lineReceived(line);
    if (m_auth) {
        if (line == "*") {
            m_auth.reset();
            m_mail.userId.clear();
            reply("501 5.7.0 authentication cancelled");
        } else {
            onAuthResponse(QByteArray::fromBase64(line));
        }
        return;
    }
    const qsizetype space = line.indexOf(' ');
    const QByteArray verb = (space < 0 ? line : line.left(space)).toUpper();
    onCommand(verb, space < 0 ? QByteArray() : line.mid(space + 1).trimmed());
}

void Conversation::onCommand(const QByteArray &verb, const QByteArray &rest)
{
    if (verb != "AUTH" && replyByBehaviour(verb)) {
        return;
    }
    if (verb == "EHLO" || verb == "HELO") {
        onEhlo(verb == "EHLO");
    } else if (verb == "STARTTLS") {
        onStartTls();
    } else if (verb == "AUTH") {
        onAuth(rest);
    } else if (verb == "MAIL") {
        onMail(rest);
    } else if (verb == "RCPT") {
        onRcpt(rest);
    } else if (verb == "DATA") {
        onData();
    } else if (verb == "RSET") {
        resetTransaction();
        reply("250 2.0.0 forgotten");
    } else if (verb == "NOOP") {
        reply("250 2.0.0 ok");
    } else if (verb == "VRFY") {
        reply("252 2.5.2 send a mail and see");
    } else if (verb == "QUIT") {
        reply("221 2.0.0 goodbye");
        m_socket.disconnectFromHost();
    } else {
        reply("502 5.5.1 unknown command");
    }
}

void Conversation::onEhlo(bool extended)
{
    resetTransaction();
    if (!extended) {
        reply("250 practice.test");
        return;
    }
    QByteArrayList lines = m_behaviour.keywords;
    if (m_behaviour.startTls && !m_socket.isEncrypted()) {
        lines += "STARTTLS";
    }
    if (!m_behaviour.mechanisms.isEmpty() &&
        (m_socket.isEncrypted() || m_behaviour.authBeforeTls)) {
        lines += "AUTH " + m_behaviour.mechanisms.join(' ');
    }
    QByteArray text = lines.isEmpty() ? "250 practice.test" : "250-practice.test";
    for (qsizetype i = 0; i < lines.size(); ++i) {
        text += (i + 1 < lines.size() ? "\r\n250-" : "\r\n250 ") + lines[i];
    }
    reply(text);
}

void Conversation::onStartTls()
{
    if (m_socket.isEncrypted() || !m_behaviour.startTls) {
        reply("502 5.5.1 no STARTTLS here");
        return;
    }
    m_lines.clear();
    m_socket.write("220 2.0.0 go ahead\r\n" + m_behaviour.injected);
    m_socket.flush();
    resetTransaction();
    if (m_behaviour.closesAt == "TLS") {
        m_socket.disconnectFromHost();
    } else if (m_behaviour.silentAt == "TLS") {
        m_silent = true;
    } else {
        m_socket.startServerEncryption();
    }
}

void Conversation::onAuth(const QByteArray &rest)
{
    if (m_behaviour.silentAt == "AUTH" || m_behaviour.closesAt == "AUTH") {
        replyByBehaviour("AUTH");
        return;
    }
    const QByteArrayList words = rest.split(' ');
    const QByteArray mechanism = words.constFirst().toUpper();
    if (!m_socket.isEncrypted() && !m_behaviour.authBeforeTls) {
        reply("538 5.7.11 encryption required for login");
        return;
    }
    if (!m_behaviour.mechanisms.contains(mechanism)) {
        reply("504 5.5.4 mechanism not offered");
        return;
    }
    const QByteArray challenge =
        '<' + QByteArray::number(QRandomGenerator::system()->generate64()) + "@practice.test>";
    const sasl::PasswordLookup passwords = [this](const QByteArray &id) {
        m_mail.userId = id;
        return m_passwords(id);
    };
    m_auth = sasl::makeServer(mechanism, passwords, challenge, m_behaviour.scramRounds);
    m_brokenAuth = m_behaviour.brokenMechanisms.contains(mechanism);
    if (words.size() < 2) {
        onAuthResponse({});
    } else {
        onAuthResponse(words[1] == "=" ? QByteArray("") : QByteArray::fromBase64(words[1]));
    }
}

void Conversation::onAuthResponse(const std::optional<QByteArray> &response)
{
    const sasl::Server::Step step = m_auth->onResponse(response);
    if (step.verdict == sasl::Server::Verdict::Challenge) {
        reply("334 " + step.challenge.toBase64());
        return;
    }
    m_auth.reset();
    if (replyByBehaviour("AUTH")) {
        m_mail.userId.clear();
    } else if (step.verdict == sasl::Server::Verdict::Accepted && !m_brokenAuth) {
        reply("235 2.7.0 welcome");
    } else {
        m_mail.userId.clear();
        reply("535 5.7.8 ID or password wrong");
        if (++m_refusedLogins == m_behaviour.mostRefusedLogins) {
            m_socket.disconnectFromHost();
        }
    }
}

void Conversation::onMail(const QByteArray &rest)
{
    const std::optional<QByteArray> from = addressOf(rest, "FROM:");
    if (!from) {
        reply("501 5.5.4 MAIL FROM:<address>");
    } else if (m_behaviour.mostMails > 0 && m_mails >= m_behaviour.mostMails) {
        reply("421 4.7.0 enough for one connection");
        m_socket.disconnectFromHost();
    } else if (m_mailGiven) {
        reply("503 5.5.1 one sender is enough");
    } else if (m_mail.userId.isEmpty() && !m_behaviour.mechanisms.isEmpty() && !m_letIn()) {
        reply("530 5.7.0 log in first");
    } else {
        m_mail.from = *from;
        m_mailGiven = true;
        reply("250 2.1.0 sender ok");
    }
}

void Conversation::onRcpt(const QByteArray &rest)
{
    const std::optional<QByteArray> to = addressOf(rest, "TO:");
    if (!to || to->isEmpty()) {
        reply("501 5.5.4 RCPT TO:<address>");
    } else if (!m_mailGiven) {
        reply("503 5.5.1 MAIL first");
    } else if (m_behaviour.recipients.contains(*to)) {
        reply(m_behaviour.recipients.value(*to));
    } else if (m_behaviour.mostRecipients > 0 && m_mail.to.size() >= m_behaviour.mostRecipients) {
        reply("452 4.5.3 too many recipients");
    } else if (m_mail.userId.isEmpty() && m_behaviour.popOnly && !m_letIn()) {
        reply("550 5.7.1 relaying denied: log in, or read your mail first");
    } else {
        m_mail.to.append(*to);
        reply("250 2.1.5 recipient ok");
    }
}

void Conversation::onData()
{
    if (m_mail.to.isEmpty()) {
        reply("503 5.5.1 RCPT first");
        return;
    }
    m_inData = true;
    m_tooLarge = false;
    m_mail.message.clear();
    reply("354 go ahead, end with a dot");
}

void Conversation::onDataLine(const QByteArray &line)
{
    if (line == ".") {
        onEndOfData();
        return;
    }
    m_tooLarge = m_tooLarge || m_mail.message.size() + line.size() > largestMessage;
    if (!m_tooLarge) {
        m_mail.message += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    }
}

void Conversation::onEndOfData()
{
    m_inData = false;
    if (replyByBehaviour(".")) {
        resetTransaction();
        return;
    }
    if (m_tooLarge) {
        resetTransaction();
        reply("552 5.3.4 message too large");
        return;
    }
    ++m_mails;
    m_mail.encrypted = m_socket.isEncrypted();
    m_mail.time = QDateTime::currentDateTime();
    Q_EMIT mailReceived(m_mail);
    resetTransaction();
    reply("250 2.0.0 taken, look into the mailbox");
}

bool Conversation::replyByBehaviour(const QByteArray &verb)
{
    if (m_behaviour.silentAt == verb) {
        m_silent = true;
        return true;
    }
    if (m_behaviour.closesAt == verb) {
        m_socket.abort();
        return true;
    }
    const auto own = m_behaviour.replies.constFind(verb);
    if (own == m_behaviour.replies.constEnd()) {
        return false;
    }
    reply(*own);
    return true;
}

void Conversation::reply(const QByteArray &text)
{
    QByteArray octets = text + "\r\n";
    if (m_behaviour.lfOnly) {
        octets.replace("\r\n", "\n");
    }
    if (!m_behaviour.dribbles) {
        m_socket.write(octets);
        return;
    }
    for (const char octet : std::as_const(octets)) {
        m_socket.write(&octet, 1);
        m_socket.flush();
    }
}

void Conversation::resetTransaction()
{
    m_mail = {.from = {},
              .to = {},
              .message = {},
              .userId = m_mail.userId,
              .encrypted = false,
              .time = {}};
    m_mailGiven = false;
}

} // namespace practice
