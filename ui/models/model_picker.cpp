// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the picker; the keys and clicks that it takes are in model_picker_input.cpp.
#include "ui/models/model_picker.h"

#include "app/catalogue/catalogue.h"
#include "ui/models/model_delegate.h"
#include "ui/models/model_details.h"
#include "ui/models/model_filter_bar.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/separator.h"

#include <QCursor>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kPickerSize{840, 560};
constexpr int kDetailsWidth = 336;
/// With less room the list stands alone.
constexpr int kLeastWithDetails = 700;
/// On its way to the details the pointer passes rows that nobody asked about.
constexpr std::chrono::milliseconds kPointerRest{160};
} // namespace

ModelPicker::ModelPicker(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_catalogue(catalogue)
{
    setAccessibleName(tr("Choose a model"));
    setFrameShape(QFrame::NoFrame);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, metrics::kStep2, 1, 1);
    lines->setSpacing(0);
    addSearch(lines);
    lines->addWidget(new Separator(theme, Qt::Horizontal, this));
    auto *parts = new QHBoxLayout;
    parts->setSpacing(0);
    lines->addLayout(parts, 1);
    addList(parts);
    addDetails(parts);
    connect(&catalogue, &app::Catalogue::modelsChanged, this, [this](const QString &providerId) {
        m_stale.insert(providerId);
        if (isVisible())
            readCatalogue();
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(kPointerRest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        const QPoint at = m_view->viewport()->mapFromGlobal(QCursor::pos());
        const int row = m_view->indexAt(at).row();
        if (m_view->viewport()->rect().contains(at) && m_list.isChoosable(row)) {
            m_awaitsCurrent = false;
            select(row);
        }
    });
}

void ModelPicker::addSearch(QVBoxLayout *lines)
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Type to search, or a model id"));
    m_search->setAccessibleName(tr("Search for models"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *providers = new FlatButton(m_theme, u"provider"_s, tr("Providers…"), this);
    m_about = new FlatButton(m_theme, u"info"_s, tr("About the model"), this);
    m_about->setIconOnly(true);
    m_about->setCheckable(true);
    m_about->setFocusPolicy(Qt::TabFocus);
    m_filters = new ModelFilterBar(m_theme, this);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(metrics::kStep2, 0, metrics::kStep2, 0);
    top->addWidget(m_search, 1);
    top->addWidget(m_about);
    top->addWidget(providers);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(metrics::kStep2, 0, metrics::kStep2, 0);
    below->addWidget(m_filters);
    lines->addLayout(top);
    lines->addSpacing(metrics::kStep2);
    lines->addLayout(below);
    lines->addSpacing(metrics::kStep2);
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::search);
    connect(providers, &FlatButton::clicked, this, [this] {
        close();
        emit providersRequested();
    });
    connect(m_about, &FlatButton::clicked, this, &ModelPicker::showParts);
    connect(m_filters, &ModelFilterBar::changed, this, [this] {
        m_awaitsCurrent = false;
        m_list.setFilter(m_filters->filter());
        select(m_list.bestRow());
        m_view->scrollToTop();
    });
    for (FilterChip *chip : m_filters->findChildren<FilterChip *>())
        chip->installEventFilter(this);
}

void ModelPicker::addList(QHBoxLayout *parts)
{
    m_view = new QListView(this);
    m_view->setModel(&m_list);
    m_delegate = new ModelDelegate(m_list, m_theme, this);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Models"));
    m_view->viewport()->installEventFilter(this);
    parts->addWidget(m_view, 1);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_view, &QListView::entered, this, [this] { m_rest.start(); });
}

void ModelPicker::addDetails(QHBoxLayout *parts)
{
    m_edge = new Separator(m_theme, Qt::Vertical, this);
    m_details = new ModelDetails(m_theme, m_catalogue, this);
    parts->addWidget(m_edge);
    parts->addWidget(m_details);
    connect(m_details, &ModelDetails::favouriteToggled, this,
            [this] { toggleFavourite(selectedRow()); });
    connect(m_details, &ModelDetails::replacementRequested, this, [this](const QString &modelId) {
        const int row = selectedRow();
        if (!m_list.isModel(row))
            return;
        const QString provider = m_list.provider(m_list.row(row)).id;
        close();
        emit chosen(provider, modelId);
    });
    connect(m_details, &ModelDetails::abilitySaid, this,
            [this](ModelFilter::AbilityField ability, std::optional<app::Ability> value) {
                const int row = selectedRow();
                if (!m_list.isModel(row))
                    return;
                const ModelList::Row shown = m_list.row(row);
                emit abilitySaid(m_list.provider(shown).id, m_list.modelId(shown), ability, value);
            });
}

/// Where there is little room the details take the place of the list while they are asked for.
void ModelPicker::showParts()
{
    const bool showsDetails = !m_isNarrow || m_about->isChecked();
    m_details->setMinimumWidth(m_isNarrow ? 0 : kDetailsWidth);
    m_details->setMaximumWidth(m_isNarrow ? QWIDGETSIZE_MAX : kDetailsWidth);
    m_details->setVisible(showsDetails);
    m_edge->setVisible(!m_isNarrow);
    m_view->setVisible(!m_isNarrow || !showsDetails);
}

void ModelPicker::setProviders(const QList<app::Provider> &providers)
{
    if (providers == m_list.providers())
        return;
    m_list.setProviders(providers);
    m_filters->setProviders(providers);
    m_filters->setFilter(m_list.filter());
    for (const app::Provider &provider : providers)
        m_stale.insert(provider.id);
    readCatalogue();
}

