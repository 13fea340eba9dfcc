// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: m_form is the truth. A field that changes writes into it and the parts of the page
// that follow from it are shown anew; showForm() writes all of it into the fields. What is done
// with the form (checking, sending, saving) stands in addserveractions.cpp, how it is shown in
// addserverview.cpp.
#include "ui/addserverpage.h"

#include "ui_addserverpage.h"

#include "core/inert.h"
#include "core/tidy.h"
#include "diagnosis/words.h"
#include "service/fields.h"
#include "service/formdraft.h"
#include "ui/problemnotice.h"
#include "ui/settings.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <chrono>

using namespace Qt::StringLiterals;
using core::Security;

namespace ui
{

namespace
{

const QString draftName = u"server-form"_s;
constexpr auto draftDelay = std::chrono::seconds(1);
constexpr Security securities[] = {Security::Smtps, Security::StartTls, Security::StartTlsIfOffered,
                                   Security::None};

} // namespace

AddServerPage::AddServerPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_ui(std::make_unique<Ui::AddServerPage>())
    , m_attempt(backend.mailer, backend.servers)
    , m_form(freshForm())
    , m_untouched(m_form)
{
    m_ui->setupUi(this);
    m_problem = new ProblemNotice(backend.servers, *m_ui->noticeBar);
    setUpFields();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &AddServerPage::writeDraft);
    m_ui->attemptPanel->follow(m_attempt);
    m_ui->attemptPanel->setTitle(tr("Checking"));
    connectFields();
    connectButtons();
    restoreDraft();
    showForm();
}

AddServerPage::~AddServerPage()
{
    if (m_draftTimer.isActive()) {
        writeDraft();
    }
}

void AddServerPage::setUpFields()
{
    QFont strong = m_ui->titleLabel->font();
    strong.setBold(true);
    m_ui->titleLabel->setFont(strong);
    for (const Security security : securities) {
        m_ui->securityCombo->addItem(securityChoice(security), static_cast<int>(security));
        m_ui->securityCombo->setItemData(
            m_ui->securityCombo->count() - 1,
            diagnosis::securitySentence(security, &translatedText).toHtmlEscaped(),
            Qt::ToolTipRole);
    }
    m_ui->authLabel->hide();
    m_ui->advancedPanel->hide();
    tidyAddressOnLeaving(*m_ui->addressEdit);
    tidyOnLeaving(*m_ui->hostEdit);
}

void AddServerPage::connectFields()
{
    const auto edited = [this] {
        if (!m_showing) {
            readFields();
            changed();
        }
    };
    for (QLineEdit *edit : {m_ui->addressEdit, m_ui->nameEdit, m_ui->hostEdit}) {
        connect(edit, &QLineEdit::textChanged, this, edited);
    }
    connect(m_ui->addressEdit, &QLineEdit::textChanged, this, &AddServerPage::followProvider);
    connect(m_ui->hostEdit, &QLineEdit::textChanged, this, [this] {
        if (!m_showing) {
            m_form.hostTyped = true;
            followProvider();
        }
    });
    connect(m_ui->advancedPanel, &AdvancedPanel::edited, this, edited);
    connect(m_ui->portSpin, &QSpinBox::valueChanged, this, [this](int port) {
        if (!m_showing) {
            m_form.entry.profile.port = static_cast<quint16>(port);
            m_form.portTyped = true;
            changed();
        }
    });
    connect(m_ui->securityCombo, &QComboBox::activated, this, [this](int index) {
        m_form.chooseSecurity(static_cast<Security>(m_ui->securityCombo->itemData(index).toInt()));
        showForm();
        changed();
    });
    connect(m_ui->advancedButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui->advancedPanel->setVisible(shown);
        m_ui->advancedButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    // Said when the field is left, not while it is being typed.
    const auto onLeaving = [this](QLineEdit *edit, FieldMessage *message,
                                  core::Text (*problem)(const QString &)) {
        connect(edit, &QLineEdit::editingFinished, this, [edit, message, problem] {
            const QString typed = edit->text().trimmed();
            const core::Text sentence = typed.isEmpty() ? core::Text() : problem(typed);
            message->showError(edit, translatedDetail(sentence));
        });
        connect(edit, &QLineEdit::textEdited, this, [edit, message] { message->clearFor(edit); });
    };
    onLeaving(m_ui->addressEdit, m_ui->addressMessage, &service::addressProblem);
    connect(m_ui->hostEdit, &QLineEdit::editingFinished, this,
            [this] { m_ui->hostMessage->showError(m_ui->hostEdit, settleHost()); });
    connect(m_ui->hostEdit, &QLineEdit::textEdited, this,
            [this] { m_ui->hostMessage->clearFor(m_ui->hostEdit); });
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this,
            [this] { m_ui->nameMessage->clearFor(m_ui->nameEdit); });
}

