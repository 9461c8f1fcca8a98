// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_tree_model.h"

#include "ui/widgets/literal_text.h"

#include <QFontMetrics>
#include <QSize>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ui {

using app::JsonOutline;

namespace {

constexpr qsizetype kSingles = 100; ///< values that stand one by one
/// How many values a group has room for, the smallest first.
constexpr std::array<qsizetype, 3> kSpans{100, 10'000, 1'000'000};
/// Groups of one size below an object or list: the hundredth is the first of the next size.
constexpr qsizetype kGroups = 99;
constexpr qsizetype kShownCharacters = 400;

constexpr qsizetype divided(qsizetype count, qsizetype by)
{
    return (count + by - 1) / by;
}

/// Rows below an object or list of so many values.
qsizetype rowsFor(qsizetype values)
{
    if (values <= kSingles)
        return values;
    qsizetype before = kSingles - 1;
    for (const qsizetype span : kSpans) {
        if (values <= span * 100 || span == kSpans.back())
            return before + divided(values, span);
        before += kGroups;
    }
    return before;
}

/// The group in a row behind the single ones: its first value, and its span.
std::pair<qsizetype, qsizetype> groupIn(qsizetype row)
{
    qsizetype before = kSingles - 1;
    for (const qsizetype span : kSpans) {
        if (row <= before + kGroups || span == kSpans.back())
            return {(row - before) * span, span};
        before += kGroups;
    }
    return {};
}

/// The row of the single value, or of the group that has it.
qsizetype rowWith(qsizetype value)
{
    return value < kSingles ? value : rowsFor(value + 1) - 1;
}

/// What a group of this span is made of; 0: single values.
qsizetype spanWithin(qsizetype span)
{
    return span == kSpans.front() ? 0 : span / 100;
}

/// One line; what would break it is a sign.
QString oneLine(QString text)
{
    return text.replace(u'\n', QChar(0x23ce)).replace(u'\r', u' ').replace(u'\t', u' ');
}

} // namespace

JsonTreeModel::JsonTreeModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent), m_theme(theme)
{
    m_items.push_back({});
    connect(&theme, &Theme::changed, this, [this] {
        const int rows = rowCount();
        if (rows > 0)
            emit dataChanged(index(0, Name), index(rows - 1, Content));
    });
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setOutline(const JsonOutline *outline)
{
    beginResetModel();
    m_outline = outline;
    m_items.assign(1, {});
    m_places.clear();
    m_live.assign(1, 0);
    m_marks.clear();
    m_items.front().shown = m_outline ? rowsOf(m_items.front()) : 0;
    endResetModel();
}

void JsonTreeModel::setMarks(const QHash<quint32, QString> &marks)
{
    m_marks = marks;
    for (quint32 item = 1; item < m_items.size(); ++item)
        emit dataChanged(indexOfItem(item, Name), indexOfItem(item, Content));
}

/// The outermost value has no row: what it holds stands at the top. A single value stands there
/// itself.
int JsonTreeModel::rowsOf(const Item &item) const
{
    if (!m_outline || m_outline->size() == 0)
        return 0;
    const bool isTop = &item == &m_items.front();
    if (isTop && !m_outline->value(0).isHolder())
        return 1;
    const auto values = qsizetype(m_outline->children(item.value).size());
    if (item.span == 0)
        return int(rowsFor(values));
    const qsizetype within = std::min(values - item.first, item.span);
    const qsizetype span = spanWithin(item.span);
    return int(span == 0 ? within : divided(within, span));
}

JsonTreeModel::Item JsonTreeModel::childAt(quint32 parent, int row) const
{
    const Item &above = m_items.at(parent);
    if (parent == 0 && !m_outline->value(0).isHolder())
        return {0, 0, 0, 0, 0, 0};
    Item child{above.value, 0, 0, parent, row, 0};
    if (above.span > 0) {
        child.span = spanWithin(above.span);
        child.first = above.first + (child.span > 0 ? row * child.span : row);
    } else if (row >= kSingles) {
        std::tie(child.first, child.span) = groupIn(row);
    } else {
        child.first = row;
    }
    if (child.span == 0) {
        child.value = m_outline->children(above.value)[size_t(child.first)];
        child.first = 0;
    }
    return child;
}

quint32 JsonTreeModel::itemAt(quint32 parent, int row) const
{
    const std::pair<quint32, int> place{parent, row};
    const auto known = m_places.constFind(place);
    if (known != m_places.constEnd())
        return *known;
    const auto number = quint32(m_items.size());
    Item item = childAt(parent, row);
    m_items.push_back(item);
    m_places.insert(place, number);
    if (isLive(item))
        m_live.push_back(number);
    return number;
}

bool JsonTreeModel::isLive(const Item &item) const
{
    if (!m_outline || m_outline->size() == 0)
        return m_outline != nullptr;
    if (!m_outline->value(item.value).isOpen())
        return false;
    // A group that is full stays as it is while its list goes on.
    const auto values = qsizetype(m_outline->children(item.value).size());
    return item.span == 0 || values < item.first + item.span;
}

quint32 JsonTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? quint32(index.internalId()) : 0;
}

QModelIndex JsonTreeModel::indexOfItem(quint32 item, int column) const
{
    return item == 0 ? QModelIndex() : createIndex(m_items.at(item).row, column, quintptr(item));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= Count || row >= rowCount(parent))
        return {};
    return createIndex(row, column, quintptr(itemAt(itemOf(parent), row)));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfItem(m_items.at(itemOf(index)).parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : m_items.at(itemOf(parent)).shown;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return Count;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && rowsOf(m_items.at(itemOf(parent))) > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Item &item = m_items.at(itemOf(parent));
    return parent.column() <= 0 && !m_isInserting && rowsOf(item) > item.shown;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    growItem(itemOf(parent));
}

