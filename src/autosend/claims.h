// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/candidates.h"
#include "core/result.h"

#include <QByteArrayList>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace autosend
{

/// A file that is being mailed, taken out of everybody's way.
struct Claim
{
    QString id;
    QString path; // below the folder, where it was
};

/// The files of one folder that are being mailed: each lies, until that is over, in a hidden folder
/// inside it, where no second program and no second rule finds it. Nothing is ever overwritten, no
/// link followed; whatever happens to the program, a file is either where it was, or one of ids().
/// Synchronous; any one thread. Errors are whole sentences.
class Claims
{
public:
    /// The folder is there.
    explicit Claims(const QString &folder);
    ~Claims();
    Q_DISABLE_COPY_MOVE(Claims)

    /// Error: it has gone or changed since it was seen like that, somebody has it open for writing,
    /// or it may not be moved; it is where it was then, or, where that fails, one of left().
    core::Result<Claim> claim(const QString &path, const Snapshot &seen);
    /// Where to read it meanwhile.
    [[nodiscard]] QString pathOf(const Claim &claim) const;
    /// Its file stays out of the way; whoever takes it next deals with it.
    void release(const Claim &claim);
    /// Those there are, whoever has them; of any of them take() may give nothing.
    [[nodiscard]] QStringList ids() const;
    /// One that nobody has, or whose program has ended; it is this one's now.
    std::optional<Claim> take(const QString &id);

    // Each ends the claim. Value: what the file is called now, below the folder; another name where
    // its own is taken.

    core::Result<QString> giveBack(const Claim &claim);
    core::Result<QString> moveToSent(const Claim &claim);
    /// `why` stands beside it as a text file.
    core::Result<QString> moveToFailed(const Claim &claim, const QString &why);
    /// The file is deleted.
    core::Result<bool> remove(const Claim &claim);

    /// A file that has no claim any more, `path` below the folder, as in failed/, goes to sent/.
    core::Result<QString> moveOnToSent(const QString &path);

private:
    core::Result<QString> moveTo(const Claim &claim, const QString &below);
    core::Result<QString> moveFile(const QByteArrayList &from, const QByteArray &name,
                                   const QString &below);

    void clearAwayEmpty(const QString &id);
    bool hold(const QString &id);
    void end(const QString &id);

    const QString m_folder;
    const int m_root;           // descriptor; negative: the folder cannot be opened
    QHash<QString, int> m_held; // descriptors of claims, locked while this lives
};

} // namespace autosend
