// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mask.h"

#include <algorithm>
#include <utility>

namespace core
{

namespace
{

constexpr qsizetype shortestSecret = 4;
/// The base64 of the shortest secret.
constexpr qsizetype shortestWord = 6;

const QByteArray stars("****");

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=';
}

void maskAll(const Mask &mask, QByteArrayList &texts)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        // Lists share their memory until one is changed: a thousand recipients have one reply.
        if (QByteArray masked = mask.over(texts.at(i)); masked != texts.at(i)) {
            texts[i] = std::move(masked);
        }
    }
}

} // namespace

Mask::~Mask()
{
    for (QByteArray &secret : m_secrets) {
        secret.fill('\0');
    }
}

void Mask::add(const QByteArray &secret)
{
    for (const QByteArray &form : {secret, secret.toBase64()}) {
        if (secret.size() >= shortestSecret && !m_secrets.contains(form)) {
            // Detached, so that wiping it later wipes only this copy.
            m_secrets.append(QByteArray(form.constData(), form.size()));
        }
    }
}

QByteArray Mask::over(QByteArray text) const
{
    if (m_secrets.isEmpty()) {
        return text;
    }
    text = overEncodedWords(text); // whole words before parts of them
    for (const QByteArray &secret : m_secrets) {
        text.replace(secret, stars);
    }
    return text;
}

QByteArray Mask::overEncodedWords(const QByteArray &text) const
{
    QByteArray masked;
    for (qsizetype i = 0; i < text.size();) {
        if (!isBase64(text[i])) {
            masked += text[i++];
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && isBase64(text[end])) {
            ++end;
        }
        const QByteArray word = text.mid(i, end - i);
        const QByteArray decoded =
            word.size() < shortestWord ? QByteArray() : QByteArray::fromBase64(word);
        const bool holds =
            std::any_of(m_secrets.begin(), m_secrets.end(),
                        [&decoded](const QByteArray &one) { return decoded.contains(one); });
        masked += holds ? stars : word;
        i = end;
    }
    return masked;
}

Reply Mask::over(Reply reply) const
{
    maskAll(*this, reply.text);
    maskAll(*this, reply.lines);
    return reply;
}

Capabilities Mask::over(Capabilities capabilities) const
{
    maskAll(*this, capabilities.lines);
    for (Keyword &keyword : capabilities.keywords) {
        keyword.name = over(keyword.name);
        maskAll(*this, keyword.parameters);
    }
    maskAll(*this, capabilities.authMechanisms);
    return capabilities;
}

} // namespace core
