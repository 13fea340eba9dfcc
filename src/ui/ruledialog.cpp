// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ruledialog.h"

#include "core/inert.h"
#include "service/fields.h"
#include "service/mailaddresses.h"
#include "ui/addressfield.h"
#include "ui/confirmdialog.h"
#include "ui/lyingfilesdialog.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::AutosendRule;

namespace ui
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(300);
constexpr qint64 megabyte = 1'000'000;
constexpr qint64 usualMailOctets = 10 * megabyte;

/// "*.pdf, *.csv": between commas or semicolons.
QStringList patternsIn(const QString &typed)
{
    static const QRegularExpression between(u"[,;、，；]"_s);
    QStringList patterns = typed.split(between, Qt::SkipEmptyParts);
    for (QString &pattern : patterns) {
        pattern = pattern.trimmed();
    }
    patterns.removeAll(QString());
    return patterns;
}

int inMegabytes(qint64 octets)
{
    return static_cast<int>((octets + megabyte - 1) / megabyte);
}

} // namespace

RuleDialog::RuleDialog(const Backend &backend, const AutosendRule &rule, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_before(rule)
    , m_survey(backend.rules, backend.delivery)
    , m_soon(restTime, this, &RuleDialog::showRisk)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    nameClearButtons(*this);
    setWindowTitle(rule.id.isNull() ? tr("New autosend rule") : tr("Edit autosend rule"));
    m_ui.patternsEdit->setPlaceholderText(tr("all files; or for instance *.pdf, *.csv"));
    m_ui.passedOverEdit->setPlaceholderText(
        tr("besides *.part, *~, .* and the like, which are never mailed"));
    m_ui.ruleTextEdit->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_ui.perMailCombo->addItem(tr("one for each file"));
    m_ui.perMailCombo->addItem(tr("several files up to"));
    m_ui.afterwardsCombo->addItem(tr("move it into sent, inside the folder"));
    m_ui.afterwardsCombo->addItem(tr("delete it"));
    m_ui.afterwardsCombo->addItem(tr("leave it where it is"));
    for (const core::Identity &one : backend.servers.identities().all()) {
        m_ui.ruleFromCombo->addItem(core::inert(service::Identities::from(one)), one.id);
    }
    const QStringList known = service::MailAddresses(backend.servers).all();
    for (QLineEdit *edit : {m_ui.ruleToEdit, m_ui.ruleCcEdit, m_ui.ruleBccEdit}) {
        takeAddresses(*edit, known);
        edit->setPlaceholderText(tr("separate addresses with commas"));
    }
    fill(rule);
    showRisk();
    connect(m_ui.chooseFolderButton, &QPushButton::clicked, this, &RuleDialog::chooseFolder);
    connect(m_ui.folderEdit, &QLineEdit::textChanged, this, [this] { m_soon.ask(); });
    connect(m_ui.perMailCombo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_ui.mailSizeSpin->setVisible(index == 1); });
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &RuleDialog::save);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui.chooseFolderButton->setAutoDefault(false);
    m_ui.folderEdit->setFocus();
}

void RuleDialog::fill(const AutosendRule &rule)
{
    m_ui.folderEdit->setText(rule.folder);
    m_ui.sharedFolderCheck->setChecked(rule.sharedFolder);
    m_ui.subFoldersCheck->setChecked(rule.subFolders);
    m_ui.patternsEdit->setText(rule.patterns.join(u", "_s));
    const auto usual = m_backend.servers.identities().usual();
    const QUuid from = rule.identity.isNull() && usual ? usual->id : rule.identity;
    m_ui.ruleFromCombo->setCurrentIndex(m_ui.ruleFromCombo->findData(from));
    m_ui.ruleToEdit->setText(rule.to.join(u", "_s));
    m_ui.ruleCcEdit->setText(rule.cc.join(u", "_s));
    m_ui.ruleBccEdit->setText(rule.bcc.join(u", "_s));
    m_ui.ruleSubjectEdit->setText(rule.subject);
    m_ui.ruleTextEdit->setPlainText(rule.text);
    m_ui.perMailCombo->setCurrentIndex(rule.mailOctets > 0 ? 1 : 0);
    m_ui.mailSizeSpin->setValue(
        inMegabytes(rule.mailOctets > 0 ? rule.mailOctets : usualMailOctets));
    m_ui.mailSizeSpin->setVisible(rule.mailOctets > 0);
    m_ui.afterwardsCombo->setCurrentIndex(static_cast<int>(rule.afterwards));
    m_ui.stillnessSpin->setValue(
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(rule.stillness).count()));
    m_ui.perMinuteSpin->setValue(rule.mailsPerMinute);
    m_ui.brakeFilesSpin->setValue(rule.brakeFiles);
    m_ui.brakeSizeSpin->setValue(inMegabytes(rule.brakeOctets));
    m_ui.passedOverEdit->setText(rule.passedOver.join(u", "_s));
}

