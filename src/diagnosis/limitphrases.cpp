// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of limits: of mailboxes, of what is sent in a time, in one connection, in one
// mail.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase mailboxFull[] = {
    {"over quote", Clear},
    {"maxobjsexceeded", Named},
    {"writing message file too large", Named},
    {"(mailbox|inbox) ... (over|reached|exceed*) ... (limit|maximum|quota|size)", Clear,
     "message size|rate|sending|hour|daily"},
    {"not enough ... (space|room) ... (mailbox|inbox|box)", Named},
    {"user ... too many message ... (on|in) (server|mailbox)", Named},
    {"(mailbox|recipient|user|account|inbox) ... exceed* ... (allowed|disk "
     "space|disk|space|quota|storage|limit of size)",
     Clear,
     "message size|sending|daily|hour|hourly|message too|rate|day|minute|outmail|outgoing|current "
     "period"},
    {"exceed* ... (mailbox|recipient quota|inbox)", Likely,
     "sending|daily|hour|rate|message size|day"},
    {"(mailbox|inbox|account|user|recipient|maildir|mail box|mail "
     "folder|box|maildrop|storage|disk|mail quota|@address|quota) ... (full|over quota|quota "
     "exceed*|exceed* quota|exceed* ... quota|out of storage|no space|out of space|over "
     "allocated|storage limit|size limit|exceed* size|exceed* storage|overquota|capacity|storage "
     "quota|over limit|exceed* disk|quota full)",
     Clear,
     "message size|sending|server disk|sender|daily|hourly|message too|message "
     "exceed*|insufficient system|disk full|disk space|message|rate|send "
     "quota|bandwidth|minute|smtp send|outmail|outgoing|current period"},
    {"(over|exceed*|above|beyond) ... (quota|storage|disk quota|mailbox limit|mailbox "
     "size|allotted|storage limit|mailbox quota)",
     Clear,
     "message "
     "size|sending|daily|hourly|rate|outbound|message|send*|submission*|recipient|outmail|outgoing|"
     "current period"},
    {"quota ... (exceed*|full|reached|violation|over|exhausted)", Clear,
     "sending|daily|hourly|message|rate|outbound|send*|submission*|minute|hour|day|outmail|"
     "outgoing|current period"},
    {"(mailbox|inbox) (full|exceeded|quota|size)", Clear},
    {"insufficient ... (mailbox|user|account|recipient) ... (storage|space|quota)", Clear},
    {"overquota*|quotaexceeded|mailboxfull|mboxfull", Named, "sub*"},
    {"(not|no) enough (space|room|storage|quota) ... (mailbox|inbox|account|user)", Clear},
    {"(storage|space) ... (inbox|mailbox) ... (full|exceed*|out)", Clear},
    {"out storage", Clear},
    {"exceeded storage allocation", Likely, "system",
     [](core::Stage stage) { return stage != core::Stage::Mail; }},
    {"user ... (over quota|overquota)", Named},
};

constexpr Phrase greylisted[] = {
    {"(temporary|temporarily) delayed", Likely},
    {"(temporarily deferred|temporarily rejected|temporary reject*|deferred)", Hint,
     "ip|@ip|complaint|rate|volume|limit",
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"greylist", Named},
    {"greylist*", Clear},
    {"(deferred|defer|delayed|temporarily rejected|temporarily deferred|temporar*) ... "
     "(unknown|first time|new) ... (sender|host|client|triplet)",
     Clear},
    {"(come back|return) ... (later|minute|second)", Likely},
    {"(try|retry) ... (again)? ... in # (minute|second|hour)?", Common,
     "login|auth*|connection|limit|rate|too many|busy|overload*|quota"},
    {"(unknown|new) (triplet|sender) ... (try|retry|wait|again)", Clear},
    {"(postgrey|sqlgrey|milter greylist|gld)", Clear},
    {"(not yet authorized|first time) ... (deliver|seen|sender|try|retry)", Clear},
    {"temporary ... (failure|reject*) ... (try|retry|resend) ... again", Hint, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"(try|retry) (again later|later)", Hint,
     "busy|load|connection|space|disk|dns|error|problem|auth*|login|internal|server|lookup|system|"
     "resource|rate|limit|too many|quota|unavailable",
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"(wait|delay) ... (minute|second)", Hint, "login|too many|rate|limit"},
};

