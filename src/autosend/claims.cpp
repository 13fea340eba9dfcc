// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: .proserpina/ID/origin holds where the file was, and is on the disk before the file
// is renamed to .proserpina/ID/file/NAME; so a claim always knows its way back. A rename within a
// folder is one step, and RENAME_NOREPLACE never overwrites. Whoever has a claim holds a lock on
// its folder, which the kernel gives back when the program ends, however it does. Folders are
// opened one below the other without following links, so nobody can turn a path aside meanwhile.
// What a program leaves that ends before the file has come or after it has gone is cleared away by
// whoever asks for that claim next.
#include "autosend/claims.h"

#include "autosend/filelook.h"
#include "autosend/naming.h"
#include "core/systemtext.h"
#include "files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace autosend
{

namespace
{

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr auto originName = "origin";
constexpr auto fileFolder = "file";
constexpr int mostNumbers = 100; // then a name that nobody has
constexpr qsizetype longestExtension = 50;
constexpr qsizetype longestName = 255; // octets

/// A descriptor that closes itself.
class Folder
{
public:
    explicit Folder(int descriptor)
        : m_descriptor(descriptor)
    {}
    Folder(Folder &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    ~Folder()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Folder &operator=(Folder &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

core::Error failed(int error)
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "The file cannot be moved: %1."), {qt_error_string(error)}});
}

/// `below` the root, step by step; makes what is missing, if that is wanted.
Folder openFolder(int root, const QByteArrayList &below, bool make)
{
    Folder folder(::fcntl(root, F_DUPFD_CLOEXEC, 0));
    for (const QByteArray &name : below) {
        if (make && ::mkdirat(folder.get(), name.constData(), 0700) != 0 && errno != EEXIST) {
            return Folder(-1);
        }
        Folder next(::openat(folder.get(), name.constData(), folderFlags));
        if (!next.isOpen()) {
            return next;
        }
        folder = std::move(next);
    }
    return folder;
}

QByteArrayList partsOf(const QString &path)
{
    return core::toSystem(path).split('/');
}

/// False with errno EEXIST where the name is taken.
bool moveWithoutReplacing(int from, const QByteArray &oldName, int to, const QByteArray &newName)
{
    return ::renameat2(from, oldName.constData(), to, newName.constData(), RENAME_NOREPLACE) == 0;
}

bool moveOutWithoutReplacing(int from, const QByteArray &oldName, int to, const QByteArray &newName)
{
    if (moveWithoutReplacing(from, oldName, to, newName)) {
        return true;
    }
    // File systems that do not know that have links, mostly. The file then has two names for a
    // moment; the one of the claim is the one that counts.
    return errno == EINVAL &&
           ::linkat(from, oldName.constData(), to, newName.constData(), 0) == 0 &&
           ::unlinkat(from, oldName.constData(), 0) == 0;
}

/// No longer than that, and no UTF-8 character cut through.
QByteArray cut(const QByteArray &octets, qsizetype longest)
{
    qsizetype end = std::clamp<qsizetype>(longest, 0, octets.size());
    while (end > 0 && end < octets.size() && (octets[end] & 0xC0) == 0x80) {
        --end;
    }
    return octets.first(end);
}

/// "a.pdf" -> "a (2).pdf"
QByteArray numbered(const QByteArray &name, int number)
{
    if (number == 1) {
        return name;
    }
    const qsizetype dot = name.lastIndexOf('.');
    const bool hasExtension = dot > 0 && name.size() - dot <= longestExtension;
    const QByteArray extension = hasExtension ? name.mid(dot) : QByteArray();
    const QByteArray mark =
        " (" +
        (number < mostNumbers ? QByteArray::number(number)
                              : QUuid::createUuid().toByteArray(QUuid::WithoutBraces)) +
        ')';
    return cut(name.chopped(extension.size()), longestName - mark.size() - extension.size()) +
           mark + extension;
}

bool writeFile(int folder, const char *name, const QByteArray &content)
{
    const int file =
        ::openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
    const bool written = files::writeAll(file, content) && ::fsync(file) == 0;
    return ::close(file) == 0 && written;
}

QByteArray readFile(int folder, const char *name)
{
    QByteArray content(4096, Qt::Uninitialized);
    const int file = ::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat info = {};
    const bool isPlain = file >= 0 && ::fstat(file, &info) == 0 && S_ISREG(info.st_mode);
    const ssize_t octets =
        !isPlain ? -1 : ::read(file, content.data(), static_cast<size_t>(content.size()));
    if (file >= 0) {
        ::close(file);
    }
    return octets < 0 ? QByteArray() : content.first(octets);
}

QByteArrayList claimFolder(const QString &id)
{
    return {QByteArray(claimsFolder.data(), claimsFolder.size()), core::toSystem(id)};
}

/// What is left of a claim without its file.
void clearAway(int root, const QString &id)
{
    const Folder claims = openFolder(root, {claimFolder({}).constFirst()}, false);
    const Folder claim = openFolder(root, claimFolder(id), false);
    if (claim.isOpen()) {
        ::unlinkat(claim.get(), fileFolder, AT_REMOVEDIR); // not where the file still lies
        if (::faccessat(claim.get(), fileFolder, F_OK, AT_SYMLINK_NOFOLLOW) != 0) {
            ::unlinkat(claim.get(), originName, 0);
            ::unlinkat(claims.get(), core::toSystem(id).constData(), AT_REMOVEDIR);
        }
    }
    ::unlinkat(root, claimFolder({}).constFirst().constData(), AT_REMOVEDIR); // the last one's
}

/// A way down from a folder, and nowhere else.
bool leadsDown(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return std::ranges::none_of(parts, [](const QString &part) {
        return part.isEmpty() || part == u"."_s || part == u".."_s;
    });
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

QByteArrayList foldersOf(const QString &below)
{
    return below.isEmpty() ? QByteArrayList() : partsOf(below);
}

} // namespace

Claims::Claims(const QString &folder)
    : m_folder(QDir::cleanPath(folder))
    , m_root(::open(core::toSystem(m_folder).constData(), folderFlags))
{}

Claims::~Claims()
{
    for (const int claim : std::as_const(m_held)) {
        ::close(claim);
    }
    if (m_root >= 0) {
        ::close(m_root);
    }
}

QString Claims::pathOf(const Claim &claim) const
{
    return QStringList{m_folder, QString(claimsFolder), claim.id, QString::fromLatin1(fileFolder),
                       nameOf(claim.path)}
        .join(u'/');
}

/// False: another program has it.
bool Claims::hold(const QString &id)
{
    Folder place = openFolder(m_root, claimFolder(id), false);
    if (!place.isOpen() || ::flock(place.get(), LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    m_held.insert(id, place.release());
    return true;
}

void Claims::end(const QString &id)
{
    clearAway(m_root, id);
    if (const auto held = m_held.constFind(id); held != m_held.cend()) {
        ::close(*held);
        m_held.erase(held);
    }
}

/// Its program ended just before it moved the file in, or just after it moved it out.
void Claims::clearAwayEmpty(const QString &id)
{
    if (!leadsDown(id)) {
        return;
    }
    const auto files = entriesOf(
        QStringList{m_folder, QString(claimsFolder), id, QString::fromLatin1(fileFolder)}.join(
            u'/'));
    const bool isEmpty = files ? files->isEmpty() : errno == ENOENT;
    if (isEmpty && hold(id)) {
        end(id); // but for a file that has come meanwhile
    }
}

core::Result<Claim> Claims::claim(const QString &path, const Snapshot &seen)
{
    const Claim claim{QUuid::createUuid().toString(QUuid::WithoutBraces), path};
    const QByteArray name = core::toSystem(nameOf(path));
    const auto giveUp = [this, &claim](int error) {
        end(claim.id);
        return failed(error);
    };
    const Folder from = openFolder(m_root, foldersOf(folderOf(path)), false);
    if (!from.isOpen() || !leadsDown(path)) {
        return failed(from.isOpen() ? EINVAL : errno);
    }
    // Twice, since another program may just take the empty folder away.
    Folder place = openFolder(m_root, claimFolder(claim.id), true);
    place = place.isOpen() ? std::move(place) : openFolder(m_root, claimFolder(claim.id), true);
    if (!place.isOpen() || !hold(claim.id)) {
        return giveUp(errno);
    }
    const Folder file = openFolder(place.get(), {fileFolder}, true);
    if (!file.isOpen() || !writeFile(place.get(), originName, core::toSystem(path)) ||
        ::fsync(place.get()) != 0) {
        return giveUp(errno);
    }
    // Into a folder that only we have: there a plain rename replaces nothing either.
    if (!moveWithoutReplacing(from.get(), name, file.get(), name) &&
        (errno != EINVAL ||
         ::renameat(from.get(), name.constData(), file.get(), name.constData()) != 0)) {
        return giveUp(errno);
    }
    // Nobody opens it by its old name any more; who has it open still writes into it.
    if (lookAt(pathOf(claim)) == seen && !isBeingWritten(pathOf(claim))) {
        return claim;
    }
    if (const auto back = giveBack(claim); !back) {
        return back.error();
    }
    return core::badInput(QT_TRANSLATE_NOOP("core", "The file has changed just now."));
}

void Claims::release(const Claim &claim)
{
    if (const auto held = m_held.constFind(claim.id); held != m_held.cend()) {
        ::close(*held);
        m_held.erase(held);
    }
}

QStringList Claims::ids() const
{
    QStringList ids;
    for (const Entry &one : entriesOf(m_folder + u'/' + claimsFolder).value_or(QList<Entry>())) {
        if (one.kind == Entry::Kind::Folder) {
            ids.append(one.name);
        }
    }
    return ids;
}

std::optional<Claim> Claims::take(const QString &id)
{
    clearAwayEmpty(id);
    const Folder place = openFolder(m_root, claimFolder(id), false);
    const Claim claim{id, core::fromSystem(readFile(place.get(), originName))};
    // What stands there may have come with somebody's archive.
    if (!leadsDown(id) || !leadsDown(claim.path) || !lookAt(pathOf(claim)) || !hold(id)) {
        return {};
    }
    if (!lookAt(pathOf(claim))) { // another program has just dealt with it
        release(claim);
        return {};
    }
    return claim;
}

core::Result<QString> Claims::moveFile(const QByteArrayList &from, const QByteArray &name,
                                       const QString &below)
{
    const Folder source = openFolder(m_root, from, false);
    const Folder to = source.isOpen() ? openFolder(m_root, foldersOf(below), true) : Folder(-1);
    if (!source.isOpen() || !to.isOpen()) {
        return failed(errno);
    }
    for (int number = 1; number <= mostNumbers; ++number) {
        const QByteArray next = numbered(name, number);
        if (moveOutWithoutReplacing(source.get(), name, to.get(), next)) {
            const QString moved = core::fromSystem(next);
            return below.isEmpty() ? moved : below + u'/' + moved;
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return failed(errno);
}

core::Result<QString> Claims::moveTo(const Claim &claim, const QString &below)
{
    const auto moved = moveFile(claimFolder(claim.id) + QByteArrayList{fileFolder},
                                core::toSystem(nameOf(claim.path)), below);
    if (moved) {
        end(claim.id);
    }
    return moved;
}

core::Result<QString> Claims::moveOnToSent(const QString &path)
{
    return leadsDown(path) ? moveFile(foldersOf(folderOf(path)), core::toSystem(nameOf(path)),
                                      QString(sentFolder))
                           : failed(EINVAL);
}

core::Result<QString> Claims::giveBack(const Claim &claim)
{
    return moveTo(claim, folderOf(claim.path));
}

core::Result<QString> Claims::moveToSent(const Claim &claim)
{
    return moveTo(claim, QString(sentFolder));
}

core::Result<QString> Claims::moveToFailed(const Claim &claim, const QString &why)
{
    const auto moved = moveTo(claim, QString(failedFolder));
    if (!moved) {
        return moved;
    }
    const Folder failedOnes = openFolder(m_root, foldersOf(QString(failedFolder)), false);
    const QByteArray name = cut(core::toSystem(nameOf(*moved)), longestName - 4) + ".txt";
    for (int number = 1; number <= mostNumbers; ++number) {
        if (writeFile(failedOnes.get(), numbered(name, number).constData(), why.toUtf8() + '\n')) {
            return moved;
        }
        if (errno != EEXIST) {
            break; // the file is where it belongs all the same
        }
    }
    return moved;
}

core::Result<bool> Claims::remove(const Claim &claim)
{
    const QByteArray name = core::toSystem(nameOf(claim.path));
    const Folder from =
        openFolder(m_root, claimFolder(claim.id) + QByteArrayList{fileFolder}, false);
    if (!from.isOpen() || ::unlinkat(from.get(), name.constData(), 0) != 0) {
        return failed(errno);
    }
    end(claim.id);
    return true;
}

} // namespace autosend
