// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_details.h"

#include "app/catalogue/catalogue.h"
#include "ui/models/ability_row.h"
#include "ui/models/model_list.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/model_wording.h"
#include "ui/wording/number_wording.h"

#include <QClipboard>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What is seen of buttons stands in line with the texts.
constexpr int kDetailsPadding = 2;
constexpr int kLongestDescription = 1'200;
constexpr int kLongestModelNote = 300;

ThemedLabel *addWrappedLabel(const Theme &theme, TextRole role, QColor Colours::*colour,
                             QVBoxLayout *lines, QWidget *parent)
{
    auto *label = new ThemedLabel(theme, role, colour, parent);
    label->setWordWrap(true);
    lines->addWidget(label);
    return label;
}

/// Prices as they stand in a history: without those of another day there is nothing to tell.
QString pricesLine(const app::Prices &prices)
{
    app::ModelInfo info;
    info.prices = prices;
    return pricesText(info);
}

} // namespace

ModelDetails::ModelDetails(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_catalogue(catalogue)
{
    setAccessibleName(tr("About the model"));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_content = new Ground(theme, &Colours::transcript, area);
    auto *lines = new QVBoxLayout(m_content);
    lines->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, metrics::kStep4);
    lines->setSpacing(metrics::kStep2);
    addTitle(lines);
    lines->addWidget(new Separator(theme, Qt::Horizontal, m_content));
    addFacts(lines);
    lines->addWidget(new Separator(theme, Qt::Horizontal, m_content));
    addAbilities(lines);
    lines->addStretch(1);
    area->setWidget(m_content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    showNothing();
}

void ModelDetails::addTitle(QVBoxLayout *lines)
{
    m_name = new ThemedLabel(m_theme, TextRole::Title, &Colours::text, m_content);
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_maker = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, m_content);
    m_maker->setWordWrap(true);
    auto *name = new QVBoxLayout;
    name->setSpacing(2);
    name->addWidget(m_name);
    name->addWidget(m_maker);
    lines->addLayout(name);
    m_star = new FlatButton(m_theme, u"star"_s, tr("Favourite"), m_content);
    m_copy = new FlatButton(m_theme, u"copy"_s, tr("Copy id"), m_content);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kStep1);
    for (FlatButton *button : {m_star, m_copy}) {
        button->setIconOnly(false);
        button->setTextRole(TextRole::Small);
        button->setPadding(kDetailsPadding);
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    lines->addLayout(buttons);
    m_deprecated = addWrappedLabel(m_theme, TextRole::Body, &Colours::warning, lines, m_content);
    m_replacement = new FlatButton(m_theme, u"chevron-right"_s, {}, m_content);
    m_replacement->setIconOnly(false);
    m_replacement->setTone(FlatButton::Tone::Accent);
    m_replacement->setFocusPolicy(Qt::TabFocus);
    m_replacement->setLeading(true);
    m_replacement->setPadding(kDetailsPadding);
    lines->addWidget(m_replacement);
    m_description = addWrappedLabel(m_theme, TextRole::Body, &Colours::text, lines, m_content);
    connect(m_star, &FlatButton::clicked, this, &ModelDetails::favouriteToggled);
    connect(m_copy, &FlatButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_modelId); });
    connect(m_replacement, &FlatButton::clicked, this, [this] {
        emit replacementRequested(m_catalogue.model(m_provider.id, m_modelId).replacedBy);
    });
}

void ModelDetails::addAbilities(QVBoxLayout *lines)
{
    const QList<std::pair<QString, ModelFilter::AbilityField>> shown{
        {tr("Sees images"), &app::ModelInfo::images},
        {tr("Calls tools"), &app::ModelInfo::tools},
        {tr("Thinks"), &app::ModelInfo::reasoning},
        {tr("Thinks as much as it is told"), &app::ModelInfo::reasoningEffort},
        {tr("Answers in JSON"), &app::ModelInfo::json},
        {tr("Has service tiers"), &app::ModelInfo::tiers},
        {tr("Gives several answers at once"), &app::ModelInfo::choices},
    };
    for (const auto &[name, ability] : shown) {
        auto *row = new AbilityRow(m_theme, name, m_content);
        lines->addWidget(row);
        m_abilities.append({row, ability});
        connect(row, &AbilityRow::said, this,
                [this, field = ability](std::optional<app::Ability> value) {
                    emit abilitySaid(field, value);
                    refresh();
                });
    }
}

void ModelDetails::addFacts(QVBoxLayout *lines)
{
    // No form: hiding its rows writes beyond its memory in Qt 6.4.
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(metrics::kStep3);
    form->setVerticalSpacing(metrics::kStep1);
    form->setColumnStretch(1, 1);
    addFact(form, Fact::Context, tr("Context"));
    addFact(form, Fact::MaxOutput, tr("Longest answer"));
    addFact(form, Fact::Prices, tr("Per 1M tokens"));
    addFact(form, Fact::Cached, tr("Cached"));
    addFact(form, Fact::Discount, tr("Discount"));
    addFact(form, Fact::Since, tr("Prices"));
    addFact(form, Fact::Before, tr("Before"));
    addFact(form, Fact::Tiers, tr("Tiers"));
    addFact(form, Fact::Note, tr("Note"));
    addFact(form, Fact::Added, tr("Added"));
    addFact(form, Fact::Tags, tr("Tags"));
    lines->addLayout(form);
}

