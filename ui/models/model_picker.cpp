// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_picker.h"

#include "app/catalogue/catalogue.h"
#include "ui/models/model_delegate.h"
#include "ui/widgets/flat_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kSize{520, 460};
constexpr int kPageRows = 8;
} // namespace

ModelPicker::ModelPicker(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_catalogue(catalogue)
{
    setAccessibleName(tr("Choose a model"));
    setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, metrics::kStep2, 1, metrics::kStep1);
    layout->setSpacing(metrics::kStep1);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Type to filter, or a model id"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    auto *providers = new FlatButton(theme, u"provider"_s, tr("Providers…"), this);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(metrics::kStep2, 0, metrics::kStep2, 0);
    top->addWidget(m_filter, 1);
    top->addWidget(providers);
    layout->addLayout(top);

    m_view = new QListView(this);
    m_view->setModel(&m_list);
    m_delegate = new ModelDelegate(m_list, theme, this);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Models"));
    layout->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &ModelPicker::filter);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_view, &QListView::entered, this, [this](const QModelIndex &index) {
        if (m_list.isChoosable(index.row()))
            m_view->setCurrentIndex(index);
    });
    connect(providers, &FlatButton::clicked, this, [this] {
        close();
        emit providersRequested();
    });
    connect(&catalogue, &app::Catalogue::modelsChanged, this, [this](const QString &providerId) {
        m_list.setModels(providerId, m_catalogue.models(providerId));
        select(m_list.filter().isEmpty() ? m_list.rowOf(m_currentProvider, m_currentModel)
                                         : m_list.bestRow());
    });
}

void ModelPicker::setProviders(const QList<app::Provider> &providers)
{
    if (providers == m_list.providers())
        return;
    m_list.setProviders(providers);
    readCatalogue();
}

void ModelPicker::readCatalogue()
{
    const QList<app::Provider> providers = m_list.providers();
    for (const app::Provider &provider : providers)
        m_list.setModels(provider.id, m_catalogue.models(provider.id));
}

void ModelPicker::setListState(const QString &providerId, ListState state)
{
    m_list.setState(providerId, state);
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
    m_filter->clear();
    setGeometry(placeFor(anchor));
    show();
    m_filter->setFocus();
    const int row = m_list.rowOf(m_currentProvider, m_currentModel);
    select(row >= 0 ? row : m_list.bestRow());
    if (row >= 0)
        m_view->scrollTo(m_list.index(row), QAbstractItemView::PositionAtCenter);
    emit refreshRequested();
}

QRect ModelPicker::placeFor(const QWidget *anchor) const
{
    const QRect screen = anchor->screen()->availableGeometry();
    const QRect below(anchor->mapToGlobal(QPoint(0, anchor->height() + metrics::kStep1)),
                      kSize.boundedTo(screen.size()));
    QRect place = below;
    if (place.bottom() > screen.bottom()) {
        place.moveBottom(anchor->mapToGlobal(QPoint(0, 0)).y() - metrics::kStep1);
        place.moveTop(std::max(place.top(), screen.top()));
    }
    if (isRightToLeft())
        place.moveRight(anchor->mapToGlobal(QPoint(anchor->width(), 0)).x());
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() - place.width()));
    return place;
}

void ModelPicker::filter(const QString &text)
{
    m_list.setFilter(text);
    select(m_list.bestRow());
    m_view->scrollToTop();
}

void ModelPicker::select(int row)
{
    m_view->setCurrentIndex(row >= 0 ? m_list.index(row) : QModelIndex());
}

void ModelPicker::moveSelection(int step)
{
    const int direction = step < 0 ? -1 : 1;
    const int last = m_list.rowCount() - 1;
    int row = std::clamp(m_view->currentIndex().row() + step, 0, std::max(0, last));
    // Headings are passed over, and at the ends the last row that can be chosen is kept.
    while (row >= 0 && row <= last && !m_list.isChoosable(row))
        row += direction;
    if (!m_list.isChoosable(row))
        return;
    select(row);
    m_view->scrollTo(m_list.index(row));
}

void ModelPicker::choose(int row)
{
    if (!m_list.isChoosable(row))
        return;
    const ModelList::Row &chosenRow = m_list.row(row);
    const QString provider = m_list.provider(chosenRow).id;
    const QString model = m_list.modelId(chosenRow);
    close();
    emit chosen(provider, model);
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        moveSelection(-1);
        return true;
    case Qt::Key_Down:
        moveSelection(1);
        return true;
    case Qt::Key_PageUp:
        moveSelection(-kPageRows);
        return true;
    case Qt::Key_PageDown:
        moveSelection(kPageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_view->currentIndex().row());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
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