AutosendRule RuleDialog::rule() const
{
    AutosendRule rule = m_before;
    const QString folder = m_ui.folderEdit->text().trimmed();
    rule.folder = folder.startsWith(u"~/"_s) ? QDir::homePath() + folder.mid(1) : folder;
    rule.sharedFolder = m_ui.sharedFolderCheck->isChecked() && !m_ui.sharedFolderCheck->isHidden();
    rule.subFolders = m_ui.subFoldersCheck->isChecked();
    rule.patterns = patternsIn(m_ui.patternsEdit->text());
    rule.identity = m_ui.ruleFromCombo->currentData().toUuid();
    rule.to = service::splitAddresses(m_ui.ruleToEdit->text());
    rule.cc = service::splitAddresses(m_ui.ruleCcEdit->text());
    rule.bcc = service::splitAddresses(m_ui.ruleBccEdit->text());
    rule.subject = m_ui.ruleSubjectEdit->text();
    rule.text = m_ui.ruleTextEdit->toPlainText();
    // What was finer than the fields show stays, where nobody has touched it.
    const qint64 size = m_ui.mailSizeSpin->value() * megabyte;
    rule.mailOctets = m_ui.perMailCombo->currentIndex() == 0                       ? 0
                      : m_ui.mailSizeSpin->value() == inMegabytes(rule.mailOctets) ? rule.mailOctets
                                                                                   : size;
    rule.afterwards = static_cast<AutosendRule::Afterwards>(m_ui.afterwardsCombo->currentIndex());
    const std::chrono::seconds stillness(m_ui.stillnessSpin->value());
    if (std::chrono::duration_cast<std::chrono::seconds>(rule.stillness) != stillness) {
        rule.stillness = stillness;
    }
    rule.mailsPerMinute = m_ui.perMinuteSpin->value();
    rule.brakeFiles = m_ui.brakeFilesSpin->value();
    if (m_ui.brakeSizeSpin->value() != inMegabytes(rule.brakeOctets)) {
        rule.brakeOctets = m_ui.brakeSizeSpin->value() * megabyte;
    }
    rule.passedOver = patternsIn(m_ui.passedOverEdit->text());
    return rule;
}

void RuleDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder to watch"),
                                   m_ui.folderEdit->text().isEmpty() ? QDir::homePath()
                                                                     : m_ui.folderEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_ui.folderEdit, &QLineEdit::setText);
    dialog->open();
}

/// The question about others stands there only where others may write.
void RuleDialog::showRisk()
{
    using Field = service::RuleProblem::Field;

    AutosendRule unshared = rule();
    unshared.sharedFolder = false;
    const auto problem = m_backend.rules.problemOf(unshared);
    const bool isShared = problem.field == Field::SharedFolder;
    m_ui.sharedFolderCheck->setVisible(isShared);
    if (isShared) {
        m_ui.folderMessage->showHint(m_ui.folderEdit, translatedDetail(problem.sentence));
    } else {
        m_ui.folderMessage->clearFor(m_ui.folderEdit);
    }
}

void RuleDialog::sayAt(QWidget *field, const QString &sentence)
{
    const std::pair<QWidget *, FieldMessage *> messages[] = {
        {m_ui.folderEdit, m_ui.folderMessage},     {m_ui.sharedFolderCheck, m_ui.folderMessage},
        {m_ui.patternsEdit, m_ui.patternsMessage}, {m_ui.ruleFromCombo, m_ui.ruleFromMessage},
        {m_ui.ruleToEdit, m_ui.ruleToMessage},     {m_ui.ruleSubjectEdit, m_ui.ruleSubjectMessage}};
    FieldMessage *message = m_ui.ruleMessage;
    for (const auto &[one, its] : messages) {
        message = one == field ? its : message;
    }
    message->showError(field, sentence);
    field->setFocus();
    m_ui.ruleScroll->ensureWidgetVisible(field);
}

