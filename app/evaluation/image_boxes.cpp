// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/image_boxes.h"

#include "app/evaluation/box_words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kDeepestBracket = 64; ///< brackets that are kept in mind
constexpr qsizetype kLongestString = 400;
constexpr qsizetype kLongestNumber = 24;
constexpr qsizetype kLongestSpace = 80; ///< between the numbers of a list
constexpr double kLargestNumber = 1e6;

bool isBoxSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r';
}

bool isNumberCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'+' || c == u'e'
           || c == u'E';
}

/// What stands between the quotes of a JSON string, as one line.
QString unquotedString(QStringView written)
{
    QString text = written.toString();
    if (text.contains(u'\\')) {
        const QByteArray json = "[\"" + text.toUtf8() + "\"]";
        if (const QJsonArray read = QJsonDocument::fromJson(json).array(); !read.isEmpty())
            text = read.at(0).toString();
    }
    return text.simplified().left(box_limits::kLabel);
}

/// One pass from front to back: brackets are kept on a stack, so that a box knows its key and its
/// object. Prose between them is passed over.
class BoxScanner
{
public:
    explicit BoxScanner(QStringView text) : m_text(text.left(box_limits::kCharacters)) { }

    [[nodiscard]] QList<ImageBox> boxes();

private:
    struct Bracket
    {
        bool isObject = false;
        qsizetype start = 0;
        QString key; ///< Object: the one whose value comes; List: the one it stands under
        QString label; ///< Object
        int image = -1; ///< Object: the number that it names
        qsizetype firstBox = 0;
    };
    using Numbers = std::array<double, 4>;

    void takeString();
    void takeImageNumber();
    void takeMention();
    void takeBracket();
    void openList();
    void close(bool isObject);
    void finish(const Bracket &object, qsizetype end);
    void takeTag();
    void takeReference(QStringView opening, QStringView closing);
    void takeTagged(QStringView opening);
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] bool skip(QChar wanted);
    void skipSpace();
    [[nodiscard]] std::optional<double> number();
    [[nodiscard]] std::optional<Numbers> numbersOfList();
    [[nodiscard]] std::optional<Numbers> numbersOfCorners();
    void add(ImageBox::Form form, const Numbers &corners, qsizetype start, const QString &label);

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_noStringBefore = 0; ///< quotes up to there close nothing
    QList<Bracket> m_open;
    QString m_reference; ///< of `<ref>`
    int m_mentioned = -1; ///< number of the image that the prose speaks of
    bool m_isMentionFresh = false; ///< in this line, and no box came since
    QList<ImageBox> m_boxes;
    QList<bool> m_placed; ///< beside m_boxes: it knows its object
    QList<int> m_mentions; ///< beside m_boxes: the image that the prose spoke of
};

QList<ImageBox> BoxScanner::boxes()
{
    while (m_at < m_text.size() && m_boxes.size() < box_limits::kBoxes) {
        const QChar c = m_text[m_at];
        if (c == u'"')
            takeString();
        else if (c == u'{' || c == u'}' || c == u'[' || c == u']')
            takeBracket();
        else if (c == u'<')
            takeTag();
        else if (m_open.isEmpty() && c.isLetter())
            takeMention();
        else {
            if (c == u',' && !m_open.isEmpty() && m_open.constLast().isObject)
                m_open.last().key.clear();
            m_isMentionFresh &= c != u'\n';
            ++m_at;
        }
    }
    while (!m_open.isEmpty()) { // still being written
        const Bracket open = m_open.takeLast();
        if (open.isObject)
            finish(open, -1);
    }
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i).image < 0)
            m_boxes[i].image = m_mentions.at(i);
    }
    return m_boxes;
}

