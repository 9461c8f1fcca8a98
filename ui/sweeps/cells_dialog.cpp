// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cells_dialog.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/cell_runner.h"
#include "app/services.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kPromptHeight = 96;
} // namespace

CellsDialog::CellsDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
                         const app::Draft &draft, QWidget *parent)
    : QDialog(parent), m_context(context), m_chat(std::move(chat)), m_lane(lane),
      m_images(draft.images),
      m_explanation(new ThemedLabel(context.theme, TextRole::Body, &Colours::secondary, this)),
      m_prompt(new QPlainTextEdit(draft.text, this)), m_middle(new QVBoxLayout),
      m_status(new ThemedLabel(context.theme, TextRole::Body, &Colours::secondary, this))
{
    build();
}

CellsDialog::~CellsDialog() = default;

void CellsDialog::build()
{
    m_explanation->setWordWrap(true);
    m_status->setWordWrap(true);
    m_prompt->setTabChangesFocus(true);
    m_prompt->setMinimumHeight(kPromptHeight);
    m_prompt->setAccessibleName(tr("Prompt"));
    auto *label = new QLabel(tr("&Prompt"), this);
    label->setBuddy(m_prompt);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_explanation);
    layout->addWidget(label);
    layout->addWidget(m_prompt, 1);
    if (!m_images.isEmpty()) {
        auto *pictures =
            new ThemedLabel(m_context.theme, TextRole::Small, &Colours::secondary, this);
        pictures->setText(
            tr("%n picture(s) of the message go with it.", nullptr, int(m_images.size())));
        layout->addWidget(pictures);
    }
    m_middle->setSpacing(metrics::kStep2);
    layout->addLayout(m_middle);
    layout->addWidget(m_status);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &CellsDialog::refresh);
    // The lane may be answered meanwhile, and prices may come.
    connect(m_context.services.catalogue.get(), &app::Catalogue::modelsChanged, this,
            &CellsDialog::refresh);
    connect(m_chat.get(), &app::Chat::activityChanged, this, &CellsDialog::refresh);
}

/// The buttons come last, for the Tab key too.
void CellsDialog::finish(const QString &explanation, const QString &start)
{
    m_explanation->setText(explanation);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_start = buttons->button(QDialogButtonBox::Ok);
    m_start->setText(start);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &CellsDialog::start);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_start,
            &QPushButton::click);
    refresh();
}

app::Lane CellsDialog::lane() const
{
    const app::Lane *lane = m_chat->conversation().lane(m_lane);
    return lane ? *lane : app::Lane();
}

app::CellsSpec CellsDialog::spec() const
{
    const QString prompt = m_prompt->toPlainText().trimmed();
    app::CellsSpec spec{.lane = m_lane, .prompts = {}, .images = m_images};
    if (!prompt.isEmpty())
        spec.prompts = {prompt};
    return varied(spec);
}

QString CellsDialog::problemOf(const app::CellsSpec &spec) const
{
    if (!m_chat->conversation().lane(m_lane))
        return tr("The lane was removed meanwhile.");
    if (m_chat->activity(m_lane).isBusy())
        return tr("The lane is being answered. Stop it, or wait for it to end.");
    if (spec.prompts.isEmpty())
        return tr("Write the prompt that is to be asked.");
    if (const QString own = problem(); !own.isEmpty())
        return own;
    if (app::cellCount(spec) > app::kMostRoundCells) {
        return tr("That would be %1. %2 are the most; take fewer values. For more there is "
                  "“diptych-cli compare”.")
            .arg(answersText(app::cellCount(spec)), countText(app::kMostRoundCells));
    }
    return {};
}

QString CellsDialog::sizeOf(const app::CellsSpec &spec) const
{
    const auto cost = app::estimateCells(
        m_chat->conversation(), spec, *m_context.services.catalogue, *m_context.services.settings);
    const QString answers = answersText(app::cellCount(spec));
    if (!cost)
        //: %1: "10 answers".
        return tr("%1. What they cost is not known.").arg(answers);
    if (*cost == 0)
        return tr("%1. They cost nothing.").arg(answers);
    //: %1: "10 answers"; %2 is an amount of money.
    return tr("%1. They may cost up to about %2.").arg(answers, costText(*cost));
}

void CellsDialog::refresh()
{
    if (!m_start)
        return;
    const app::CellsSpec wanted = spec();
    const QString why = problemOf(wanted);
    m_start->setEnabled(why.isEmpty());
    m_status->setText(why.isEmpty() ? sizeOf(wanted) : why);
}

QString CellsDialog::status() const
{
    return m_status->text();
}

void CellsDialog::start()
{
    refresh();
    if (!m_start->isEnabled())
        return;
    const auto round = m_chat->cells().start(spec());
    if (!round) {
        m_status->setText(errorSentence(round.error(), {}, {}).text);
        return;
    }
    emit started(*round);
    accept();
}

} // namespace ui
