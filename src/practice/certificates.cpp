// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/certificates.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace practice
{

namespace
{

constexpr long day = 24L * 60 * 60;

template <auto Free> struct Freer
{
    template <typename T> void operator()(T *object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;

Key makeKey(CertificateKind kind = CertificateKind::Good)
{
    if (kind == CertificateKind::WeakKey || kind == CertificateKind::RsaClient) {
        return Key(EVP_RSA_gen(kind == CertificateKind::WeakKey ? 1024U : 2048U));
    }
    return Key(EVP_EC_gen("P-256"));
}

QByteArray contentOf(const Bio &bio)
{
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, length};
}

QByteArray pemOf(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contentOf(bio);
}

QByteArray pemOf(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio);
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// An unsigned certificate, valid from a day ago for a year.
Certificate makeCertificate(const QByteArray &commonName, const Key &key)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] &= 0x7F; // RFC 5280 4.1.2.2: positive
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
    BN_free(number);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 365 * day);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(commonName.constData()), -1,
                               -1, 0);
    X509_set_pubkey(certificate.get(), key.get());
    return certificate;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList names;
    for (const QString &host : hosts) {
        names += (QHostAddress(host).isNull() ? "DNS:" : "IP:") + host.toUtf8();
    }
    return names.join(',');
}

} // namespace

struct CertificateAuthority::Keys
{
    Key key = makeKey();
    Certificate certificate;
};

CertificateAuthority::CertificateAuthority(const QByteArray &name)
    : m_keys(std::make_unique<Keys>())
{
    m_keys->certificate = makeCertificate(name, m_keys->key);
    X509 *root = m_keys->certificate.get();
    X509_set_issuer_name(root, X509_get_subject_name(root));
    addExtension(root, root, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(root, root, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(root, root, NID_subject_key_identifier, "hash");
    X509_sign(root, m_keys->key.get(), EVP_sha256());
}

CertificateAuthority::~CertificateAuthority() = default;
CertificateAuthority::CertificateAuthority(CertificateAuthority &&) noexcept = default;

CertificateAuthority CertificateAuthority::intermediate() const
{
    CertificateAuthority authority("Proserpina intermediate authority");
    X509 *certificate = authority.m_keys->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(m_keys->certificate.get()));
    X509_sign(certificate, m_keys->key.get(), EVP_sha256());
    return authority;
}

QByteArray CertificateAuthority::certificatePem() const
{
    return pemOf(m_keys->certificate);
}

ServerIdentity CertificateAuthority::issue(CertificateKind kind, const QStringList &hosts) const
{
    if (kind == CertificateKind::UnknownIssuer) {
        return CertificateAuthority("An authority nobody trusts")
            .issue(CertificateKind::Good, hosts);
    }
    if (kind == CertificateKind::IncompleteChain) {
        return intermediate().issue(CertificateKind::Good, hosts);
    }
    if (kind == CertificateKind::CompleteChain) {
        const CertificateAuthority between = intermediate();
        ServerIdentity identity = between.issue(CertificateKind::Good, hosts);
        identity.certificatePem += between.certificatePem();
        return identity;
    }
    const QStringList names =
        kind == CertificateKind::WrongHost ? QStringList{u"wrong.example"_s} : hosts;
    const bool forClient = kind == CertificateKind::Client || kind == CertificateKind::RsaClient;
    const Key key = makeKey(kind);
    const Certificate leaf = makeCertificate(names.constFirst().toUtf8(), key);
    if (kind == CertificateKind::Expired) {
        X509_gmtime_adj(X509_getm_notBefore(leaf.get()), -30 * day);
        X509_gmtime_adj(X509_getm_notAfter(leaf.get()), -day);
    } else if (kind == CertificateKind::NotYetValid) {
        X509_gmtime_adj(X509_getm_notBefore(leaf.get()), 30 * day);
    }
    const bool selfSigned = kind == CertificateKind::SelfSigned;
    X509 *issuer = selfSigned ? leaf.get() : m_keys->certificate.get();
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(issuer));
    addExtension(leaf.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(leaf.get(), issuer, NID_key_usage, "critical,digitalSignature");
    addExtension(leaf.get(), issuer, NID_ext_key_usage, forClient ? "clientAuth" : "serverAuth");
    if (kind != CertificateKind::NameOnly) {
        addExtension(leaf.get(), issuer, NID_subject_alt_name, alternativeNames(names));
    }
    X509_sign(leaf.get(), selfSigned ? key.get() : m_keys->key.get(),
              kind == CertificateKind::WeakDigest ? EVP_sha1() : EVP_sha256());
    return {pemOf(leaf), pemOf(key)};
}

} // namespace practice
