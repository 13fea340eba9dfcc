// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the outbox tells which files are not dealt with as what became of their mail.
// Whoever sees it first takes the file's claim, moves the file, and writes down where it lies.
//
// After a crash between the two the claim is gone and the row is not written: then the file is
// looked for where it would have gone. A file that comes back is the exception: the row is written
// first, since without it the file would be mailed anew. Where that is as far as it got, RuleTaking
// finds the claim at its start. What another program has in hand, or cannot be moved now, is looked
// at again every few seconds: nobody tells when that is over.
#include "service/fileending.h"

#include "autosend/claims.h"
#include "autosend/filelook.h"
#include "autosend/naming.h"
#include "service/delivery.h"
#include "service/mailfacts.h"
#include "service/mailwords.h"
#include "service/rules.h"
#include "service/servers.h"

#include <utility>

using namespace Qt::StringLiterals;
using outbox::EndedFile;
using outbox::FileResult;

namespace service
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(100);
constexpr auto retryTime = std::chrono::seconds(5);
constexpr int atOnce = 100;

QString absolute(const outbox::MailedFile &file, const QString &path)
{
    return path.isEmpty() ? QString() : file.folder + u'/' + path;
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool liesAt(const outbox::MailedFile &file, const QString &place)
{
    const auto there = autosend::lookAt(place);
    return there && there->octets == file.octets && there->changed == file.changed;
}

/// Where a crash has left it; empty: nobody knows.
QString placeAfterCrash(const outbox::MailedFile &file)
{
    for (const QLatin1StringView folder : {autosend::sentFolder, autosend::failedFolder}) {
        const QString place = absolute(file, folder + u'/' + nameOf(file.path));
        if (liesAt(file, place)) {
            return place;
        }
    }
    return {};
}

} // namespace

FileEnding::FileEnding(Rules &rules, Servers &servers, Delivery &delivery, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_servers(servers)
    , m_delivery(delivery)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(restTime);
    connect(&m_soon, &QTimer::timeout, this, &FileEnding::ask);
    m_later.setSingleShot(true);
    m_later.setInterval(retryTime);
    connect(&m_later, &QTimer::timeout, this, &FileEnding::look);
    connect(&delivery, &Delivery::changed, this, &FileEnding::look);
}

