// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_window.h"

#include "app/base/when_done.h"
#include "app/chat/provider_lookup.h"
#include "app/record/record_job.h"
#include "app/record/run_phases.h"
#include "app/record/shown_body.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/record/record_facts.h"
#include "ui/record/record_pages.h"
#include "ui/record/record_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kRecordWindowSize{760, 640};
constexpr qsizetype kMostShownRaw = 256 * 1024;

const QString kRequest = u"request"_s;
const QString kResponse = u"response"_s;
const QString kRaw = u"raw"_s;

/// One reply for each run, and those that have none.
QList<app::MessageId> onePerRun(const app::Conversation &conversation,
                                const QList<app::MessageId> &replies)
{
    QList<app::MessageId> kept;
    QSet<app::RunId> known;
    for (const app::MessageId id : replies) {
        const app::Message *reply = conversation.message(id);
        if (!reply || (reply->run && known.contains(reply->run)))
            continue;
        known.insert(reply->run);
        kept.append(id);
    }
    return kept;
}

} // namespace

RecordWindow::RecordWindow(const ViewContext &context, app::ConversationPtr conversation,
                           const QList<app::MessageId> &replies, Rerun rerun, QWidget *parent)
    : QDialog(parent), m_context(context), m_conversation(std::move(conversation)),
      m_replies(onePerRun(*m_conversation, replies)), m_rerun(rerun),
      m_title(new ThemedLabel(context.theme, TextRole::Strong, &Colours::text, this)),
      m_runs(new QComboBox(this)), m_tabs(new SegmentedControl(context.theme, this)),
      m_stack(new QStackedWidget(this)),
      m_status(new ThemedLabel(context.theme, TextRole::Small, &Colours::secondary, this))
{
    setWindowTitle(tr("Details of the answer"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    makePages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new Separator(context.theme, Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
    layout->addWidget(new Separator(context.theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kRecordWindowSize);
    showPage(kOverviewPage);
    choose(0);
}

RecordWindow::~RecordWindow() = default;

QWidget *RecordWindow::makeHeader()
{
    auto *header = new QWidget(this);
    m_tabs->setClearable(false);
    m_tabs->setAccessibleName(tr("Parts of the record"));
    m_tabs->setOptions({{kOverviewPage, tr("Overview")},
                        {kRequest, tr("Request")},
                        {kResponse, tr("Response")},
                        {kRaw, tr("Raw stream")}});
    connect(m_tabs, &SegmentedControl::chosen, this, &RecordWindow::showPage);
    const auto count = int(m_replies.size());
    for (int i = 0; i < count; ++i)
        m_runs->addItem(tr("Request %1 of %2").arg(i + 1).arg(count));
    m_runs->setAccessibleName(tr("Request of this answer"));
    m_runs->setVisible(count > 1);
    connect(m_runs, &QComboBox::activated, this, &RecordWindow::choose);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::kStep3);
    first->addWidget(m_title, 1);
    first->addWidget(m_runs);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep3);
    layout->addLayout(first);
    layout->addWidget(m_tabs);
    return header;
}

void RecordWindow::makePages()
{
    using Text = RecordPage::Text;
    const auto add = [this](const QString &id, const QString &name, Text text) {
        auto *page = new RecordPage(m_context.theme, name, text, this);
        m_stack->addWidget(page);
        m_pages.insert(id, page);
    };
    add(kOverviewPage, tr("Overview"), Text::None);
    add(kRequest, tr("Body of the request"), Text::Json);
    add(kResponse, tr("Response"), Text::None);
    add(kRaw, tr("Raw stream"), Text::Plain);
}

QWidget *RecordWindow::makeFooter()
{
    auto *footer = new QWidget(this);
    m_status->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, footer);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto add = [&](const QString &text) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        return button;
    };
    m_again = add(tr("Run again exactly"));
    m_again->setToolTip(
        tr("Send the very bytes of this request once more, as an answer beside it"));
    m_again->setVisible(m_rerun == Rerun::Offered);
    connect(m_again, &QPushButton::clicked, this, &RecordWindow::runAgain);
    QPushButton *copy = add(tr("Copy"));
    m_copy = new QMenu(copy);
    copy->setMenu(m_copy);
    QPushButton *save = add(tr("Save"));
    m_save = new QMenu(save);
    save->setMenu(m_save);
    fillMenus();
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    m_status->hide();
    return footer;
}

RecordPage &RecordWindow::page(const QString &id) const
{
    return *m_pages.value(id);
}

QString RecordWindow::status() const
{
    return m_status->text();
}

void RecordWindow::showPage(const QString &id)
{
    m_tabs->setCurrent(id);
    m_stack->setCurrentWidget(m_pages.value(id));
    if (id == kRequest)
        showBody();
}

const app::Message *RecordWindow::reply() const
{
    return m_conversation->message(m_replies.value(m_index));
}

void RecordWindow::choose(int index)
{
    m_index = index;
    m_job.reset();
    m_record = {};
    m_raw = {};
    m_isRead = m_hasRecord = m_isBodyShown = false;
    showKnown();
    refreshActions();
    const app::Message *shown = reply();
    if (!shown || !shown->run)
        return refuse({.kind = app::ErrorKind::NotFound});
    const app::Settings &settings = *m_context.services.settings;
    m_job =
        std::make_unique<app::RecordJob>(*m_context.services.store, [&settings](const QString &id) {
            return findProvider(settings, id).value_or(app::Provider());
        });
    connect(m_job.get(), &app::RecordJob::done, this, &RecordWindow::take);
    connect(m_job.get(), &app::RecordJob::failed, this, &RecordWindow::refuse);
    m_job->start(shown->run);
}

