// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: everything in a text that speaks for a class is a signal with a weight. Of a class
// its heaviest phrase counts, its heaviest enhanced code, its heaviest code and the facts; the sum
// is the class's weight. What the facts exclude goes out. The heaviest class is named if it weighs
// enough (neededFor()).
#include "diagnosis/evidence.h"

#include "diagnosis/pattern.h"
#include "diagnosis/phrase.h"
#include "diagnosis/providermarks.h"
#include "diagnosis/statuscodes.h"
#include "diagnosis/wording.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::Stage;
using Kind = Signal::Kind;

constexpr int enoughOfWords = 35; // beside no code
constexpr int enoughOfCodes = 21; // beside words that nobody knows
constexpr int enoughTogether = 17;
constexpr int enoughWithoutWords = 17; // where there is nothing else to go by
constexpr int wordWeight = 2;          // a longer phrase knows better
constexpr int mostForWords = 12;
constexpr int factWeight = 12;
constexpr int enoughOfAPart = 50;

struct ReadyPhrase
{
    const Phrase *phrase;
    CauseClass cause;
    Pattern pattern;
    Pattern unless;
};

/// All phrases, ready. Built once.
struct PhraseBook
{
    Lexicon lexicon;
    std::vector<ReadyPhrase> phrases;
    std::vector<std::pair<CauseClass, Pattern>> vetoes;

    PhraseBook()
    {
        for (const std::span<const PhraseTable> part :
             {loginPhrases(), envelopePhrases(), limitPhrases(), messagePhrases(),
              reputationPhrases(), networkPhrases(), tlsPhrases(), serverPhrases(),
              foreignPhrases()}) {
            for (const PhraseTable &table : part) {
                vetoes.push_back({table.cause, Pattern::anyOf(table.unless, lexicon)});
                for (const Phrase &phrase : table.phrases) {
                    phrases.push_back({&phrase, table.cause, Pattern(phrase.pattern, lexicon),
                                       Pattern::anyOf(phrase.unless, lexicon)});
                }
            }
        }
    }
};

void addPhrases(const Wording &wording, const Evidence &evidence, QList<Signal> &signs)
{
    static const PhraseBook book;
    const NumberedWords words(wording.words(), book.lexicon);
    QSet<CauseClass> vetoed;
    for (const auto &[cause, unless] : book.vetoes) {
        if (unless.findIn(words)) {
            vetoed.insert(cause);
        }
    }
    for (const ReadyPhrase &ready : book.phrases) {
        if (vetoed.contains(ready.cause)) {
            continue;
        }
        if (ready.phrase->at && evidence.stage && !ready.phrase->at(*evidence.stage)) {
            continue;
        }
        const Pattern::Found found = ready.pattern.findIn(words);
        if (!found || ready.unless.findIn(words)) {
            continue;
        }
        const int length = std::min(ready.pattern.length() * wordWeight, mostForWords);
        signs.append({Kind::Phrase, ready.cause, static_cast<int>(ready.phrase->weight) + length,
                      wording.words().mid(found.at, found.end - found.at).join(u' ')});
    }
}

void addCodes(const Wording &wording, const Evidence &evidence, QList<Signal> &signs)
{
    for (const core::EnhancedCode &code : wording.enhanced()) {
        for (const CodeMeaning &meaning : meaningsOf(code, evidence.stage)) {
            signs.append({Kind::EnhancedCode, meaning.cause, meaning.weight,
                          u"%1.%2.%3"_s.arg(code.status).arg(code.subject).arg(code.detail)});
        }
    }
    if (evidence.code) {
        for (const CodeMeaning &meaning : meaningsOf(*evidence.code, evidence.stage)) {
            signs.append(
                {Kind::Code, meaning.cause, meaning.weight, QString::number(*evidence.code)});
        }
    }
}

void addFacts(const Evidence &evidence, QList<Signal> &signs)
{
    const auto speaksFor = [&](CauseClass cause) {
        return std::any_of(signs.cbegin(), signs.cend(), [cause](const Signal &sign) {
            return sign.cause == cause && sign.kind == Kind::Phrase;
        });
    };
    QList<Signal> facts;
    if (evidence.loggedIn == false &&
        (speaksFor(CauseClass::RelayDenied) || speaksFor(CauseClass::LoginNeeded))) {
        facts.append({Kind::Fact, CauseClass::LoginNeeded, 2, u"not logged in"_s});
    }
    if (evidence.withToken && evidence.stage == Stage::Auth) {
        facts.append({Kind::Fact, CauseClass::OAuthTokenBad, factWeight, u"a token was sent"_s});
    }
    signs.append(facts);
}

/// What a fact excludes.
struct Exclusion
{
    CauseClass cause;
    bool (*holds)(const Evidence &);
};

bool isIn(const Evidence &evidence)
{
    return evidence.loggedIn == true;
}

bool isEncrypted(const Evidence &evidence)
{
    return evidence.encrypted == true;
}

bool usesToken(const Evidence &evidence)
{
    return evidence.withToken;
}

/// Who answers has been reached.
bool isReply(const Evidence &evidence)
{
    return evidence.code && *evidence.code >= 400;
}

/// So has who was spoken to, whatever was answered.
bool isReached(const Evidence &evidence)
{
    const bool isLater = evidence.stage == Stage::Greeting || evidence.stage == Stage::Ehlo ||
                         (evidence.stage >= Stage::Mail && evidence.stage <= Stage::Body);
    return isReply(evidence) || isLater;
}

/// What passes by itself is not said to be for good.
bool isForGood(const Evidence &evidence)
{
    return evidence.code && *evidence.code / 100 == 5;
}

