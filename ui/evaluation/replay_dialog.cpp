// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/replay_dialog.h"

#include "app/catalogue/catalogue.h"
#include "app/services.h"
#include "ui/lanes/model_button.h"
#include "ui/model_chooser.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kReplayDialogSize{760, 560};
constexpr QSize kReplayDialogWithoutSettings{480, 340};

ThemedLabel *replayCaption(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new ThemedLabel(theme, TextRole::Strong, &Colours::text, parent);
    label->setText(text);
    return label;
}

} // namespace

ReplayDialog::ReplayDialog(const Theme &theme, app::Services &services, app::ChatPtr chat,
                           app::LaneId lane, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_services(services), m_chat(std::move(chat)),
      m_original(lane), m_settings(*m_chat->conversation().lane(lane)),
      m_chooser(new ModelChooser(theme, services, this)), m_model(new ModelButton(theme, this)),
      m_note(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this))
{
    //: %1 is the letter of a lane.
    setWindowTitle(tr("Replay lane %1").arg(laneLetter(m_settings.letter)));
    m_settings.id = app::LaneId::next();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeChoices(), 1);
    if (takesSettings()) {
        columns->addWidget(new Separator(theme, Qt::Vertical, this));
        columns->addWidget(makeSettings());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(columns, 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    connect(m_model, &ModelButton::clicked, this, &ReplayDialog::chooseModel);
    connect(m_chooser, &ModelChooser::providersRequested, this, &ReplayDialog::providersRequested);
    resizeWithinScreen(*this, takesSettings() ? kReplayDialogSize : kReplayDialogWithoutSettings);
    refresh();
    m_model->setFocus();
}

ReplayDialog::~ReplayDialog() = default;

QWidget *ReplayDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(replayCaption(m_theme, tr("Ask the same prompts again with"), choices));
    layout->addWidget(m_model, 0, Qt::AlignLeft);
    layout->addSpacing(metrics::kStep2);
    layout->addWidget(
        replayCaption(m_theme, tr("What the model sees before each prompt"), choices));
    m_newAnswers =
        addWay(*layout, tr("Its own new answers"),
               tr("The conversation takes the course that it would have taken with this model."));
    m_oldAnswers =
        addWay(*layout, tr("The old answers of this lane"),
               tr("Each answer can be compared with the old one: both follow the same words."));
    m_newAnswers->setChecked(true);
    m_note->setWordWrap(true);
    layout->addStretch(1);
    layout->addWidget(m_note);
    return choices;
}

QRadioButton *ReplayDialog::addWay(QVBoxLayout &layout, const QString &text,
                                   const QString &explanation)
{
    QWidget *parent = layout.parentWidget();
    auto *button = new QRadioButton(text, parent);
    button->setAccessibleDescription(explanation);
    auto *words = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, parent);
    words->setText(explanation);
    words->setWordWrap(true);
    words->setContentsMargins(metrics::kStep5, 0, 0, 0);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(button);
    pair->addWidget(words);
    layout.addLayout(pair);
    return button;
}

QWidget *ReplayDialog::makeSettings()
{
    m_panel = new ParameterPanel(m_theme, this);
    m_panel->setFixedWidth(metrics::kParametersWidth);
    m_panel->setProviders(m_services.providers());
    connect(m_panel, &ParameterPanel::laneEdited, this, [this](const app::Lane &edited) {
        const QString provider = m_settings.providerId;
        const QString model = m_settings.model;
        m_settings = edited;
        m_settings.providerId = provider;
        m_settings.model = model;
        refreshNote();
    });
    return m_panel;
}

QWidget *ReplayDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_start = buttons->addButton(tr("Start the replay"), QDialogButtonBox::AcceptRole);
    m_start->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReplayDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

/// Where only the models may differ, there is nothing else to choose.
bool ReplayDialog::takesSettings() const
{
    return !m_chat->conversation().summary().sameSettings;
}

void ReplayDialog::chooseModel()
{
    m_chooser->popUp(
        m_model, m_settings.providerId, m_settings.model,
        [this](const QString &providerId, const QString &model) { setModel(providerId, model); });
}

void ReplayDialog::setModel(const QString &providerId, const QString &model)
{
    if (m_panel)
        m_panel->flush();
    m_settings.providerId = providerId;
    m_settings.model = model;
    refresh();
    m_start->setFocus();
}

bool ReplayDialog::hasImages() const
{
    const app::Conversation &conversation = m_chat->conversation();
    return std::ranges::any_of(conversation.path(m_original), [&](app::MessageId id) {
        return std::ranges::any_of(conversation.message(id)->parts, [](const app::Part &part) {
            return std::holds_alternative<app::ImagePart>(part);
        });
    });
}

void ReplayDialog::refresh()
{
    const app::Provider provider = m_services.provider(m_settings.providerId);
    const app::ModelInfo model =
        m_services.catalogue->model(m_settings.providerId, m_settings.model);
    m_model->setModel(m_settings.model,
                      provider.baseUrl.isEmpty() ? tr("removed provider") : provider.name);
    if (m_panel) {
        m_panel->setLanes({m_settings}, m_settings.id);
        m_panel->setModelInfo(m_settings.id, model);
    }
    refreshNote();
}

/// How much is asked for, and what may come of it.
void ReplayDialog::refreshNote()
{
    const app::ModelInfo model =
        m_services.catalogue->model(m_settings.providerId, m_settings.model);
    const app::Lane *original = m_chat->conversation().lane(m_original);
    const auto prompts =
        original ? int(app::promptsOf(m_chat->conversation(), original->head).size()) : 0;
    QStringList said{tr("%n prompt(s) will be asked, one after the other, in a lane beside this "
                        "one. It can be stopped at any time.",
                        nullptr, prompts),
                     costSentence(model)};
    if (hasImages() && model.images == app::Ability::No)
        said.append(tr("There are pictures among them, which this model does not take."));
    if (!m_panel)
        said.append(tr("All else stays as it is, because only the models of these lanes differ."));
    m_note->setText(said.join(u' '));
    m_start->setEnabled(prompts > 0 && !m_settings.model.isEmpty());
}

QString ReplayDialog::costSentence(const app::ModelInfo &model) const
{
    const auto cost = app::replayCost(m_chat->conversation(), order(), model,
                                      m_services.provider(m_settings.providerId));
    if (!cost)
        return tr("What they cost is not known.");
    if (*cost == 0)
        return tr("They cost nothing.");
    return tr("They may cost up to about %1.").arg(costText(*cost));
}

app::ReplayOrder ReplayDialog::order() const
{
    return {m_original, m_settings,
            m_oldAnswers->isChecked() ? app::ReplayHistory::Original : app::ReplayHistory::Own};
}

void ReplayDialog::start()
{
    if (m_panel)
        m_panel->flush();
    const app::LaneId lane = m_chat->replay(order());
    accept();
    if (lane)
        emit started(lane);
}

} // namespace ui
