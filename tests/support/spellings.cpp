// SPDX-License-Identifier: GPL-3.0-or-later
#include "spellings.h"

namespace spelled
{

namespace
{

const QByteArray &secret = password;

QByteArray each(const QByteArray &before, const QByteArray &after, const QByteArray &octets)
{
    QByteArray spelled;
    for (const char octet : octets) {
        spelled += before + QByteArray(1, octet).toHex().toUpper() + after;
    }
    return spelled;
}

QByteArray base64(const QByteArray &octets, bool ofUrls = false)
{
    return octets.toBase64(ofUrls ? QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                  : QByteArray::Base64Encoding);
}

} // namespace

QList<Spelling> all()
{
    const QByteArray otherCase("w\xC3\x96R~T?-p@SS \\7");
    QList<Spelling> spellings{
        {"as it is", secret},
        {"in another case", otherCase},
        {"in hexadecimal digits", secret.toHex()},
        {"in capital ones", secret.toHex().toUpper()},
        {"in ones with colons", secret.toHex(':')},
        {"in ones with spaces", secret.toHex(' ').toUpper()},
        {"in \\x", each("\\x", "", secret)},
        {"in 0x", each("0x", ", ", secret).chopped(2)},
        {"in lower case in hexadecimal digits", secret.toLower().toHex()},
        {"as in a URL", secret.toPercentEncoding()},
        {"as in a URL, in small letters", secret.toPercentEncoding().toLower()},
        {"as in a form's URL", secret.toPercentEncoding(" ").replace(' ', '+')},
        {"every octet as in a URL", each("%", "", secret)},
        {"only some as in a URL", "W%c3%B6%72~t?-P%40ss \\7"},
        {"in quoted-printable", "W=C3=B6r~t?-P=40ss=20\\7"},
        {"in a string of C", "W\\xc3\\xb6r~t?-P@ss \\\\7"},
        {"in a string of JSON", "W\xC3\xB6r~t?\\u002DP@ss \\\\7"},
        {"in HTML", "W\xC3\xB6r~t?-P&#x40;ss \\7"},
    };
    for (const QByteArray &octets : {QByteArray(), QByteArray("x"), QByteArray("xy")}) {
        const QByteArray before = ", " + QByteArray::number(octets.size()) + " octets before";
        const QByteArray after = octets + secret + "\x01\x02";
        spellings += {{"in base64" + before, base64(octets + secret)},
                      {"in URLs' base64" + before, base64(octets + secret, true)},
                      {"inside of base64" + before, base64(after)},
                      {"inside of URLs' base64" + before, base64(after, true)},
                      {"in base64 in a URL" + before, base64(after).toPercentEncoding()},
                      {"in base64 in small letters" + before, base64(after).toLower()},
                      {"in base64 in capital letters" + before, base64(octets + secret).toUpper()},
                      {"in another case in base64" + before, base64(octets + secret.toLower())}};
    }
    return spellings;
}

} // namespace spelled
