// SPDX-License-Identifier: GPL-3.0-or-later
// Run while the program is built: draws from texts whose cause is known what a new text can be
// compared with, and writes it as C++.
//
//     learnreplies OUT.cpp TEXTS.tsv...
//
// A file has a header line that names its columns; "stage", "cause" and "reply" are read. Where it
// has a column "half", rows that are not "learn" are left out.
#include "learner.h"
#include "texts/excerpt.h"
#include "texts/traits.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace
{

struct KnownText
{
    std::optional<core::Stage> stage;
    QString cause;
    QString text;
};

/// False if the file cannot be read or has not the columns.
bool read(const QString &path, std::vector<KnownText> &texts)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u'\t');
    if (!names.contains(u"stage"_s) || !names.contains(u"cause"_s) || !names.contains(u"reply"_s)) {
        return false;
    }
    const qsizetype half = names.indexOf(u"half"_s);
    for (const QString &line : lines.sliced(1)) {
        const QStringList row = line.split(u'\t');
        if (half >= 0 && row.value(half) != "learn"_L1) {
            continue;
        }
        QString text = row.value(names.indexOf(u"reply"_s));
        texts.push_back({core::stageOfWord(row.value(names.indexOf(u"stage"_s))),
                         row.value(names.indexOf(u"cause"_s)), text.replace("\\n"_L1, "\n"_L1)});
    }
    return true;
}

/// As a program shows it that leaves the codes out.
QString withoutCodes(QString text)
{
    static const QRegularExpression codes(
        u"(?<=^|\\n)\\s*[1-5]\\d\\d[ -]?|\\(?#?\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b\\)?"_s);
    return text.remove(codes);
}

/// As `explain` reads it where it is told that stage, or none.
Example exampleOf(const QString &text, std::optional<core::Stage> told, const QString &cause)
{
    const texts::Excerpt excerpt = texts::excerptOf(text);
    const std::optional<core::Stage> stage = told ? told : excerpt.stage;
    Example example;
    for (const QString &trait : texts::traitsOf(
             texts::Wording(excerpt.reply.isEmpty() ? excerpt.words : excerpt.reply), stage)) {
        example.traits.push_back(texts::numberOf(trait));
    }
    std::sort(example.traits.begin(), example.traits.end());
    example.cause = cause.toStdString();
    return example;
}

QByteArray number(float value)
{
    return QByteArray::number(value, 'e', 4);
}

template <typename Integer> QByteArray number(Integer value)
{
    return QByteArray::number(value);
}

template <typename Value>
QByteArray listed(const char *type, const char *name, const std::vector<Value> &values)
{
    const char *const suffix = std::is_floating_point_v<Value> ? "F," : ",";
    QByteArray out = "constexpr "_ba + type + ' ' + name + "[] = {";
    for (size_t i = 0; i < values.size(); ++i) {
        out += (i % 20 == 0 ? "\n" : "");
        out += number(values[i]) + suffix;
    }
    return out + "};\n";
}

QByteArray written(const Learnt &learnt)
{
    QByteArray names = "constexpr const char *causes[] = {\n"_ba;
    for (const std::string &cause : learnt.causes) {
        names += "\"" + QByteArray::fromStdString(cause) + "\",\n";
    }
    return "// Written by learnreplies.\n#include \"diagnosis/knowledge.h\"\n\nnamespace\n{\n"_ba +
           names + "};\n" + listed("float", "leanings", learnt.leanings) +
           listed("std::uint32_t", "traits", learnt.traits) +
           listed("float", "rarities", learnt.rarities) +
           listed("std::uint32_t", "starts", learnt.starts) +
           listed("std::uint8_t", "owners", learnt.owners) +
           listed("std::int8_t", "weights", learnt.weights) +
           "} // namespace\n\nconst texts::Knowledge &diagnosis::knowledge()\n{\n"
           "    static constexpr texts::Knowledge all{causes, leanings, traits, rarities, starts, "
           "owners, weights, " +
           number(learnt.unit) + "F};\n    return all;\n}\n";
}

} // namespace

int main(int argc, char *argv[])
{
    std::vector<KnownText> known;
    for (int i = 2; i < argc; ++i) {
        if (!read(QString::fromLocal8Bit(argv[i]), known)) {
            std::fprintf(stderr, "cannot read texts from %s\n", argv[i]);
            return 1;
        }
    }
    constexpr qsizetype aLine = 80;
    std::vector<Example> examples;
    for (const KnownText &one : known) {
        examples.push_back(exampleOf(one.text, one.stage, one.cause));
        examples.push_back(exampleOf(one.text, {}, one.cause)); // as pasted without its stage
        examples.push_back(exampleOf(withoutCodes(one.text), one.stage, one.cause));
        if (one.text.size() > aLine) {
            const QString part = one.text.left(aLine); // and cut off, without half a word
            examples.push_back(exampleOf(part.left(part.lastIndexOf(u' ')), one.stage, one.cause));
        }
    }
    QFile out(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const QByteArray source = written(learn(examples));
    if (!out.open(QIODevice::WriteOnly) || out.write(source) != source.size() || !out.flush()) {
        std::fprintf(stderr, "cannot write %s\n", argc > 1 ? argv[1] : "without a name");
        return 1;
    }
    return 0;
}
