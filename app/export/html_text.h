// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

// What every page that the program writes has in common: one file without script that loads nothing
// from elsewhere. Its policy says so too, for the browser to hold it to.

/// Control characters, which are not allowed in HTML whatever they are escaped as, made visible.
[[nodiscard]] QString withoutControls(QString text);
[[nodiscard]] QByteArray htmlEscaped(const QString &text);
[[nodiscard]] QByteArray htmlElement(const QByteArray &tag, const QByteArray &attributes,
                                     const QByteArray &content);

/// From the doctype to the body: light and dark, narrow and printed. Its classes: facts, number,
/// scroll, prompt, text, answers, answer, bad, none. `language` as in "en"; `style` is added last.
[[nodiscard]] QByteArray htmlPageHead(const QString &title,
                                      const QString &language = QStringLiteral("en"),
                                      const QByteArray &style = {});
[[nodiscard]] QByteArray htmlPageEnd();

} // namespace app
