// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/json_diff.h"

#include "app/evaluation/diff_pieces.h"
#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr int kIndent = 2;

/// A scalar as JSON writes it.
QString scalarText(const QJsonValue &value)
{
    return QString::fromUtf8(compactJson(value));
}

QString indentation(int depth)
{
    return QString(qsizetype(depth) * kIndent, u' ');
}

/// A whole value, indented; without a line end behind it.
QString writtenTree(const QJsonValue &value, int depth)
{
    const auto inside = [depth](const QStringList &rows, QChar open, QChar close) {
        if (rows.isEmpty())
            return QString(open) + close;
        const QString start = u'\n' + indentation(depth + 1);
        return open + start + rows.join(u',' + start) + u'\n' + indentation(depth) + close;
    };
    QStringList rows;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            rows.append(writtenTree(element, depth + 1));
        return inside(rows, u'[', u']');
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            rows.append(scalarText(it.key()) + u": "_s + writtenTree(it.value(), depth + 1));
        return inside(rows, u'{', u'}');
    }
    return scalarText(value);
}

class JsonDiffer
{
public:
    explicit JsonDiffer(const DiffOptions &options) : m_options(options) { }

    void compare(const QJsonValue &left, const QJsonValue &right, int depth);
    DiffPieces pieces;

private:
    /// A member or an element; undefined where a side has none.
    struct Row
    {
        QString name; ///< with a colon; empty in an array
        QJsonValue left;
        QJsonValue right;
    };
    void compareRows(const QList<Row> &rows, QChar open, QChar close, int depth);
    [[nodiscard]] bool isSame(const QJsonValue &left, const QJsonValue &right) const;
    void addSame(const QString &text) { pieces.addSame(text, text); }

    const DiffOptions &m_options;
};

bool JsonDiffer::isSame(const QJsonValue &left, const QJsonValue &right) const
{
    if (!left.isString() || !right.isString())
        return left == right;
    const auto normal = [this](const QJsonValue &value) {
        QString text = value.toString();
        if (m_options.ignoreWhiteSpace)
            text = text.simplified();
        return m_options.ignoreCase ? text.toCaseFolded() : text;
    };
    return normal(left) == normal(right);
}

void JsonDiffer::compare(const QJsonValue &left, const QJsonValue &right, int depth)
{
    QList<Row> rows;
    if (left.isObject() && right.isObject()) {
        const QJsonObject leftObject = left.toObject();
        const QJsonObject rightObject = right.toObject();
        std::set<QString> names;
        for (const QJsonObject &object : {leftObject, rightObject}) {
            for (auto it = object.begin(); it != object.end(); ++it)
                names.insert(it.key());
        }
        for (const QString &name : names)
            rows.append(
                {scalarText(name) + u": "_s, leftObject.value(name), rightObject.value(name)});
        return compareRows(rows, u'{', u'}', depth);
    }
    if (left.isArray() && right.isArray()) {
        const QJsonArray leftArray = left.toArray();
        const QJsonArray rightArray = right.toArray();
        for (qsizetype i = 0; i < std::max(leftArray.size(), rightArray.size()); ++i)
            rows.append({QString(), leftArray.at(i), rightArray.at(i)});
        return compareRows(rows, u'[', u']', depth);
    }
    if (isSame(left, right))
        return pieces.addSame(writtenTree(left, depth), writtenTree(right, depth));
    pieces.addRemoved(writtenTree(left, depth));
    pieces.addAdded(writtenTree(right, depth));
}

void JsonDiffer::compareRows(const QList<Row> &rows, QChar open, QChar close, int depth)
{
    addSame(open);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Row &row = rows.at(i);
        const QString start = u'\n' + indentation(depth + 1) + row.name;
        const QString comma = i + 1 < rows.size() ? u","_s : QString();
        if (row.right.isUndefined()) {
            pieces.addRemoved(start + writtenTree(row.left, depth + 1) + comma);
        } else if (row.left.isUndefined()) {
            pieces.addAdded(start + writtenTree(row.right, depth + 1) + comma);
        } else {
            addSame(start);
            compare(row.left, row.right, depth + 1);
            addSame(comma);
        }
    }
    if (!rows.isEmpty())
        addSame(u'\n' + indentation(depth));
    addSame(close);
}

/// What stands between the only two fences of the text.
QString fencedPart(const QString &text)
{
    const qsizetype open = text.indexOf("```"_L1);
    const qsizetype start = open < 0 ? -1 : text.indexOf(u'\n', open);
    const qsizetype close = start < 0 ? -1 : text.indexOf("```"_L1, start);
    if (close < 0 || text.indexOf("```"_L1, close + 3) >= 0)
        return {};
    return text.sliced(start, close - start);
}
} // namespace

std::optional<QJsonValue> jsonIn(const QString &text)
{
    for (const QString &candidate : {text, fencedPart(text)}) {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(candidate.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError)
            continue;
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    return std::nullopt;
}

std::optional<TextDiff> diffJson(const QString &left, const QString &right,
                                 const DiffOptions &options)
{
    const auto leftValue = jsonIn(left);
    const auto rightValue = jsonIn(right);
    if (!leftValue || !rightValue)
        return std::nullopt;
    JsonDiffer differ(options);
    differ.compare(*leftValue, *rightValue, 0);
    TextDiff diff;
    differ.pieces.moveInto(diff);
    diff.unit = DiffUnit::Values;
    return diff;
}

} // namespace app
