// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// What is looked for in a text. White space of any kind matches white space, so that a line break
/// does not hide a phrase. A value.
struct FindQuery
{
    QString text;
    bool matchCase = false;
    bool wholeWords = false;

    struct Match
    {
        int start = 0; ///< in UTF-16 units
        int length = 0;
        bool operator==(const Match &) const = default;
    };

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    /// From the start on, none overlapping another.
    [[nodiscard]] QList<Match> matches(const QString &in) const;
    bool operator==(const FindQuery &) const = default;
};

} // namespace ui