/// What changed since it was read.
void ModelPicker::readCatalogue()
{
    const int row = selectedRow();
    const bool isModel = m_list.isModel(row) && !m_awaitsCurrent;
    const QString provider = isModel ? m_list.provider(m_list.row(row)).id : m_currentProvider;
    const QString model = isModel ? m_list.modelId(m_list.row(row)) : m_currentModel;
    for (const QString &providerId : std::exchange(m_stale, {}))
        m_list.setModels(providerId, m_catalogue.models(providerId));
    readPinned();
    selectAgain(provider, model);
    m_awaitsCurrent &= m_list.rowOf(m_currentProvider, m_currentModel) < 0;
}

void ModelPicker::setPinned(const ModelRefs &favourites, const ModelRefs &recent)
{
    m_favourites = favourites;
    m_recent = recent;
    const int row = selectedRow();
    const bool isModel = m_list.isModel(row);
    const QString provider = isModel ? m_list.provider(m_list.row(row)).id : QString();
    const QString model = isModel ? m_list.modelId(m_list.row(row)) : QString();
    readPinned();
    selectAgain(provider, model);
}

void ModelPicker::readPinned()
{
    const auto read = [this](const ModelRefs &refs) {
        QList<ModelList::Pinned> models;
        for (const auto &[providerId, modelId] : refs)
            models.append({providerId, m_catalogue.model(providerId, modelId)});
        return models;
    };
    m_list.setPinned(read(m_favourites), read(m_recent));
}

void ModelPicker::setListState(const QString &providerId, ListState state, const QString &why)
{
    m_list.setState(providerId, state, why);
    if (state == ListState::Known)
        m_details->refresh(); // the same prices, seen today
}

void ModelPicker::setCurrent(const QString &providerId, const QString &modelId)
{
    m_currentProvider = providerId;
    m_currentModel = modelId;
    m_delegate->setCurrent(providerId, modelId);
    m_view->viewport()->update();
}

void ModelPicker::popUp(const QWidget *anchor)
{
    readCatalogue();
    m_search->clear();
    const QRect place = placeFor(anchor);
    m_isNarrow = place.width() < kLeastWithDetails;
    m_about->setVisible(m_isNarrow);
    m_about->setChecked(false);
    showParts();
    setGeometry(place);
    show();
    m_search->setFocus();
    const int row = m_list.rowOf(m_currentProvider, m_currentModel);
    select(row >= 0 ? row : m_list.bestRow());
    m_awaitsCurrent = row < 0;
    if (row >= 0)
        m_view->scrollTo(m_list.index(row), QAbstractItemView::PositionAtCenter);
    emit refreshRequested();
}

QRect ModelPicker::placeFor(const QWidget *anchor) const
{
    const QRect screen = anchor->screen()->availableGeometry();
    const QRect below(anchor->mapToGlobal(QPoint(0, anchor->height() + metrics::kStep1)),
                      kPickerSize.boundedTo(screen.size()));
    QRect place = below;
    if (place.bottom() > screen.bottom()) {
        place.moveBottom(anchor->mapToGlobal(QPoint(0, 0)).y() - metrics::kStep1);
        place.moveTop(std::max(place.top(), screen.top()));
    }
    if (isRightToLeft())
        place.moveRight(anchor->mapToGlobal(QPoint(anchor->width(), 0)).x());
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() - place.width() + 1));
    return place;
}

void ModelPicker::search(const QString &text)
{
    m_awaitsCurrent = false;
    m_list.setText(text);
    select(m_list.bestRow());
    m_view->scrollToTop();
}

int ModelPicker::selectedRow() const
{
    return m_view->currentIndex().row();
}

void ModelPicker::select(int row)
{
    m_view->setCurrentIndex(row >= 0 ? m_list.index(row) : QModelIndex());
    showDetails();
}

void ModelPicker::selectAgain(const QString &providerId, const QString &modelId)
{
    const int row = m_list.rowOf(providerId, modelId);
    select(row >= 0 ? row : m_list.bestRow());
    if (row >= 0)
        m_view->scrollTo(m_list.index(row));
}

void ModelPicker::showDetails()
{
    const int row = selectedRow();
    if (!m_list.isModel(row))
        return m_details->showNothing();
    const ModelList::Row &shown = m_list.row(row);
    const app::Provider &provider = m_list.provider(shown);
    const QString model = m_list.modelId(shown);
    m_details->showModel(provider, model,
                         m_list.isFavourite(provider.id, model) ? ModelDetails::Favourite::Yes
                                                                : ModelDetails::Favourite::No);
}

void ModelPicker::choose(int row)
{
    if (!m_list.isChoosable(row))
        return;
    const ModelList::Row chosenRow = m_list.row(row);
    if (chosenRow.kind == ModelList::Row::Kind::ShowUnknown) {
        m_list.showUnknown();
        return select(m_list.bestRow());
    }
    if (chosenRow.kind == ModelList::Row::Kind::ClearFilter) {
        m_list.setFilter({.order = m_list.filter().order});
        m_filters->setFilter(m_list.filter());
        return select(m_list.bestRow());
    }
    const QString provider = m_list.provider(chosenRow).id;
    const QString model = m_list.modelId(chosenRow);
    close();
    emit chosen(provider, model);
}

void ModelPicker::toggleFavourite(int row)
{
    if (!m_list.isModel(row))
        return;
    const ModelList::Row shown = m_list.row(row);
    emit favouriteToggled(m_list.provider(shown).id, m_list.modelId(shown));
}

void ModelPicker::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), colours.transcript);
    painter.setPen(colours.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
