// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_window.h"

#include "app/base/when_done.h"
#include "app/services.h"
#include "ui/tokens/entropy_strip.h"
#include "ui/tokens/token_legend.h"
#include "ui/tokens/token_pane.h"
#include "ui/tokens/token_view.h"
#include "ui/tokens/token_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr QSize kTokenWindowSize{900, 640};
constexpr qsizetype kMostUnsure = 200;
constexpr int kReadTries = 40; ///< the answer may be on its way to the store
constexpr std::chrono::milliseconds kBetweenTries{250};
} // namespace

TokenWindow::TokenWindow(const ViewContext &context, app::ConversationPtr conversation,
                         const QList<app::MessageId> &replies, QWidget *parent)
    : QDialog(parent), m_context(context), m_conversation(std::move(conversation)),
      m_replies(replies),
      m_title(new ThemedLabel(context.theme, TextRole::Strong, &Colours::text, this)),
      m_summary(new ThemedLabel(context.theme, TextRole::Small, &Colours::secondary, this)),
      m_pieces(new QComboBox(this)), m_strip(new EntropyStrip(context.theme, this)),
      m_view(new TokenView(context.theme, this)), m_pane(new TokenPane(context.theme, this)),
      m_verdict(new ThemedLabel(context.theme, TextRole::Small, &Colours::text, this))
{
    setWindowTitle(tr("Token probabilities"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto addLine = [&] {
        layout->addWidget(new Separator(context.theme, Qt::Horizontal, this));
    };
    layout->addWidget(makeHeader());
    addLine();
    layout->addWidget(m_strip);
    addLine();
    layout->addWidget(makeBody(), 1);
    addLine();
    layout->addWidget(makeFooter());
    bind();
    resizeWithinScreen(*this, kTokenWindowSize);
    m_view->setFocus();
    choose(0);
}

TokenWindow::~TokenWindow() = default;

QWidget *TokenWindow::makeHeader()
{
    auto *header = new QWidget(this);
    const auto count = int(m_replies.size());
    for (int i = 0; i < count; ++i)
        m_pieces->addItem(tr("Part %1 of %2").arg(i + 1).arg(count));
    m_pieces->setAccessibleName(tr("Part of the answer"));
    m_pieces->setVisible(count > 1);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::kStep3);
    first->addWidget(m_title, 1);
    first->addWidget(m_pieces);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep1);
    layout->addLayout(first);
    layout->addWidget(m_summary);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(new TokenLegend(m_context.theme, header));
    return header;
}

QWidget *TokenWindow::makeBody()
{
    auto *body = new QWidget(this);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(new Separator(m_context.theme, Qt::Vertical, body));
    layout->addWidget(m_pane);
    return body;
}

QWidget *TokenWindow::makeFooter()
{
    auto *footer = new QWidget(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, footer);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto add = [&](const QString &text, const QKeySequence &keys, auto go) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        button->setShortcut(keys);
        //: A command and its keys.
        button->setToolTip(tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
        connect(button, &QPushButton::clicked, this, go);
        m_jumps.append(button);
    };
    add(tr("Previous unsure"), Qt::SHIFT | Qt::Key_F3, [this] { goToUnsure(-1); });
    add(tr("Next unsure"), Qt::Key_F3, [this] { goToUnsure(1); });
    add(tr("Least sure"), Qt::CTRL | Qt::Key_F3, [this] { goToLeastSure(); });
    m_check = buttons->addButton(tr("Check determinism"), QDialogButtonBox::ActionRole);
    m_check->setAutoDefault(false);
    connect(m_check, &QPushButton::clicked, this, [this] { emit checkRequested(reply()); });
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_verdict);
    layout->addWidget(buttons);
    return footer;
}

void TokenWindow::bind()
{
    connect(m_pieces, &QComboBox::activated, this, &TokenWindow::choose);
    connect(m_view, &TokenView::currentChanged, this, &TokenWindow::showCurrent);
    connect(m_view, &TokenView::seenChanged, this, &TokenWindow::showSeen);
    connect(m_strip, &EntropyStrip::tokenChosen, this, &TokenWindow::goToToken);
    connect(m_pane, &TokenPane::branchRequested, this, &TokenWindow::branch);
    m_pane->setObstacle([this](qsizetype token, const QByteArray &inItsPlace) {
        return whyNoBranch(token, inItsPlace);
    });
}

QString TokenWindow::summary() const
{
    return m_summary->text();
}

void TokenWindow::choose(int index)
{
    m_index = index;
    m_isRead = false;
    m_view->setTokens({}, {});
    m_strip->setEntropies({});
    m_pane->clear();
    for (QPushButton *jump : std::as_const(m_jumps))
        jump->setEnabled(false);
    m_summary->setText(tr("Being read…"));
    const app::Message *shown = m_conversation->message(reply());
    const app::Run *run = shown ? m_conversation->run(shown->run) : nullptr;
    m_title->setText(!run                           ? QString()
                     : run->modelAnswered.isEmpty() ? run->model
                                                    : run->modelAnswered);
    m_again = {};
    say({});
    readRequest();
    readTokens();
}