/// What the conversation has, before the store has answered.
void RecordWindow::showKnown()
{
    const app::Message *shown = reply();
    if (!shown)
        return;
    const app::Run *run = m_conversation->run(shown->run);
    RecordPage &overview = page(kOverviewPage);
    overview.setPhases(run ? app::runPhases(run->timings, run->retries) : QList<app::RunPhase>());
    overview.setFacts(runFacts(*shown, run) + placeFacts(*m_conversation, *shown));
    m_title->setText(!run                           ? tr("An answer rewritten by you")
                     : run->modelAnswered.isEmpty() ? run->model
                                                    : run->modelAnswered);
    for (const QString &id : {kRequest, kResponse, kRaw}) {
        page(id).setSentence(tr("Being read…"));
        page(id).setFacts({});
    }
    page(kRequest).setText({});
    page(kRaw).setText({});
}

void RecordWindow::refuse(const app::Error &error)
{
    for (const QString &id : {kRequest, kResponse, kRaw})
        page(id).setSentence(noRecordText(error));
    m_isRead = true;
    refreshActions();
    emit read();
}

void RecordWindow::take(const app::RecordedRun &record)
{
    m_record = record;
    if (const app::Run *run = m_conversation->run(record.run().id))
        m_record.stored.run = *run; // its end may not be written yet
    m_hasRecord = true;
    const bool isSure =
        record.exactness == app::Exactness::Exact || record.exactness == app::Exactness::KeyHidden;
    page(kRequest).setSentence(exactnessText(record.exactness),
                               isSure ? &Colours::secondary : &Colours::warning);
    page(kRequest).setFacts(requestFacts(record));
    page(kResponse).setSentence({});
    page(kResponse).setFacts(responseFacts(record));
    if (m_stack->currentWidget() == m_pages.value(kRequest))
        showBody();
    readRaw();
    refreshActions();
}

/// Only once somebody looks: it may be long.
void RecordWindow::showBody()
{
    if (!m_hasRecord || m_record.body.isEmpty() || std::exchange(m_isBodyShown, true))
        return;
    app::whenDone(QtConcurrent::run([record = m_record] { return app::shownBody(record); }), this,
                  [this, id = m_record.run().id](const QString &body) {
                      if (id == m_record.run().id)
                          page(kRequest).setText(body);
                  });
}

void RecordWindow::readRaw()
{
    const auto isDone = [this] {
        m_isRead = true;
        emit read();
    };
    if (m_record.stored.rawBytes < 0) {
        page(kRaw).setSentence(
            tr("The raw stream of this answer was not kept. “Keep the raw stream "
               "of answers” in the preferences does so from then on."));
        isDone();
        return;
    }
    const app::RunId run = m_record.run().id;
    app::whenDone(m_context.services.store->rawStream(run), this,
                  [this, run, isDone](const app::Result<app::RawStream> &raw) {
                      if (run != m_record.run().id)
                          return;
                      if (raw)
                          takeRaw(*raw);
                      else
                          page(kRaw).setSentence(noRecordText(raw.error()));
                      isDone();
                  });
}

void RecordWindow::takeRaw(const app::RawStream &raw)
{
    m_raw = raw;
    const bool isLong = raw.bytes.size() > kMostShownRaw;
    QString sentence = tr("%1 as they came from the server.").arg(bytesText(raw.totalBytes));
    if (raw.isCut())
        sentence = tr("Of %1 that came from the server the first %2 were kept.")
                       .arg(bytesText(raw.totalBytes), bytesText(raw.bytes.size()));
    else if (isLong)
        sentence = tr("%1 as they came from the server, of which the first %2 are shown.")
                       .arg(bytesText(raw.totalBytes), bytesText(kMostShownRaw));
    page(kRaw).setSentence(sentence);
    page(kRaw).setText(
        QString::fromUtf8(raw.bytes.first(std::min(raw.bytes.size(), kMostShownRaw))));
    refreshActions();
}

QString RecordWindow::whyNotAgain() const
{
    if (!m_hasRecord)
        return {};
    if (m_record.exactness == app::Exactness::NothingSent)
        return exactnessText(m_record.exactness);
    // A key that is hidden here is there all the same.
    const bool isSame = m_record.exactness == app::Exactness::Exact
                        || m_record.exactness == app::Exactness::KeyHidden;
    if (!isSame)
        return tr("It cannot be run again exactly: %1").arg(exactnessText(m_record.exactness));
    if (!findProvider(*m_context.services.settings, m_record.run().providerId))
        return tr("It cannot be run again exactly: its provider was removed.");
    return {};
}

void RecordWindow::refreshActions()
{
    const bool isScript = m_hasRecord && canBeScript(m_record);
    for (QAction *action : std::as_const(m_scriptActions))
        action->setEnabled(isScript);
    for (QAction *action : std::as_const(m_recordActions))
        action->setEnabled(m_hasRecord);
    m_copyBody->setEnabled(!m_record.body.isEmpty());
    m_saveRaw->setEnabled(!m_raw.bytes.isEmpty());
    const QString why = whyNotAgain();
    m_again->setEnabled(m_hasRecord && why.isEmpty());
    QStringList sentences;
    if (m_hasRecord)
        sentences.append(noScriptText(m_record));
    if (m_rerun == Rerun::Offered && !sentences.contains(why))
        sentences.append(why);
    sentences.removeAll(QString());
    m_status->setText(sentences.join(u' '));
    m_status->setVisible(!sentences.isEmpty());
}

void RecordWindow::runAgain()
{
    emit runAgainRequested(m_replies.value(m_index));
    accept();
}

} // namespace ui
