// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <span>

namespace app {

enum class ParameterType {
    Number,
    Integer,
    Boolean,
    Text,
    TextList,
    IntegerList,
    Choice,
    Object,
    List
};

/// How the parameter panel shows it. Hidden ones are reached through "extra JSON", the command line
/// and presets.
enum class ParameterControl {
    Slider,
    Number,
    Chips,
    Segments,
    Toggle,
    Format,
    Tools,
    Json,
    Hidden
};

/// One row of the table of request parameters, from which the request, the command line and the
/// panel are made. Ranges: the OpenAPI file of the DeepInfra chat route; OpenAI API reference.
struct ParameterSpec
{
    QLatin1StringView name; ///< as on the wire; "stream_options.include_usage" for a nested one
    ParameterType type = ParameterType::Number;
    double minimum = 0; ///< numbers, and the count of a list
    double maximum = 0;
    bool minimumExcluded = false;
    double step = 0; ///< of the slider
    QLatin1StringView serverDefault; ///< what the server does when it is not sent, in words of JSON
    std::span<const QLatin1StringView> choices = {};
    std::span<const Dialect> dialects = {}; ///< empty: every dialect takes it
    ParameterControl control = ParameterControl::Hidden;
    bool isOpen = false; ///< Choice: other words are sent too, for servers add some
    bool isLocal = false; ///< what this program does with the answers; never sent
};

// Settings of a lane that no server sees; they are kept and copied with its parameters.
inline constexpr QStringView kAutoContinue = u"auto_continue"; ///< up to so many times
inline constexpr QStringView kLeaveOutRounds = u"leave_out_rounds"; ///< the oldest ones

[[nodiscard]] std::span<const ParameterSpec> parameterTable();
[[nodiscard]] const ParameterSpec *findParameter(QStringView name);
/// Unknown dialect: always true.
[[nodiscard]] bool takesParameter(Dialect dialect, const ParameterSpec &spec);
/// InvalidRequest with the name and the range in its message.
[[nodiscard]] Result<void> checkParameter(const ParameterSpec &spec, const QJsonValue &value);
/// Reads `--set name=value`: the type of the table, JSON for lists and objects; unknown names and
/// values out of range are InvalidRequest.
[[nodiscard]] Result<QJsonValue> parseParameter(QStringView name, const QString &text);

/// The values the user set, by wire name. What is not in it is not sent. A value.
class ParameterSet
{
public:
    ParameterSet() = default;
    [[nodiscard]] static ParameterSet fromJson(const QJsonObject &json)
    {
        return ParameterSet(json);
    }

    [[nodiscard]] bool isSet(QStringView name) const { return m_values.contains(name); }
    [[nodiscard]] QJsonValue value(QStringView name) const { return m_values.value(name); }
    void set(QStringView name, const QJsonValue &value) { m_values.insert(name, value); }
    void unset(QStringView name) { m_values.remove(name); }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    [[nodiscard]] QStringList names() const { return m_values.keys(); }

    /// Wire names to values, in this order in the store too. "send anyway" marks are kept apart.
    [[nodiscard]] const QJsonObject &toJson() const { return m_values; }

    bool operator==(const ParameterSet &) const = default;

private:
    explicit ParameterSet(const QJsonObject &json) : m_values(json) { }
    QJsonObject m_values;
};

} // namespace app
