// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/candidates.h"
#include "core/autosendrule.h"
#include "core/result.h"
#include "core/text.h"
#include "submission/background.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <stop_token>

namespace service
{

class Delivery;
class Rules;

/// A file that lies in a rule's folder, and what the rule does with it.
struct LyingFile
{
    enum class Fate
    {
        Goes,
        Known,      // it was mailed from there, or is to stay
        OfAnother,  // an earlier rule takes it
        NotWanted,  // no pattern is for it
        PassedOver, // hidden, or some program's temporary file
        Empty,
        Open, // somebody writes it
        Unreadable,
        NoFile, // a link, a pipe, a device
    };

    QString path; // below the rule's folder
    autosend::Snapshot snapshot;
    Fate fate = Fate::Goes;

    bool operator==(const LyingFile &) const = default;
};

/// Why it does not go; empty: it does.
core::Text reasonOf(LyingFile::Fate fate);

/// Those that are mailed now or once somebody is done with them.
QList<LyingFile> mailable(const QList<LyingFile> &files);

/// Looks what would be mailed, without doing it, and says of single files that they are not to be.
/// Lives in the main thread; answers come later, from the event loop, and not at all once `context`
/// is gone.
class Survey final : public QObject
{
    Q_OBJECT

public:
    /// They outlive this.
    Survey(Rules &rules, Delivery &delivery, QObject *parent = nullptr);
    ~Survey() override;

    using Found = std::function<void(const QList<LyingFile> &)>;
    /// Of a rule that need not be saved, in the order of their paths; temporary files are told,
    /// what lies in sent/ and failed/ is not.
    void start(const core::AutosendRule &rule, QObject *context, const Found &found);
    using Done = std::function<void(const core::Result<bool> &)>;
    /// They stay where they are, and are not mailed as they are now.
    void leaveAsOld(const core::AutosendRule &rule, const QList<LyingFile> &files, QObject *context,
                    const Done &done);

private:
    Rules &m_rules;
    Delivery &m_delivery;
    submission::Background m_background;
    std::stop_source m_stop;
};

} // namespace service
