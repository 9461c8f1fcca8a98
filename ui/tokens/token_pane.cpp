// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_pane.h"

#include "ui/tokens/token_text.h"
#include "ui/tokens/token_wording.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/themed_label.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kBytesRole = Qt::UserRole;
constexpr int kShareRole = Qt::UserRole + 1;
constexpr int kShareBarHeight = 2;
constexpr qsizetype kLongestShown = 60; ///< characters
constexpr double kNothingLeft = 0.0005; ///< of a probability: rounding

/// The figure of an option with a line below it that is as long as it is likely.
class ShareDelegate : public QStyledItemDelegate
{
public:
    ShareDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const double share = index.data(kShareRole).toDouble();
        QRect bar = option.rect.adjusted(metrics::kStep1, 0, -metrics::kStep1, 0);
        bar.setTop(bar.bottom() - kShareBarHeight + 1);
        const int length = qRound(share * bar.width());
        const QRect filled(bar.right() + 1 - length, bar.top(), length, kShareBarHeight);
        painter->fillRect(QStyle::visualRect(option.direction, bar, filled),
                          m_theme.colours().accent);
    }

private:
    const Theme &m_theme;
};

QString shortShown(QByteArrayView bytes)
{
    const QString shown = shownToken(bytes);
    return shown.size() > kLongestShown ? shown.left(kLongestShown) + u'…' : shown;
}

} // namespace

TokenPane::TokenPane(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::panel, parent),
      m_place(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_text(new ThemedLabel(theme, TextRole::Code, &Colours::text, this)),
      m_figures(new ThemedLabel(theme, TextRole::Body, &Colours::text, this)),
      m_options(new QTableView(this)), m_model(new QStandardItemModel(0, 2, this)),
      m_rest(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_branch(new QPushButton(tr("Branch with this token"), this)),
      m_hint(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this))
{
    build(theme);
    clear();
}

void TokenPane::build(const Theme &theme)
{
    setFixedWidth(metrics::kParametersWidth);
    for (ThemedLabel *label : {m_figures, m_hint, m_rest}) {
        label->setWordWrap(true);
        // As high as this width needs: the hint of a fixed height is reckoned for a wider one.
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    }
    makePlain(*m_options, tr("What could have stood here"));
    m_model->setHorizontalHeaderLabels({tr("Token"), tr("Probability")});
    m_options->setModel(m_model);
    m_options->setItemDelegateForColumn(1, new ShareDelegate(theme, m_options));
    m_options->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_options->setSelectionMode(QAbstractItemView::SingleSelection);
    m_options->setTabKeyNavigation(false);
    m_options->setTextElideMode(Qt::ElideRight);
    m_options->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_options->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_branch->setAutoDefault(false);
    m_branch->setToolTip(
        tr("A new answer beside this one: the text up to here with this token, and from there on "
           "what the model writes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_place);
    layout->addWidget(m_text);
    layout->addWidget(m_figures);
    layout->addWidget(m_options, 1);
    layout->addWidget(m_rest);
    layout->addWidget(m_branch);
    layout->addWidget(m_hint);
    connect(m_options->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TokenPane::refreshBranch);
    connect(m_branch, &QPushButton::clicked, this,
            [this] { emit branchRequested(m_token, chosenOption()); });
    connect(m_options, &QTableView::activated, m_branch, &QPushButton::click);
}

void TokenPane::clear()
{
    m_token = -1;
    for (ThemedLabel *label : {m_place, m_text, m_figures, m_rest})
        label->setText({});
    m_model->removeRows(0, m_model->rowCount());
    refreshBranch();
}

QString TokenPane::figures() const
{
    return m_figures->text();
}

QString TokenPane::hint() const
{
    return m_hint->text();
}

void TokenPane::setToken(const app::TokenLogprobs &tokens, const app::TokenCell &cell)
{
    m_token = tellingToken(tokens, cell);
    const auto count = int(cell.last - cell.first + 1);
    const QString place = tr("Token %1 of %2").arg(m_token + 1).arg(tokens.size());
    m_place->setText(count == 1
                         ? place
                         //: %1 is "Token 7 of 80".
                         : tr("%1, one of %n that make a character", nullptr, count).arg(place));
    m_text->setText(shortShown(tokens.bytes(m_token)));
    const auto entropy = app::tokenEntropy(tokens, m_token);
    const QString probability = probabilityText(tokens, m_token);
    m_figures->setText(
        entropy ? tr("Probability %1, uncertainty %2").arg(probability, entropyText(*entropy))
                : tr("The server did not say how likely this token was."));
    fillOptions(app::tokenOptions(tokens, m_token));
}

void TokenPane::fillOptions(const QList<app::TokenOption> &options)
{
    m_model->removeRows(0, m_model->rowCount());
    int other = -1;
    for (const app::TokenOption &option : options) {
        const QString shown = shortShown(option.bytes);
        //: %1 is a token, the one that the model took.
        auto *token = new QStandardItem(option.isChosen ? tr("%1 (taken)").arg(shown) : shown);
        token->setData(option.bytes, kBytesRole);
        QFont font = theme().font(TextRole::Code);
        font.setBold(option.isChosen);
        token->setFont(font);
        auto *share = new QStandardItem(probabilityText(option.probability));
        share->setData(option.probability, kShareRole);
        share->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        m_model->appendRow({token, share});
        if (!option.isChosen && other < 0)
            other = m_model->rowCount() - 1;
    }
    const bool hasOthers = options.size() > 1;
    const double rest = app::restProbability(options);
    const bool isNothingLeft = options.isEmpty() || (hasOthers && rest < kNothingLeft);
    m_rest->setText(isNothingLeft ? QString()
                    : hasOthers
                        ? tr("All other tokens together: %1").arg(probabilityText(rest))
                        : tr("The server named no alternatives. Ask for some with the parameter "
                             "“Alternatives per token”."));
    m_options->setCurrentIndex(m_model->index(std::max(0, other), 0));
    refreshBranch();
}

QByteArray TokenPane::chosenOption() const
{
    return m_options->currentIndex().siblingAtColumn(0).data(kBytesRole).toByteArray();
}

void TokenPane::refreshBranch()
{
    const bool hasOption = m_token >= 0 && m_options->currentIndex().isValid();
    const QString why = hasOption && m_obstacle ? m_obstacle(m_token, chosenOption()) : QString();
    m_branch->setEnabled(hasOption && why.isEmpty());
    m_hint->setText(why);
    m_hint->setVisible(!why.isEmpty());
}

} // namespace ui