void FileEnding::look()
{
    if (m_isBusy) {
        m_again = true;
    } else if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void FileEnding::ask()
{
    m_isBusy = true;
    m_again = m_again && m_after > 0; // a pass that begins sees all
    const auto find = [after = m_after](outbox::Outbox &outbox) {
        QList<Found> found;
        for (const outbox::MailedFile &file : outbox.unendedFiles(after, atOnce).valueOr({})) {
            const auto mail = file.mail ? outbox.mail(*file.mail).valueOr({}) : std::nullopt;
            found.append({file, mail});
        }
        return found;
    };
    m_delivery.read(this, find, [this](const QList<Found> &found) { onFound(found); });
}

/// Out of its claim to where it was: a file that was stopped, or whose rule leaves files now.
bool FileEnding::goesBack(const Task &task)
{
    const outbox::MailedFile &file = task.file;
    const bool stays =
        file.state == FileResult::Sent && task.afterwards == core::AutosendRule::Afterwards::Leave;
    return !file.claim.isEmpty() && file.place.isEmpty() &&
           (stays || file.state == FileResult::Stopped);
}

FileEnding::Task FileEnding::taskOf(const Found &found) const
{
    Task task;
    task.file = found.file;
    if (const auto rule = m_rules.rule(found.file.rule)) {
        task.afterwards = rule->afterwards;
    }
    QStringList lines{found.file.why};
    if (found.mail) {
        const MailWords words = wordsOf(*found.mail, m_servers);
        lines += {words.why.isEmpty() ? words.stateText : words.why, words.advice};
        lines += factsOf(*found.mail);
    }
    lines.removeAll(QString());
    task.why = lines.join(u'\n');
    return task;
}

void FileEnding::onFound(const QList<Found> &found)
{
    m_hasMore = found.size() == atOnce;
    m_after = m_hasMore ? found.constLast().file.id : 0;
    QList<Task> tasks;
    QList<EndedFile> back; // written down before they are moved
    for (const Found &one : found) {
        tasks.append(taskOf(one));
        if (goesBack(tasks.constLast())) {
            back.append({one.file.id, one.file.state, absolute(one.file, one.file.path), true});
        }
    }
    if (back.isEmpty()) {
        begin(tasks);
        return;
    }
    m_delivery.read(
        this, [back](outbox::Outbox &outbox) { return outbox.endFiles(back); },
        [this, tasks](const core::Result<bool> &written) {
            begin(written ? tasks : QList<Task>());
        });
}

void FileEnding::begin(const QList<Task> &tasks)
{
    m_background.run(
        this,
        [tasks] {
            Moved moved;
            for (const Task &task : tasks) {
                if (const auto one = endOf(task)) {
                    moved.ended.append(*one);
                } else if (task.file.state != FileResult::Going) {
                    moved.hasLeft = moved.hasLeft || autosend::idOfFolder(task.file.folder);
                }
            }
            return moved;
        },
        [this](const Moved &moved) { onMoved(moved); });
}

/// Nothing: another program has it in hand, or it cannot be moved now.
std::optional<EndedFile> FileEnding::endOf(const Task &task)
{
    const outbox::MailedFile &file = task.file;
    if (!file.claim.isEmpty() && file.place.isEmpty()) {
        return file.state == FileResult::Going ? std::nullopt : endOfClaim(task);
    }
    EndedFile ended{file.id, file.state, file.place};
    const QString sentOnes = file.folder + u'/' + autosend::sentFolder + u'/';
    const bool goesOn = file.state == FileResult::Sent && !file.claim.isEmpty() &&
                        !file.place.startsWith(sentOnes) && liesAt(file, file.place) &&
                        task.afterwards != core::AutosendRule::Afterwards::Leave;
    if (goesOn) { // it had come back, or failed, and was sent all the same
        autosend::Claims claims(file.folder);
        const auto moved = claims.moveOnToSent(file.place.mid(file.folder.size() + 1));
        ended.place = moved ? absolute(file, *moved) : file.place;
    }
    return ended;
}

std::optional<EndedFile> FileEnding::endOfClaim(const Task &task)
{
    using Afterwards = core::AutosendRule::Afterwards;

    const outbox::MailedFile &file = task.file;
    autosend::Claims claims(file.folder);
    const auto claim = claims.take(file.claim);
    if (!claim) {
        // In another program's hand, which may end before it has dealt with it; or the folder is
        // not there just now, and will be told.
        const bool isDealtWith = autosend::idOfFolder(file.folder) &&
                                 !autosend::lookAt(claims.pathOf({file.claim, file.path}));
        return isDealtWith && !goesBack(task)
                   ? std::optional(EndedFile{file.id, file.state, placeAfterCrash(file), true})
                   : std::nullopt;
    }
    core::Result<QString> moved = QString();
    switch (file.state) {
    case FileResult::Sent:
        if (task.afterwards == Afterwards::Delete) {
            const auto removed = claims.remove(*claim);
            moved = removed ? core::Result(QString()) : removed.error();
        } else if (task.afterwards == Afterwards::ToSent) {
            moved = claims.moveToSent(*claim);
        } else {
            moved = claims.giveBack(*claim); // the rule has changed meanwhile
        }
        break;
    case FileResult::Partial:
    case FileResult::Failed:
    case FileResult::Unknown: moved = claims.moveToFailed(*claim, task.why); break;
    case FileResult::Stopped:
    case FileResult::Old:
    case FileResult::Going: moved = claims.giveBack(*claim); break;
    }
    return moved ? std::optional(EndedFile{file.id, file.state, absolute(file, *moved)})
                 : std::nullopt;
}

void FileEnding::onMoved(const Moved &moved)
{
    if (moved.hasLeft) {
        m_later.start();
    }
    const auto write = [ended = moved.ended](outbox::Outbox &outbox) {
        return ended.isEmpty() || outbox.endFiles(ended).ok();
    };
    m_delivery.read(this, write, [this](bool) {
        m_isBusy = false;
        if (m_hasMore) {
            ask();
        } else if (m_again) {
            look();
        } else {
            Q_EMIT idle();
        }
    });
}

} // namespace service
