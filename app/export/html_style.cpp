// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/html_style.h"

namespace app {

namespace {

/// Colours as in ui/theme.
constexpr auto kColours = R"(:root { --code: #f6f5f2; --accent: #2b6e68; --on-lane: #ffffff;
  --l0: #3b6fb6; --l1: #a85820; --l2: #2c7d54; --l3: #89489f; --l4: #8c6a00; --l5: #b63a77;
  --l6: #1c7a8d; --l7: #5d646a; --k: #7b3fa0; --t: #2b62a3; --s: #2f6b3c; --c: #656b71;
  --n: #944818; --f: #1d6580; }
@media (prefers-color-scheme: dark) { :root { --code: #1e2123; --accent: #63b5ac;
  --on-lane: #15181a; --l0: #7aa7e6; --l1: #e29a63; --l2: #6cd79a; --l3: #c288cc; --l4: #d2b449;
  --l5: #e98998; --l6: #62c3d5; --l7: #a3a8af; --k: #c79be0; --t: #82b1e8; --s: #98c78a;
  --c: #8f959a; --n: #e0a070; --f: #74bdd3; } }
)";

constexpr auto kLayout = R"(h1 { margin: 0 0 8px; } h3 { font-size: 14px; margin: 0 0 8px;
  overflow-wrap: anywhere; } .lanes { margin: 16px 0; }
section { border-top: 1px solid var(--line); margin-top: 24px; } h2 { margin-top: 16px; }
h2 { color: var(--second); font-size: 13px; font-weight: 600; }
.prompt { margin: 8px 0; border-start-end-radius: 8px; border-end-end-radius: 8px; }
.alone { grid-template-columns: minmax(0, 1fr); max-width: 900px; }
.answer { padding: 12px 16px; } .answer footer { margin-top: 12px; }
.badge { display: inline-block; min-width: 20px; padding: 0 5px; border-radius: 5px;
  text-align: center; color: var(--on-lane); font-size: 12px; }
.best { color: var(--accent); font-size: 12px; margin-inline-start: 8px; }
.blind { background: var(--second); } .lane0 { background: var(--l0); } .lane1 { background: var(--l1); }
.lane2 { background: var(--l2); } .lane3 { background: var(--l3); }
.lane4 { background: var(--l4); } .lane5 { background: var(--l5); }
.lane6 { background: var(--l6); } .lane7 { background: var(--l7); }
details { margin: 8px 0; } summary { cursor: pointer; }
figure { margin: 8px 0; } figure img { max-width: 100%; max-height: 480px; border-radius: 6px; }
.record { margin-top: 4px; } .record th, .record td { padding: 1px 12px 1px 0; border: 0;
  font-size: 12px; font-weight: 400; overflow-wrap: anywhere; }
.record th { color: var(--second); white-space: nowrap; }
.mono { font-family: ui-monospace, monospace; font-size: 13px; }
)";

constexpr auto kMarkdown = R"(.markdown { overflow-wrap: anywhere; }
.markdown > :first-child { margin-top: 0; } .markdown > :last-child { margin-bottom: 0; }
.markdown h3, .markdown h4, .markdown h5, .markdown h6 { margin: 20px 0 8px; line-height: 1.3; }
.markdown h3 { font-size: 18px; } .markdown h4 { font-size: 16px; }
.markdown h5, .markdown h6 { font-size: 14px; } .markdown p { margin: 8px 0; }
.markdown ul, .markdown ol { padding-inline-start: 24px; margin: 8px 0; }
.markdown .task { list-style: none; margin-inline-start: -20px; }
.markdown hr { border: 0; border-top: 1px solid var(--line); margin: 16px 0; }
.markdown blockquote { margin: 8px 0; padding-inline-start: 12px; color: var(--second);
  border-inline-start: 3px solid var(--line); }
.markdown .right { text-align: end; } .markdown .centre { text-align: center; }
.markdown .raw { white-space: pre-wrap; } .markdown a { color: var(--accent); }
code, pre { font-family: ui-monospace, monospace; font-size: 13px; }
.markdown code { background: var(--code); border-radius: 4px; padding: 1px 4px; }
.markdown pre { background: var(--code); border-radius: 6px; padding: 10px 12px; margin: 8px 0;
  overflow-x: auto; } .markdown pre code { background: none; padding: 0; overflow-wrap: normal; }
.code { position: relative; } .code .language { position: absolute; inset-block-start: 2px;
  inset-inline-end: 8px; padding: 0 4px; background: var(--code); color: var(--second);
  font-size: 11px; }
pre i { font-style: normal; } .k { color: var(--k); } .t { color: var(--t); }
.s { color: var(--s); } .c { color: var(--c); } .n { color: var(--n); } .f { color: var(--f); }
.math { font-family: "STIX Two Math", "Cambria Math", serif; font-size: 105%; }
p.math { text-align: center; }
)";

constexpr auto kPaper = R"css(@page { margin: 15mm; }
@media print { :root { --code: #f4f4f4; --accent: #000000; --on-lane: #000000; }
  body { font-size: 10pt; } .badge { background: none; border: 1px solid #000000; }
  .answer { border-radius: 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  pre, figure, tr { break-inside: avoid; } h3 { break-after: avoid; }
  details:not([open]) { display: none; } a::after { content: " (" attr(href) ")"; font-size: 8pt; }
  .answers { grid-template-columns: repeat(auto-fit, minmax(min(100%, 8cm), 1fr)); } }
)css";

} // namespace

QByteArray conversationStyle()
{
    return QByteArray(kColours) + kLayout + kMarkdown + kPaper;
}

} // namespace app
