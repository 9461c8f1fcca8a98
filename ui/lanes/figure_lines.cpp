// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/figure_lines.h"

#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class FigureLines
{
    Q_DECLARE_TR_FUNCTIONS(ui::FigureLines)
public:
    explicit FigureLines(const LaneFigures &figures)
        : m_figures(figures), m_about(figures.estimated ? u"≈\u2009"_s : QString())
    {
        addTimes();
        addSpeeds();
        addTokens();
        addRest();
    }
    [[nodiscard]] QStringList take() { return std::move(m_lines); }

private:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            //: A figure and its value: "First answer token: 0.48 s".
            m_lines.append(tr("%1: %2").arg(name, value));
    }
    void add(const QString &name, const std::optional<std::chrono::milliseconds> &duration)
    {
        if (duration)
            add(name, durationText(*duration));
    }
    void addSpeed(const QString &name, const std::optional<double> &speed)
    {
        if (speed)
            add(name, m_about + speedText(*speed));
    }
    void addCount(const QString &name, const std::optional<qint64> &count, const QString &about)
    {
        if (count)
            add(name, about + countText(*count));
    }

    void addTimes()
    {
        add(tr("Connected after"), m_figures.connected);
        add(tr("Queued for"), m_figures.queued);
        add(tr("First reasoning token"), m_figures.firstReasoning);
        add(tr("First answer token"), m_figures.firstAnswer);
        add(tr("Whole run"), m_figures.total);
    }
    void addSpeeds()
    {
        addSpeed(tr("Speed of the reasoning"), m_figures.reasoningPerSecond);
        addSpeed(tr("Speed of the answer"), m_figures.tokensPerSecond);
    }
    void addTokens()
    {
        addCount(tr("Tokens of the prompt"), m_figures.promptTokens, {});
        addCount(tr("of them cached"), m_figures.cachedTokens, {});
        addCount(tr("Tokens of the answer"), m_figures.tokens, m_about);
        addCount(tr("of them reasoning"), m_figures.reasoningTokens, m_about);
    }
    void addRest()
    {
        if (m_figures.costUsd) {
            const QString cost = costText(*m_figures.costUsd);
            //: %1 is an amount of money.
            add(tr("Cost"),
                m_figures.costComputed ? tr("%1, computed from the prices").arg(cost) : cost);
        }
        add(tr("Finish reason"), finishReasonText(m_figures.finishReason));
        if (m_figures.retries > 0)
            add(tr("Retries"), countText(m_figures.retries));
        add(tr("Service tier asked"), m_figures.tierAsked);
        add(tr("Service tier given"), m_figures.tierEchoed.value_or(QString()));
        add(tr("Answered by"), m_figures.answeredBy);
    }

    const LaneFigures &m_figures;
    const QString m_about;
    QStringList m_lines;
};

} // namespace

QStringList figureLines(const LaneFigures &figures)
{
    return FigureLines(figures).take();
}

} // namespace ui