constexpr Phrase rateLimited[] = {
    {"hl ifq", Named},
    {"try again slower", Named},
    {"message threshold exceed*"},
    {"peak .. limit exceed*", Named},
    {"permitted limit", Clear},
    {"recipient thread limit", Named},
    {"dictionary attack"},
    {"too many recipient attempt", Named},
    {"hl mep", Named},
    {"(behaviour spam|unexpected sending|mi dmc)", Named},
    {"too many same"},
    {"(hl rep|hl ifc|mi sfq|rp qrc|rp drc|rp frl)", Named}, // NetEase
    {"sent (too many|more than) ... (recipient|message|mail)", Clear, "day|daily|connection"},
    {"(recipient|user|mailbox) ... exceeded ... (limit) ... (receive|message)", Clear,
     "size|quota|day|daily"},
    {"too many ... (message|mail|recipient|send|sent|submission|request|email|mails|data) ... "
     "(minute|hour|second|time|period|short|hourly|minutely|interval|window|too "
     "fast|quickly|rate|recently|now|server|from|ip|@ip)",
     Clear, "day|daily|# hour|login|auth*|connection"},
    {"too many ... (this|past|last|per|in|within) ... (hour|minute|second)", Clear,
     "login|auth*|connection|failed"},
    {"(rate|throughput|speed|velocity|frequency|throttle|throttling|flow|ratelimit|sending "
     "rate|message rate) ... (limit|exceed*|too "
     "high|high|control|limited|over|reached|restrict*|policy|throttle*)",
     Clear, "login|auth*|connection rate|daily|day"},
    {"(throttled|throttling|throttle|rate limited|ratelimit*|rate limit|being limited)", Clear,
     "login|auth*|daily|connection"},
    {"(exceed*|exceeded|over|reached|hit|above) ... (rate|limit|maximum|quota|max|allowed) ... "
     "(hour|minute|second|hourly|minutely|per|time|interval)",
     Clear, "daily|day|# hour|login|auth*|size|connection|octet|mb|recipient per message"},
    {"(hourly|minutely) ... (limit|quota|rate|maximum)", Clear, "connection"},
    {"(limit|quota|maximum) ... (hourly|minutely|hour|minute|second)", Clear,
     "daily|day|# hour|login|auth*|connection|size"},
    {"(too fast|too quick*|too frequent*|too often|too rapid*|slow down|slow|sending too)", Clear,
     "login|auth*|connect*|connection"},
    {"too (much|many) (mail|message|email|mails|messages)", Likely,
     "day|daily|connection|in connection|data"},
    {"too many messages in (connection|session)", Named},
    {"too many messages connection", Named},
    {"too many messages session", Named},
    {"(receiving|received) mail ... rate", Named},
    {"mail flood", Clear},
    {"flood detected", Clear},
    {"flooding", Clear},
    {"(unusual|high|excessive) ... (rate|volume|amount|traffic) ... "
     "(mail|message|unsolicited|connection)",
     Likely},
    {"(defer*|delay*|temporar*|reject*) ... (due|because) ... (rate|volume|throttl*|too many)",
     Likely, "connection"},
    {"(per|each) (second|minute) ... (limit|exceed*|rate)?", Likely, "connection|login"},
    {"maximum ... sending rate", Clear},
    {"sent ... too many", Likely, "day|daily|connection|login|recipient per"},
    {"(wait|retry|try) ... (send|sending) ... (again|next|more)", Hint},
    {"(limit|maximum|max) ... messages ... (connection|session)", Clear},
};

constexpr Phrase dailyLimit[] = {
    {"bandwidth limit", Clear},
    {"policy rejection quota exceeded", Named},
    {"(outmail|outgoing mail|outbound mail) quota", Named},
    {"quota exceed* ... (current|this) period", Named},
    {"(mi stc|rp trc|rp rcl)", Named}, // NetEase
    {"(daily|day|# hour|# hours|24h|per # hour|monthly|month|weekly|24 hour|24 hours) ... "
     "(limit|quota|maximum|exceed*|allowance|cap|reached|restrict*)",
     Clear, "login|auth*|connection"},
    {"(limit|quota|maximum|exceed*|allowance|cap|too many|reached) ... (daily|day|# "
     "hour|24h|monthly|month|today|weekly|hours period)",
     Clear, "login|auth*|connection|every # hour"},
    {"(sending|send|outgoing|outbound|submission|smtp|mail|message|credit|user|account) "
     "(limit|quota|credits|credit|allowance) ... "
     "(exceed*|reached|over|used|exhausted|hit|depleted|full)",
     Likely, "size|minute|second|hour|mailbox|storage|login"},
    {"(exceed*|reached|over|used up|exhausted|hit|out of|no more) ... "
     "(sending|send|outgoing|outbound|submission|mail|credit|plan) "
     "(limit|quota|credits|credit|allowance|messages)",
     Likely, "size|minute|second|hour|mailbox|storage"},
    {"(maximum|no|not enough|insufficient|out of) credit* (exceed*|left|remaining)?", Clear},
    {"submissionquotaexceeded*", Named},
    {"(quota|limit) ... (recipient|message|mail|email|emails) ... (day|daily|month|plan)", Likely},
    {"(plan|subscription|package) ... (limit|quota|exceed*)", Likely, "size"},
    {"(limit|maximum) ... (recipient|message|mail|rcpts) ... # hour", Clear},
    {"sending limit", Likely},
    {"too many ... today", Clear},
    {"user ... exceed* ... (daily|sending)", Clear},
};

