// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Pairs = QList<std::pair<QString, QString>>;
using Milliseconds = std::chrono::milliseconds;

template <typename Enum>
struct EnumNames;

template <>
struct EnumNames<ThemeChoice>
{
    static constexpr std::array names{"system"_L1, "light"_L1, "dark"_L1, "high-contrast"_L1};
};

template <>
struct EnumNames<SendKey>
{
    static constexpr std::array names{"enter"_L1, "ctrl-enter"_L1};
};

template <>
struct EnumNames<ProxyKind>
{
    static constexpr std::array names{"system"_L1, "none"_L1, "http"_L1, "socks5"_L1};
};

struct Range
{
    int minimum;
    int maximum;
};

constexpr Range kRunsRange{0, 10'000};
constexpr Range kImageSideRange{0, 16'384};
constexpr Range kToolRoundsRange{1, 1'000};

// The fields, once for both directions: `visit` is a Reader or a Writer below.

template <typename Visitor>
void visitTimeouts(Visitor &visit, Timeouts &timeouts)
{
    visit("connectTimeoutMs"_L1, timeouts.connect);
    visit("firstByteTimeoutMs"_L1, timeouts.firstByte);
    visit("firstByteFlexTimeoutMs"_L1, timeouts.firstByteFlex);
    visit("idleTimeoutMs"_L1, timeouts.idle);
}

template <typename Visitor>
void visitPreferences(Visitor &visit, Preferences &preferences)
{
    visit("theme"_L1, preferences.theme);
    visit("fontFamily"_L1, preferences.fontFamily);
    visit("fontPointSize"_L1, preferences.fontPointSize, Range{0, 72});
    visit("textZoomPercent"_L1, preferences.textZoomPercent, Range{50, 300});
    visit("sendKey"_L1, preferences.sendKey);
    visit("imageLongestSide"_L1, preferences.imageLongestSide, kImageSideRange);
    visit("language"_L1, preferences.language);
    visitTimeouts(visit, preferences.timeouts);
    visit("proxyKind"_L1, preferences.proxyKind);
    visit("proxyHost"_L1, preferences.proxyHost);
    visit("proxyPort"_L1, preferences.proxyPort, Range{0, 65535});
    visit("runCeilingUsd"_L1, preferences.runCeilingUsd);
    visit("conversationCeilingUsd"_L1, preferences.conversationCeilingUsd);
    visit("defaultProvider"_L1, preferences.defaultProvider);
    visit("defaultModel"_L1, preferences.defaultModel);
    visit("favouriteModels"_L1, preferences.favouriteModels);
    visit("recentModels"_L1, preferences.recentModels);
    visit("judgeProvider"_L1, preferences.judgeProvider);
    visit("judgeModel"_L1, preferences.judgeModel);
    visit("judgeRubric"_L1, preferences.judgeRubric);
    visit("toolRounds"_L1, preferences.toolRounds, kToolRoundsRange);
    visit("foldedTags"_L1, preferences.foldedTags);
    visit("lastSet"_L1, preferences.lastSet);
    visit("sidebarShown"_L1, preferences.sidebarShown);
    visit("parametersShown"_L1, preferences.parametersShown);
    visit("linkedScrolling"_L1, preferences.linkedScrolling);
    visit("keepRawStreams"_L1, preferences.keepRawStreams);
    visit("windowGeometry"_L1, preferences.windowGeometry);
    visit("shownConversation"_L1, preferences.shownConversation);
    visit("closedMs"_L1, preferences.closedMs);
}

template <typename Visitor>
void visitProvider(Visitor &visit, Provider &provider)
{
    visit("id"_L1, provider.id);
    visit("name"_L1, provider.name);
    visit("baseUrl"_L1, provider.baseUrl);
    visit("dialect"_L1, provider.dialect);
    visit("extraHeaders"_L1, provider.extraHeaders);
    visit("dropFields"_L1, provider.dropFields);
    visit("reasoningField"_L1, provider.reasoningField);
    visitTimeouts(visit, provider.timeouts);
    visit("sendsUsageOption"_L1, provider.sendsUsageOption);
    visit("mostRuns"_L1, provider.mostRuns, kRunsRange);
    visit("mostRunsPerModel"_L1, provider.mostRunsPerModel, kRunsRange);
}

class Reader
{
public:
    explicit Reader(const QJsonObject &row) : m_row(row) { }

    void operator()(QLatin1StringView name, QString &field) const
    {
        field = m_row.value(name).toString(field);
    }
    void operator()(QLatin1StringView name, bool &field) const
    {
        field = m_row.value(name).toBool(field);
    }
    void operator()(QLatin1StringView name, std::optional<bool> &field) const
    {
        const QJsonValue value = m_row.value(name);
        if (value.isBool())
            field = value.toBool();
    }
    void operator()(QLatin1StringView name, std::optional<double> &field) const
    {
        const QJsonValue value = m_row.value(name);
        if (value.isDouble())
            field = std::max(0.0, value.toDouble());
    }
    void operator()(QLatin1StringView name, qint64 &field) const
    {
        field = std::max<qint64>(0, m_row.value(name).toInteger(field));
    }
    void operator()(QLatin1StringView name, int &field, Range range) const
    {
        field = std::clamp(m_row.value(name).toInt(field), range.minimum, range.maximum);
    }
    void operator()(QLatin1StringView name, std::optional<int> &field, Range range) const
    {
        const QJsonValue value = m_row.value(name);
        if (value.isDouble())
            field = std::clamp(value.toInt(range.minimum), range.minimum, range.maximum);
    }
    void operator()(QLatin1StringView name, Milliseconds &field) const
    {
        const qint64 most = Milliseconds(std::chrono::hours(24)).count();
        field =
            Milliseconds(std::clamp<qint64>(m_row.value(name).toInteger(field.count()), 0, most));
    }
    void operator()(QLatin1StringView name, QByteArray &field) const
    {
        field = QByteArray::fromBase64(m_row.value(name).toString().toLatin1());
    }
    void operator()(QLatin1StringView name, QUrl &field) const
    {
        field = QUrl(m_row.value(name).toString());
    }
    void operator()(QLatin1StringView name, Dialect &field) const
    {
        field = dialectFromName(m_row.value(name).toString()).value_or(field);
    }
    void operator()(QLatin1StringView name, QStringList &field) const
    {
        for (const QJsonValue &value : m_row.value(name).toArray())
            field.append(value.toString());
        field.removeAll(QString());
    }
    void operator()(QLatin1StringView name, Pairs &field) const
    {
        for (const QJsonValue &value : m_row.value(name).toArray()) {
            const QJsonArray pair = value.toArray();
            if (!pair.at(0).toString().isEmpty())
                field.append({pair.at(0).toString(), pair.at(1).toString()});
        }
    }
    template <typename Enum>
    void operator()(QLatin1StringView name, Enum &field) const
    {
        const auto &names = EnumNames<Enum>::names;
        const auto found = std::find(names.begin(), names.end(), m_row.value(name).toString());
        if (found != names.end())
            field = Enum(found - names.begin());
    }

private:
    const QJsonObject &m_row;
};

class Writer
{
public:
    explicit Writer(QJsonObject row) : m_row(std::move(row)) { }
    [[nodiscard]] QJsonObject row() const { return m_row; }

    template <typename Field>
    void operator()(QLatin1StringView name, const Field &field)
    {
        m_row.insert(name, json(field));
    }
    void operator()(QLatin1StringView name, int field, Range /*range*/)
    {
        m_row.insert(name, field);
    }
    void operator()(QLatin1StringView name, std::optional<int> field, Range /*range*/)
    {
        m_row.insert(name, field ? QJsonValue(*field) : QJsonValue());
    }

private:
    static QJsonValue json(const QString &value) { return value; }
    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(qint64 value) { return value; }
    static QJsonValue json(std::optional<bool> value)
    {
        return value ? QJsonValue(*value) : QJsonValue();
    }
    static QJsonValue json(std::optional<double> value)
    {
        return value ? QJsonValue(*value) : QJsonValue();
    }
    static QJsonValue json(Milliseconds value) { return qint64(value.count()); }
    static QJsonValue json(const QByteArray &value)
    {
        return QString::fromLatin1(value.toBase64());
    }
    static QJsonValue json(const QUrl &value) { return value.toString(QUrl::FullyEncoded); }
    static QJsonValue json(Dialect value) { return QString(dialectName(value)); }
    static QJsonValue json(const QStringList &value) { return QJsonArray::fromStringList(value); }
    static QJsonValue json(const Pairs &value)
    {
        QJsonArray rows;
        for (const auto &[name, text] : value)
            rows.append(QJsonArray{name, text});
        return rows;
    }
    template <typename Enum>
    static QJsonValue json(Enum value)
    {
        return QString(EnumNames<Enum>::names.at(size_t(value)));
    }

    QJsonObject m_row;
};

// Members that this version knows come from `written`, without those that say the default.
QJsonObject merged(QJsonObject row, const QJsonObject &written, const QJsonObject &defaults)
{
    for (auto member = written.begin(); member != written.end(); ++member) {
        if (member.value() == defaults.value(member.key()))
            row.remove(member.key());
        else
            row.insert(member.key(), member.value());
    }
    return row;
}

} // namespace

Preferences preferencesFromJson(const QJsonObject &row)
{
    Preferences preferences;
    Reader reader(row);
    visitPreferences(reader, preferences);
    return preferences;
}

QJsonObject preferencesToJson(const Preferences &preferences, QJsonObject row)
{
    const auto written = [](Preferences value) {
        Writer writer{QJsonObject()};
        visitPreferences(writer, value);
        return writer.row();
    };
    return merged(std::move(row), written(preferences), written({}));
}

std::optional<Provider> providerFromJson(const QJsonObject &row)
{
    Provider provider;
    Reader reader(row);
    visitProvider(reader, provider);
    if (provider.id.isEmpty() || !provider.baseUrl.isValid() || provider.baseUrl.isEmpty())
        return std::nullopt;
    return provider;
}

QJsonObject providerToJson(const Provider &provider, QJsonObject row)
{
    const auto written = [](Provider value) {
        Writer writer{QJsonObject()};
        visitProvider(writer, value);
        return writer.row();
    };
    return merged(std::move(row), written(provider), written({}));
}

} // namespace app
