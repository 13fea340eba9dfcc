// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <variant>

namespace cli
{

/// tr() for what is no QObject, in the context "cli". Texts of tables are marked with
/// QT_TRANSLATE_NOOP("cli", ...).
class Text
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// sysexits.h
inline constexpr int usageExit = 64;
inline constexpr int badInputExit = 65;
inline constexpr int unknownHostExit = 68;
inline constexpr int unavailableExit = 69;
inline constexpr int outputExit = 74;
inline constexpr int cancelledExit = 130;

/// What was wrong on the command line, in one or two sentences.
struct UsageError
{
    QString message;
    int exitCode = usageExit;
    QString advice = {}; // what to do, where --help does not tell
};

/// What stands on the command line, or what is wrong with it.
template <typename T> using Parsed = std::variant<T, UsageError>;

/// The candidate nearest to a mistyped word (Damerau-Levenshtein distance), or nothing where none
/// is near.
QString nearest(const QString &word, const QStringList &candidates);
/// " Did you mean NAME?", to stand behind a sentence; empty where none is near.
QString didYouMean(const QString &word, const QStringList &candidates);

/// Says that the option does not take that value, and which one is near.
UsageError notOneOf(const QString &option, const QString &value, const QStringList &values);

/// The word an option takes for what a person writes there, as servers, providers and other
/// programs do: in capitals, "SSL/TLS" for smtps, "PLAIN" for plain1. Another word stays as it is.
QString wordMeant(const QString &option, const QString &typed);

} // namespace cli
