// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"

#include <QString>

namespace app {

/// Writes blocks as a fragment of HTML. Every text is escaped, raw HTML included, and addresses
/// other than http, https and mailto are left out; images are named and never loaded. A value, for
/// any thread.
class HtmlWriter
{
public:
    enum class Purpose {
        Clipboard, ///< no classes: other programs make of it what they know
        Page, ///< to be read in a browser under the style of htmlPageHead(); code has colours
    };
    explicit HtmlWriter(Purpose purpose) : m_isPage(purpose == Purpose::Page) { }

    [[nodiscard]] QString write(const Blocks &blocks);

private:
    [[nodiscard]] QString one(const Block &block);
    [[nodiscard]] QString heading(const Block &block);
    [[nodiscard]] QString code(const Block &block);
    [[nodiscard]] QString colouredLines(const Block &block);
    [[nodiscard]] QString math(const Block &block) const;
    [[nodiscard]] QString list(const Block &list);
    [[nodiscard]] QString table(const Block &table);
    [[nodiscard]] QString inlines(const Inlines &inlines) const;
    [[nodiscard]] QString styled(const Inline &run) const;
    [[nodiscard]] QString formula(const Inline &run) const;
    [[nodiscard]] QString image(const Inline &run) const;
    [[nodiscard]] QString link(const QByteArray &address, const QString &html) const;
    [[nodiscard]] QString direction() const;

    bool m_isPage;
    qsizetype m_colouredLines = 0; ///< so far: a long export must not take minutes
};

/// For the clipboard.
[[nodiscard]] QString toHtml(const Blocks &blocks);

} // namespace app
