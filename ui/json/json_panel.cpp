// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_panel.h"

#include "app/services.h"
#include "ui/json/json_text_model.h"
#include "ui/json/json_tree_model.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_source.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/format_wording.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QListWidget>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using app::FormatVerdict;
using app::JsonOutline;

namespace {

constexpr int kMostExpanded = 300; ///< rows that are unfolded unasked
constexpr int kShownFailures = 4; ///< lines of the list; it scrolls
constexpr int kShortestBody = 120;
constexpr int kNameWidth = 200;
constexpr int kPointerRole = Qt::UserRole;

} // namespace

JsonPanel::JsonPanel(const ViewContext &context, QWidget *parent)
    : Ground(context.theme, &Colours::transcript, parent), m_context(context),
      m_follower(new AnswerFollower(context.frames, context.services, this)),
      m_treeModel(new JsonTreeModel(context.theme, this)),
      m_textModel(new JsonTextModel(context.theme, this)),
      m_verdict(new ThemedLabel(context.theme, TextRole::Small, &Colours::secondary, this)),
      m_fold(new FlatButton(context.theme, u"chevron-down"_s, tr("Fold the JSON"), this)),
      m_close(new FlatButton(context.theme, u"close"_s, tr("Close"), this)),
      m_look(new SegmentedControl(context.theme, this)), m_body(nullptr),
      m_failures(new QListWidget(this)), m_views(new QStackedWidget(this)),
      m_tree(new QTreeView(this)), m_text(new QListView(this))
{
    setAccessibleName(tr("JSON of the answer"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Separator(context.theme, Qt::Horizontal, this));
    layout->addWidget(makeBar());
    m_body = makeBody();
    layout->addWidget(m_body, 1);
    bindTree();
    bindFollower();
    connect(&context.theme, &Theme::changed, this, &JsonPanel::refreshFailures);
    setUnfolded(true);
    hide();
}

JsonPanel::~JsonPanel()
{
    // The models look at what the follower has, which dies first.
    m_treeModel->setOutline(nullptr);
    m_textModel->setText(nullptr);
}

QWidget *JsonPanel::makeBar()
{
    auto *bar = new QWidget(this);
    m_look->setOptions({{u"tree"_s, tr("Tree")}, {u"text"_s, tr("Text")}});
    m_look->setClearable(false);
    m_look->setCurrent(u"tree"_s);
    m_look->setAccessibleName(tr("How the JSON is shown"));
    m_look->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *copy = new FlatButton(m_context.theme, u"copy"_s, tr("Copy the JSON"), bar);
    for (FlatButton *button : {m_fold, m_close, copy})
        button->setIconOnly(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep1, metrics::kStep2, metrics::kStep1);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_verdict, 1);
    layout->addWidget(m_look);
    layout->addWidget(copy);
    layout->addWidget(m_fold);
    layout->addWidget(m_close);
    connect(copy, &FlatButton::clicked, this, &JsonPanel::copyAll);
    connect(m_close, &FlatButton::clicked, this, &JsonPanel::dismiss);
    connect(m_fold, &FlatButton::clicked, this, [this] {
        m_wasFolded = isUnfolded();
        setUnfolded(!isUnfolded());
    });
    connect(m_look, &SegmentedControl::chosen, this, [this](const QString &look) {
        m_views->setCurrentWidget(look == "text"_L1 ? static_cast<QWidget *>(m_text) : m_tree);
        setUnfolded(true);
    });
    return bar;
}

QWidget *JsonPanel::makeBody()
{
    m_failures->setAccessibleName(tr("What does not fit"));
    m_failures->setTextElideMode(Qt::ElideRight);
    m_failures->setUniformItemSizes(true);
    m_failures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_failures->hide();
    const auto go = [this](const QListWidgetItem *item) {
        goTo(item->data(kPointerRole).toString());
    };
    connect(m_failures, &QListWidget::itemActivated, this, go);
    connect(m_failures, &QListWidget::itemClicked, this, go);

    m_text->setModel(m_textModel);
    m_text->setUniformItemSizes(true);
    m_text->setAccessibleName(tr("JSON as text"));
    m_views->addWidget(m_tree);
    m_views->addWidget(m_text);
    for (QFrame *view : std::initializer_list<QFrame *>{m_tree, m_text, m_failures})
        view->setFrameShape(QFrame::NoFrame);
    auto *body = new QWidget(this);
    body->setMinimumHeight(kShortestBody);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::kStep2, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_failures);
    layout->addWidget(m_views, 1);
    return body;
}

