// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/page_ranges.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_format.h"

#include <QStringTokenizer>

#include <optional>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct PageRange
{
    int first = 0; ///< counted from 1
    int last = 0;
};

std::optional<int> pageNumber(QStringView text, int usual)
{
    const QStringView digits = text.trimmed();
    if (digits.isEmpty())
        return usual;
    bool isNumber = false;
    const int number = digits.toInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<PageRange> pageRange(const QString &text, int pageCount)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0) {
        const auto page = pageNumber(text, 0);
        return page && *page > 0 ? std::optional(PageRange{*page, *page}) : std::nullopt;
    }
    const QStringView whole = text;
    if (whole.trimmed().size() < 2)
        return {};
    const auto first = pageNumber(whole.first(dash), 1);
    const auto last = pageNumber(whole.sliced(dash + 1), pageCount);
    return first && last && *first <= *last ? std::optional(PageRange{*first, *last})
                                            : std::nullopt;
}

tl::unexpected<Error> tooManyPages(int most)
{
    return imageError(kPdfTooManyCode, u"a message takes at most %1 pages"_s.arg(most),
                      QString::number(most));
}

} // namespace

Result<QList<int>> readPageRanges(const QString &text, int pageCount, int most)
{
    QString plain = text.simplified();
    plain.replace(u'–', u'-').replace(u';', u',');
    if (plain.isEmpty())
        plain = u"1-%1"_s.arg(pageCount);
    QList<int> pages;
    for (const QStringView part : QStringView(plain).tokenize(u',')) {
        const auto range = pageRange(part.toString(), pageCount);
        if (!range)
            return imageError(kPdfRangeCode, u"“%1” names no pages"_s.arg(text.left(80)),
                              text.left(80));
        if (range->last > pageCount) {
            return imageError(
                kPdfNoSuchPageCode,
                u"there is no page %1; the last one is %2"_s.arg(range->last).arg(pageCount),
                QString::number(pageCount));
        }
        for (int page = range->first - 1; page < range->last; ++page) {
            if (pages.contains(page))
                continue;
            if (pages.size() == most)
                return tooManyPages(most);
            pages.append(page);
        }
    }
    return pages;
}

} // namespace app
