// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/diff_dialog.h"

#include "app/base/when_done.h"
#include "ui/evaluation/diff_view.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using app::DiffUnit;

namespace {

constexpr QSize kDiffWindowSize{1100, 720};

QString unitId(DiffUnit unit)
{
    switch (unit) {
    case DiffUnit::Words:
        return u"words"_s;
    case DiffUnit::Lines:
        return u"lines"_s;
    case DiffUnit::Values:
        return u"values"_s;
    }
    return {};
}

DiffUnit unitOf(const QString &id)
{
    return id == "lines"_L1   ? DiffUnit::Lines
           : id == "words"_L1 ? DiffUnit::Words
                              : DiffUnit::Values;
}

QComboBox *answerBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

int placeOf(const QList<ComparedAnswer> &answers, app::MessageId answer)
{
    const auto found = std::ranges::find(answers, answer, &ComparedAnswer::message);
    return found == answers.end() ? 0 : int(found - answers.begin());
}

} // namespace

DiffDialog::DiffDialog(const Theme &theme, const app::ConversationPtr &conversation,
                       app::MessageId answer, QWidget *parent)
    : DiffDialog(theme, conversation, comparedAnswers(*conversation), -1, -1, parent)
{
    const int left = placeOf(m_answers, answer);
    chooseAnswers(left, likelyPartner(m_answers, left));
}

