// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/survey.h"

#include "autosend/filelook.h"
#include "autosend/naming.h"
#include "service/delivery.h"
#include "service/rules.h"

#include <QDir>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using Fate = service::LyingFile::Fate;

namespace service
{

namespace
{

/// All that is there, by the folder alone.
class Look
{
public:
    Look(core::AutosendRule rule, QList<core::AutosendRule> others, std::stop_token stop)
        : m_rule(std::move(rule))
        , m_rules(std::move(others))
        , m_stop(std::move(stop))
        , m_folder(QDir::cleanPath(m_rule.folder))
    {
        m_any = m_rule;
        m_any.patterns.clear();
        m_any.subFolders = true;
    }

    QList<LyingFile> files()
    {
        lookInto({});
        std::ranges::sort(m_found, {}, &LyingFile::path);
        return m_found;
    }

private:
    void lookInto(const QString &below)
    {
        const QString folder = below.isEmpty() ? m_folder : m_folder + u'/' + below;
        const auto entries = autosend::entriesOf(folder).value_or(QList<autosend::Entry>());
        for (const autosend::Entry &entry : entries) {
            const QString path = below.isEmpty() ? entry.name : below + u'/' + entry.name;
            if (m_stop.stop_requested()) {
                return;
            }
            if (entry.kind != autosend::Entry::Kind::Folder) {
                look(path, entry);
            } else if (m_rule.subFolders && autosend::takes(m_any, path + u"/x"_s)) {
                lookInto(path);
            }
        }
    }

    void look(const QString &path, const autosend::Entry &entry)
    {
        const auto snapshot = autosend::lookAt(m_folder + u'/' + path);
        m_found.append(
            {path, snapshot.value_or(autosend::Snapshot()), fateOf(path, entry, snapshot)});
    }

    [[nodiscard]] Fate fateOf(const QString &path, const autosend::Entry &entry,
                              const std::optional<autosend::Snapshot> &snapshot) const
    {
        if (!snapshot) {
            return Fate::NoFile;
        }
        if (autosend::isPassedOver(m_rule, entry.name)) {
            return Fate::PassedOver;
        }
        if (!autosend::takes(m_rule, path)) {
            return Fate::NotWanted;
        }
        const QString absolute = m_folder + u'/' + path;
        const auto first = autosend::ruleFor(m_rules, absolute);
        if (first && first->id != m_rule.id) {
            return Fate::OfAnother;
        }
        return snapshot->octets == 0                ? Fate::Empty
               : !autosend::mayRead(absolute)       ? Fate::Unreadable
               : autosend::isBeingWritten(absolute) ? Fate::Open
                                                    : Fate::Goes;
    }

    core::AutosendRule m_rule;
    core::AutosendRule m_any;
    QList<core::AutosendRule> m_rules; // those before it, and it
    std::stop_token m_stop;
    QString m_folder;
    QList<LyingFile> m_found;
};

outbox::MailedFile rowOf(const core::AutosendRule &rule, const LyingFile &file)
{
    outbox::MailedFile row;
    row.rule = rule.id;
    row.folder = QDir::cleanPath(rule.folder);
    row.path = file.path;
    row.octets = file.snapshot.octets;
    row.changed = file.snapshot.changed;
    row.state = row.result = outbox::FileResult::Old;
    row.place = row.folder + u'/' + file.path;
    return row;
}

} // namespace

core::Text reasonOf(Fate fate)
{
    switch (fate) {
    case Fate::Goes: break;
    case Fate::Known:
        return QT_TRANSLATE_NOOP("core", "It was mailed already, or is to stay here.");
    case Fate::OfAnother: return QT_TRANSLATE_NOOP("core", "An earlier rule takes it.");
    case Fate::NotWanted: return QT_TRANSLATE_NOOP("core", "No pattern of the rule fits its name.");
    case Fate::PassedOver:
        return QT_TRANSLATE_NOOP("core", "It is hidden, or some program's temporary file.");
    case Fate::Empty: return QT_TRANSLATE_NOOP("core", "It is empty so far.");
    case Fate::Open: return QT_TRANSLATE_NOOP("core", "A program is still writing it.");
    case Fate::Unreadable: return QT_TRANSLATE_NOOP("core", "You may not read it.");
    case Fate::NoFile: return QT_TRANSLATE_NOOP("core", "It is a link or a device, not a file.");
    }
    return {};
}

QList<LyingFile> mailable(const QList<LyingFile> &files)
{
    QList<LyingFile> mailable = files;
    mailable.removeIf([](const LyingFile &file) {
        return file.fate != Fate::Goes && file.fate != Fate::Open && file.fate != Fate::Unreadable;
    });
    return mailable;
}

Survey::Survey(Rules &rules, Delivery &delivery, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_delivery(delivery)
{}

Survey::~Survey()
{
    m_stop.request_stop();
}

void Survey::start(const core::AutosendRule &rule, QObject *context, const Found &found)
{
    QList<core::AutosendRule> rules;
    for (const core::AutosendRule &other : m_rules.all()) {
        if (other.id == rule.id) {
            break;
        }
        rules.append(other);
    }
    const auto look = [rule, rules, stop = m_stop.get_token()] {
        return Look(rule, rules, stop).files();
    };
    const auto answer = [this, rule, listener = QPointer(context),
                         found](const QList<LyingFile> &files) {
        QList<outbox::MailedFile> rows;
        for (const LyingFile &file : files) {
            rows.append(rowOf(rule, file));
        }
        m_delivery.read(
            this, [rows](outbox::Outbox &outbox) { return outbox.areKnown(rows); },
            [files, listener, found](const core::Result<QList<bool>> &known) {
                QList<LyingFile> told = files;
                for (qsizetype i = 0; known && i < told.size(); ++i) {
                    const bool stays = (*known)[i] && told[i].fate == Fate::Goes;
                    told[i].fate = stays ? Fate::Known : told[i].fate;
                }
                if (listener) {
                    found(told);
                }
            });
    };
    m_background.run(this, look, answer);
}

void Survey::leaveAsOld(const core::AutosendRule &rule, const QList<LyingFile> &files,
                        QObject *context, const Done &done)
{
    QList<outbox::MailedFile> rows;
    for (const LyingFile &file : files) {
        rows.append(rowOf(rule, file));
    }
    m_delivery.change([rows](outbox::Outbox &outbox) { return outbox.recordFiles(rows); }, context,
                      done);
}

} // namespace service
