// SPDX-License-Identifier: GPL-3.0-or-later
#include "madecertificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace
{

constexpr long day = 24L * 60 * 60;

EVP_PKEY *makePssKey(int bits)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(context);
    EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits);
    EVP_PKEY_generate(context, &key);
    EVP_PKEY_CTX_free(context);
    return key;
}

EVP_PKEY *makeKey(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Ec: return EVP_EC_gen("P-256");
    case KeyKind::Ed25519: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    case KeyKind::Rsa1024: return EVP_RSA_gen(1024U);
    case KeyKind::Rsa2048: return EVP_RSA_gen(2048U);
    case KeyKind::RsaPss1024: return makePssKey(1024);
    case KeyKind::RsaPss2048: return makePssKey(2048);
    }
    return nullptr;
}

void add(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

int typeOf(AlternativeName::Kind kind)
{
    switch (kind) {
    case AlternativeName::Kind::Dns: return GEN_DNS;
    case AlternativeName::Kind::Ip: return GEN_IPADD;
    case AlternativeName::Kind::Mail: return GEN_EMAIL;
    case AlternativeName::Kind::Uri: return GEN_URI;
    }
    return -1;
}

/// Octet by octet: OpenSSL's own words know no NUL.
void addNames(X509 *certificate, const QList<AlternativeName> &names)
{
    GENERAL_NAMES *all = sk_GENERAL_NAME_new_null();
    for (const AlternativeName &name : names) {
        const bool isAddress = name.kind == AlternativeName::Kind::Ip;
        ASN1_STRING *text =
            ASN1_STRING_type_new(isAddress ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
        ASN1_STRING_set(text, name.octets.constData(), static_cast<int>(name.octets.size()));
        GENERAL_NAME *general = GENERAL_NAME_new();
        GENERAL_NAME_set0_value(general, typeOf(name.kind), text);
        sk_GENERAL_NAME_push(all, general);
    }
    X509_add1_ext_i2d(certificate, NID_subject_alt_name, all, 0, X509V3_ADD_DEFAULT);
    GENERAL_NAMES_free(all);
}

QByteArray contentOf(BIO *bio)
{
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(bio, &bytes);
    const QByteArray content(bytes, length);
    BIO_free(bio);
    return content;
}

} // namespace

MadeCertificate::MadeCertificate(const CertificatePlan &plan)
    : MadeCertificate(plan, nullptr)
{}

MadeCertificate::MadeCertificate(const CertificatePlan &plan, const MadeCertificate &issuer)
    : MadeCertificate(plan, &issuer)
{}

MadeCertificate::MadeCertificate(const CertificatePlan &plan, const MadeCertificate *issuer)
    : m_key(makeKey(plan.key), &EVP_PKEY_free)
    , m_certificate(X509_new(), &X509_free)
{
    static long serial = 0;
    X509 *made = m_certificate.get();
    X509 *above = issuer ? issuer->m_certificate.get() : made;
    X509_set_version(made, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made), -day);
    X509_gmtime_adj(X509_getm_notAfter(made), 365 * day);
    for (const QByteArray &name : plan.commonNames) {
        X509_NAME_add_entry_by_NID(X509_get_subject_name(made), NID_commonName, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name.constData()),
                                   static_cast<int>(name.size()), -1, 0);
    }
    X509_set_issuer_name(made, X509_get_subject_name(above));
    X509_set_pubkey(made, m_key.get());
    add(made, above, NID_basic_constraints,
        plan.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (plan.authority) {
        add(made, above, NID_subject_key_identifier, "hash");
    }
    if (issuer) { // of several by one name OpenSSL tries but one
        add(made, above, NID_authority_key_identifier, "keyid");
    }
    if (!plan.nameConstraints.isEmpty()) {
        add(made, above, NID_name_constraints, "critical," + plan.nameConstraints);
    }
    if (plan.names) {
        addNames(made, *plan.names);
    }
    EVP_PKEY *signing = issuer ? issuer->m_key.get() : m_key.get();
    const bool digests = EVP_PKEY_is_a(signing, "ED25519") == 0;
    X509_sign(made, signing, digests ? EVP_get_digestbyname(plan.digest) : nullptr);
}

QByteArray MadeCertificate::pem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, m_certificate.get());
    return contentOf(bio);
}

practice::ServerIdentity MadeCertificate::identity(const QByteArray &sentAlong) const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {pem() + sentAlong, contentOf(bio)};
}