void JsonPanel::bindTree()
{
    m_tree->setModel(m_treeModel);
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAccessibleName(tr("JSON as a tree"));
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonTreeModel::Name, kNameWidth);
    connect(m_treeModel, &QAbstractItemModel::rowsInserted, this, &JsonPanel::expandSome);
    const auto add = [this](const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(text, m_tree);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_tree->addAction(action);
    };
    add(tr("Copy value"), QKeySequence::Copy, &JsonPanel::copyCurrent);
    add(tr("Copy path"), QKeySequence(), &JsonPanel::copyPath);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void JsonPanel::bindFollower()
{
    connect(m_follower, &AnswerFollower::aboutToRestart, this, [this] {
        m_treeModel->setOutline(nullptr);
        m_textModel->setText(nullptr);
    });
    connect(m_follower, &AnswerFollower::restarted, this, [this] {
        m_expanded = 0;
        m_treeModel->setOutline(&m_follower->json().outline());
        m_textModel->setText(&m_follower->json().outline().text());
        if (!m_follower->isChosen())
            setUnfolded(!m_wasFolded);
        refresh();
    });
    connect(m_follower, &AnswerFollower::formatKnown, this, &JsonPanel::refresh);
    connect(m_follower, &AnswerFollower::grew, this, &JsonPanel::grow);
    connect(m_follower, &AnswerFollower::judged, this, &JsonPanel::refresh);
}

void JsonPanel::showAnswer(app::MessageId answer)
{
    if (m_follower->answer() != answer || !m_follower->isChosen())
        m_follower->choose(answer);
    setUnfolded(true);
    refresh();
    m_views->currentWidget()->setFocus();
}

bool JsonPanel::isUnfolded() const
{
    return !m_body->isHidden();
}

QString JsonPanel::verdictText() const
{
    return m_verdict->text();
}

void JsonPanel::setUnfolded(bool unfolded)
{
    m_body->setVisible(unfolded);
    m_fold->setIconName(unfolded ? u"chevron-down"_s : u"chevron-up"_s);
    m_fold->setText(unfolded ? tr("Fold the JSON") : tr("Show the JSON"));
    m_fold->setToolTip(m_fold->text());
    setMaximumHeight(unfolded ? QWIDGETSIZE_MAX : sizeHint().height());
    emit unfoldedChanged(unfolded);
}

void JsonPanel::refresh()
{
    const bool isAsked = m_follower->format().kind != app::AnswerFormat::Kind::Free;
    refreshVerdict();
    refreshFailures();
    // What was asked for stays as long as its answer is the newest one.
    m_close->setVisible(m_follower->isChosen());
    // Until it is known the panel stays as it is: the next answer mostly has the same format.
    const bool isOpen = isAsked || m_follower->isChosen()
                        || (!m_follower->isFormatKnown() && isVisibleTo(parentWidget()));
    setVisible(m_follower->answer() && isOpen);
}

void JsonPanel::refreshVerdict()
{
    const app::AnswerFormat &format = m_follower->format();
    const std::optional<FormatVerdict> &verdict = m_follower->verdict();
    QColor Colours::*colour = &Colours::secondary;
    QString text;
    if (verdict) {
        text = verdictSentence(*verdict, format.name);
        colour = verdict->kind == FormatVerdict::Kind::Fits ? &Colours::good : &Colours::danger;
        // The signs say it without colour.
        text = (verdict->kind == FormatVerdict::Kind::Fits ? u"✓ "_s : u"✗ "_s) + text;
    } else if (m_follower->isFormatKnown() && format.kind == app::AnswerFormat::Kind::Free) {
        text = tr("No format was asked for.");
    } else if (m_follower->isBeingWritten()) {
        text = format.name.isEmpty()
                   ? tr("JSON, being written…")
                   //: %1 is the name of a JSON schema.
                   : tr("JSON by the schema “%1”, being written…").arg(format.name);
    } else {
        text = tr("Being checked…");
    }
    m_verdict->setColour(colour);
    m_verdict->setText(text);
}

