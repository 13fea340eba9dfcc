// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptplayer.h"

#include <QQueue>

namespace dialogue
{

namespace
{

QByteArray unescaped(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        const char escape = text[++i];
        if (escape == 'x') {
            out += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        } else {
            out += escape == 'r' ? '\r' : escape == 'n' ? '\n' : escape == '0' ? '\0' : escape;
        }
    }
    return out;
}

/// Where the piece that starts at `from` ends.
qsizetype pieceEnd(const QByteArray &chunk, qsizetype from, Feeding feeding)
{
    if (feeding == Feeding::ByByte) {
        return from + 1;
    }
    const qsizetype lineEnd = chunk.indexOf('\n', from);
    return feeding == Feeding::Whole || lineEnd < 0 ? chunk.size() : lineEnd + 1;
}

core::TlsFacts trustedTls()
{
    core::TlsFacts facts;
    facts.encrypted = true;
    facts.version = QStringLiteral("TLSv1.3");
    core::Certificate certificate;
    certificate.der = "x";
    certificate.hostNames = QStringList{QStringLiteral("mail.example.org")};
    facts.chain = {certificate};
    return facts;
}

/// Plays a script. What the client did and the script has not yet asked for stands in m_did, one
/// word or line each.
class Player
{
public:
    Player(core::Protocol &protocol, const std::function<bool()> &isFinished, const Script &script)
        : m_session(protocol)
        , m_isFinished(isFinished)
        , m_script(script)
    {}

    Played play()
    {
        m_session.onConnected();
        obey();
        const QByteArrayList steps = m_script.text.split('\n');
        for (qsizetype i = 0; i < steps.size() && m_run.problem.isEmpty(); ++i) {
            const QByteArray &step = steps[i];
            const bool serverSpeaks = step.startsWith("S: ") || step.startsWith("S! ");
            if (!serverSpeaks) {
                feed();
            }
            if (step.startsWith("S: ")) {
                m_chunk += step.mid(3) + "\r\n";
            } else if (step.startsWith("S! ")) {
                m_chunk += unescaped(step.mid(3));
            } else if (step.startsWith("? ")) {
                if (!m_did.isEmpty() && m_did.head() == step.mid(2)) {
                    doStep(step.mid(2));
                }
            } else if (!step.isEmpty()) {
                doStep(step);
            }
        }
        feed();
        if (m_run.problem.isEmpty() && !m_did.isEmpty()) {
            m_run.problem = "and then the client did: " + m_did.head();
        }
        return m_run;
    }

private:
    void doStep(const QByteArray &step)
    {
        if (step == "EOF") {
            m_session.onClosed({});
        } else if (step == "TIMEOUT") {
            if (!m_session.deadline()) {
                m_run.problem = "a time-out, but the client waits for nothing";
            }
            m_session.onTimeout();
        } else if (step == "CANCEL") {
            m_session.cancel();
        } else if (step == "END" || step == "NEXT" || step == "LEAVE") {
            if (m_session.deadline() || !m_script.tell(step)) {
                m_run.problem = "the client does not wait for " + step;
            }
        } else if (step.startsWith("TLS-")) {
            expectTls(step.mid(4));
            return;
        } else {
            expect(step);
            return;
        }
        obey();
    }

    /// The client must start TLS, and it goes wrong.
    void expectTls(const QByteArray &how)
    {
        expect("TLS-");
        core::TlsFacts facts = trustedTls();
        facts.encrypted = false;
        if (how == "FAILS") {
            m_session.onTlsFailed(core::Failure::TlsHandshakeFailed, {}, {});
        } else if (how == "UNTRUSTED") {
            facts.encrypted = true;
            facts.faults = {core::CertificateFault::SelfSigned};
            m_session.onEncrypted(facts);
        } else if (how != "HANGS") {
            facts.faults = {how == "EXPIRED"       ? core::CertificateFault::Expired
                            : how == "SELF-SIGNED" ? core::CertificateFault::SelfSigned
                                                   : core::CertificateFault::WrongHost};
            m_session.onTlsFailed(core::Failure::CertificateRejected, facts, {});
        }
        obey();
    }