constexpr Exclusion exclusions[] = {
    {CauseClass::ServerBusy, isForGood},
    {CauseClass::ConnectionLost, isReply},
    {CauseClass::RefusedConnection, isReached},
    {CauseClass::CertExpired, isReached},
    {CauseClass::CertHostname, isReached},
    {CauseClass::CertSelfSigned, isReached},
    {CauseClass::CertUntrusted, isReached},
    {CauseClass::TlsIntercepted, isReached},
    {CauseClass::DnsNxDomain, isReached},
    {CauseClass::NotSmtp, isReply},
    {CauseClass::PbsExpired, isIn},
    {CauseClass::WrongPassword, isIn},
    {CauseClass::AppPasswordNeeded, isIn},
    {CauseClass::OAuthTokenBad, isIn},
    {CauseClass::TlsRequired, isEncrypted},
    {CauseClass::TlsNeededBeforeLogin, isEncrypted},
    {CauseClass::StartTlsUnavailable, isEncrypted},
    {CauseClass::WrongPassword, usesToken},
    {CauseClass::AppPasswordNeeded, usesToken},
};

/// Before EHLO nobody has spoken of a mail.
bool isTooEarly(CauseClass cause, const Evidence &evidence)
{
    const bool isEarly = evidence.stage == Stage::Dns || evidence.stage == Stage::Connect ||
                         evidence.stage == Stage::Tls || evidence.stage == Stage::StartTls;
    const bool isOfMail =
        (cause >= CauseClass::SenderNotAllowed && cause <= CauseClass::MailboxFull) ||
        (cause >= CauseClass::TooManyRecipients && cause <= CauseClass::SmtpUtf8Unsupported) ||
        cause == CauseClass::CommandSyntax || cause == CauseClass::LocalServerError;
    return isEarly && isOfMail && !evidence.code;
}

/// 50x to AUTH or STARTTLS: it is not that one which is not there, but what it stands for.
bool isOfExtension(CauseClass cause, const Evidence &evidence)
{
    return cause == CauseClass::CommandSyntax && evidence.code && *evidence.code / 10 == 50 &&
           *evidence.code != 501 &&
           (evidence.stage == Stage::Auth || evidence.stage == Stage::StartTls);
}

bool isExcluded(CauseClass cause, const Evidence &evidence)
{
    return isTooEarly(cause, evidence) || isOfExtension(cause, evidence) ||
           std::any_of(std::begin(exclusions), std::end(exclusions), [&](const Exclusion &one) {
               return one.cause == cause && one.holds(evidence);
           });
}

/// As long as a line, and it ends in the middle of a sentence: what was decisive may be missing.
bool seemsCut(const QString &text)
{
    constexpr qsizetype aLine = 78; // of a terminal
    return text.size() >= aLine && text.size() <= aLine + 4 &&
           (text.back().isLetterOrNumber() || text.back().isSpace());
}

/// What the heaviest candidate has to weigh to be named. A code alone says little beside words that
/// are not understood: they may say something else.
int neededFor(const Reading &reading, const Wording &wording, const QString &text)
{
    constexpr qsizetype fewWords = 2;
    if (seemsCut(text)) {
        return enoughOfAPart;
    }
    const auto speaks = [&reading](Kind kind) {
        return std::any_of(reading.signs.cbegin(), reading.signs.cend(), [&](const Signal &sign) {
            return sign.cause == reading.candidates.constFirst().cause && sign.kind == kind;
        });
    };
    const bool hasCode = speaks(Kind::EnhancedCode) || speaks(Kind::Code);
    if (speaks(Kind::Phrase) || speaks(Kind::Provider)) {
        return hasCode ? enoughTogether : enoughOfWords;
    }
    const qsizetype words =
        std::count_if(wording.words().begin(), wording.words().end(),
                      [](const QString &word) { return word.front().isLetter(); });
    return words <= fewWords ? enoughWithoutWords : enoughOfCodes;
}

QList<Candidate> weighedCandidates(const QList<Signal> &signs, const Evidence &evidence)
{
    constexpr size_t kinds = static_cast<size_t>(Kind::Fact) + 1;
    std::map<CauseClass, std::array<int, kinds>> best;
    for (const Signal &sign : signs) {
        int &most = best[sign.cause][static_cast<size_t>(sign.kind)];
        most = std::max(most, sign.weight);
    }
    QList<Candidate> candidates;
    for (const auto &[cause, weights] : best) {
        if (!isExcluded(cause, evidence)) {
            int sum = 0;
            for (const int weight : weights) {
                sum += weight;
            }
            candidates.append({cause, sum});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.weight > b.weight; });
    return candidates;
}

} // namespace

Reading weighed(const Evidence &given)
{
    Evidence evidence = given;
    const Wording wording(evidence.text);
    if (!evidence.code) {
        evidence.code = wording.code();
    }
    Reading reading;
    for (const ProviderMark &mark : providerMarksIn(wording)) {
        reading.signs.append({Kind::Provider, mark.cause,
                              static_cast<int>(Weight::Named) + mostForWords, mark.mark});
    }
    addPhrases(wording, evidence, reading.signs);
    addCodes(wording, evidence, reading.signs);
    addFacts(evidence, reading.signs);
    reading.candidates = weighedCandidates(reading.signs, evidence);
    if (!reading.candidates.isEmpty() &&
        reading.candidates.constFirst().weight >= neededFor(reading, wording, evidence.text)) {
        reading.cause = reading.candidates.constFirst().cause;
    }
    if (reading.cause == CauseClass::TlsRequired && evidence.stage == Stage::Auth) {
        reading.cause = CauseClass::TlsNeededBeforeLogin;
    }
    return reading;
}

} // namespace diagnosis
