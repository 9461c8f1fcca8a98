// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace app {

/// The link reference definitions (`[label]: address`) of text that is not parsed any more, so that
/// text behind them can still use them. As in CommonMark the first definition of a label counts.
class ReferenceDefinitions
{
public:
    /// Takes what a part of a text defines; the part is made of whole blocks, list items or pieces
    /// of a paragraph. `prefix` stands before it for its meaning.
    void collect(QByteArrayView part, QByteArrayView prefix);
    /// Those that `part` may use, as Markdown to parse in front of it; empty if there are none.
    [[nodiscard]] QByteArray neededBy(QByteArrayView part) const;

private:
    QHash<QString, QByteArray> m_addresses; ///< by normalised label
};

/// Whether the text of a paragraph may yet turn out to be a definition when more lines come: its
/// label, address or title is not closed. `behindOne`: a definition stands in front of it, whose
/// title this may be.
[[nodiscard]] bool mayBecomeDefinition(QByteArrayView paragraph, bool behindOne);

} // namespace app
