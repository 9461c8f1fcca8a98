// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/html_text.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kPolicy =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; img-src data:\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n";

/// The colours of the window.
constexpr auto kStyle = R"(:root { --ground: #ffffff; --panel: #f9f8f6; --line: #e3e0da;
  --text: #1f2326; --second: #5d646a; --bad: #a02c1c; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ground: #17191b; --panel: #1f2224; --line: #2c3033;
  --text: #e4e2dd; --second: #a3a8ac; --bad: #f0907f; } }
* { box-sizing: border-box; }
body { margin: 24px auto; padding: 0 24px; max-width: 1600px; background: var(--ground);
  color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 32px 0 8px; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { padding: 4px 12px; border-bottom: 1px solid var(--line);
  text-align: start; vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.prompt { background: var(--panel); border-inline-start: 3px solid var(--line); padding: 8px 12px; }
.answers { display: grid; gap: 12px; margin-top: 12px;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
.answer { border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; min-width: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.facts, .none { color: var(--second); font-size: 12px; font-variant-numeric: tabular-nums; }
.bad { color: var(--bad); }
@media (max-width: 600px) { body { padding: 0 12px; margin: 12px auto; } }
@media print { :root { --ground: #ffffff; --panel: #ffffff; --line: #bbbbbb; --text: #000000;
  --second: #444444; --bad: #000000; color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; } h2 { break-after: avoid; }
  .answer { break-inside: auto; } }
)";

} // namespace

QString withoutControls(QString text)
{
    for (QChar &character : text) {
        const bool isSpace = character == u'\n' || character == u'\t';
        if (character.category() == QChar::Other_Control && !isSpace)
            character = QChar::ReplacementCharacter;
    }
    return text;
}

QByteArray htmlEscaped(const QString &text)
{
    return withoutControls(text).toHtmlEscaped().toUtf8();
}

QByteArray htmlElement(const QByteArray &tag, const QByteArray &attributes,
                       const QByteArray &content)
{
    return '<' + tag + (attributes.isEmpty() ? QByteArray() : ' ' + attributes) + '>' + content
           + "</" + tag + ">\n";
}

QByteArray htmlPageHead(const QString &title, const QString &language, const QByteArray &style)
{
    return "<!doctype html>\n<html lang=\"" + htmlEscaped(language) + "\"><head>" + kPolicy
           + "<title>" + htmlEscaped(title) + "</title>\n<style>\n" + kStyle + style
           + "</style></head><body>\n";
}

QByteArray htmlPageEnd()
{
    return "</body></html>\n";
}

} // namespace app