void BoxScanner::takeString()
{
    const qsizetype start = ++m_at;
    if (start <= m_noStringBefore)
        return;
    qsizetype end = start;
    const qsizetype last = std::min(m_text.size(), start + kLongestString);
    while (end < last && m_text[end] != u'"' && m_text[end] != u'\n')
        end += m_text[end] == u'\\' ? 2 : 1;
    if (end >= last || m_text[end] != u'"') { // inches, or prose
        m_noStringBefore = std::min(end, m_text.size());
        return;
    }
    m_at = end + 1;
    if (m_open.isEmpty() || !m_open.constLast().isObject)
        return;
    Bracket &object = m_open.last();
    const QStringView written = m_text.sliced(start, end - start);
    skipSpace();
    if (m_at < m_text.size() && m_text[m_at] == u':') {
        object.key = written.toString();
        ++m_at;
        takeImageNumber();
    } else if (isImageKey(object.key)) {
        qsizetype behind = 0;
        object.image = imageNumber(written, behind).value_or(-1);
    } else if (isLabelKey(object.key) && object.label.isEmpty()) {
        object.label = unquotedString(written);
    }
}

/// Behind the colon of a key.
void BoxScanner::takeImageNumber()
{
    if (!isImageKey(m_open.constLast().key))
        return;
    skipSpace();
    qsizetype end = 0;
    const auto image = imageNumber(m_text.sliced(m_at), end);
    if (!image)
        return;
    m_open.last().image = *image;
    m_at += end;
}

/// A word of the prose, which may be "image 2".
void BoxScanner::takeMention()
{
    qsizetype end = 0;
    if (const auto image = imageNumber(m_text.sliced(m_at), end)) {
        const bool isAnother = m_isMentionFresh && m_mentioned != *image;
        m_mentioned = isAnother ? -1 : *image; // "Image 1 and image 2: …" says nothing
        m_isMentionFresh = true;
        m_at += end;
    }
    while (m_at < m_text.size() && m_text[m_at].isLetterOrNumber())
        ++m_at;
}

void BoxScanner::takeBracket()
{
    const QChar bracket = m_text[m_at];
    if (bracket == u'[')
        return openList();
    if (bracket == u'{') {
        if (m_open.size() < kDeepestBracket)
            m_open.append({true, m_at, {}, {}, -1, m_boxes.size()});
        ++m_at;
        return;
    }
    ++m_at;
    close(bracket == u'}');
}

QString BoxScanner::currentKey() const
{
    return m_open.isEmpty() ? QString() : m_open.constLast().key;
}

void BoxScanner::openList()
{
    const qsizetype start = m_at++;
    const QString key = currentKey();
    if (const auto numbers = numbersOfList()) {
        const Numbers &n = *numbers;
        const bool isNamed = !key.isEmpty();
        const bool isInOrder = n[0] >= 0 && n[1] >= 0 && n[0] < n[2] && n[1] < n[3];
        if (key.compare("box_2d"_L1, Qt::CaseInsensitive) == 0)
            add(ImageBox::Form::RowFirst, {n[1], n[0], n[3], n[2]}, start, {});
        else if (isNamed ? isBoxKey(key) : isInOrder)
            add(ImageBox::Form::Plain, n, start, {});
        return;
    }
    m_at = start + 1;
    if (m_open.size() < kDeepestBracket)
        m_open.append({false, start, key, {}, -1, m_boxes.size()});
}

void BoxScanner::close(bool isObject)
{
    // Prose may hold a bracket of the other kind that nobody closed.
    const auto opening = std::find_if(m_open.rbegin(), m_open.rend(), [&](const Bracket &open) {
        return open.isObject == isObject;
    });
    if (opening == m_open.rend())
        return;
    const qsizetype kept = m_open.rend() - opening - 1;
    const Bracket closed = m_open.at(kept);
    m_open.resize(kept);
    if (isObject)
        finish(closed, m_at);
}

/// The boxes of an object get its label; one alone stands for all of it.
void BoxScanner::finish(const Bracket &object, qsizetype end)
{
    const bool isAlone = m_boxes.size() - object.firstBox == 1;
    for (qsizetype i = object.firstBox; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i).image < 0)
            m_boxes[i].image = object.image;
        if (m_placed.at(i))
            continue;
        if (m_boxes.at(i).label.isEmpty())
            m_boxes[i].label = object.label;
        if (isAlone && end >= 0) {
            m_boxes[i].start = object.start;
            m_boxes[i].length = end - object.start;
        }
        m_placed[i] = true;
    }
}