void JsonPanel::refreshFailures()
{
    m_failures->clear();
    const std::optional<FormatVerdict> &verdict = m_follower->verdict();
    const QList<app::SchemaFailure> failures =
        verdict ? verdict->schema.failures : QList<app::SchemaFailure>();
    const JsonOutline &outline = m_follower->json().outline();
    const bool pointsIntoAnswer = verdict && verdict->kind == FormatVerdict::Kind::DoesNotFit;
    QHash<quint32, QString> marks;
    QHash<qsizetype, QString> textMarks;
    for (const app::SchemaFailure &failure : failures) {
        const QString sentence = failureSentence(failure);
        //: A place in JSON and what is wrong there.
        auto *item = new QListWidgetItem(tr("%1: %2").arg(placeText(failure.path), sentence));
        item->setFont(m_context.theme.font(TextRole::Small));
        item->setToolTip(literally(sentence));
        item->setData(kPointerRole, failure.path);
        m_failures->addItem(item);
        const auto value = pointsIntoAnswer ? outline.find(failure.path) : std::nullopt;
        if (!value)
            continue;
        QString &mark = marks[*value];
        mark += mark.isEmpty() ? sentence : u'\n' + sentence;
        textMarks.insert(outline.value(*value).start, sentence);
    }
    const bool isPlaced = verdict
                          && (verdict->kind == FormatVerdict::Kind::Broken
                              || verdict->kind == FormatVerdict::Kind::Cut);
    if (isPlaced)
        textMarks.insert(verdict->position, m_verdict->text());
    m_treeModel->setMarks(marks);
    m_textModel->setMarks(textMarks);
    m_failures->setVisible(!failures.isEmpty());
    if (!failures.isEmpty()) {
        const int rows = qMin(kShownFailures, int(failures.size()));
        m_failures->setFixedHeight(rows * m_failures->sizeHintForRow(0) + metrics::kStep1);
    }
    if (isPlaced)
        goToPosition(verdict->position);
}

void JsonPanel::grow()
{
    const auto isAtEnd = [](const QAbstractScrollArea *view) {
        return view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum();
    };
    const bool treeFollows = isAtEnd(m_tree);
    const bool textFollows = isAtEnd(m_text);
    m_treeModel->grow();
    m_textModel->grow();
    if (!m_follower->isBeingWritten())
        return;
    // The reader owns the scroll bars; who is at the end stays there.
    if (treeFollows)
        m_tree->scrollToBottom();
    if (textFollows)
        m_text->scrollToBottom();
}

/// Small JSON is open at once; of large one the beginning.
void JsonPanel::expandSome(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last && m_expanded < kMostExpanded; ++row) {
        const QModelIndex index = m_treeModel->index(row, JsonTreeModel::Name, parent);
        const auto value = m_treeModel->valueAt(index);
        ++m_expanded;
        if (value && m_follower->json().outline().value(*value).isHolder())
            m_tree->expand(index);
    }
}

void JsonPanel::goTo(const QString &pointer)
{
    const JsonOutline &outline = m_follower->json().outline();
    const auto value = outline.find(pointer);
    if (!value)
        return;
    const QModelIndex index = m_treeModel->indexOf(*value);
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->expand(above);
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
    const app::JsonOutline::Value &one = outline.value(*value);
    goToPosition(one.keyEnd > one.keyStart ? one.keyStart : one.start);
}

void JsonPanel::goToPosition(qsizetype position)
{
    const QModelIndex row = m_textModel->index(m_textModel->rowOf(position));
    if (!row.isValid())
        return;
    m_text->setCurrentIndex(row);
    m_text->scrollTo(row, QAbstractItemView::PositionAtCenter);
}

void JsonPanel::copyAll()
{
    QApplication::clipboard()->setText(
        QString::fromUtf8(m_follower->json().outline().text()).trimmed());
}

void JsonPanel::copyCurrent()
{
    const auto value = m_treeModel->valueAt(m_tree->currentIndex());
    if (!value)
        return;
    const JsonOutline &outline = m_follower->json().outline();
    const JsonOutline::Value &one = outline.value(*value);
    if (!one.isHolder()) {
        QApplication::clipboard()->setText(outline.shownText(*value, outline.text().size()));
        return;
    }
    const qsizetype end = one.isOpen() ? outline.text().size() : qsizetype(one.end);
    QApplication::clipboard()->setText(
        QString::fromUtf8(QByteArrayView(outline.text()).sliced(one.start, end - one.start)));
}

void JsonPanel::copyPath()
{
    if (const auto value = m_treeModel->valueAt(m_tree->currentIndex()))
        QApplication::clipboard()->setText(m_follower->json().outline().pointer(*value));
}

void JsonPanel::dismiss()
{
    m_follower->choose({});
}

} // namespace ui