void ModelDetails::addFact(QGridLayout *form, Fact fact, const QString &name)
{
    auto *label = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, m_content);
    label->setText(name);
    auto *value = new ThemedLabel(m_theme, TextRole::Small, &Colours::text, m_content);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = form->rowCount();
    form->addWidget(label, row, 0, Qt::AlignTop);
    form->addWidget(value, row, 1);
    m_facts.insert(fact, {label, value});
}

void ModelDetails::setFact(Fact fact, const QString &text)
{
    const auto [label, value] = m_facts.value(fact);
    value->setText(text);
    label->setVisible(!text.isEmpty());
    value->setVisible(!text.isEmpty());
}

void ModelDetails::showModel(const app::Provider &provider, const QString &modelId,
                             Favourite favourite)
{
    m_provider = provider;
    m_modelId = modelId;
    m_favourite = favourite;
    refresh();
}

void ModelDetails::showNothing()
{
    m_modelId.clear();
    m_content->hide();
}

void ModelDetails::refresh()
{
    if (m_modelId.isEmpty())
        return;
    const app::ModelInfo info = m_catalogue.model(m_provider.id, m_modelId);
    showTitle(info);
    showAbilities();
    setFact(Fact::Context, info.contextLength ? tokensText(*info.contextLength) : QString());
    setFact(Fact::MaxOutput, info.maxOutput ? tokensText(*info.maxOutput) : QString());
    showPrices(info);
    setFact(Fact::Added, info.createdMs > 0 ? dayText(info.createdMs) : QString());
    setFact(Fact::Tags, shortened(info.tags.join(u", "_s), kLongestModelNote));
    m_content->show();
}

void ModelDetails::showTitle(const app::ModelInfo &info)
{
    const QString name = app::shortModelName(m_modelId);
    m_name->setText(shortened(name, kLongestModelNote));
    const QString maker = m_modelId.chopped(name.size() + (m_modelId == name ? 0 : 1));
    const QString where = maker.isEmpty() ? m_provider.name : maker + u" · "_s + m_provider.name;
    m_maker->setText(m_catalogue.isListed(m_provider.id, m_modelId)
                         ? where
                         //: %1 is a provider.
                         : tr("%1 · in no list, it can be asked all the same").arg(where));
    const bool isFavourite = m_favourite == Favourite::Yes;
    m_star->setIconName(isFavourite ? u"star-filled"_s : u"star"_s);
    m_star->setTone(isFavourite ? FlatButton::Tone::Accent : FlatButton::Tone::Secondary);
    const QString starTip = isFavourite ? tr("Take it out of the favourites (Ctrl+S)")
                                        : tr("Keep it among the favourites (Ctrl+S)");
    m_star->setToolTip(starTip);
    m_star->setAccessibleName(starTip);
    m_deprecated->setVisible(info.deprecated);
    m_deprecated->setText(info.replacedBy.isEmpty()
                              ? tr("This model is outdated and goes away.")
                              : tr("This model was replaced; requests may be answered by its "
                                   "successor."));
    m_replacement->setVisible(!info.replacedBy.isEmpty());
    m_replacement->setText(tr("Use %1 instead").arg(app::shortModelName(info.replacedBy)));
    m_replacement->setAccessibleName(m_replacement->text());
    m_replacement->setToolTip(literally(info.replacedBy));
    m_description->setText(shortened(info.description, kLongestDescription));
    m_description->setVisible(!info.description.isEmpty());
}

void ModelDetails::showPrices(const app::ModelInfo &info)
{
    setFact(Fact::Prices, pricesText(info));
    //: The price of tokens of the prompt that the server had kept.
    setFact(Fact::Cached,
            info.prices.cacheRead ? tr("%1 in").arg(priceText(*info.prices.cacheRead)) : QString());
    setFact(Fact::Discount, discountText(info));
    setFact(Fact::Tiers, tierPricesText(info.prices));
    setFact(Fact::Note, shortened(info.pricesNote, kLongestModelNote));
    const app::PriceHistory history = m_catalogue.priceHistory(m_provider.id, m_modelId);
    const qint64 seenMs = m_catalogue.listSeenMs(m_provider.id);
    const bool isPriced = info.prices.input || info.prices.output;
    if (!isPriced || history.isEmpty() || seenMs == 0) {
        setFact(Fact::Since, {});
        return setFact(Fact::Before, {});
    }
    const QString seen = momentText(seenMs, QDateTime::currentMSecsSinceEpoch());
    //: Prices: the day since which they were seen, and when they were looked at last.
    setFact(Fact::Since, tr("since %1, seen %2").arg(dayText(history.last().sinceMs), seen));
    const QString before =
        history.size() > 1 ? pricesLine(history.at(history.size() - 2).prices) : QString();
    setFact(Fact::Before, before);
}

void ModelDetails::showAbilities()
{
    for (const auto &[row, ability] : std::as_const(m_abilities)) {
        row->setBelief(m_catalogue.belief(m_provider.id, m_modelId, ability),
                       m_catalogue.knownBelief(m_provider.id, m_modelId, ability), m_provider.name);
    }
}

} // namespace ui
