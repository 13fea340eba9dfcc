// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "diagnosis/evidence.h"

#include <QByteArray>

#include <array>
#include <span>
#include <type_traits>

namespace diagnosis
{

/// The facts as conditions and texts look at them.
struct Case
{
    const core::SessionFacts &facts;
    const core::ServerProfile &profile;
    core::Goal goal;
    core::Failure failure; // the facts', or what the outcome says where they name none
    QByteArray said;       // the reply's words()
    CauseClass meaning = CauseClass::None; // of the server's no, or of what the TLS library said
    bool isTold = false; // it happened to another program: what is not said is not known

    Case(const core::SessionFacts &sessionFacts, const core::ServerProfile &serverProfile,
         core::Goal attemptGoal);
    /// What somebody has told, with as much of the facts as is known.
    Case(const core::SessionFacts &sessionFacts, const core::ServerProfile &serverProfile,
         CauseClass told);

    /// The server's no to this, with what is known of the session.
    [[nodiscard]] CauseClass meaningOf(const core::Reply &reply) const;
    /// Whether the server said no: 4yz, 5yz or -ERR.
    [[nodiscard]] bool saidNo() const;

    /// In the POP3 login before SMTP.
    [[nodiscard]] bool inPop() const { return core::isOfPop(facts.stage); }
    [[nodiscard]] bool encrypted() const { return facts.tls && facts.tls->trusted(); }
};

/// A condition of a rule; all that it names must hold. Built by the functions below, as
/// `said(553).enhanced(7, 1).at(Stage::Mail)`. Word lists are lower case, separated by "|".
struct When
{
    enum class Kind
    {
        Never,
        Always,
        Ended,  // with that outcome
        Failed, // with that failure
        Said,   // the server said no, 4xx or 5xx
        Means,  // it said no, or somebody was told, and that means one of `causes`
    };
    using Predicate = bool (*)(const Case &);

    Kind kind = Kind::Never;
    core::Outcome outcome = core::Outcome::Failed;
    core::Failure failure = core::Failure::None;
    std::array<CauseClass, 4> causes = {CauseClass::None, CauseClass::None, CauseClass::None,
                                        CauseClass::None};
    int codeClass = 0;             // 4 or 5; 0 = either
    std::array<int, 4> codes = {}; // none = all of the class
    unsigned stages = 0;           // bit sets; none = all
    unsigned securities = 0;
    unsigned methods = 0;
    unsigned faults = 0; // of the certificate; one of them is enough, as with the notes
    unsigned notes = 0;
    unsigned goals = 0;
    unsigned logins = 0; // bits(true) = logged in
    int subject = -1;    // RFC 3463 x.subject.detail; -1 = any
    int detail = -1;
    const char *text = nullptr;    // words in the server's reply
    const char *hosts = nullptr;   // domains the host lies in
    const char *reasons = nullptr; // words in the library's detail
    int portNumber = -1;
    Predicate predicate = nullptr;
    bool isOurs = false; // of an attempt of ours, where all facts are known
    bool isTold = false; // of what somebody was told by another program

    [[nodiscard]] bool matches(const Case &c) const;

    // clang 14 wants this defined before its uses.
    template <typename Field>
    [[nodiscard]] constexpr When set(Field When::*field, std::type_identity_t<Field> value) const
    {
        When copy = *this;
        copy.*field = value;
        return copy;
    }

    template <typename... Enum> static constexpr unsigned bits(Enum... values)
    {
        return ((1U << static_cast<unsigned>(values)) | ...);
    }

    template <typename... Stages> [[nodiscard]] constexpr When at(Stages... values) const
    {
        return set(&When::stages, bits(values...));
    }
    template <typename... Securities> [[nodiscard]] constexpr When under(Securities... values) const
    {
        return set(&When::securities, bits(values...));
    }
    template <typename... Methods> [[nodiscard]] constexpr When with(Methods... values) const
    {
        return set(&When::methods, bits(values...));
    }
    /// In the POP3 login before SMTP.
    [[nodiscard]] constexpr When inPop() const
    {
        using core::Stage;
        return at(Stage::PopDns, Stage::PopConnect, Stage::PopTls, Stage::PopGreeting,
                  Stage::PopStls, Stage::PopLogin, Stage::PopQuit);
    }
    [[nodiscard]] constexpr When enhanced(int subjectNumber, int detailNumber = -1) const
    {
        return set(&When::subject, subjectNumber).set(&When::detail, detailNumber);
    }
    [[nodiscard]] constexpr When saying(const char *words) const { return set(&When::text, words); }
    [[nodiscard]] constexpr When in(const char *domains) const
    {
        return set(&When::hosts, domains);
    }
    [[nodiscard]] constexpr When because(const char *words) const
    {
        return set(&When::reasons, words);
    }
    [[nodiscard]] constexpr When meaning(CauseClass cause) const
    {
        When copy = *this;
        copy.causes.front() = cause;
        return copy;
    }
    [[nodiscard]] constexpr When on(int port) const { return set(&When::portNumber, port); }
    [[nodiscard]] constexpr When having(core::CertificateFault value) const
    {
        return set(&When::faults, bits(value));
    }
    [[nodiscard]] constexpr When noting(core::Note value) const
    {
        return set(&When::notes, bits(value));
    }
    [[nodiscard]] constexpr When wanting(core::Goal value) const
    {
        return set(&When::goals, bits(value));
    }
    [[nodiscard]] constexpr When afterLogin() const { return set(&When::logins, bits(true)); }
    [[nodiscard]] constexpr When withoutLogin() const { return set(&When::logins, bits(false)); }
    [[nodiscard]] constexpr When ours() const { return set(&When::isOurs, true); }
    [[nodiscard]] constexpr When told() const { return set(&When::isTold, true); }
    [[nodiscard]] constexpr When where(Predicate value) const
    {
        return set(&When::predicate, value);
    }
};

constexpr When always()
{
    return {.kind = When::Kind::Always};
}

constexpr When ended(core::Outcome outcome)
{
    return {.kind = When::Kind::Ended, .outcome = outcome};
}

constexpr When failed(core::Failure failure)
{
    return {.kind = When::Kind::Failed, .failure = failure};
}

/// The server's no, as evidence.h reads it.
template <typename... Causes> constexpr When means(Causes... causes)
{
    When when{.kind = When::Kind::Means};
    size_t count = 0;
    ((when.causes[count++] = causes), ...);
    return when;
}

/// Any 4xx or 5xx of the server.
constexpr When saidNo()
{
    return {.kind = When::Kind::Said};
}

constexpr When said4()
{
    return {.kind = When::Kind::Said, .codeClass = 4};
}

constexpr When said5()
{
    return {.kind = When::Kind::Said, .codeClass = 5};
}

template <typename... Codes> constexpr When said(Codes... codes)
{
    return {.kind = When::Kind::Said, .codes = {codes...}};
}

/// How a cause is recognised: any of the conditions holds.
struct Rule
{
    const char *cause; // the row's id
    std::array<When, 4> when;
};

/// They are read in this order and the first that fits is taken, so the special stands before the
/// general. The last one always fits.
std::span<const Rule> rules();

const Rule &recognised(const Case &c);

} // namespace diagnosis
