// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_text_model.h"

#include "ui/widgets/literal_text.h"

#include <QFontMetrics>
#include <QSize>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr qsizetype kLongestRow = 240; ///< bytes; longer lines go on in the next row
} // namespace

JsonTextModel::JsonTextModel(const Theme &theme, QObject *parent)
    : QAbstractListModel(parent), m_theme(theme)
{
}

void JsonTextModel::setText(const QByteArray *utf8)
{
    beginResetModel();
    m_text = utf8;
    m_starts.clear();
    m_marks.clear();
    m_starts = newStarts();
    m_end = m_text ? m_text->size() : 0;
    endResetModel();
}

/// Where further rows begin, behind those that are known.
std::vector<qsizetype> JsonTextModel::newStarts() const
{
    std::vector<qsizetype> starts;
    if (!m_text || m_text->isEmpty())
        return starts;
    if (m_starts.empty())
        starts.push_back(0);
    qsizetype at = m_starts.empty() ? 0 : m_starts.back();
    while (at < m_text->size()) {
        const qsizetype lineEnd = m_text->indexOf('\n', at);
        qsizetype next = lineEnd < 0 ? m_text->size() : lineEnd + 1;
        if (next - at > kLongestRow) {
            next = at + kLongestRow;
            // Not within a character.
            while (next > at + 1 && (uchar(m_text->at(next)) & 0xc0) == 0x80)
                --next;
        } else if (lineEnd < 0) {
            break; // the last line goes on
        }
        at = next;
        starts.push_back(at);
    }
    return starts;
}

void JsonTextModel::grow()
{
    if (!m_text)
        return;
    const std::vector<qsizetype> starts = newStarts();
    const int last = rowCount() - 1;
    m_end = starts.empty() ? m_text->size() : starts.front();
    if (last >= 0)
        emit dataChanged(index(last), index(last));
    if (starts.empty())
        return;
    beginInsertRows({}, last + 1, last + int(starts.size()));
    m_starts.insert(m_starts.end(), starts.begin(), starts.end());
    m_end = m_text->size();
    endInsertRows();
}

void JsonTextModel::setMarks(const QHash<qsizetype, QString> &marks)
{
    m_marks.clear();
    for (const auto &[position, words] : marks.asKeyValueRange()) {
        QString &said = m_marks[rowOf(position)];
        said += said.isEmpty() ? words : u'\n' + words;
    }
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int JsonTextModel::rowOf(qsizetype position) const
{
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), position);
    return int(behind - m_starts.begin()) - 1;
}

int JsonTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_starts.size());
}

QString JsonTextModel::textOf(int row) const
{
    const qsizetype from = m_starts.at(size_t(row));
    const qsizetype to = row + 1 < rowCount() ? m_starts.at(size_t(row) + 1) : m_end;
    QString text = QString::fromUtf8(QByteArrayView(*m_text).sliced(from, to - from));
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text.replace(u'\t', u"    "_s);
}

QVariant JsonTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_text)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row());
    case Qt::AccessibleTextRole: {
        const QString mark = m_marks.value(index.row());
        return mark.isEmpty() ? textOf(index.row()) : textOf(index.row()) + u". "_s + mark;
    }
    case Qt::FontRole:
        return m_theme.font(TextRole::Code);
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(m_theme.font(TextRole::Code)).height() + metrics::kStep1);
    case Qt::BackgroundRole:
        return m_marks.contains(index.row()) ? QVariant(m_theme.colours().dangerGround)
                                             : QVariant();
    case Qt::ToolTipRole:
        return literally(m_marks.value(index.row()));
    default:
        return {};
    }
}

} // namespace ui
