// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first line of an input: goal (0 read the reply, 1 check, 2 send), security (0 SMTPS,
// 1 STARTTLS, 2 if offered, 3 none), method (core::Method), password, ID, EHLO name, what is
// allowed and wanted (the sum of 1 the password over plaintext, 2 the next method after a refused
// login, 4 all recipients or none, 8 three copies, 16 notifications), the message's traits, whether
// the net fails; then the addresses, parted by commas, the sender's first. A vertical tab stands
// for LF. The other lines: driver.h.
#include "driver.h"
#include "smtpwatch.h"
#include "targets.h"

#include "sasl/clients.h"
#include "smtp/session.h"

using namespace Qt::StringLiterals;

namespace fuzz
{

namespace
{

constexpr int noPassword = Secrets::passwordKinds;

QString userId(int kind)
{
    switch (kind) {
    case 1: return u"\u00E4 b"_s;
    case 2: return u"a,b=c"_s;
    case 3: return QString(500, u'u');
    default: return u"user"_s;
    }
}

QByteArray ehloName(int kind)
{
    switch (kind) {
    case 1: return "x\r\nMAIL FROM:<a@example.org>";
    case 2: return "a b";
    case 3: return {};
    default: return "[127.0.0.1]";
    }
}

core::MessageTraits traits(int bits)
{
    core::MessageTraits traits;
    traits.size = (bits & 1) != 0 ? 5'000'000'000 : 1000;
    traits.eightBit = (bits & 2) != 0;
    traits.needsSmtpUtf8 = (bits & 4) != 0;
    traits.longestLine = (bits & 8) != 0 ? 999 : 998;
    return traits;
}

core::Envelope envelope(const QByteArray &text)
{
    QList<QByteArray> addresses = QByteArray(text).replace('\v', '\n').split(',');
    core::Envelope envelope;
    envelope.from = addresses.takeFirst();
    envelope.to = addresses;
    return envelope;
}

void allow(smtp::SessionSettings &settings, int bits)
{
    settings.allowPlaintextPassword = (bits & 1) != 0;
    settings.tryNextMethod = (bits & 2) != 0;
    settings.delivery.allOrNone = (bits & 4) != 0;
    settings.delivery.copies = (bits & 8) != 0 ? 3 : 1;
    settings.delivery.notify.onFailure = (bits & 16) != 0;
}

smtp::SessionSettings settings(Input header, bool &connectFails)
{
    smtp::SessionSettings settings;
    settings.goal = core::Goal(header.choice(3));
    settings.security = core::Security(header.choice(4));
    settings.method = core::Method(header.choice(10));
    const int password = header.choice(Secrets::passwordKinds + 1);
    const QString user = userId(header.choice(4));
    if (password != noPassword) {
        settings.credentials = core::Credentials{user, core::Secret(Secrets::password(password))};
    }
    settings.ehloName = ehloName(header.choice(4));
    allow(settings, header.choice(32));
    const core::MessageTraits message = traits(header.choice(16));
    connectFails = header.choice(2) == 1;
    if (settings.goal == core::Goal::SendMail) {
        settings.mail = smtp::Mail{envelope(header.rest().toByteArray()), message};
    }
    return settings;
}

} // namespace

QByteArray runSmtp(QByteArrayView bytes)
{
    if (Secrets::isPasswordIn(bytes.toByteArray())) {
        return {}; // a server that knows the password from elsewhere may say it
    }
    Input input(bytes);
    bool connectFails = false;
    const smtp::SessionSettings chosen = settings(Input(input.line()), connectFails);
    std::stop_source stop;
    smtp::Session session(chosen, [&stop](core::Method method, const core::Credentials &who) {
        return sasl::makeClient(method, who, stop.get_token());
    });
    Secrets secrets(bytes.toByteArray());
    SmtpWatch watch(session, chosen, secrets, stop);
    return Driver(session, watch, secrets).play(input, connectFails);
}

} // namespace fuzz
