// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ceiling_dialog.h"

#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/lanes/view_context.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr double kMostUsd = 100'000;
constexpr double kUsdStep = 0.5;
constexpr double kFirstUsd = 1;
constexpr int kLongestTitle = 60;

QDoubleSpinBox *amountField(double usd, QWidget *parent)
{
    auto *field = new QDoubleSpinBox(parent);
    field->setDecimals(4); // requests cost parts of cents
    field->setRange(0, kMostUsd);
    field->setSingleStep(kUsdStep);
    field->setPrefix(CeilingDialog::tr("$ "));
    field->setValue(usd);
    field->setAccessibleName(CeilingDialog::tr("Ceiling of this conversation"));
    return field;
}

} // namespace

CeilingDialog::CeilingDialog(const Theme &theme, const app::ConversationSummary &conversation,
                             std::optional<double> usualUsd, std::optional<double> spentUsd,
                             QWidget *parent)
    : QDialog(parent), m_about(new ThemedLabel(theme, TextRole::Body, &Colours::text, this)),
      m_usual(new QRadioButton(this)), m_own(new QRadioButton(tr("&A ceiling of its own:"), this)),
      m_amount(amountField(conversation.ceilingUsd.value_or(usualUsd.value_or(kFirstUsd)), this))
{
    setWindowTitle(tr("Ceiling of spending"));
    m_about->setText(aboutText(conversation, spentUsd));
    m_about->setWordWrap(true);
    m_usual->setText(usualUsd ? tr("The &ceiling of the preferences, %1").arg(costText(*usualUsd))
                              : tr("As in the preferences: no &ceiling"));
    m_own->setChecked(conversation.ceilingUsd.has_value());
    m_usual->setChecked(!conversation.ceilingUsd);
    m_amount->setEnabled(m_own->isChecked());
    build();
}

QString CeilingDialog::aboutText(const app::ConversationSummary &conversation,
                                 std::optional<double> spentUsd)
{
    const QString asks = conversation.title.isEmpty()
                             ? tr("Before this conversation costs more, Diptych asks.")
                             : tr("Before “%1” costs more, Diptych asks.")
                                   .arg(shortened(conversation.title, kLongestTitle));
    //: Both are whole sentences; %2 is an amount of money.
    return spentUsd ? tr("%1 It has cost %2 so far.").arg(asks, costText(*spentUsd)) : asks;
}

void CeilingDialog::build()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *own = new QHBoxLayout;
    own->setSpacing(metrics::kStep2);
    own->addWidget(m_own);
    own->addWidget(m_amount, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_about);
    layout->addWidget(m_usual);
    layout->addLayout(own);
    layout->addWidget(buttons);
    connect(m_own, &QRadioButton::toggled, m_amount, &QWidget::setEnabled);
    connect(m_own, &QRadioButton::clicked, this, [this] {
        m_amount->setFocus(Qt::OtherFocusReason);
        m_amount->selectAll();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit chosen(ceiling());
    });
}

CeilingDialog::~CeilingDialog() = default;

void CeilingDialog::ask(const ViewContext &context, const app::Conversation &shown,
                        app::ConversationId id, QWidget *parent)
{
    app::Library &library = *context.services.library;
    const QList<app::ConversationSummary> &all = library.conversations();
    const auto listed = std::ranges::find(all, id, &app::ConversationSummary::id);
    const bool isShown = id == shown.id();
    if (!isShown && listed == all.end())
        return;
    // While names are hidden the cost would say how dear the answers were.
    const bool isTold = isShown && !shown.veiledRound();
    auto *dialog =
        new CeilingDialog(context.theme, isShown ? shown.summary() : *listed,
                          context.services.settings->preferences().conversationCeilingUsd,
                          isTold ? std::optional(shown.costUsd()) : std::nullopt, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CeilingDialog::chosen, &library,
            [&library, id](std::optional<double> usd) { library.setCeiling(id, usd); });
    dialog->open();
}

std::optional<double> CeilingDialog::ceiling() const
{
    return m_own->isChecked() ? std::optional(m_amount->value()) : std::nullopt;
}

} // namespace ui
