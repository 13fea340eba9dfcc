<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>cli::AutosendCommand</name>
    <message numerus="yes">
        <source>%n files would be mailed from %1.</source>
        <translation>
            <numerusform>%n file would be mailed from %1.</numerusform>
            <numerusform>%n files would be mailed from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved the rule for %1. %n files lie there already; they stay as they are. To mail them after all: autosend edit RULE --existing send.</source>
        <translation>
            <numerusform>Saved the rule for %1. %n file lies there already; it stays as it is. To mail it after all: autosend edit RULE --existing send.</numerusform>
            <numerusform>Saved the rule for %1. %n files lie there already; they stay as they are. To mail them after all: autosend edit RULE --existing send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::IdentityPage</name>
    <message numerus="yes">
        <source>%n mails from it still wait, and will be sent.</source>
        <translation>
            <numerusform>%n mail from it still waits, and will be sent.</numerusform>
            <numerusform>%n mails from it still wait, and will be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LyingFilesDialog</name>
    <message numerus="yes">
        <source>&amp;Mail %n files</source>
        <translation>
            <numerusform>&amp;Mail %n file</numerusform>
            <numerusform>&amp;Mail %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files would be mailed from %1. Nothing is sent by this.</source>
        <translation>
            <numerusform>%n file would be mailed from %1. Nothing is sent by this.</numerusform>
            <numerusform>%n files would be mailed from %1. Nothing is sent by this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OutboxModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OutboxPage</name>
    <message numerus="yes">
        <source>%n mails are selected.</source>
        <translation>
            <numerusform>%n mail is selected.</numerusform>
            <numerusform>%n mails are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n mails.</source>
        <translation>
            <numerusform>Deleted %n mail.</numerusform>
            <numerusform>Deleted %n mails.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails are just being taken by their servers, and stay.</source>
        <translation>
            <numerusform>%n mail is just being taken by its server, and stays.</numerusform>
            <numerusform>%n mails are just being taken by their servers, and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RuleDialog</name>
    <message numerus="yes">
        <source>%n files lie in this folder already. Which of them are to be mailed now?</source>
        <translation>
            <numerusform>%n file lies in this folder already. Is it to be mailed now?</numerusform>
            <numerusform>%n files lie in this folder already. Which of them are to be mailed now?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RuleModel</name>
    <message numerus="yes">
        <source>%n files (%1) wait: more came within a minute than the rule allows. Are they to be mailed?</source>
        <translation>
            <numerusform>%n file (%1) waits: more came within a minute than the rule allows. Is it to be mailed?</numerusform>
            <numerusform>%n files (%1) wait: more came within a minute than the rule allows. Are they to be mailed?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServerListPage</name>
    <message numerus="yes">
        <source>Deleted %n servers.</source>
        <translation>
            <numerusform>Deleted %n server.</numerusform>
            <numerusform>Deleted %n servers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails of the outbox wait for it.</source>
        <translation>
            <numerusform>%n mail of the outbox waits for it.</numerusform>
            <numerusform>%n mails of the outbox wait for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TroublePanel</name>
    <message numerus="yes">
        <source>%1: %2 %n mails wait for you.</source>
        <translation>
            <numerusform>%1: %2 %n mail waits for you.</numerusform>
            <numerusform>%1: %2 %n mails wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %n mails wait; next try at %3.</source>
        <translation>
            <numerusform>%1: %2 %n mail waits; next try at %3.</numerusform>
            <numerusform>%1: %2 %n mails wait; next try at %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %n mails wait.</source>
        <translation>
            <numerusform>%1: %2 %n mail waits.</numerusform>
            <numerusform>%1: %2 %n mails wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is switched off: %n mails wait for you.</source>
        <translation>
            <numerusform>%1 is switched off: %n mail waits for you.</numerusform>
            <numerusform>%1 is switched off: %n mails wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails wait for a server that was deleted.</source>
        <translation>
            <numerusform>%n mail waits for a server that was deleted.</numerusform>
            <numerusform>%n mails wait for a server that was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WaitingMailDialog</name>
    <message numerus="yes">
        <source>%n mails in the outbox have not been sent yet.</source>
        <translation>
            <numerusform>%n mail in the outbox has not been sent yet.</numerusform>
            <numerusform>%n mails in the outbox have not been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails wait for you; see Stop send.</source>
        <translation>
            <numerusform>%n mail waits for you; see Stop send.</numerusform>
            <numerusform>%n mails wait for you; see Stop send.</numerusform>
        </translation>
    </message>
</context>
</TS>