void BoxScanner::takeTag()
{
    const QStringView rest = m_text.sliced(m_at);
    if (rest.startsWith("<ref>"_L1))
        return takeReference(u"<ref>", u"</ref>");
    if (rest.startsWith("<|object_ref_start|>"_L1))
        return takeReference(u"<|object_ref_start|>", u"<|object_ref_end|>");
    if (rest.startsWith("<box>"_L1))
        return takeTagged(u"<box>");
    if (rest.startsWith("<|box_start|>"_L1))
        return takeTagged(u"<|box_start|>");
    ++m_at;
}

void BoxScanner::takeReference(QStringView opening, QStringView closing)
{
    m_at += opening.size();
    const QStringView near = m_text.sliced(m_at).left(box_limits::kLabel + closing.size());
    const qsizetype end = near.indexOf(closing);
    if (end < 0)
        return;
    m_reference = near.first(end).toString().simplified();
    m_at += end + closing.size();
}

void BoxScanner::takeTagged(QStringView opening)
{
    m_at += opening.size();
    const qsizetype start = m_at;
    if (const auto corners = numbersOfCorners())
        add(ImageBox::Form::Tagged, *corners, start, m_reference);
    else
        m_at = start;
}

void BoxScanner::skipSpace()
{
    const qsizetype last = std::min(m_text.size(), m_at + kLongestSpace);
    while (m_at < last && isBoxSpace(m_text[m_at]))
        ++m_at;
}

bool BoxScanner::skip(QChar wanted)
{
    skipSpace();
    const bool isThere = m_at < m_text.size() && m_text[m_at] == wanted;
    m_at += isThere ? 1 : 0;
    return isThere;
}

std::optional<double> BoxScanner::number()
{
    skipSpace();
    const qsizetype start = m_at;
    while (m_at < m_text.size() && m_at - start <= kLongestNumber
           && isNumberCharacter(m_text[m_at]))
        ++m_at;
    bool isNumber = false;
    const double value = m_text.sliced(start, m_at - start).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || std::abs(value) > kLargestNumber)
        return {};
    return value;
}

/// Behind its bracket.
std::optional<BoxScanner::Numbers> BoxScanner::numbersOfList()
{
    Numbers numbers{};
    for (size_t i = 0; i < numbers.size(); ++i) {
        const auto value = number();
        if (!value || !skip(i + 1 < numbers.size() ? u',' : u']'))
            return {};
        numbers[i] = *value;
    }
    return numbers;
}

/// `(left,top),(right,bottom)`, with or without the comma between.
std::optional<BoxScanner::Numbers> BoxScanner::numbersOfCorners()
{
    Numbers numbers{};
    for (size_t corner = 0; corner < 2; ++corner) {
        if (corner > 0)
            (void)skip(u',');
        if (!skip(u'('))
            return {};
        const auto x = number();
        if (!x || !skip(u','))
            return {};
        const auto y = number();
        if (!y || !skip(u')'))
            return {};
        numbers[2 * corner] = *x;
        numbers[2 * corner + 1] = *y;
    }
    return numbers;
}

void BoxScanner::add(ImageBox::Form form, const Numbers &corners, qsizetype start,
                     const QString &label)
{
    const auto [left, right] = std::minmax(corners[0], corners[2]);
    const auto [top, bottom] = std::minmax(corners[1], corners[3]);
    if (left == right || top == bottom)
        return;
    m_boxes.append({form, left, top, right, bottom, label, start, m_at - start});
    m_placed.append(false);
    m_mentions.append(m_mentioned);
    m_isMentionFresh = false;
}

} // namespace

QList<ImageBox> imageBoxes(QStringView text)
{
    return BoxScanner(text).boxes();
}

} // namespace app