void AddServerPage::connectButtons()
{
    connect(m_ui->usualPortButton, &QPushButton::clicked, this, [this] {
        m_form.useUsualPort();
        showForm();
        changed();
    });
    const std::pair<QPushButton *, QKeySequence> keys[] = {
        {m_ui->saveButton, QKeySequence(Qt::CTRL | Qt::Key_S)},
        {m_ui->saveAsNewButton, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        {m_ui->stopButton, QKeySequence(Qt::Key_Escape)}};
    for (const auto &[button, key] : keys) {
        button->setShortcut(key);
        button->setToolTip(key.toString(QKeySequence::NativeText));
    }
    connect(m_ui->providerPanel, &ProviderPanel::wayChosen, this, &AddServerPage::chooseWay);
    connect(m_ui->providerPanel, &ProviderPanel::insisted, this, [this] {
        m_insisted = m_form.finished().profile;
        save(false);
    });
    connect(m_ui->authButton, &QPushButton::clicked, this, [this] { openAuth(); });
    connect(m_ui->checkButton, &QPushButton::clicked, this, &AddServerPage::check);
    connect(m_ui->stopButton, &QPushButton::clicked, &m_attempt, &service::Attempt::stop);
    connect(m_ui->testMailButton, &QPushButton::clicked, this, &AddServerPage::sendTestMail);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_ui->saveAsNewButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_ui->clearButton, &QPushButton::clicked, this, &AddServerPage::clear);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        load(freshForm());
        Q_EMIT closed();
    });
    connect(&m_attempt, &service::Attempt::started, this, &AddServerPage::updateButtons);
    connect(&m_attempt, &service::Attempt::finished, this, &AddServerPage::onChecked);
    connect(m_ui->attemptPanel, &AttemptPanel::remedyChosen, this, &AddServerPage::applyRemedy);
}

void AddServerPage::restoreDraft()
{
    const auto draft = service::draftFromBytes(m_backend.servers.draft(draftName));
    if (!draft) {
        return;
    }
    ServerForm form(draft->entry);
    form.portTyped = draft->portTyped;
    if (!form.isNew()) {
        const auto saved = m_backend.servers.server(form.entry.id);
        if (!saved) {
            form.entry.id = QUuid(); // it was removed meanwhile
        } else {
            m_untouched = ServerForm(*saved);
        }
    }
    m_form = form;
    m_ui->noticeBar->say(tr("What you had typed is back; only the password is not kept."),
                         {{tr("Clear"), [this] { clear(); }}});
}

ServerForm AddServerPage::freshForm() const
{
    ServerForm form;
    form.keepInKeychain = m_backend.settings.keepInKeychain();
    return form;
}

void AddServerPage::setForm(const ServerForm &form)
{
    m_form = form;
    showForm();
}

bool AddServerPage::isDirty() const
{
    return m_form != m_untouched;
}

std::optional<core::Provider> AddServerPage::provider() const
{
    return m_form.provider(m_backend.providers);
}

