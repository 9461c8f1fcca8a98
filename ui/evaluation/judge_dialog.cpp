// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/judge_dialog.h"

#include "app/catalogue/catalogue.h"
#include "app/evaluation/judge_prompt.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/evaluation/judge_wording.h"
#include "ui/lanes/model_button.h"
#include "ui/model_chooser.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kJudgeDialogSize{560, 560};
constexpr std::chrono::milliseconds kReckonAfter{200};

ThemedLabel *judgeCaption(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new ThemedLabel(theme, TextRole::Strong, &Colours::text, parent);
    label->setText(text);
    return label;
}

} // namespace

JudgeDialog::JudgeDialog(const Theme &theme, app::Services &services, app::ChatPtr chat,
                         app::RoundId round, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_services(services), m_chat(std::move(chat)),
      m_round(round), m_answers(app::answersIn(m_chat->conversation(), round)),
      m_chooser(new ModelChooser(theme, services, this)), m_model(new ModelButton(theme, this)),
      m_rubric(new QPlainTextEdit(this)),
      m_images(new QCheckBox(tr("Show the judge the pictures of the prompt"), this)),
      m_effort(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this))
{
    setWindowTitle(tr("Judge this round"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    connect(m_model, &ModelButton::clicked, this, &JudgeDialog::chooseModel);
    connect(m_chooser, &ModelChooser::providersRequested, this, &JudgeDialog::providersRequested);
    connect(m_images, &QCheckBox::toggled, this, &JudgeDialog::refresh);
    connect(m_rubric, &QPlainTextEdit::textChanged, this, &JudgeDialog::refresh);
    connect(services.catalogue.get(), &app::Catalogue::modelsChanged, this, &JudgeDialog::refresh);
    m_reckon.setSingleShot(true);
    m_reckon.setInterval(kReckonAfter);
    connect(&m_reckon, &QTimer::timeout, this, &JudgeDialog::refreshEffort);
    resizeWithinScreen(*this, kJudgeDialogSize);
    chooseUsualJudge();
    refreshEffort();
    m_model->setFocus();
}

JudgeDialog::~JudgeDialog() = default;

QWidget *JudgeDialog::makeBody()
{
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(judgeCaption(m_theme, tr("Judge"), body));
    layout->addWidget(m_model, 0, Qt::AlignLeft);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(makeRubric(body), 1);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(makeAnswers(body));
    layout->addWidget(m_images);
    m_images->setVisible(hasImages());
    layout->addSpacing(metrics::kStep1);
    m_effort->setWordWrap(true);
    layout->addWidget(m_effort);
    return body;
}

QWidget *JudgeDialog::makeRubric(QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    auto *line = new QHBoxLayout;
    line->addWidget(judgeCaption(m_theme, tr("What it is to look at"), part), 1);
    m_usual = new QPushButton(tr("Usual text"), part);
    m_usual->setAutoDefault(false);
    connect(m_usual, &QPushButton::clicked, this,
            [this] { m_rubric->setPlainText(app::usualRubric()); });
    line->addWidget(m_usual);
    layout->addLayout(line);
    layout->addWidget(m_rubric, 1);
    m_rubric->setAccessibleName(tr("What it is to look at"));
    m_rubric->setTabChangesFocus(true);
    const QString kept = m_services.settings->preferences().judgeRubric;
    m_rubric->setPlainText(kept.isEmpty() ? app::usualRubric() : kept);
    return part;
}

QWidget *JudgeDialog::makeAnswers(QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(judgeCaption(m_theme, tr("Answers"), part));
    for (const app::RoundAnswer &answer : std::as_const(m_answers)) {
        auto *box = new QCheckBox(
            answerName(m_chat->conversation(), answer.reply).replace(u'&', u"&&"_s), part);
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &JudgeDialog::refresh);
        layout->addWidget(box);
        m_boxes.append(box);
    }
    return part;
}

QWidget *JudgeDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_start = buttons->addButton(tr("Ask the judge"), QDialogButtonBox::AcceptRole);
    m_start->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &JudgeDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

/// The one that was asked last, where it is still there; in the demo the model that can judge.
void JudgeDialog::chooseUsualJudge()
{
    const app::Preferences &preferences = m_services.settings->preferences();
    const QString kept = preferences.judgeProvider;
    const bool isKnown = kept == app::demoProvider().id || m_services.settings->provider(kept);
    if (isKnown && !preferences.judgeModel.isEmpty())
        return setJudge(kept, preferences.judgeModel);
    const QList<app::Lane> &lanes = m_chat->conversation().lanes();
    const QString provider = lanes.first().providerId;
    setJudge(provider,
             provider == app::demoProvider().id ? u"diptych/json"_s : lanes.first().model);
}

void JudgeDialog::chooseModel()
{
    m_chooser->popUp(
        m_model, m_providerId, m_judge,
        [this](const QString &providerId, const QString &model) { setJudge(providerId, model); });
}

void JudgeDialog::setJudge(const QString &providerId, const QString &model)
{
    m_providerId = providerId;
    m_judge = model;
    const app::Provider provider = m_services.provider(providerId);
    m_model->setModel(model, provider.baseUrl.isEmpty() ? tr("removed provider") : provider.name);
    m_images->setChecked(m_services.catalogue->model(providerId, model).images
                         == app::Ability::Yes);
    refresh();
}

bool JudgeDialog::hasImages() const
{
    if (m_answers.isEmpty())
        return false;
    const app::Conversation &conversation = m_chat->conversation();
    const app::Message *prompt =
        conversation.message(conversation.message(m_answers.first().reply)->parent);
    return prompt && std::ranges::any_of(prompt->parts, [](const app::Part &part) {
               return std::holds_alternative<app::ImagePart>(part);
           });
}

app::JudgeOrder JudgeDialog::order() const
{
    app::JudgeOrder order;
    order.round = m_round;
    for (qsizetype i = 0; i < m_answers.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            order.answers.append(m_answers.at(i));
    }
    order.providerId = m_providerId;
    order.model = m_judge;
    order.rubric = m_rubric->toPlainText();
    order.sendsImages = hasImages() && m_images->isChecked();
    // Where it is not known to work, a refusal would cost a round trip for each request.
    if (m_services.catalogue->model(m_providerId, m_judge).json == app::Ability::Yes)
        order.parameters.set(u"response_format", QJsonObject{{u"type"_s, u"json_object"_s}});
    return order;
}

QString JudgeDialog::effort() const
{
    const app::JudgeOrder asked = order();
    if (asked.answers.size() < 2)
        return tr("Choose two answers at least.");
    const auto pairs = int(asked.answers.size() * (asked.answers.size() - 1) / 2);
    QStringList said{
        tr("%n pair(s), each asked about in both orders.", nullptr, pairs),
        tr("That takes %n request(s).", nullptr, app::judgeRequests(asked.answers.size()))};
    const auto cost = app::judgingCost(m_chat->conversation(), asked,
                                       m_services.catalogue->model(m_providerId, m_judge),
                                       m_services.provider(m_providerId));
    if (!cost)
        said.append(tr("What they cost is not known."));
    else if (*cost > 0)
        said.append(tr("They cost %1 at most, as far as one can tell.").arg(costText(*cost)));
    else
        said.append(tr("They cost nothing."));
    said.append(tr("The judge is not told which model wrote what. Its verdicts are no votes."));
    return said.join(u' ');
}

void JudgeDialog::refresh()
{
    if (!m_start) // still being built
        return;
    if (!m_reckon.isActive())
        m_reckon.start();
    const QString rubric = m_rubric->toPlainText();
    m_usual->setEnabled(rubric != app::usualRubric());
    m_start->setEnabled(order().answers.size() > 1 && !m_judge.isEmpty()
                        && !rubric.trimmed().isEmpty());
}

void JudgeDialog::refreshEffort()
{
    m_effort->setText(effort());
}

void JudgeDialog::start()
{
    const app::JudgeOrder asked = order();
    app::Preferences preferences = m_services.settings->preferences();
    preferences.judgeProvider = m_providerId;
    preferences.judgeModel = m_judge;
    preferences.judgeRubric = asked.rubric == app::usualRubric() ? QString() : asked.rubric;
    m_services.settings->setPreferences(preferences);
    const app::RoundId judging = m_chat->judge(asked);
    accept();
    if (judging)
        emit started(judging);
}

} // namespace ui
