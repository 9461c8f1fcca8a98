// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/empty_lane.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flat_button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidestHint = 470;
} // namespace

EmptyLane::EmptyLane(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent),
      m_title(new QLabel(tr("What would you like to know?"), this)), m_hint(new QLabel(this)),
      m_problem(new QLabel(this)),
      m_connect(
          new FlatButton(theme, u"key"_s, tr("Connect to DeepInfra or another server…"), this)),
      m_choose(new FlatButton(theme, u"provider"_s, tr("Choose a model of your providers…"), this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMaximumWidth(kWidestHint);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMaximumWidth(kWidestHint);
    m_problem->hide();
    m_connect->setTone(FlatButton::Tone::Accent);
    m_choose->setTone(FlatButton::Tone::Accent);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep5, metrics::kStep5, metrics::kStep5, metrics::kStep5);
    layout->setSpacing(metrics::kStep2);
    layout->addStretch(2);
    layout->addWidget(m_title);
    for (QLabel *text : {m_hint, m_problem}) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(text, 1000);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(m_connect, 0, Qt::AlignHCenter);
    layout->addWidget(m_choose, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_connect, &FlatButton::clicked, this, &EmptyLane::providersRequested);
    connect(m_choose, &FlatButton::clicked, this, &EmptyLane::modelRequested);
    connect(&theme, &Theme::changed, this, &EmptyLane::restyle);
    restyle();
    setDemo(false, false);
}

void EmptyLane::setDemo(bool isDemo, bool hasOthers)
{
    m_hint->setText(isDemo
                        ? tr("You are talking to the demo. It answers on this computer, without an "
                             "account and without a network, and shows what this program can do.")
                        : QString());
    m_hint->setVisible(isDemo);
    m_connect->setVisible(isDemo && !hasOthers);
    m_choose->setVisible(isDemo && hasOthers);
}

void EmptyLane::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void EmptyLane::restyle()
{
    QFont title = theme().font(TextRole::Title);
    title.setPixelSize(title.pixelSize() + 3);
    m_title->setFont(title);
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, theme().colours().secondary);
    m_hint->setPalette(ink);
    ink.setColor(QPalette::WindowText, theme().colours().warning);
    m_problem->setPalette(ink);
}

} // namespace ui
