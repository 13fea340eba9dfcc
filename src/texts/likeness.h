// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>

namespace texts
{

/// What a program (app/learn) has drawn from replies whose cause is known: how much each trait
/// speaks for each cause. Multinomial logistic regression; a trait's value is its rarity, and all
/// values of a text together have the length 1.
struct Knowledge
{
    std::span<const char *const> causes;   // their stable names
    std::span<const float> leanings;       // of each cause, before anything is known of a text
    std::span<const std::uint32_t> traits; // numberOf(), rising
    std::span<const float> rarities;       // of each trait
    std::span<const std::uint32_t> starts; // of each trait's weights, and the end
    std::span<const std::uint8_t> owners;  // the cause of each weight
    std::span<const std::int8_t> weights;  // times `unit`
    float unit = 0;
};

/// One cause that a text may have.
struct Likeness
{
    QString cause;
    double share = 0;  // how likely, of 1
    QStringList words; // the traits that speak most for it
};

/// The causes that replies like this one had, the likeliest first; those under one in a hundred
/// are left out. Nothing if none of the traits is known.
QList<Likeness> likenesses(const QStringList &traits, const Knowledge &knowledge);

/// Whether a known reply has this trait.
bool isKnown(const QString &trait, const Knowledge &knowledge);

} // namespace texts