bool RuleDialog::checkFields(const AutosendRule &rule)
{
    using Field = service::RuleProblem::Field;

    for (const auto &[field, message] :
         {std::pair<QWidget *, FieldMessage *>{m_ui.patternsEdit, m_ui.patternsMessage},
          {m_ui.ruleFromCombo, m_ui.ruleFromMessage},
          {m_ui.ruleSubjectEdit, m_ui.ruleSubjectMessage}}) {
        message->clearFor(field);
    }
    const bool bcc = checkAddresses(*m_ui.ruleBccEdit, *m_ui.ruleBccMessage);
    const bool cc = checkAddresses(*m_ui.ruleCcEdit, *m_ui.ruleCcMessage);
    const bool to = checkAddresses(*m_ui.ruleToEdit, *m_ui.ruleToMessage);
    if (!to || !cc || !bcc) {
        return false;
    }
    const service::RuleProblem problem = m_backend.rules.problemOf(rule);
    const QString sentence = translatedDetail(problem.sentence);
    switch (problem.field) {
    case Field::None: return true;
    case Field::Folder: sayAt(m_ui.folderEdit, sentence); break;
    case Field::SharedFolder: sayAt(m_ui.sharedFolderCheck, sentence); break;
    case Field::Patterns: sayAt(m_ui.patternsEdit, sentence); break;
    case Field::From: sayAt(m_ui.ruleFromCombo, sentence); break;
    case Field::Recipients: sayAt(m_ui.ruleToEdit, sentence); break;
    case Field::Subject: sayAt(m_ui.ruleSubjectEdit, sentence); break;
    case Field::Numbers: sayAt(m_ui.perMinuteSpin, sentence); break;
    }
    return false;
}

void RuleDialog::save()
{
    commitTyping();
    AutosendRule next = service::Rules::tidied(rule());
    if (!checkFields(next)) {
        return;
    }
    if (next.id.isNull()) {
        next.id = QUuid::createUuid();
    }
    const bool looksElsewhere = m_before.id.isNull() || next.folder != m_before.folder ||
                                next.subFolders != m_before.subFolders ||
                                next.patterns != m_before.patterns;
    if (!looksElsewhere) {
        write(next);
        return;
    }
    setEnabled(false);
    m_survey.start(next, this,
                   [this, next](const QList<service::LyingFile> &files) { onSurvey(next, files); });
}

void RuleDialog::onSurvey(const AutosendRule &rule, const QList<service::LyingFile> &files)
{
    setEnabled(true);
    const QList<service::LyingFile> there = service::mailable(files);
    if (there.isEmpty()) {
        write(rule);
        return;
    }
    auto *dialog = new LyingFilesDialog(m_backend, rule, this);
    dialog->choose(tr("%n files lie in this folder already. Which of them are to be mailed now?",
                      nullptr, static_cast<int>(there.size())),
                   there);
    connect(dialog, &LyingFilesDialog::chosen, this, [this, rule] { write(rule); });
    dialog->open();
}

void RuleDialog::write(const AutosendRule &rule)
{
    setEnabled(false); // else a second click makes a second one
    m_backend.rules.save(rule, this, [this, rule](const core::Result<bool> &done) {
        setEnabled(true);
        if (!done) {
            m_ui.ruleMessage->showError(m_ui.folderEdit, translatedDetail(done.error().detail));
            return;
        }
        service::MailAddresses(m_backend.servers).add(rule.to + rule.cc + rule.bcc);
        Q_EMIT saved(rule.id);
        QDialog::accept();
    });
}

void RuleDialog::reject()
{
    commitTyping();
    AutosendRule unchanged = m_before;
    const auto usual = m_backend.servers.identities().usual();
    if (unchanged.identity.isNull() && usual) {
        unchanged.identity = usual->id;
    }
    if (rule() == unchanged || rule() == m_before) {
        QDialog::reject();
        return;
    }
    auto *ask =
        new ConfirmDialog(tr("Drop the changes to this rule?"), {}, {}, tr("&Drop them"), this);
    connect(ask, &QDialog::accepted, this, [this] { QDialog::reject(); });
    ask->open();
}

} // namespace ui
