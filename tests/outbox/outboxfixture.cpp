// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfixture.h"

using outbox::Claim;
using outbox::MailId;
using outbox::Outbox;

void OutboxFixture::startAnew()
{
    cleanup();
    m_paces = {{m_server, {}}};
    m_files = std::make_unique<OutboxFolder>();
    m_outbox = program(outbox::Lifeline::Kind::Window);
}

void OutboxFixture::cleanup()
{
    m_outbox.reset();
    m_files.reset();
}

std::unique_ptr<Outbox> OutboxFixture::program(outbox::Lifeline::Kind kind)
{
    auto outbox = std::make_unique<Outbox>(m_files->path(), m_files->surroundings());
    const auto joined = outbox->join(kind);
    if (!joined) {
        qFatal("%s", qPrintable(joined.error().detail.english()));
    }
    return outbox;
}

MailId OutboxFixture::accept(const QByteArrayList &to)
{
    const auto ids = m_outbox->accept({newMail(m_server, to)});
    return ids ? ids->constFirst() : -1;
}

std::optional<Claim> OutboxFixture::claim(Outbox &outbox)
{
    const auto claimed = outbox.claim(m_paces);
    if (!claimed) {
        qFatal("%s", qPrintable(claimed.error().detail.english()));
    }
    return *claimed;
}

core::Result<bool> OutboxFixture::settle(Outbox &outbox, const outbox::Mail &mail,
                                         const core::SessionFacts &facts)
{
    return outbox.settle(mail.id, verdictOn(mail, facts, m_files->clock), "a reply", "a record");
}

outbox::Mail OutboxFixture::mail(MailId id)
{
    const auto found = m_outbox->mail(id);
    return found && *found ? **found : outbox::Mail();
}
