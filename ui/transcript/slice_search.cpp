// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/slice_search.h"

namespace ui {

namespace {

/// The text of slices, with what parts them from the next where they go on.
class SearchedText
{
public:
    SearchedText(const std::vector<Slice> &slices, int reach) : m_slices(slices), m_reach(reach) { }

    [[nodiscard]] FindQuery::Piece piece(int number) const
    {
        FindQuery::Piece piece{{}, textOf(number), {}};
        for (int i = number; goesOnFrom(i - 1) && piece.before.size() < m_reach; --i)
            piece.before.prepend(textOf(i - 1));
        for (int i = number; goesOnFrom(i) && piece.after.size() < m_reach; ++i)
            piece.after.append(textOf(i + 1));
        piece.before = piece.before.right(m_reach);
        piece.after.truncate(m_reach);
        return piece;
    }

    /// Behind `units` more of the text that starts in a slice.
    [[nodiscard]] SlicePosition behind(int number, int units) const
    {
        while (goesOnFrom(number)) {
            if (units <= int(shownText(m_slices[size_t(number)]).size()))
                break;
            units -= int(textOf(number).size());
            ++number;
        }
        return {m_slices[size_t(number)].key, units};
    }

private:
    [[nodiscard]] bool goesOnFrom(int number) const
    {
        return number >= 0 && number + 1 < int(m_slices.size())
               && goesOnWith(m_slices[size_t(number) + 1], m_slices[size_t(number)]);
    }
    [[nodiscard]] QString textOf(int number) const
    {
        const Slice &slice = m_slices[size_t(number)];
        const bool endsLine = slice.kind != Slice::Kind::Text && goesOnFrom(number);
        return endsLine ? shownText(slice) + u'\n' : shownText(slice);
    }

    const std::vector<Slice> &m_slices;
    int m_reach;
};

} // namespace

QList<SliceHit> hitsIn(const std::vector<Slice> &slices, const FindQuery &query)
{
    QList<SliceHit> hits;
    if (query.isEmpty())
        return hits;
    const SearchedText text(slices, query.reach());
    for (int i = 0; i < int(slices.size()); ++i) {
        const Slice &slice = slices[size_t(i)];
        if (!holdsText(slice))
            continue;
        const QList<FindQuery::Match> matches = query.matches(text.piece(i));
        for (const FindQuery::Match &match : matches) {
            hits.append({{slice.key, match.start},
                         text.behind(i, match.start + match.length),
                         slice.inReasoning});
        }
    }
    return hits;
}

QList<FindQuery::Match> hitsShown(const std::vector<Slice> &slices, int number,
                                  const FindQuery &query)
{
    const FindQuery::Piece piece = SearchedText(slices, query.reach()).piece(number);
    QList<FindQuery::Match> shown = query.matches(piece);
    if (const int inside = query.reachesInto(piece); inside > 0)
        shown.prepend({0, inside});
    return shown;
}

} // namespace ui
