// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/ratings_window.h"

#include "app/base/when_done.h"
#include "app/evaluation/ratings_export.h"
#include "ui/statistics/ratings_chart.h"
#include "ui/statistics/ratings_model.h"
#include "ui/statistics/ratings_wording.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kRatingsWindowSize{920, 720};
constexpr int kShortestTable = 180;
constexpr int kHintWidth = 440;
} // namespace

RatingsWindow::RatingsWindow(const Theme &theme, app::Store &store, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_store(store), m_tags(new QComboBox(this)),
      m_onlyBlind(new QCheckBox(tr("&Blind votes only"), this)),
      m_verdict(new ThemedLabel(theme, TextRole::Title, &Colours::text, this)),
      m_basis(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_chart(new RatingsChart(theme)), m_model(new RatingsModel(this)),
      m_table(new QTableView(this)), m_export(nullptr)
{
    setWindowTitle(tr("Ratings"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeBody());
    layout->addWidget(m_pages, 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kRatingsWindowSize);
    take(app::Ratings());
    readVotes();
}

RatingsWindow::~RatingsWindow()
{
    m_rating.cancel();
}

QWidget *RatingsWindow::makeHeader()
{
    auto *header = new QWidget(this);
    m_verdict->setWordWrap(true);
    m_basis->setWordWrap(true);
    auto *name = new QLabel(tr("&Votes in:"), header);
    name->setBuddy(m_tags);
    m_tags->addItem(tr("All conversations"));
    m_tags->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_tags, &QComboBox::activated, this, &RatingsWindow::rate);
    m_onlyBlind->setToolTip(tr("Those that were given before names showed"));
    m_onlyBlind->hide(); // until there are votes of both kinds
    connect(m_onlyBlind, &QCheckBox::clicked, this, &RatingsWindow::rate);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::kStep1);
    words->addWidget(m_verdict);
    words->addWidget(m_basis);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep2);
    layout->addLayout(words, 1);
    layout->addWidget(m_onlyBlind);
    layout->addWidget(name);
    layout->addWidget(m_tags);
    return header;
}

/// A plot of nothing would tell nothing: this tells what brings one.
QWidget *RatingsWindow::makeEmptyPage()
{
    auto *page = new QWidget(this);
    auto *words = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, page);
    words->setText(
        tr("Send one prompt to two lanes or more. Below their answers you are asked which "
           "one is better; each of your votes counts here.\n\nTo vote without knowing who "
           "wrote what, switch on the blind mode first."));
    words->setWordWrap(true);
    words->setMaximumWidth(kHintWidth);
    words->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::kStep5, metrics::kStep5, metrics::kStep5, metrics::kStep5);
    layout->addWidget(words, 1, Qt::AlignHCenter);
    return page;
}

QWidget *RatingsWindow::makeBody()
{
    m_table->setModel(m_model);
    makePlain(*m_table, tr("Ratings"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(kShortestTable);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_chart);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 3);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, body));
    layout->addWidget(m_table, 2);
    return body;
}

QWidget *RatingsWindow::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setAutoDefault(false);
    auto *menu = new QMenu(m_export);
    const auto add = [&](const QString &text, const QString &ending) {
        menu->addAction(text, this, [this, ending] { exportAs(ending); });
    };
    add(tr("Table as CSV…"), u"csv"_s);
    add(tr("Table as JSON…"), u"json"_s);
    add(tr("Plot as PNG…"), u"png"_s);
    m_export->setMenu(menu);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void RatingsWindow::readVotes()
{
    app::whenDone(m_store.votes(), this, [this](const app::Result<QList<app::Vote>> &votes) {
        if (!votes) {
            m_verdict->setText(errorSentence(votes.error(), {}, {}).text);
            return;
        }
        m_votes = *votes;
        for (const QString &tag : app::tagsOf(m_votes))
            m_tags->addItem(tag, tag);
        m_tags->setEnabled(m_tags->count() > 1);
        const auto blind = std::ranges::count_if(m_votes, &app::Vote::isBlind);
        m_onlyBlind->setVisible(blind > 0 && blind < m_votes.size());
        rate();
    });
}

app::VoteFilter RatingsWindow::filter() const
{
    return {m_tags->currentData().toString(), m_onlyBlind->isChecked()};
}

void RatingsWindow::rate()
{
    m_rating.cancel();
    m_rating = app::rate(m_votes, {.votes = filter()});
    app::whenDone(m_rating, this, [this](const app::Ratings &ratings) {
        take(ratings);
        emit rated();
    });
}

void RatingsWindow::take(const app::Ratings &ratings)
{
    m_model->setRatings(ratings);
    m_chart->setRatings(ratings);
    m_verdict->setText(verdictText(ratings));
    m_basis->setText(basisText(ratings));
    m_export->setEnabled(!ratings.ratings.isEmpty());
    m_pages->setCurrentIndex(ratings.ratings.isEmpty() ? 0 : 1);
}

QString RatingsWindow::verdict() const
{
    return m_verdict->text();
}

void RatingsWindow::exportAs(const QString &ending)
{
    QByteArray bytes;
    if (ending == "csv"_L1) {
        bytes = app::ratingsCsv(m_model->ratings());
    } else if (ending == "json"_L1) {
        bytes = app::ratingsJson(m_model->ratings(), filter());
    } else {
        QBuffer buffer(&bytes);
        m_chart->image().save(&buffer, "PNG");
    }
    //: Name of a file, without its ending.
    saveFileAs(bytes, tr("ratings") + u'.' + ending, tr("Export"), this);
}

} // namespace ui
