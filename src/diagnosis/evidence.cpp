// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: everything in a text that speaks for a class is a signal. Replies whose cause is
// known give each class a chance (likeness); of a class its heaviest phrase counts, its heaviest
// enhanced code, its heaviest code and the facts, and the sum multiplies its chance. What the facts
// exclude goes out. The likeliest class is named if its chance is enough (enoughFor()).
#include "diagnosis/evidence.h"

#include "diagnosis/knowledge.h"
#include "diagnosis/pattern.h"
#include "diagnosis/phrase.h"
#include "diagnosis/providermarks.h"
#include "diagnosis/statuscodes.h"
#include "texts/traits.h"
#include "texts/wording.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::Stage;
using Kind = Signal::Kind;

constexpr int factWeight = 12;
constexpr double perWeight = 0.06;    // a weight of 12 doubles a chance
constexpr double leastChance = 0.002; // of a cause that no known reply like this one had
constexpr int enough = 50;            // of a hundred: likelier than all others together
constexpr int enoughWithoutCodes = 65;
constexpr int enoughOfAPart = 90;

struct ReadyPhrase
{
    const Phrase *phrase;
    CauseClass cause;
    Pattern pattern;
    Pattern unless;
};

/// All phrases, ready.
std::vector<ReadyPhrase> readyPhrases()
{
    std::vector<ReadyPhrase> phrases;
    for (const std::span<const PhraseTable> part :
         {loginPhrases(), mailPhrases(), serverPhrases()}) {
        for (const PhraseTable &table : part) {
            for (const Phrase &phrase : table.phrases) {
                phrases.push_back(
                    {&phrase, table.cause, Pattern(phrase.pattern), Pattern::anyOf(phrase.unless)});
            }
        }
    }
    return phrases;
}

void addPhrases(const texts::Wording &wording, const Evidence &evidence, QList<Signal> &signs)
{
    static const std::vector<ReadyPhrase> phrases = readyPhrases();
    const QString line = Pattern::lineOf(wording.words());
    for (const ReadyPhrase &ready : phrases) {
        if (ready.phrase->at && !(evidence.stage && ready.phrase->at(*evidence.stage))) {
            continue;
        }
        const QString found = ready.pattern.findIn(line);
        if (!found.isEmpty() && ready.unless.findIn(line).isEmpty()) {
            signs.append(
                {Kind::Phrase, ready.cause, static_cast<int>(ready.phrase->weight), found});
        }
    }
}

/// A word alone: what it was said with has to say the rest.
bool saysLittle(const texts::Wording &wording)
{
    return std::count_if(wording.words().begin(), wording.words().end(),
                         [](const QString &word) { return word.front().isLetter(); }) < 2;
}

void addCodes(const texts::Wording &wording, const Evidence &evidence, QList<Signal> &signs)
{
    const int times = saysLittle(wording) ? 5 : 1;
    QList<core::EnhancedCode> seen; // each line of a reply may repeat it
    for (const core::EnhancedCode &code : wording.enhanced()) {
        if (seen.contains(code)) {
            continue;
        }
        seen.append(code);
        for (const CodeMeaning &meaning : meaningsOf(code, evidence.stage)) {
            signs.append({Kind::EnhancedCode, meaning.cause, times * meaning.weight,
                          u"%1.%2.%3"_s.arg(code.status).arg(code.subject).arg(code.detail)});
        }
    }
    for (const QString &word : wording.words()) {
        for (const CodeMeaning &meaning : meaningsOf(word)) {
            signs.append({Kind::EnhancedCode, meaning.cause, times * meaning.weight, word});
        }
    }
    if (evidence.code) {
        for (const CodeMeaning &meaning : meaningsOf(*evidence.code, evidence.stage)) {
            signs.append(
                {Kind::Code, meaning.cause, meaning.weight, QString::number(*evidence.code)});
        }
    }
}

