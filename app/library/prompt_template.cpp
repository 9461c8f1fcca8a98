// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompt_template.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kOpening = "{{"_L1;
constexpr auto kClosing = "}}"_L1;
constexpr auto kCursorName = "cursor"_L1;
/// Between the braces; beyond it a text of nothing but braces would be read again and again.
constexpr qsizetype kLongestGap = 2'000;

bool isVariableName(QStringView name)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u' ' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= PromptTemplate::kLongestName
           && (name.first().isLetter() || name.first() == u'_') && std::ranges::all_of(name, fits);
}

QStringList choicesOf(QStringView text)
{
    QStringList choices;
    for (const QStringView part : text.split(u'|')) {
        const QString choice = part.trimmed().toString();
        if (!choice.isEmpty() && !choices.contains(choice))
            choices.append(choice);
    }
    return choices;
}

/// name [":" choice *("|" choice)] ["=" preset]
std::optional<PromptVariable> readVariable(QStringView inside)
{
    PromptVariable variable;
    const qsizetype equals = inside.indexOf(u'=');
    const QStringView head = equals < 0 ? inside : inside.first(equals);
    const qsizetype colon = head.indexOf(u':');
    const QStringView name = (colon < 0 ? head : head.first(colon)).trimmed();
    if (!isVariableName(name))
        return std::nullopt;
    variable.name = name.toString();
    if (colon >= 0)
        variable.choices = choicesOf(head.sliced(colon + 1));
    if (equals >= 0)
        variable.preset = inside.sliced(equals + 1).trimmed().toString();
    else
        variable.preset = variable.choices.value(0);
    variable.isOptional = equals >= 0 || !variable.choices.isEmpty();
    if (!variable.choices.isEmpty() && !variable.choices.contains(variable.preset))
        variable.choices.prepend(variable.preset);
    return variable;
}

} // namespace

PromptTemplate::PromptTemplate(const QString &text)
{
    const QStringView all(text);
    // Both only ever move on, so that a text of nothing but braces costs its length.
    qsizetype closing = 0;
    qsizetype lineEnd = 0;
    qsizetype from = 0; // of the text that is not yet a piece
    qsizetype at = 0;
    while ((at = all.indexOf(kOpening, at)) >= 0) {
        const qsizetype inside = at + kOpening.size();
        if (at > 0 && all[at - 1] == u'\\') {
            addText(all.sliced(from, at - 1 - from));
            from = at;
            at = inside;
            continue;
        }
        if (closing >= 0 && closing < inside)
            closing = all.indexOf(kClosing, inside);
        if (lineEnd >= 0 && lineEnd < inside)
            lineEnd = all.indexOf(u'\n', inside);
        if (closing < 0 || (lineEnd >= 0 && lineEnd < closing)) {
            addProblem(Problem::Kind::Unclosed, at);
            at = inside;
            continue;
        }
        addText(all.sliced(from, at - from));
        from = at;
        if (takeGap(all.sliced(inside, closing - inside), at)) {
            from = closing + kClosing.size();
            at = from;
        } else {
            at = inside;
        }
    }
    addText(all.sliced(from));
}

void PromptTemplate::addText(QStringView text)
{
    if (text.isEmpty())
        return;
    if (!m_pieces.isEmpty() && m_pieces.constLast().kind == Piece::Kind::Text)
        m_pieces.last().text += text;
    else
        m_pieces.append({Piece::Kind::Text, text.toString()});
}

void PromptTemplate::addProblem(Problem::Kind kind, qsizetype position)
{
    if (m_problems.size() < kMostProblems)
        m_problems.append({kind, position});
}

/// False: it stays text.
bool PromptTemplate::takeGap(QStringView inside, qsizetype position)
{
    const qsizetype length = inside.size() + kOpening.size() + kClosing.size();
    if (inside.trimmed() == kCursorName) {
        m_pieces.append({Piece::Kind::Cursor, {}});
        m_places.append({position, length});
        return true;
    }
    const auto variable = inside.size() > kLongestGap ? std::nullopt : readVariable(inside);
    if (!variable) {
        addProblem(Problem::Kind::NoName, position);
        return false;
    }
    const qsizetype index = indexOf(*variable);
    if (index < 0) {
        addProblem(Problem::Kind::TooMany, position);
        return false;
    }
    m_pieces.append({Piece::Kind::Variable, {}, index});
    m_places.append({position, length});
    return true;
}

/// -1: there is no room for another one.
qsizetype PromptTemplate::indexOf(const PromptVariable &variable)
{
    const auto known = std::ranges::find(m_variables, variable.name, &PromptVariable::name);
    if (known == m_variables.end()) {
        if (m_variables.size() >= kMostVariables)
            return -1;
        m_variables.append(variable);
        return m_variables.size() - 1;
    }
    if (!known->isOptional && variable.isOptional)
        *known = variable;
    return std::distance(m_variables.begin(), known);
}

bool PromptTemplate::hasCursor() const
{
    return std::ranges::any_of(
        m_pieces, [](const Piece &piece) { return piece.kind == Piece::Kind::Cursor; });
}

PromptTemplate::Filled PromptTemplate::fill(const QHash<QString, QString> &values) const
{
    Filled filled;
    std::optional<qsizetype> cursor;
    std::optional<qsizetype> gap;
    for (const Piece &piece : m_pieces) {
        if (piece.kind == Piece::Kind::Cursor) {
            cursor = cursor.value_or(filled.text.size());
        } else if (piece.kind == Piece::Kind::Text) {
            filled.text += piece.text;
        } else {
            const PromptVariable &variable = m_variables.at(piece.variable);
            const QString value = values.value(variable.name, variable.preset);
            if (value.isEmpty())
                gap = gap.value_or(filled.text.size());
            filled.text += value;
        }
    }
    filled.cursor = cursor.value_or(gap.value_or(filled.text.size()));
    return filled;
}

} // namespace app
