// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace app {

/// A regular expression of a schema (ECMA 262), by PCRE2: it knows Unicode, which std::regex does
/// not, and gives up on its own where a pattern explodes.
class Pattern
{
public:
    explicit Pattern(const QString &pattern);

    [[nodiscard]] bool isValid() const { return m_expression.isValid(); }
    /// Anywhere in the text. Throws std::runtime_error where it gave up.
    [[nodiscard]] bool isIn(const QString &text) const;

private:
    QRegularExpression m_expression;
};

} // namespace app