/// How much replies like this one, whose causes are known, say of it. A word alone says only what
/// the code says as well.
void addLikenesses(const texts::Wording &wording, const Evidence &evidence, QList<Signal> &signs)
{
    QSet<CauseClass> known;
    for (const Signal &sign : std::as_const(signs)) {
        known.insert(sign.cause);
    }
    for (const texts::Likeness &one :
         texts::likenesses(texts::traitsOf(wording, evidence.stage), knowledge())) {
        const QByteArray name = one.cause.toLatin1();
        const std::optional<CauseClass> cause = causeClassNamed(QLatin1StringView(name));
        if (cause && (!saysLittle(wording) || known.contains(*cause))) {
            signs.append({Kind::Likeness, *cause, static_cast<int>(std::lround(100 * one.share)),
                          one.words.join(u", "_s)});
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

constexpr Exclusion exclusions[] = {
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

/// What is true of the way to this server need not be true of the way on: a code may name what the
/// server itself met there (Exchange's 4.7.32x).
bool isExcluded(CauseClass cause, bool isNamedByCode, const Evidence &evidence)
{
    return std::any_of(std::begin(exclusions), std::end(exclusions), [&](const Exclusion &one) {
        return one.cause == cause && one.holds(evidence) &&
               !(isNamedByCode && one.holds == isReached);
    });
}

/// The chances of all causes that are spoken for, of a hundred: that of the replies that are like
/// this one, multiplied by what words, codes and facts weigh together.
QList<Candidate> candidatesOf(const QList<Signal> &signs, const Evidence &evidence)
{
    constexpr size_t kinds = static_cast<size_t>(Kind::Fact) + 1;
    constexpr auto likeness = static_cast<size_t>(Kind::Likeness);
    std::map<CauseClass, std::array<int, kinds>> best;
    for (const Signal &sign : signs) {
        int &most = best[sign.cause][static_cast<size_t>(sign.kind)];
        most = std::max(most, sign.weight);
    }
    std::vector<std::pair<CauseClass, double>> chances;
    double all = 0;
    double others = 1; // that it is none of these
    for (const auto &[cause, weights] : best) {
        others -= weights[likeness] / 100.0;
        if (isExcluded(cause, weights[static_cast<size_t>(Kind::EnhancedCode)] > 0, evidence)) {
            continue;
        }
        const int weight = std::accumulate(weights.begin(), weights.end(), 0) - weights[likeness];
        const double chance =
            std::max(leastChance, weights[likeness] / 100.0) * std::exp(perWeight * weight);
        chances.emplace_back(cause, chance);
        all += chance;
    }
    all += std::max(0.0, others / 2);
    QList<Candidate> candidates;
    for (const auto &[cause, chance] : chances) {
        candidates.append({cause, static_cast<int>(std::lround(100 * chance / all))});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.chance > b.chance; });
    return candidates;
}

/// Whether a text of about a line or more ends in the middle of a sentence: with a word that no
/// known reply has, or with one that something has to follow ("to", "the").
bool seemsCut(const QString &text)
{
    constexpr qsizetype aLine = 60;
    if (text.size() < aLine || !(text.back().isLetter() || text.back().isSpace())) {
        return false;
    }
    static const QRegularExpression between(u"[\\s,:;]+"_s);
    const QString last = text.section(between, -1, -1, QString::SectionSkipEmpty);
    const QString word = texts::Wording::canonical(last);
    const bool isOfLetters = std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetter() && c.script() == QChar::Script_Latin;
    });
    return word.isEmpty() || (isOfLetters && !texts::isKnown(word, knowledge()));
}

/// Each reply of SMTP has a code; who shows it without may have left out more.
bool hasLostItsCodes(const Evidence &evidence, const texts::Wording &wording)
{
    return !evidence.code && wording.enhanced().isEmpty() && evidence.stage >= Stage::Greeting &&
           evidence.stage != Stage::StartTls;
}

/// The chance from which a cause is named, of a hundred.
int enoughFor(const Evidence &evidence, const texts::Wording &wording)
{
    if (seemsCut(evidence.text)) {
        return enoughOfAPart;
    }
    return hasLostItsCodes(evidence, wording) ? enoughWithoutCodes : enough;
}

} // namespace

Reading weighed(const Evidence &given)
{
    Evidence evidence = given;
    const texts::Wording wording(evidence.text);
    if (!evidence.code) {
        evidence.code = wording.code();
    }
    Reading reading;
    for (const ProviderMark &mark : providerMarksIn(wording)) {
        reading.signs.append(
            {Kind::Provider, mark.cause, static_cast<int>(Weight::Named), mark.mark});
    }
    addPhrases(wording, evidence, reading.signs);
    addCodes(wording, evidence, reading.signs);
    addLikenesses(wording, evidence, reading.signs);
    addFacts(evidence, reading.signs);
    if (evidence.stage == Stage::Auth) {
        for (Signal &sign : reading.signs) {
            if (sign.cause == CauseClass::TlsRequired) {
                sign.cause = CauseClass::TlsNeededBeforeLogin;
            }
        }
    }
    reading.candidates = candidatesOf(reading.signs, evidence);
    if (!reading.candidates.isEmpty() &&
        reading.candidates.constFirst().chance >= enoughFor(evidence, wording)) {
        reading.cause = reading.candidates.constFirst().cause;
    }
    return reading;
}

} // namespace diagnosis
