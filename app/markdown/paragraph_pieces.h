// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_cuts.h"

#include <QHash>

#include <cmark-gfm.h>

namespace app {

/// The long paragraphs of a document, wherever they stand, parsed in pieces: see paragraphCuts().
/// Both must outlive it.
class ParagraphPieces
{
public:
    ParagraphPieces(cmark_node *document, const GuardedSource &source);

    struct Paragraph
    {
        Inlines inlines;
        qsizetype inlinesBeforeLast = 0; ///< without the break in front of the last piece
        ParagraphCut lastCut; ///< by lines of the source
    };
    /// Null for one that is parsed as a whole.
    [[nodiscard]] const Paragraph *of(cmark_node *paragraph) const;
    /// That cmark had to read for them.
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Cut
    {
        cmark_node *paragraph = nullptr;
        int firstLine = 0; ///< of its text in the source
        QList<int> starts; ///< lines of its text that begin a piece, the first one too
        QList<QByteArrayView> lines;
    };
    void find(cmark_node *parent);
    void parse();
    void join(const Cut &cut, const QList<Inlines> &pieces);

    const GuardedSource &m_source;
    QList<Cut> m_cuts;
    QHash<cmark_node *, Paragraph> m_paragraphs;
    qsizetype m_bytes = 0;
};

} // namespace app
