/** The report's only style sheet: system fonts, no image, nothing that is loaded; what is out of sight is not laid out. */
export const style: string = `
:root {
  --page: #f5f4f0; --paper: #fff; --ink: #1d2125; --soft: #54585e; --line: #d9d6cd; --accent: #0b5560;
  --good: #17602f; --good-back: #e4f1e8; --bad: #96192a; --bad-back: #fae6e8;
  --doubt: #704400; --doubt-back: #fbeed6; --none: #494d53; --none-back: #ebebe8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #14171a; --paper: #1c2024; --ink: #e9e7e2; --soft: #b0b4ba; --line: #3b4147; --accent: #86cbd6;
    --good: #97d9ae; --good-back: #17331f; --bad: #f6b0b7; --bad-back: #43191f;
    --doubt: #f1cb83; --doubt-back: #3a2b0d; --none: #c8cbcf; --none-back: #2c3136;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
p, ul, ol, dl { margin: 0.4rem 0; }
ul, ol { padding-left: 1.4rem; }
h1, h2 { font-family: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.2rem); margin: 0 0 0.5rem; }
.whole { display: inline-block; }
h2 { font-size: 1.6rem; margin: 0 0 0.8rem; }
h3 { font-size: 1.15rem; margin: 1.8rem 0 0.4rem; }
h4 { font-size: 1rem; margin: 0; }
:is(h1, h2, h3, li):target { outline: 3px solid var(--accent); outline-offset: 4px; }
code, .id { font-family: ui-monospace, Consolas, monospace; font-size: 0.85em; }
.id { color: var(--soft); font-weight: 400; white-space: nowrap; }
.soft, .path { color: var(--soft); }
.small, .path { font-size: 0.88rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
main:focus { outline: 0; }
.skip { position: absolute; left: 1rem; top: -5rem; padding: 0.6rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: 1rem; }

img { max-width: 100%; height: auto; border: 1px solid var(--line); }

.frame { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1.2rem; margin-bottom: 1.5rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.4rem; margin-bottom: 1.5rem; }
nav ul { list-style: none; padding: 0; }
nav ul ul { padding-left: 1rem; font-size: 0.92rem; }
nav li { margin: 0.35rem 0; }
nav strong { display: block; margin-bottom: 0.4rem; }
nav { margin-bottom: 1.5rem; }
@media (max-width: 63.99rem) { nav ul ul { display: none; } }

.headline { font-size: clamp(1.25rem, 1rem + 1.3vw, 1.75rem); line-height: 1.3; margin: 0 0 0.3rem; }
.headline strong { font-size: 1.35em; }
.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1.4rem; margin: 1rem 0 0; }
.steps li { margin: 0.5rem 0; padding-left: 0.2rem; }
.mark {
  display: inline-block; padding: 0.05rem 0.55rem; border: 1px solid; border-radius: 1rem;
  font-size: 0.85rem; font-weight: 600; white-space: nowrap; color: var(--none); background: var(--none-back);
}
.conforme { color: var(--good); background: var(--good-back); }
.non_conforme, .blocking { color: var(--bad); background: var(--bad-back); }
.a_verifier, .major { color: var(--doubt); background: var(--doubt-back); }

.rubrics caption { text-align: left; font-weight: 600; margin: 1rem 0 0.4rem; }
.rubrics p { margin: 0.1rem 0 0; }
.rubrics :is(th, td) { padding-left: 0; }
@media (max-width: 39.99rem) {
  .rubrics :is(caption, tbody, tr, th, td) { display: block; border: 0; padding-block: 0.1rem; }
  .rubrics tr { border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
}
.drawing { display: block; max-width: 100%; height: auto; }
.drawing rect { fill: var(--none-back); stroke: var(--none); }
.drawing text { fill: var(--none); font: 700 12px system-ui, sans-serif; text-anchor: middle; }
.square-conforme rect { fill: var(--good-back); stroke: var(--good); }
.square-conforme text { fill: var(--good); }
.square-non_conforme rect { fill: var(--bad); stroke: var(--bad); }
.square-non_conforme text { fill: var(--bad-back); }
.square-a_verifier rect { fill: var(--doubt-back); stroke: var(--doubt); }
.square-a_verifier text { fill: var(--doubt); }
@media (forced-colors: active) {
  .drawing rect { fill: Canvas; stroke: CanvasText; }
  .drawing text { fill: CanvasText; }
}

.tools { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; padding: 0.8rem 1rem; background: var(--none-back); border-radius: 6px; }
.tools label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.2rem; min-width: 0; font-size: 0.9rem; max-width: 100%; }
.tools p { flex-basis: 100%; margin: 0; font-size: 0.9rem; }
input, select, button {
  font: inherit; max-width: 100%; min-height: 2.2rem; padding: 0.25rem 0.6rem;
  color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px;
}
select { text-overflow: ellipsis; }
button { cursor: pointer; color: var(--accent); }
:is(input, select, button):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.copy { font-size: 0.85rem; min-height: 1.9rem; }
.said { position: fixed; right: 1rem; bottom: 1rem; margin: 0; padding: 0.6rem 1rem; background: var(--ink); color: var(--page); border-radius: 6px; }
.said:empty { padding: 0; }

.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0.4rem 1rem; margin: 0.5rem 0; }
.sides > div { padding: 0.4rem 0.8rem; border: 1px solid var(--line); border-radius: 6px; }
q { quotes: '«\\A0' '\\A0»'; }
del { color: var(--bad); background: var(--bad-back); }
ins { color: var(--good); background: var(--good-back); font-weight: 600; }

.cards, .lines, .defects { list-style: none; padding: 0; }
.cards > li, .lines > li { padding: 0.8rem 0; border-top: 1px solid var(--line); }
.lines > li { padding: 0.55rem 0; }
.cards p, .lines p { margin: 0.25rem 0; }
.message { font-weight: 600; }
.defects li { margin: 0.4rem 0; }
.proposal { padding-left: 0.8rem; border-left: 3px solid var(--line); }
.excerpts { padding-left: 1.2rem; list-style: disc; }
.excerpts > li { margin: 0.35rem 0; overflow-wrap: anywhere; }
.pages { padding-left: 1.2rem; list-style: disc; }
.pages > li { margin: 0.35rem 0; }
.place { margin: 0.1rem 0; }
.scroll { overflow-x: auto; }
.scroll :is(th, td) { overflow-wrap: normal; }
.scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; }
@media screen and (max-width: 39.99rem) {
  .stacked thead { position: absolute; clip-path: inset(50%); }
  .stacked :is(tbody, tr, th, td) { display: block; border: 0; padding: 0.1rem 0; }
  .stacked tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .stacked td[data-head]::before { content: attr(data-head); color: var(--soft); }
  .stacked .empty { display: none; }
}
.matrix :is(th, td) { text-align: center; font-size: 0.88rem; }
@media screen {
  .cards > li, .lines > li { content-visibility: auto; contain-intrinsic-size: auto 6rem; overflow-clip-margin: 8px; }
  .cards > li { contain-intrinsic-size: auto 14rem; }
}
pre { overflow-x: auto; white-space: pre-wrap; font-size: 0.85rem; }
summary { cursor: pointer; color: var(--accent); padding: 0.15rem 0; }
dt { font-weight: 600; margin-top: 0.6rem; }
dd { margin: 0.1rem 0 0; }

@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5rem 1.4rem; }
  dt, dd { margin: 0; }
  section { padding: 1.8rem 2.2rem; }
  .row { display: grid; grid-template-columns: 1fr 9.5rem; column-gap: 1.2rem; }
  .row > * { grid-column: 1; }
  .row > .marks { grid-area: 1 / 2; text-align: right; margin: 0; }
}
@media (min-width: 64rem) {
  .brief { display: grid; grid-template-columns: 2fr 3fr; column-gap: 3rem; }
  .brief > :is(h2, .wide) { grid-column: 1 / -1; }
  .brief > div > h3:first-child { margin-top: 0; }
  .brief > .wide { margin-top: 1.6rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
  .rubrics div { display: grid; grid-template-columns: 17.5rem 1fr; gap: 1rem; align-items: center; }
  .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; align-items: start; }
  nav { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; font-size: 0.95rem; }
}
@media print {
  @page { margin: 16mm 14mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
  :root { --page: #fff; --line: #999; }
  html { font-size: 10pt; }
  nav, .skip, .tools, button, .said, .settled { display: none; }
  .frame { max-width: none; padding: 0; }
  section { border: 0; padding: 0; margin-bottom: 8mm; }
  section:has(> #grille), section:has(> #defauts) { break-before: page; }
  h2, h3, h4 { break-after: avoid; }
  .row, .lines > li, .pages > li { break-inside: avoid; }
  details:not(.folded)::details-content { content-visibility: visible; block-size: auto; }
  .folded > summary::after { content: '\\A0: dans report.html'; }
  a { color: inherit; }
  .mark, .drawing, del, ins { print-color-adjust: exact; }
  .rubrics tr { break-inside: avoid; }
  .rubrics div { display: grid; grid-template-columns: 215px 1fr; gap: 4mm; align-items: center; }
  .rubrics .drawing { zoom: 0.75; }
  .rubrics :is(th, td) { padding-block: 0.6mm; }
}
`;
