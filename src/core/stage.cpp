// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stage.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView stageName(Stage stage)
{
    switch (stage) {
    case Stage::Message:
        return "message"_L1;
    case Stage::Dns:
        return "DNS"_L1;
    case Stage::Connect:
        return "connect"_L1;
    case Stage::Tls:
        return "TLS"_L1;
    case Stage::Greeting:
        return "greeting"_L1;
    case Stage::Ehlo:
        return "EHLO"_L1;
    case Stage::StartTls:
        return "STARTTLS"_L1;
    case Stage::Auth:
        return "AUTH"_L1;
    case Stage::Mail:
        return "MAIL"_L1;
    case Stage::Rcpt:
        return "RCPT"_L1;
    case Stage::Data:
        return "DATA"_L1;
    case Stage::Body:
        return "body"_L1;
    case Stage::Quit:
        return "QUIT"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace core