constexpr Phrase tooManyConnections[] = {
    {"many connection", Likely, "message"},
    {"thread limit", Clear},
    {"too frequent connect"},
    {"(hl icc|hl itc)", Named}, // NetEase
    {"too many ... (connection|session|concurrent|simultaneous|parallel|connect|smtp session|smtp "
     "connection|client)",
     Clear, "message|recipient ... session|login|failed|auth*"},
    {"(concurrent|simultaneous|parallel) (connection|session|login|smtp|send*|client|delivery) ... "
     "(exceed*|limit|too many|reached|maximum)?",
     Clear},
    {"(connection|session) ... (limit|exceed*|maximum|quota|rate limit*|throttl*|too "
     "frequent|refused too many|number)",
     Likely, "message|timeout|time|bytes|size|inactiv*|error|command|duration|recipient"},
    {"(maximum|max|limit) ... (connection|session|concurrent)", Likely,
     "message|timeout|recipient|size"},
    {"(exceed*|reached) ... (connection|session) ... (limit|count|rate|number)?", Likely,
     "timeout|recipient|message"},
    {"connection (rate|count|frequency)", Likely},
    {"(maximum|max) number of connection", Clear},
    {"concurrent connections limit exceeded", Named},
    {"(connect*|connecting) too (often|frequent*|fast|many)", Clear},
};

constexpr Phrase tooManyRecipients[] = {
    {"only one recipient"},
    {"size per transaction", Named},
    {"too many address", Likely},
    {"# recipient (at|per|in)", Likely, "hour|day|minute"},
    {"too many recipient", Clear,
     "hour|minute|day|daily|second|today|this hour|unknown|invalid|bad|# hour"},
    {"too many ... recipient", Likely,
     "hour|minute|day|daily|second|today|unknown|invalid|bad|failed|connection"},
    {"(recipient|recipients) ... (limit|exceed*|too many|maximum|count|number exceed*|over)",
     Likely,
     "hour|minute|day|daily|second|quota|mailbox|storage|size|# hour|rate|sending limit|length"},
    {"(maximum|max|exceed*|over|limit) ... (number|count|limit)? ... recipient", Likely,
     "hour|minute|day|daily|second|quota|mailbox|storage|size|rate|unknown|# hour|sending"},
    {"recipient ... per (message|mail|transaction|session|connection)", Clear, "hour|day"},
    {"(reciplimit|resolver adr reciplimit)", Named},
    {"recipient limit", Clear, "size|daily|day|hour|rate"},
};

constexpr Phrase messageTooLarge[] = {
    {"too much mail data", Clear},
    {"(mail|message|attachment|file) exceed* # (mb|kb|byte|octet|m)"},
    {"(mail|message|attachment) exceed* #"},
    {"(message|mail|size|attachment|content|data|body|file) ... (too large|too big|too "
     "long|exceed* ... size|exceed* ... limit|exceed* maximum|size exceed*|larger than|bigger "
     "than|over size|oversize*|over limit|exceed* allowed|exceed* administrative|greater than)",
     Clear,
     "mailbox|line|header|quota|rate|hour|minute|day|daily|recipient|sending|connection|hop|inbox|"
     "session|boundary|number of|per"},
    {"(size|message size|mail size|data size|maximum message size|length|message length) ... "
     "(exceed*|limit|too large|too big|maximum|over)",
     Clear,
     "mailbox size|line|header|quota|rate|hour|day|window|key|dh|recipient|inbox|daily|boundary"},
    {"(exceed*|over|above|beyond) ... (message size|size limit|maximum size|maximum "
     "message|size|fixed limit|fixed maximum|max size|maximum allowed)",
     Clear, "mailbox|line|header|quota|rate|hour|day|daily|recipient|inbox|per|sending"},
    {"(too large|too big|oversize*)", Likely, "line|header"},
    {"(maximum|max) (message|mail) size", Likely},
    {"message file too big", Named},
    {"recipsizelimit", Likely},
    {"sizelimit", Likely},
    {"message size", Likely},
    {"(size|larger|bigger) ... (# mb|#mb|mb|bytes|octet|kb)", Hint, "mailbox|quota"},
    {"system storage ... exceed*", Hint},
};

constexpr PhraseTable tables[] = {
    {CauseClass::MailboxFull, mailboxFull, "throttl*"},
    {CauseClass::Greylisted, greylisted},
    {CauseClass::RateLimited, rateLimited},
    {CauseClass::DailyLimit, dailyLimit},
    {CauseClass::TooManyConnections, tooManyConnections},
    {CauseClass::TooManyRecipients, tooManyRecipients},
    {CauseClass::MessageTooLarge, messageTooLarge},
};

} // namespace

std::span<const PhraseTable> limitPhrases()
{
    return tables;
}

} // namespace diagnosis
