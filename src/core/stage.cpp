// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stage.h"

using namespace Qt::StringLiterals;

namespace core
{

Stage inPop(Stage stage)
{
    switch (stage) {
    case Stage::Dns: return Stage::PopDns;
    case Stage::Connect: return Stage::PopConnect;
    case Stage::Tls: return Stage::PopTls;
    case Stage::Greeting: return Stage::PopGreeting;
    case Stage::StartTls: return Stage::PopStls;
    case Stage::Auth: return Stage::PopLogin;
    case Stage::Quit: return Stage::PopQuit;
    case Stage::Message:
    case Stage::PopDns:
    case Stage::PopConnect:
    case Stage::PopTls:
    case Stage::PopGreeting:
    case Stage::PopStls:
    case Stage::PopLogin:
    case Stage::PopQuit:
    case Stage::Ehlo:
    case Stage::Mail:
    case Stage::Rcpt:
    case Stage::Data:
    case Stage::Body: return stage;
    }
    Q_UNREACHABLE();
}

bool isOfPop(Stage stage)
{
    return stage >= Stage::PopDns && stage <= Stage::PopQuit;
}

QLatin1StringView stageName(Stage stage)
{
    switch (stage) {
    case Stage::Message: return "message"_L1;
    case Stage::PopDns: return "POP DNS"_L1;
    case Stage::PopConnect: return "POP connect"_L1;
    case Stage::PopTls: return "POP TLS"_L1;
    case Stage::PopGreeting: return "POP greeting"_L1;
    case Stage::PopStls: return "POP STLS"_L1;
    case Stage::PopLogin: return "POP login"_L1;
    case Stage::PopQuit: return "POP QUIT"_L1;
    case Stage::Dns: return "DNS"_L1;
    case Stage::Connect: return "connect"_L1;
    case Stage::Tls: return "TLS"_L1;
    case Stage::Greeting: return "greeting"_L1;
    case Stage::Ehlo: return "EHLO"_L1;
    case Stage::StartTls: return "STARTTLS"_L1;
    case Stage::Auth: return "AUTH"_L1;
    case Stage::Mail: return "MAIL"_L1;
    case Stage::Rcpt: return "RCPT"_L1;
    case Stage::Data: return "DATA"_L1;
    case Stage::Body: return "body"_L1;
    case Stage::Quit: return "QUIT"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace core
