// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace app {

/// A gap in a prompt that is filled in before it is sent. prompt-template.md is its grammar.
struct PromptVariable
{
    QString name;
    QStringList choices; ///< empty: any text
    QString preset; ///< what it is when nobody says anything; of choices the first, at least
    bool isOptional = false; ///< it has a preset, be it an empty one

    bool operator==(const PromptVariable &) const = default;
};

/// The text of a prompt, taken apart. A value. What is no variable by the grammar stays in the text
/// as it is, and is told as a problem. Takes time in proportion to the text.
class PromptTemplate
{
public:
    struct Problem
    {
        enum class Kind {
            Unclosed, ///< {{ without }} in its line
            NoName, ///< what stands between the braces is no name
            TooMany, ///< more variables than kMostVariables
        };
        Kind kind = Kind::Unclosed;
        qsizetype position = 0; ///< of the braces, in UTF-16 units
        bool operator==(const Problem &) const = default;
    };
    /// Where a variable stands in the text.
    struct Place
    {
        qsizetype position = 0;
        qsizetype length = 0;
        bool operator==(const Place &) const = default;
    };
    struct Filled
    {
        QString text;
        qsizetype cursor = 0; ///< where one goes on writing
        bool operator==(const Filled &) const = default;
    };

    static constexpr qsizetype kMostVariables = 50;
    static constexpr qsizetype kLongestName = 60;
    static constexpr qsizetype kMostProblems = 100; ///< told; the rest is like them

    explicit PromptTemplate(const QString &text);

    /// In the order of their first places. The first place that says choices or a preset counts.
    [[nodiscard]] const QList<PromptVariable> &variables() const { return m_variables; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] const QList<Place> &places() const { return m_places; }
    /// Whether it says where the cursor goes.
    [[nodiscard]] bool hasCursor() const;

    /// A variable without a value gets its preset. Values are text: braces in them mean nothing.
    /// The cursor goes to {{cursor}}, else to the first variable that is left empty, else behind
    /// the text.
    [[nodiscard]] Filled fill(const QHash<QString, QString> &values) const;

private:
    /// Text as it is, a variable, or the place of the cursor.
    struct Piece
    {
        enum class Kind { Text, Variable, Cursor };
        Kind kind = Kind::Text;
        QString text;
        qsizetype variable = 0;
    };

    [[nodiscard]] bool takeGap(QStringView inside, qsizetype position);
    [[nodiscard]] qsizetype indexOf(const PromptVariable &variable);
    void addText(QStringView text);
    void addProblem(Problem::Kind kind, qsizetype position);

    QList<Piece> m_pieces;
    QList<PromptVariable> m_variables;
    QList<Problem> m_problems;
    QList<Place> m_places;
};

} // namespace app