    void expect(const QByteArray &step)
    {
        if (step == "TLS-" && !m_did.isEmpty() && m_did.head() == "TLS") {
            m_did.dequeue();
            return;
        }
        if (m_did.isEmpty() || m_did.head() != step) {
            m_run.problem = "expected " + step + ", the client did: " +
                            (m_did.isEmpty() ? QByteArray("nothing") : m_did.head());
            return;
        }
        m_did.dequeue();
        if (step == "TLS") {
            m_session.onEncrypted(trustedTls());
            obey();
        } else if (step == "BODY" || step == "DOT") {
            m_session.onBodySent();
            obey();
        }
    }

    void feed()
    {
        const QByteArray chunk = std::exchange(m_chunk, {});
        for (m_fed = 0; m_fed < chunk.size();) {
            const qsizetype from = m_fed;
            m_fed = pieceEnd(chunk, from, m_script.feeding);
            m_session.onBytes(QByteArrayView(chunk).sliced(from, m_fed - from));
            m_pending = &chunk;
            obey();
        }
        m_pending = nullptr;
    }

    void obey()
    {
        for (;;) {
            takeEvents();
            const core::Action action = m_session.nextAction();
            if (std::holds_alternative<core::Wait>(action)) {
                return;
            }
            if (const auto *send = std::get_if<core::Send>(&action)) {
                addSent(send->bytes, send->shown);
            } else if (std::holds_alternative<core::StartTls>(action)) {
                obeyStartTls();
            } else if (const auto *body = std::get_if<core::SendBody>(&action)) {
                addBody(*body);
            } else {
                m_did.enqueue("CLOSE");
                return;
            }
        }
    }

    /// As net does: what has arrived is fed before the handshake.
    void obeyStartTls()
    {
        if (m_pending != nullptr && m_fed < m_pending->size()) {
            const qsizetype from = std::exchange(m_fed, m_pending->size());
            m_session.onBytes(QByteArrayView(*m_pending).sliced(from));
        }
        if (!m_isFinished()) {
            m_did.enqueue("TLS");
        }
    }

    void addSent(const QByteArray &bytes, const QByteArrayList &shown)
    {
        QByteArrayList lines = bytes.split('\n');
        if (!bytes.endsWith("\r\n")) {
            m_run.problem = "sent without CRLF: " + bytes;
        }
        lines.removeLast();
        for (const QByteArray &line : lines) {
            m_did.enqueue("C: " + line.chopped(1));
        }
        for (const QByteArray &line : shown) {
            m_run.shown.append("C: " + line);
        }
    }

    void addBody(const core::SendBody &body)
    {
        if (!body.empty) {
            m_session.encodeBody(m_script.message, m_run.bodyOnWire);
        }
        m_session.finishBody(m_run.bodyOnWire);
        (body.empty ? m_run.sentLoneDot : m_run.sentBody) = true;
        m_did.enqueue(body.empty ? "DOT" : "BODY");
        if (!body.after.isEmpty()) {
            addSent(body.after, body.shownAfter);
        }
    }

    void takeEvents()
    {
        const QList<core::Event> events = m_session.takeEvents();
        for (const core::Event &event : events) {
            if (const auto *line = std::get_if<core::LineReceived>(&event)) {
                m_run.shown.append("S: " + line->text);
            }
        }
    }

    core::Protocol &m_session;
    std::function<bool()> m_isFinished;
    Script m_script;
    Played m_run;
    QByteArray m_chunk;                    // said by the server, not yet fed
    const QByteArray *m_pending = nullptr; // the chunk that is being fed
    qsizetype m_fed = 0;                   // of it
    QQueue<QByteArray> m_did;
};

} // namespace

Played play(core::Protocol &protocol, const std::function<bool()> &isFinished, const Script &script)
{
    return Player(protocol, isFinished, script).play();
}

} // namespace dialogue
