// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outboxcommand.h"

#include "cli/jsonreport.h"
#include "cli/mailprint.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "core/tidy.h"
#include "service/fields.h"
#include "service/servers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using outbox::MailId;
using outbox::Outbox;

namespace cli
{

namespace
{

QStringList forMails()
{
    return {u"show"_s, u"send-now"_s, u"stop"_s, u"retry"_s, u"edit"_s, u"delete"_s, u"resolve"_s};
}

/// What `what` does to one mail.
std::function<core::Result<bool>(Outbox &, MailId)> deed(const QString &what, bool arrived)
{
    if (what == u"send-now"_s) {
        return [](Outbox &outbox, MailId id) { return outbox.sendNow(id); };
    }
    if (what == u"stop"_s) {
        return [](Outbox &outbox, MailId id) { return outbox.stop(id); };
    }
    if (what == u"retry"_s || (what == u"resolve"_s && !arrived)) {
        return [](Outbox &outbox, MailId id) { return outbox.retry(id); };
    }
    if (what == u"resolve"_s) {
        return [](Outbox &outbox, MailId id) { return outbox.markArrived(id); };
    }
    return [](Outbox &outbox, MailId id) { return outbox.remove(id); };
}

core::Error ofMail(MailId id, const core::Error &error)
{
    return {error.failure,
            core::Text(QT_TRANSLATE_NOOP("core", "Mail %1: %2"), {id, error.detail})};
}

} // namespace

OutboxCommand::OutboxCommand(const Environment &environment)
    : Command(
          environment.terminal,
          u"outbox list|show|send-now|stop|retry|edit|delete|resolve|pause|resume|keep|run [ID ...]"_s)
    , m_servers(environment.servers)
    , m_delivery(environment.delivery)
{}

void OutboxCommand::describe(QCommandLineParser &parser)
{
    describeCommand(
        parser,
        tr("The mail that waits. outbox list; outbox show ID; outbox send-now ID ... whatever it "
           "waits for; outbox stop ID ...; outbox retry ID ... what failed or was stopped; outbox "
           "edit ID --to A --cc B --bcc C other recipients for those who have not got it; outbox "
           "delete ID "
           "...; outbox resolve ID --arrived or --again, where nobody knows whether a mail was "
           "sent; outbox pause and outbox resume, everything or --server NAME; outbox keep --days "
           "N --copies "
           "yes|no, what stays of sent mail; outbox run sends what can go now and ends."));
    addOutboxOptions(parser);
    addOutputOptions(parser);
}

void OutboxCommand::run()
{
    const QStringList words = m_parser.positionalArguments();
    const QString what = words.value(0);
    const QStringList alone{u"list"_s, u"pause"_s, u"resume"_s, u"keep"_s, u"run"_s};
    if (!alone.contains(what) && !forMails().contains(what)) {
        fail({what.isEmpty() ? tr("Say what: outbox list, for instance.")
                             : tr("outbox does not know “%1”.").arg(what) +
                                   didYouMean(what, alone + forMails())});
        return;
    }
    QList<MailId> ids;
    for (const QString &word : words.mid(1)) {
        bool ok = false;
        ids.append(core::tidied(word).toLongLong(&ok));
        if (!ok) {
            fail({tr("“%1” is not the number of a mail. See outbox list.").arg(word)});
            return;
        }
    }
    if (alone.contains(what) != ids.isEmpty()) {
        fail({ids.isEmpty()
                  ? tr("Which mail? outbox %1 takes its number; see outbox list.").arg(what)
                  : tr("outbox %1 takes no number.").arg(what)});
        return;
    }
    if (what == u"list"_s) {
        list();
    } else if (what == u"show"_s) {
        show(ids.constFirst());
    } else if (what == u"run"_s) {
        sendAll();
    } else if (what == u"keep"_s) {
        keep();
    } else if (alone.contains(what)) {
        pause(what == u"pause"_s);
    } else if (what == u"edit"_s) {
        edit(ids);
    } else {
        change(what, ids);
    }
}

void OutboxCommand::pause(bool paused)
{
    const QString name = m_parser.value(u"server"_s);
    const auto server = m_servers.serverNamed(name);
    if (!name.isEmpty() && !server) {
        fail({tr("No server is called “%1”.").arg(name) + didYouMean(name, m_servers.names())});
        return;
    }
    const QUuid id = server ? server->id : QUuid();
    m_delivery().ask(
        this, [paused, id](Outbox &outbox) { return outbox.setPaused(paused, id); },
        [this, paused, name](const core::Result<bool> &done) {
            if (!done) {
                failBy(done.error());
            } else if (name.isEmpty()) {
                say(paused ? tr("Nothing is sent until outbox resume.")
                           : tr("The outbox is sending again."));
            } else {
                say(paused ? tr("Nothing is sent through %1 until outbox resume.").arg(name)
                           : tr("Mail goes through %1 again.").arg(name));
            }
        });
}

void OutboxCommand::edit(const QList<MailId> &ids)
{
    core::Draft people;
    const std::pair<QString, QStringList &> lists[] = {
        {u"to"_s, people.to}, {u"cc"_s, people.cc}, {u"bcc"_s, people.bcc}};
    for (const auto &[option, addresses] : lists) {
        addresses = m_parser.values(option);
        for (const QString &typed : std::as_const(addresses)) {
            if (const auto address = service::envelopeAddress(typed); !address) {
                fail({u"--%1: "_s.arg(option) + address.error().detail.translated(&translatedText),
                      badInputExit});
                return;
            }
        }
    }
    if (people.to.isEmpty() && people.cc.isEmpty() && people.bcc.isEmpty()) {
        fail({tr("To whom? Give --to.")});
        return;
    }
    m_readdressing = std::make_unique<service::Readdressing>(m_delivery());
    readdress(ids, people);
}

/// One after the other.
void OutboxCommand::readdress(const QList<MailId> &ids, const core::Draft &people)
{
    if (ids.isEmpty()) {
        say(tr("Done."));
        return;
    }
    m_readdressing->start(ids.constFirst(), people,
                          [this, ids, people](const core::Result<bool> &changed) {
                              if (changed) {
                                  readdress(ids.mid(1), people);
                              } else {
                                  failBy(ofMail(ids.constFirst(), changed.error()));
                              }
                          });
}

void OutboxCommand::keep()
{
    const QString days = core::tidied(m_parser.value(u"days"_s));
    const QString copies = m_parser.value(u"copies"_s);
    bool ok = days.isEmpty();
    const int number = ok ? 0 : days.toInt(&ok);
    if (!ok || number < 0) {
        fail({tr("--days takes a number of days, not “%1”.").arg(days)});
        return;
    }
    if (!QStringList{QString(), u"yes"_s, u"no"_s}.contains(copies)) {
        fail(notOneOf(u"copies"_s, copies, {u"yes"_s, u"no"_s}));
        return;
    }
    const auto change = [=](Outbox &outbox) -> core::Result<Outbox::Keeping> {
        auto kept = outbox.keeping();
        if (!kept || (days.isEmpty() && copies.isEmpty())) {
            return kept;
        }
        const Outbox::Keeping next{days.isEmpty() ? kept->days : number,
                                   copies.isEmpty() ? kept->copies : copies == u"yes"_s};
        const auto set = outbox.setKeeping(next);
        return set ? core::Result(next) : set.error();
    };
    m_delivery().ask(this, change, [this](const core::Result<Outbox::Keeping> &kept) {
        if (!kept) {
            failBy(kept.error());
            return;
        }
        if (m_json) {
            m_terminal.json(QJsonObject{{u"days"_s, kept->days}, {u"copies"_s, kept->copies}});
            Q_EMIT done(0);
            return;
        }
        say(kept->copies ? tr("Sent mails stay for %1 days, with their text.").arg(kept->days)
                         : tr("Sent mails stay in the list for %1 days, without their text.")
                               .arg(kept->days));
    });
}

void OutboxCommand::list()
{
    m_delivery().ask(
        this, [](Outbox &outbox) { return outbox.mails({}); },
        [this](const core::Result<QList<outbox::Mail>> &mails) {
            if (!mails) {
                failBy(mails.error());
                return;
            }
            if (m_json) {
                m_terminal.json(arrayOf(*mails, [this](const outbox::Mail &mail) {
                    return jsonOf(mail, service::wordsOf(mail, m_servers));
                }));
                Q_EMIT done(0);
                return;
            }
            if (mails->isEmpty()) {
                m_terminal.line(tr("The outbox is empty."));
            }
            for (const outbox::Mail &mail : *mails) {
                const service::MailWords words = service::wordsOf(mail, m_servers);
                m_terminal.lines(wrapped(lineOf(mail, words), textWidth, {}, u"    "_s));
                const bool tells =
                    !outbox::isOver(mail.state) || mail.state == outbox::State::Unknown;
                if (tells && !words.why.isEmpty()) {
                    m_terminal.lines(wrapped(words.why, textWidth, u"    "_s, u"    "_s),
                                     Terminal::Style::Faint);
                }
            }
            Q_EMIT done(0);
        });
}

void OutboxCommand::show(MailId id)
{
    m_delivery().ask(
        this, [id](Outbox &outbox) { return outbox.mail(id); },
        [this, id](const core::Result<std::optional<outbox::Mail>> &found) {
            if (!found) {
                failBy(found.error());
                return;
            }
            if (!*found) {
                fail({tr("There is no mail %1 in the outbox.").arg(id), badInputExit});
                return;
            }
            const service::MailWords words = service::wordsOf(**found, m_servers);
            if (m_json) {
                m_terminal.json(jsonOf(**found, words));
            } else {
                printMail(m_terminal, **found, words);
            }
            Q_EMIT done(0);
        });
}

void OutboxCommand::change(const QString &what, const QList<MailId> &ids)
{
    const bool arrived = m_parser.isSet(u"arrived"_s);
    if (what == u"resolve"_s && arrived == m_parser.isSet(u"again"_s)) {
        fail({tr("Say either --arrived or --again.")});
        return;
    }
    m_delivery().ask(
        this,
        [ids, each = deed(what, arrived)](Outbox &outbox) -> core::Result<bool> {
            for (const MailId id : ids) {
                if (const auto done = each(outbox, id); !done) {
                    return ofMail(id, done.error());
                }
            }
            return true;
        },
        [this](const core::Result<bool> &done) { onChanged(done); });
}

void OutboxCommand::onChanged(const core::Result<bool> &changed)
{
    if (changed) {
        say(tr("Done."));
    } else {
        failBy(changed.error());
    }
}

void OutboxCommand::say(const QString &said)
{
    if (m_json) {
        m_terminal.json(QJsonObject{{u"done"_s, true}});
    } else {
        m_terminal.line(said);
    }
    Q_EMIT done(0);
}

void OutboxCommand::failBy(const core::Error &error)
{
    fail({error.detail.translated(&translatedText), badInputExit});
}

void OutboxCommand::sendAll()
{
    m_runs = true;
    service::Delivery &delivery = m_delivery();
    connect(
        &delivery, &service::Delivery::idle, this, [this] { list(); }, Qt::SingleShotConnection);
    delivery.begin(outbox::Lifeline::Kind::Command, this, [this](const core::Result<bool> &begun) {
        if (!begun) {
            failBy(begun.error());
        }
    });
}

void OutboxCommand::cancel()
{
    if (m_runs) {
        m_delivery().end(this, [this] { Command::cancel(); });
    } else {
        Command::cancel();
    }
}

} // namespace cli
