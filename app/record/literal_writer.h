// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <functional>

namespace app {

/// Writes values of JSON as literals of a programming language. Text stays text: quotes, control
/// characters and those that turn the direction of writing are escaped.
class LiteralWriter
{
public:
    enum class Language { Python, JavaScript };
    /// An expression in place of a text; empty: the text itself.
    using Replace = std::function<QString(const QString &text)>;

    explicit LiteralWriter(Language language, Replace replace = {});

    /// `indent`: of the line that it begins in; what follows is indented by four more.
    [[nodiscard]] QString value(const QJsonValue &value, int indent) const;
    [[nodiscard]] static QString text(const QString &text);

private:
    [[nodiscard]] QString list(const QJsonValue &value, int indent) const;
    [[nodiscard]] QString object(const QJsonValue &value, int indent) const;
    [[nodiscard]] QString key(const QString &name) const;

    Language m_language;
    Replace m_replace;
};

} // namespace app
