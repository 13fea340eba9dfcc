// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "diagnosis/judgement.h"
#include "diagnosis/recognition.h"
#include "testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::Action;
using diagnosis::CauseRow;
using diagnosis::Subject;

/// The table itself: its words, and that the parts of a row say the same.
class CauseTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void idsAreUniqueKebabCase();
    void everyClassHasARow();
    void textsKeepTheManners_data() { rows_data(); }
    void textsKeepTheManners();
    void adviceNamesItsSubjects_data() { rows_data(); }
    void adviceNamesItsSubjects();
    void remediesFitTheAdvice_data() { rows_data(); }
    void remediesFitTheAdvice();
    void remediesTouchNothingElse();
    void theRestAgrees_data() { rows_data(); }
    void theRestAgrees();
    void everyRuleHasARow();
};

namespace
{

const QList<CauseRow> &rows()
{
    static const QList<CauseRow> all = [] {
        QList<CauseRow> list;
        for (const std::span<const CauseRow> part : diagnosis::causeTable()) {
            list.append(QList<CauseRow>(part.begin(), part.end()));
        }
        return list;
    }();
    return all;
}

const CauseRow &rowOfTag()
{
    QFETCH(int, number);
    return rows()[number];
}

bool speaksOf(const CauseRow &row, Subject subject)
{
    return (row.help.subjects & diagnosis::about(subject)) != 0;
}

QList<Action> actionsOf(const CauseRow &row)
{
    QList<Action> actions(row.help.actions.begin(), row.help.actions.end());
    actions.removeAll(Action::None);
    return actions;
}

/// What stands in an advice that speaks of the subject.
const QList<std::pair<Subject, const char *>> &subjectWords()
{
    static const QList<std::pair<Subject, const char *>> words{
        {Subject::Host, "host|server for sending|provider's server|through the server"},
        {Subject::Port, "port"},
        {Subject::Encryption, "STARTTLS|SMTPs|encryption"},
        {Subject::Certificate, "trust"},
        {Subject::CaFile, "CA file|system's certificates"},
        {Subject::ClientCertificate, "certificate|files in PEM"},
        {Subject::OldTls, "allow TLS 1.0"},
        {Subject::Proxy, "proxy"},
        {Subject::TimeLimit, "time limit"},
        {Subject::EhloName, "EHLO name"},
        {Subject::Login, "ID|password|token|secret|login|log in"},
        {Subject::Method, "method|authentication|another|SMTP-AUTH|PLAIN1|PLAIN2|CRAM-MD5|"
                          "OAUTHBEARER|SCRAM"},
        {Subject::ClearPassword, "without encryption"},
        {Subject::Pop, "POP3|STLS|automatic|APOP|password another way|password command"},
        {Subject::From, "From|sender"},
        {Subject::Recipients, "address|recipients|recipient for|to the others|those who"},
        {Subject::Signature, "signature"},
        {Subject::Entered, "Correct it"},
    };
    return words;
}

/// What differs between two profiles.
QSet<Subject> difference(core::ServerProfile a, core::ServerProfile b)
{
    QSet<Subject> found;
    const auto look = [&](Subject subject, auto core::ServerProfile::*field) {
        if (a.*field != b.*field) {
            found.insert(subject);
            a.*field = b.*field;
        }
    };
    if (a.security != b.security) {
        found.insert(Subject::Encryption);
        a.port = b.port;
        // The permission goes with it: that is a choice of its own.
        a.allowPlaintextPassword = b.allowPlaintextPassword;
        a.security = b.security;
    }
    look(Subject::Encryption, &core::ServerProfile::port);
    look(Subject::Host, &core::ServerProfile::host);
    look(Subject::Certificate, &core::ServerProfile::pinnedSha256);
    look(Subject::OldTls, &core::ServerProfile::allowOldTls);
    look(Subject::Proxy, &core::ServerProfile::proxy);
    look(Subject::Method, &core::ServerProfile::method);
    look(Subject::ClearPassword, &core::ServerProfile::allowPlaintextPassword);
    if (a.pop.pinnedSha256 != b.pop.pinnedSha256) {
        found.insert(Subject::Certificate);
        a.pop.pinnedSha256 = b.pop.pinnedSha256;
    }
    if (a.pop.host != b.pop.host) {
        found.insert(Subject::Host);
        a.pop.host = b.pop.host;
    }
    look(Subject::Pop, &core::ServerProfile::pop);
    if (a != b) {
        found.insert(Subject::Entered); // none of those: no remedy may do that
    }
    return found;
}

} // namespace

void CauseTableTest::rows_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < rows().size(); ++i) {
        QTest::newRow(rows()[i].verdict.id) << i;
    }
}