void AddServerPage::followProvider()
{
    if (m_showing || !m_form.isNew()) {
        return;
    }
    m_form.follow(provider());
    showFollowing();
}

void AddServerPage::chooseWay(const core::Way &way)
{
    m_form.setWay(way, provider());
    showForm();
    changed();
}

void AddServerPage::changed()
{
    m_consent = {};
    m_insisted.reset();
    m_draftTimer.start();
    showAuth();
    showHints();
    updateButtons();
}

void AddServerPage::writeDraft()
{
    m_draftTimer.stop();
    m_backend.servers.setDraft(draftName,
                               isDirty() ? service::bytesFromDraft({m_form.entry, m_form.portTyped})
                                         : QByteArray());
}

void AddServerPage::readFields()
{
    core::ServerProfile &profile = m_form.entry.profile;
    m_form.setAddress(core::tidiedAddress(m_ui->addressEdit->text()));
    profile.name = m_ui->nameEdit->text();
    profile.host = core::tidied(m_ui->hostEdit->text());
    profile = m_ui->advancedPanel->value(profile);
    m_ui->nameEdit->setPlaceholderText(profile.host);
}

QString AddServerPage::settleHost()
{
    const QString typed = core::tidied(m_ui->hostEdit->text());
    if (typed.isEmpty()) {
        return {};
    }
    const ServerForm before = m_form;
    if (const core::Text problem = m_form.takeHost(typed); !problem.isEmpty()) {
        return translatedDetail(problem);
    }
    if (m_form != before) {
        if (m_form.isNew()) {
            m_form.follow(provider());
        }
        showForm();
        changed();
    }
    return translatedDetail(service::hostProblem(m_form.entry.profile.host));
}

void AddServerPage::load(const ServerForm &form)
{
    m_attempt.stop();
    m_ui->attemptPanel->clear();
    m_ui->noticeBar->close();
    m_form = form;
    m_untouched = form;
    m_consent = {};
    m_ui->advancedButton->setChecked(false);
    const std::pair<FieldMessage *, QWidget *> messages[] = {
        {m_ui->addressMessage, m_ui->addressEdit},
        {m_ui->nameMessage, m_ui->nameEdit},
        {m_ui->hostMessage, m_ui->hostEdit}};
    for (const auto &[message, field] : messages) {
        message->clearFor(field);
    }
    m_ui->advancedPanel->clearMessages();
    showForm();
    writeDraft();
}

void AddServerPage::replace(const ServerForm &form, const Action &then)
{
    const auto go = [this, form, then] {
        load(form);
        if (then) {
            then();
        }
    };
    const bool same = !form.isNew() && form.entry.id == m_form.entry.id;
    if (same && isDirty()) {
        if (then) {
            then(); // on what is typed
        }
        return;
    }
    if (!isDirty()) {
        go();
        return;
    }
    m_ui->noticeBar->say(
        tr("What is typed here is not saved yet."),
        {{tr("Drop it and go on with %1")
              .arg(form.isNew() ? tr("a new server") : core::inert(form.entry.profile.name)),
          go}});
}

void AddServerPage::edit(const QUuid &id)
{
    if (const auto entry = m_backend.servers.server(id)) {
        replace(ServerForm(*entry), [this] { m_ui->hostEdit->setFocus(); });
    }
}

void AddServerPage::editWith(const QUuid &id, const diagnosis::Remedy &remedy)
{
    if (const auto entry = m_backend.servers.server(id)) {
        replace(ServerForm(*entry), [this, remedy] { applyRemedy(remedy); });
    }
}

void AddServerPage::startNew()
{
    if (m_form.isNew()) {
        m_ui->addressEdit->setFocus(); // a new one, begun or not
        return;
    }
    replace(freshForm(), [this] { m_ui->addressEdit->setFocus(); });
}

void AddServerPage::clear()
{
    load(freshForm());
    m_ui->addressEdit->setFocus();
}

} // namespace ui