void JsonTreeModel::growItem(quint32 number)
{
    const int rows = rowsOf(m_items.at(number));
    const int shown = m_items.at(number).shown;
    if (rows <= shown || m_isInserting)
        return;
    m_isInserting = true;
    beginInsertRows(indexOfItem(number), shown, rows - 1);
    m_items.at(number).shown = rows;
    m_isInserting = false;
    endInsertRows();
}

void JsonTreeModel::grow()
{
    if (!m_outline)
        return;
    // Views may ask for new rows meanwhile, which are live too and up to date.
    const std::vector<quint32> live = std::exchange(m_live, {});
    for (const quint32 number : live) {
        growItem(number);
        if (number > 0)
            emit dataChanged(indexOfItem(number, Name), indexOfItem(number, Content));
        if (isLive(m_items.at(number)))
            m_live.push_back(number);
    }
}

std::optional<quint32> JsonTreeModel::valueAt(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return std::nullopt;
    return m_items.at(itemOf(index)).value;
}

bool JsonTreeModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && m_items.at(itemOf(index)).span > 0;
}

QModelIndex JsonTreeModel::indexOf(quint32 value)
{
    if (!m_outline || qsizetype(value) >= m_outline->size())
        return {};
    std::vector<quint32> line{value}; // from the value to one at the top
    while (m_outline->value(line.back()).parent != line.back())
        line.push_back(m_outline->value(line.back()).parent);
    if (line.size() == 1)
        return m_outline->value(0).isHolder() ? QModelIndex() : index(0, Name);
    line.pop_back(); // the outermost has no row
    quint32 item = 0;
    for (auto step = line.rbegin(); step != line.rend(); ++step) {
        const qsizetype wanted = m_outline->value(*step).row;
        growItem(item);
        item = itemAt(item, int(rowWith(wanted)));
        while (m_items.at(item).span > 0) {
            growItem(item);
            const qsizetype within = wanted - m_items.at(item).first;
            const qsizetype span = spanWithin(m_items.at(item).span);
            item = itemAt(item, int(span > 0 ? within / span : within));
        }
    }
    return indexOfItem(item);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_outline)
        return {};
    const Item &item = m_items.at(itemOf(index));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? name(item) : content(item);
    case Qt::AccessibleTextRole: {
        const QString text = index.column() == Name ? name(item) : content(item);
        const QString mark = index.column() == Content ? markOf(item) : QString();
        return mark.isEmpty() ? text : text + u". "_s + mark;
    }
    case Qt::ForegroundRole:
        return colour(item, index.column());
    case Qt::FontRole:
        return m_theme.font(TextRole::Code);
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(m_theme.font(TextRole::Code)).height() + metrics::kStep2);
    case Qt::DecorationRole:
        if (index.column() == Content && !markOf(item).isEmpty())
            return m_theme.icon(u"warning", m_theme.colours().danger);
        return {};
    case Qt::ToolTipRole:
        return literally(markOf(item));
    default:
        return {};
    }
}

QString JsonTreeModel::markOf(const Item &item) const
{
    return item.span == 0 ? m_marks.value(item.value) : QString();
}

QString JsonTreeModel::name(const Item &item) const
{
    if (item.span > 0) {
        const auto values = qsizetype(m_outline->children(item.value).size());
        const qsizetype last = std::min(item.first + item.span, values) - 1;
        //: Items of a long list, by their numbers.
        return tr("%1 to %2").arg(QString::number(item.first), QString::number(last));
    }
    const JsonOutline::Value &value = m_outline->value(item.value);
    if (value.parent == item.value)
        return {};
    const bool isMember = m_outline->value(value.parent).type == JsonOutline::Type::Object;
    return isMember ? oneLine(m_outline->key(item.value)) : QString::number(value.row);
}

QString JsonTreeModel::content(const Item &item) const
{
    if (item.span > 0)
        return {};
    const JsonOutline::Value &value = m_outline->value(item.value);
    if (value.isHolder())
        return heldText(item);
    QString text = oneLine(m_outline->shownText(item.value, kShownCharacters + 1));
    const bool isCut = text.size() > kShownCharacters;
    if (isCut)
        text = text.first(kShownCharacters);
    const QString more = isCut || value.isOpen() ? u"…"_s : QString();
    return value.type == JsonOutline::Type::String ? u'"' + text + more + u'"' : text + more;
}

QString JsonTreeModel::heldText(const Item &item) const
{
    const JsonOutline::Value &value = m_outline->value(item.value);
    const auto count = int(m_outline->children(item.value).size());
    const QString text = value.type == JsonOutline::Type::Object
                             ? tr("{ %n member(s) }", nullptr, count)
                             : tr("[ %n item(s) ]", nullptr, count);
    return value.isOpen() ? text + u" …"_s : text;
}

QColor JsonTreeModel::colour(const Item &item, int column) const
{
    const Colours &colours = m_theme.colours();
    if (column == Name || item.span > 0) {
        const bool isNumber = item.span > 0
                              || m_outline->value(m_outline->value(item.value).parent).type
                                     == JsonOutline::Type::Array;
        return isNumber ? colours.secondary : colours.text;
    }
    switch (m_outline->value(item.value).type) {
    case JsonOutline::Type::String:
        return colours.codeString;
    case JsonOutline::Type::Number:
        return colours.codeNumber;
    case JsonOutline::Type::Boolean:
    case JsonOutline::Type::Null:
        return colours.codeKeyword;
    case JsonOutline::Type::Object:
    case JsonOutline::Type::Array:
        break;
    }
    return colours.secondary;
}

} // namespace ui
