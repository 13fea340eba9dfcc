// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/advancedoptions.h"

#include "cli/connectionoptions.h"
#include "cli/text.h"
#include "service/fields.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr std::array options{"pin",           "pop-pin",         "client-cert", "client-key",
                             "allow-old-tls", "try-next-method", "proxy"};

QString absolute(const QString &file)
{
    return file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
}

/// The fingerprint as `openssl x509 -fingerprint -sha256` prints it, or bare.
std::optional<UsageError> readPin(const QCommandLineParser &parser, const QString &option,
                                  QByteArray &pin)
{
    if (!parser.isSet(option)) {
        return {};
    }
    QString typed = parser.value(option).normalized(QString::NormalizationForm_KC);
    typed = typed.mid(typed.indexOf(u'=') + 1);
    typed.remove(u':').remove(u' ');
    const QByteArray hex = typed.toLatin1().toLower();
    const QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.toHex() != hex ||
        bytes.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256)) {
        return UsageError{Text::tr("--%1 takes the SHA-256 fingerprint of a certificate, 64 "
                                   "hexadecimal digits, not “%2”.")
                              .arg(option, parser.value(option))};
    }
    pin = bytes;
    return {};
}

std::optional<UsageError> readClientCertificate(const QCommandLineParser &parser,
                                                core::ServerProfile &profile)
{
    if (parser.isSet(u"client-cert"_s)) {
        profile.clientCertificate = absolute(parser.value(u"client-cert"_s));
    }
    if (parser.isSet(u"client-key"_s)) {
        profile.clientKey = absolute(parser.value(u"client-key"_s));
    }
    if (!profile.clientKey.isEmpty() && profile.clientCertificate.isEmpty()) {
        return UsageError{Text::tr("--client-key goes with a certificate: add --client-cert.")};
    }
    return {};
}

/// What stands before an "@" may be a password, however malformed the rest is.
QString withoutLogin(const QString &typed)
{
    const qsizetype at = typed.lastIndexOf(u'@');
    return at < 0 ? typed : u"...@"_s + typed.mid(at + 1);
}

/// "socks5://proxy.example.org:1080"; the port may be left out.
std::optional<UsageError> readProxy(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    if (!parser.isSet(u"proxy"_s)) {
        return {};
    }
    const QString typed = service::tidied(parser.value(u"proxy"_s));
    if (typed == u"none"_s) {
        profile.proxy = {};
        return {};
    }
    const QUrl url(typed, QUrl::StrictMode);
    core::Proxy proxy;
    proxy.kind = url.scheme() == u"socks5"_s || url.scheme() == u"socks5h"_s
                     ? core::ProxyKind::Socks5
                 : url.scheme() == u"http"_s ? core::ProxyKind::HttpConnect
                                             : core::ProxyKind::None;
    proxy.host = url.host();
    const int port = url.port(core::usualPort(proxy.kind));
    const bool more = (!url.path().isEmpty() && url.path() != u"/"_s) || url.hasQuery();
    if (!url.isValid() || !proxy.isUsed() || proxy.host.isEmpty() || port < 1 || more) {
        return UsageError{
            Text::tr("--proxy takes socks5://HOST:PORT, http://HOST:PORT or none, not “%1”.")
                .arg(withoutLogin(typed))};
    }
    if (!url.userInfo().isEmpty()) {
        return UsageError{Text::tr("--proxy: a proxy that wants a password of its own cannot be "
                                   "used; leave ID and password out.")};
    }
    proxy.port = static_cast<quint16>(port);
    profile.proxy = proxy;
    return {};
}

} // namespace

std::optional<UsageError> readAdvanced(const QCommandLineParser &parser,
                                       core::ServerProfile &profile)
{
    if (const auto error = readPin(parser, u"pin"_s, profile.pinnedSha256)) {
        return error;
    }
    if (const auto error = readPin(parser, u"pop-pin"_s, profile.pop.pinnedSha256)) {
        return error;
    }
    if (const auto error = readClientCertificate(parser, profile)) {
        return error;
    }
    profile.allowOldTls = profile.allowOldTls || parser.isSet(u"allow-old-tls"_s);
    profile.tryNextMethod = profile.tryNextMethod || parser.isSet(u"try-next-method"_s);
    return readProxy(parser, profile);
}

QString proxyText(const core::Proxy &proxy)
{
    if (!proxy.isUsed()) {
        return {};
    }
    const QString scheme = proxy.kind == core::ProxyKind::Socks5 ? u"socks5"_s : u"http"_s;
    const QString host = proxy.host.contains(u':') ? u'[' + proxy.host + u']' : proxy.host;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(proxy.port);
}

std::optional<QString> advancedOption(const QCommandLineParser &parser)
{
    for (const char *option : options) {
        if (parser.isSet(QString::fromLatin1(option))) {
            return QString::fromLatin1(option);
        }
    }
    return {};
}

std::optional<UsageError> readUnset(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    using Profile = core::ServerProfile;
    static const struct
    {
        const char *option;
        void (*unset)(Profile &);
    } settings[] = {
        {"ehlo", [](Profile &p) { p.ehloName.clear(); }},
        {"ca-file", [](Profile &p) { p.caFile.clear(); }},
        {"pin", [](Profile &p) { p.pinnedSha256.clear(); }},
        {"pop-pin", [](Profile &p) { p.pop.pinnedSha256.clear(); }},
        {"client-cert",
         [](Profile &p) {
             p.clientCertificate.clear();
             p.clientKey.clear();
         }},
        {"client-key", [](Profile &p) { p.clientKey.clear(); }},
        {"allow-plaintext-password", [](Profile &p) { p.allowPlaintextPassword = false; }},
        {"allow-old-tls", [](Profile &p) { p.allowOldTls = false; }},
        {"try-next-method", [](Profile &p) { p.tryNextMethod = false; }},
        {"proxy", [](Profile &p) { p.proxy = {}; }},
        {"timeout", [](Profile &p) { p.deadlines = {}; }},
    };
    const QStringList names = parser.values(u"unset"_s);
    for (const QString &name : names) {
        bool known = false;
        QStringList all;
        for (const auto &setting : settings) {
            all.append(QString::fromLatin1(setting.option));
            if (name == all.constLast()) {
                setting.unset(profile);
                known = true;
            }
        }
        if (!known) {
            return notOneOf(u"unset"_s, name, all);
        }
        if (parser.isSet(name)) {
            return UsageError{Text::tr("Give --%1 or --unset %1, not both.").arg(name)};
        }
    }
    return {};
}

} // namespace cli