void TokenWindow::fetchTokens(app::MessageId of, const std::function<bool()> &isWanted,
                              const TakeTokens &take, int triesLeft)
{
    app::whenDone(m_context.services.store->tokens(of), this,
                  [=, this](const app::Result<app::TokenLogprobs> &tokens) {
                      if (!isWanted())
                          return;
                      const bool isOnItsWay = !tokens && triesLeft > 0
                                              && tokens.error().kind == app::ErrorKind::NotFound
                                              && m_conversation->hasTokens(of);
                      if (!isOnItsWay)
                          return take(tokens);
                      QTimer::singleShot(kBetweenTries, this, [=, this] {
                          if (isWanted())
                              fetchTokens(of, isWanted, take, triesLeft - 1);
                      });
                  });
}

void TokenWindow::readTokens()
{
    fetchTokens(
        reply(), [this, asked = reply()] { return asked == reply(); },
        [this](const app::Result<app::TokenLogprobs> &tokens) {
            if (tokens)
                take(*tokens);
            else
                refuse(tokens.error());
            m_isRead = true;
            refreshCheck();
            emit read();
        },
        kReadTries);
}

void TokenWindow::readAgain()
{
    fetchTokens(
        m_again, [this, asked = m_again] { return m_again && asked == m_again; },
        [this](const app::Result<app::TokenLogprobs> &tokens) {
            if (tokens)
                return compare(*tokens);
            m_again = {};
            say(tr("The second answer brought no tokens, so that the two cannot be compared."));
            refreshCheck();
            emit checked();
        },
        kReadTries);
}

void TokenWindow::refuse(const app::Error &error)
{
    m_summary->setText(noTokensText(error));
}

void TokenWindow::take(const app::TokenLogprobs &tokens)
{
    m_summary->setText(tokenSummary(tokens));
    m_unsure = app::unsureTokens(tokens, kMostUnsure);
    m_strip->setEntropies(app::tokenEntropies(tokens));
    m_view->setTokens(tokens, app::tokenCells(tokens));
    for (QPushButton *jump : std::as_const(m_jumps))
        jump->setEnabled(!m_unsure.isEmpty());
}

void TokenWindow::showCurrent(int cell)
{
    const app::TokenCell &shown = m_view->cells().at(cell);
    m_pane->setToken(m_view->tokens(), shown);
    m_strip->setCurrent(shown.first);
}

void TokenWindow::showSeen()
{
    const auto [first, last] = m_view->seenCells();
    const QList<app::TokenCell> &cells = m_view->cells();
    if (first >= 0 && last < cells.size())
        m_strip->setSeen(cells.at(first).first, cells.at(last).last);
}

void TokenWindow::goToToken(qsizetype token)
{
    const QList<app::TokenCell> &cells = m_view->cells();
    const auto found = std::ranges::lower_bound(cells, token, {}, &app::TokenCell::last);
    if (found != cells.end())
        m_view->setCurrentCell(int(found - cells.begin()));
}

void TokenWindow::goToUnsure(int step)
{
    if (m_unsure.isEmpty() || m_view->currentCell() < 0)
        return;
    const app::TokenCell here = m_view->cells().at(m_view->currentCell());
    // Round and round.
    if (step > 0) {
        const auto next = std::ranges::upper_bound(m_unsure, here.last);
        goToToken(next == m_unsure.end() ? m_unsure.constFirst() : *next);
    } else {
        const auto from = std::ranges::lower_bound(m_unsure, here.first);
        goToToken(from == m_unsure.begin() ? m_unsure.constLast() : *std::prev(from));
    }
}

void TokenWindow::goToLeastSure()
{
    if (const qsizetype least = app::leastSureToken(m_view->tokens()); least >= 0)
        goToToken(least);
}

QString TokenWindow::whyNoBranch(qsizetype token, const QByteArray &inItsPlace) const
{
    using Obstacle = app::TokenBranch::Obstacle;
    switch (
        app::tokenBranch(*m_conversation, reply(), m_view->tokens(), token, inItsPlace).obstacle) {
    case Obstacle::None:
        return {};
    case Obstacle::NotSpelled:
        return tr("The tokens do not spell the answer as it is kept, so that nothing can branch "
                  "off from it.");
    case Obstacle::OutsideAnswer:
        return tr("This token does not belong to the text of the answer.");
    case Obstacle::HalfCharacter:
        return tr("This token is a part of a character. A request can hold whole ones only.");
    case Obstacle::Nothing:
        return tr("There is no text to go on from.");
    }
    return {};
}

void TokenWindow::branch(qsizetype token, const QByteArray &inItsPlace)
{
    const app::TokenBranch made =
        app::tokenBranch(*m_conversation, reply(), m_view->tokens(), token, inItsPlace);
    if (made.obstacle != app::TokenBranch::Obstacle::None)
        return;
    emit branchRequested(reply(), made.text);
    accept();
}

} // namespace ui
