// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

#include <optional>

namespace app {

/// The numbers of one lane, from its lines one by one. A value; eight bytes for each answer.
class LaneSums
{
public:
    void add(const QJsonObject &line);

    [[nodiscard]] int answers() const { return m_answers; }
    [[nodiscard]] int complete() const { return m_complete; }
    [[nodiscard]] std::optional<double> costUsd() const { return m_costUsd; }
    [[nodiscard]] qint64 promptTokens() const { return m_promptTokens; }
    [[nodiscard]] qint64 completionTokens() const { return m_completionTokens; }
    /// Of complete answers; nothing where there are none.
    [[nodiscard]] std::optional<double> medianTotalMs() const { return median(m_totalMs); }
    [[nodiscard]] std::optional<double> medianFirstTokenMs() const { return median(m_firstMs); }
    [[nodiscard]] std::optional<double> meanCharacters() const;

private:
    [[nodiscard]] static std::optional<double> median(QList<float> values);

    int m_answers = 0;
    int m_complete = 0;
    std::optional<double> m_costUsd;
    qint64 m_promptTokens = 0;
    qint64 m_completionTokens = 0;
    qint64 m_characters = 0;
    QList<float> m_totalMs;
    QList<float> m_firstMs;
};

} // namespace app
