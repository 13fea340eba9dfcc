// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/folderfacts.h"

#include "autosend/naming.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autosend
{

FolderFacts factsOf(const QString &folder)
{
    FolderFacts facts;
    facts.path = QFileInfo(folder).canonicalFilePath();
    struct stat info = {};
    if (facts.path.isEmpty() || ::stat(QFile::encodeName(facts.path).constData(), &info) != 0) {
        return {};
    }
    facts.isFolder = S_ISDIR(info.st_mode);
    facts.isOurs = info.st_uid == ::geteuid();
    // A group with the user's own number is theirs alone, as most systems make them.
    const bool groupIsOurs = info.st_gid == info.st_uid;
    facts.mayOthersWrite = (info.st_mode & (groupIsOurs ? 0002U : 0022U)) != 0;
    return facts;
}

core::Text objectionTo(const FolderFacts &folder, const QString &home,
                       const QList<core::AutosendRule> &others)
{
    if (folder.path.isEmpty()) {
        return QT_TRANSLATE_NOOP("core", "There is no such folder.");
    }
    if (!folder.isFolder) {
        return QT_TRANSLATE_NOOP("core", "That is a file, not a folder.");
    }
    if (folder.path == u"/"_s) {
        return QT_TRANSLATE_NOOP("core", "That is the whole computer. Choose a folder of its own.");
    }
    const QString path = folder.path + u'/';
    const QString homePath = QDir::cleanPath(home) + u'/';
    if (homePath.startsWith(path)) {
        return QT_TRANSLATE_NOOP("core", "Your home folder is in there: all your files would be "
                                         "mailed. Choose a folder of its own.");
    }
    for (const core::AutosendRule &other : others) {
        const QString theirs = QDir::cleanPath(other.folder) + u'/';
        for (const QLatin1StringView own : {sentFolder, failedFolder}) {
            if (path.startsWith(theirs + own + u'/')) {
                return {QT_TRANSLATE_NOOP("core", "Files that another rule has dealt with lie in "
                                                  "there, in %1."),
                        {QString(theirs + own)}};
            }
        }
    }
    return {};
}

core::Text riskOf(const FolderFacts &folder)
{
    if (folder.path.isEmpty()) {
        return {};
    }
    if (!folder.isOurs) {
        return QT_TRANSLATE_NOOP("core", "That folder belongs to somebody else: whatever they put "
                                         "there is mailed in your name.");
    }
    return folder.mayOthersWrite
               ? core::Text(QT_TRANSLATE_NOOP("core", "Others may write to that folder: whatever "
                                                      "they put there is mailed in your name."))
               : core::Text();
}

} // namespace autosend