void CauseTableTest::idsAreUniqueKebabCase()
{
    static const QRegularExpression kebab(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    QSet<QString> seen;
    for (const CauseRow &row : rows()) {
        const QString id = QString::fromUtf8(row.verdict.id);
        QVERIFY2(kebab.match(id).hasMatch(), row.verdict.id);
        QVERIFY2(!seen.contains(id), row.verdict.id);
        seen.insert(id);
    }
}

/// Each is spoken of by a row: what a reply may mean has words.
void CauseTableTest::everyClassHasARow()
{
    QSet<diagnosis::CauseClass> classes;
    for (const CauseRow &row : rows()) {
        classes.insert(row.verdict.causeClass);
    }
    for (int number = 0; number <= int(diagnosis::CauseClass::ClientCertificate); ++number) {
        const auto one = diagnosis::CauseClass(number);
        QVERIFY2(classes.contains(one), diagnosis::causeClassName(one).data());
        QCOMPARE(diagnosis::causeClassNamed(diagnosis::causeClassName(one)), one);
    }
}

void CauseTableTest::textsKeepTheManners()
{
    for (const char *source : {rowOfTag().sentence, rowOfTag().advice}) {
        const QString text = QString::fromUtf8(source);
        QVERIFY2(text.size() > 5 && text.size() <= 200, source);
        QVERIFY2(text.endsWith(u'.') && !text.contains(u'!'), source);
        QVERIFY2(text.front().isUpper() || text.front() == u'{', source);
    }
}

void CauseTableTest::adviceNamesItsSubjects()
{
    const CauseRow &row = rowOfTag();
    for (const auto &[subject, words] : subjectWords()) {
        const QRegularExpression pattern(QString::fromUtf8(words),
                                         QRegularExpression::CaseInsensitiveOption);
        if (speaksOf(row, subject)) {
            QVERIFY2(pattern.match(QString::fromUtf8(row.advice)).hasMatch(), words);
        }
    }
}

void CauseTableTest::remediesFitTheAdvice()
{
    const CauseRow &row = rowOfTag();
    for (const Action action : actionsOf(row)) {
        QVERIFY2(speaksOf(row, diagnosis::touchedBy(action)),
                 qPrintable(diagnosis::actionNames(std::array{action}).value(0)));
    }
}

/// Each remedy of each case changes or shows what its action says, and nothing else.
void CauseTableTest::remediesTouchNothingElse()
{
    QSet<Action> seen;
    for (const CauseCase &one : causeCases()) {
        const core::ServerProfile profile = one.profile.host.isEmpty() ? server() : one.profile;
        const diagnosis::Case c(one.facts, profile, one.goal);
        for (const CauseRow &row : rows()) {
            if (QLatin1StringView(row.verdict.id) != QLatin1StringView(one.id)) {
                continue;
            }
            for (const Action action : actionsOf(row)) {
                const Action single[]{action};
                for (const diagnosis::Remedy &remedy : diagnosis::offered(single, c, {})) {
                    seen.insert(action);
                    const bool ofField = remedy.kind == diagnosis::Remedy::Kind::LookAt ||
                                         remedy.kind == diagnosis::Remedy::Kind::TakeSignatureOff;
                    const QSet<Subject> expected =
                        ofField ? QSet<Subject>() : QSet<Subject>{diagnosis::touchedBy(action)};
                    QVERIFY2((difference(profile, remedy.profile) - expected).isEmpty(), one.name);
                }
            }
        }
    }
    QVERIFY(seen.size() > 20);
}

void CauseTableTest::theRestAgrees()
{
    using diagnosis::Again;
    using diagnosis::Exit;
    using diagnosis::Whose;

    const CauseRow::Verdict &verdict = rowOfTag().verdict;
    // Only a cause that needs no mending has no one with whom it lies.
    QCOMPARE(verdict.whose == Whose::Nobody,
             verdict.exit == Exit::Okay || verdict.exit == Exit::Interrupted);
    // "Try again" without more is for what goes away by itself.
    QVERIFY(verdict.exit != Exit::TryAgain || verdict.again == Again::Later);
    // Where the button is to be pressed first, waiting alone does not help.
    QVERIFY(verdict.whose != Whose::Person || verdict.again == Again::AfterChange);
}

void CauseTableTest::everyRuleHasARow()
{
    QSet<QString> ids;
    for (const CauseRow &row : rows()) {
        ids.insert(QString::fromUtf8(row.verdict.id));
    }
    QSet<QString> recognised;
    for (const diagnosis::Rule &rule : diagnosis::rules()) {
        QVERIFY2(ids.contains(QString::fromUtf8(rule.cause)), rule.cause);
        recognised.insert(QString::fromUtf8(rule.cause));
        QVERIFY2(rule.when.front().kind != diagnosis::When::Kind::Never, rule.cause);
        for (const diagnosis::When &when : rule.when) {
            const bool wordsAreLower = !when.text || QByteArray(when.text).toLower() == when.text;
            QVERIFY2(wordsAreLower, rule.cause); // compared with the reply in lower case
        }
    }
    QCOMPARE(recognised, ids);
    QVERIFY(diagnosis::rules().back().when.front().kind == diagnosis::When::Kind::Always);
}

PROSERPINA_TEST(CauseTableTest)
#include "tst_causetable.moc"