DiffDialog::DiffDialog(const Theme &theme, app::ConversationPtr conversation,
                       QList<ComparedAnswer> answers, int left, int right, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_conversation(std::move(conversation)),
      m_answers(std::move(answers)), m_left(answerBox(tr("Answer on the left"), this)),
      m_right(answerBox(tr("Answer on the right"), this)),
      m_unit(new SegmentedControl(theme, this)), m_columns(new SegmentedControl(theme, this)),
      m_ignoreSpace(new QCheckBox(tr("Ignore white space"), this)),
      m_ignoreCase(new QCheckBox(tr("Ignore case"), this)),
      m_onlyDifferences(new QCheckBox(tr("Show only what differs"), this)),
      m_summary(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_previous(new FlatButton(theme, u"chevron-up"_s, tr("Previous difference (Alt+Up)"), this)),
      m_next(new FlatButton(theme, u"chevron-down"_s, tr("Next difference (Alt+Down)"), this)),
      m_view(new DiffView(theme, this))
{
    setWindowTitle(tr("Compare answers"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeChoices());
    layout->addWidget(makeOptions());
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kDiffWindowSize);

    const auto step = [this](int by) { return [this, by] { m_view->stepDifference(by); }; };
    connect(m_next, &FlatButton::clicked, this, step(1));
    connect(m_previous, &FlatButton::clicked, this, step(-1));
    connect(new QShortcut(Qt::ALT | Qt::Key_Down, this), &QShortcut::activated, this, step(1));
    connect(new QShortcut(Qt::ALT | Qt::Key_Up, this), &QShortcut::activated, this, step(-1));
    connect(m_view, &DiffView::currentChanged, this, &DiffDialog::refreshSummary);
    connect(m_view, &DiffView::copyRequested, this, &DiffDialog::copyAll);
    for (const ComparedAnswer &one : std::as_const(m_answers)) {
        m_left->addItem(one.label);
        m_right->addItem(one.label);
    }
    chooseAnswers(left, right);
    m_view->setFocus();
}

DiffDialog::~DiffDialog() = default;

QWidget *DiffDialog::makeChoices()
{
    auto *row = new QWidget(this);
    auto *swap = new FlatButton(m_theme, u"compare"_s, tr("Swap sides"), row);
    swap->setIconOnly(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep3, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_left, 1);
    layout->addWidget(swap);
    layout->addWidget(m_right, 1);
    for (QComboBox *box : {m_left, m_right})
        connect(box, &QComboBox::activated, this, &DiffDialog::compare);
    connect(swap, &FlatButton::clicked, this, [this] {
        const int left = m_left->currentIndex();
        m_left->setCurrentIndex(m_right->currentIndex());
        m_right->setCurrentIndex(left);
        compare();
    });
    return row;
}

QWidget *DiffDialog::makeOptions()
{
    m_unit->setOptions({{unitId(DiffUnit::Words), tr("Words"), tr("Code line by line")},
                        {unitId(DiffUnit::Lines), tr("Lines"), {}},
                        {unitId(DiffUnit::Values), tr("JSON"),
                         tr("By value: the order of members and the spelling of numbers do not "
                            "matter")}});
    m_columns->setOptions(
        {{u"two"_s, tr("Side by side"), {}}, {u"one"_s, tr("In one column"), {}}});
    m_unit->setClearable(false);
    m_columns->setClearable(false);
    m_unit->setAccessibleName(tr("Compare by"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setCurrent(u"two"_s);

    auto *row = new QWidget(this);
    auto *inset = new QVBoxLayout(row);
    inset->setContentsMargins(metrics::kStep3, 0, metrics::kStep3, metrics::kStep3);
    auto *layout = new FlowLayout(metrics::kStep3);
    inset->addLayout(layout);
    for (QWidget *widget :
         QList<QWidget *>{m_unit, m_columns, m_ignoreSpace, m_ignoreCase, m_onlyDifferences})
        layout->addWidget(widget);
    connect(m_unit, &SegmentedControl::chosen, this, [this] {
        m_unitChosen = true;
        compare();
    });
    connect(m_columns, &SegmentedControl::chosen, this, &DiffDialog::showRows);
    connect(m_ignoreSpace, &QCheckBox::toggled, this, &DiffDialog::compare);
    connect(m_ignoreCase, &QCheckBox::toggled, this, &DiffDialog::compare);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &DiffDialog::showRows);
    return row;
}

QWidget *DiffDialog::makeFooter()
{
    auto *row = new QWidget(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, row);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    copy->setToolTip(tr("Both answers with + and − before the lines that differ"));
    connect(copy, &QPushButton::clicked, this, &DiffDialog::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (FlatButton *button : {m_previous, m_next})
        button->setIconOnly(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(metrics::kStep2);
    layout->addWidget(m_summary, 1);
    layout->addWidget(buttons);
    return row;
}

void DiffDialog::chooseAnswers(int left, int right)
{
    if (m_answers.size() < 2) {
        m_summary->setText(tr("There is no second answer to compare with."));
        return;
    }
    if (left < 0 || right < 0)
        return;
    m_left->setCurrentIndex(left);
    m_right->setCurrentIndex(right);
    compare();
}

void DiffDialog::compare()
{
    const int left = m_left->currentIndex();
    const int right = m_right->currentIndex();
    if (left < 0 || right < 0)
        return;
    const app::DiffOptions options{m_unitChosen ? unitOf(m_unit->current()) : DiffUnit::Values,
                                   m_ignoreSpace->isChecked(), m_ignoreCase->isChecked()};
    const int wish = ++m_wish;
    app::whenDone(app::prepareDiff(answerText(*m_conversation, m_answers.at(left).message),
                                   answerText(*m_conversation, m_answers.at(right).message),
                                   options),
                  this, [this, wish](const app::PreparedDiff &prepared) {
                      if (wish == m_wish)
                          take(prepared);
                  });
}

void DiffDialog::take(const app::PreparedDiff &prepared)
{
    m_jsonMissing = m_unitChosen && m_unit->current() == unitId(DiffUnit::Values)
                    && prepared.diff.unit != DiffUnit::Values;
    m_unit->setCurrent(unitId(prepared.diff.unit));
    if (m_jsonMissing)
        m_unitChosen = false;
    m_shown = prepared;
    m_view->setFixedPitch(prepared.diff.unit != DiffUnit::Words);
    showRows();
    emit compared();
}

void DiffDialog::showRows()
{
    if (!m_shown)
        return;
    const bool two = m_columns->current() == "two"_L1;
    const QList<app::DiffRow> &rows = two ? m_shown->sideBySide : m_shown->inlined;
    m_view->setRows(m_onlyDifferences->isChecked() ? app::onlyDifferences(rows) : rows,
                    two ? DiffView::Columns::Two : DiffView::Columns::One);
}

void DiffDialog::refreshSummary()
{
    const int count = m_view->differenceCount();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    QStringList said;
    if (m_shown && m_shown->diff.differences == 0)
        said.append(tr("No difference."));
    else if (m_view->currentDifference() >= 0)
        said.append(
            tr("Difference %1 of %2.")
                .arg(QString::number(m_view->currentDifference() + 1), QString::number(count)));
    else
        said.append(tr("%n place(s) differ.", nullptr, count));
    if (m_jsonMissing)
        said.append(tr("One of them is no JSON, so words are compared."));
    if (m_shown && m_shown->diff.isCoarse)
        said.append(tr("Too long and too different to compare all of it word by word."));
    m_summary->setText(said.join(u' '));
}

void DiffDialog::copyAll()
{
    if (m_shown)
        QApplication::clipboard()->setText(app::unifiedText(m_shown->sideBySide));
}

} // namespace ui
