import { createHash } from 'node:crypto';

/** The style of the agents’ pages: sober, legible, without colour to convey what a word does not. */
export const style: string = `
:root { color-scheme: light; --ink: #1c2430; --soft: #4c5868; --line: #c9d0d9; --ground: #f4f6f8; --paper: #fff;
  --accent: #1f4e8c; --bad: #a3161b; --bad-ground: #fdeeee; --good: #14603a; --good-ground: #eaf6ef; }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: var(--ink); background: var(--ground); }
body { margin: 0; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
header { display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between; align-items: center;
  padding: .75rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); }
header p { margin: 0; overflow-wrap: anywhere; }
.house strong { display: block; font-size: 1.125rem; }
.who { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; color: var(--soft); }
nav { background: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; max-width: none; margin: 0; padding: 0 .5rem; list-style: none; }
nav a { display: block; padding: .75rem; color: #fff; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a:focus-visible { outline-color: #fff; outline-offset: -4px; }
nav a[aria-current] { background: var(--ground); color: var(--accent); font-weight: 600; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .75rem; font-size: 1.3rem; line-height: 1.25; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1.1rem; }
p, ul, ol { margin: 0 0 .75rem; max-width: 48rem; }
.notice { max-width: 48rem; margin: 0 0 1.25rem; padding: .75rem 1rem; border-left: .375rem solid; background: var(--paper); }
.notice > :last-child { margin-bottom: 0; }
.notice.good { border-color: var(--good); background: var(--good-ground); }
.notice.bad { border-color: var(--bad); background: var(--bad-ground); }
.notice.bad a { color: var(--bad); }
.sheet { max-width: 48rem; margin: 0 0 2rem; padding: 1rem 1.25rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }
.sheet h2:first-of-type { margin-top: 0; }
.inline { display: inline-block; margin: 0; }
.search { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: 0 0 1.5rem; }
.search .field { margin: 0; }
.field { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
.field label, legend { display: block; padding: 0; font-weight: 600; }
.field label.tick { display: flex; gap: .625rem; align-items: baseline; padding: .375rem 0; font-weight: 400; }
.tick input { width: 1.25rem; height: 1.25rem; flex: none; transform: translateY(.2rem); accent-color: var(--accent); }
.picks { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.optional { font-weight: 400; color: var(--soft); }
.hint { margin: 0 0 .25rem; color: var(--soft); }
.fault { margin: 0 0 .25rem; color: var(--bad); font-weight: 600; }
.wrong { padding-left: .75rem; border-left: .25rem solid var(--bad); }
input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea { width: 100%; max-width: 30rem; min-height: 2.75rem; margin-top: .25rem;
  padding: .5rem .625rem; border: 1px solid #6b7786; border-radius: .25rem; background: #fff; }
textarea { max-width: none; }
input.short:not([type=checkbox]) { max-width: 10rem; }
.row { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.row > .field { flex: 1 1 9rem; }
.do { margin: 0; }
button, .button { display: inline-block; min-height: 2.75rem; padding: .5rem 1.125rem; border: 1px solid var(--accent); border-radius: .25rem;
  background: var(--accent); color: #fff; font-weight: 600; text-decoration: none; cursor: pointer; }
button.second, .button.second { background: #fff; color: var(--accent); }
button.danger { background: #fff; border-color: var(--bad); color: var(--bad); }
button:hover, .button:hover { text-decoration: underline; }
button[aria-pressed=true] { background: var(--good-ground); border-color: var(--good); color: var(--good); }
.fault:has(+ fieldset) { margin-bottom: .75rem; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 0 0 1.5rem; padding: 0; list-style: none; max-width: none; }
table { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
caption { padding: 0 0 .5rem; text-align: left; font-weight: 600; }
th, td { padding: .625rem .75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { background: #e9edf2; }
tbody th { font-weight: 600; }
tbody th, .written { min-width: 9rem; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: .75rem 1.5rem; margin: 0 0 1.5rem; padding: 1rem 1.25rem;
  background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; font-weight: 600; }
.said { max-width: 48rem; margin: 0 0 1.5rem; padding: 1rem 1.25rem; background: var(--paper); border-left: .25rem solid var(--line); white-space: pre-wrap; }
.late { color: var(--bad); font-weight: 700; }
.quiet { color: var(--soft); font-weight: 400; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem; margin: 0 0 1.5rem; padding: 0; list-style: none; max-width: none; }
.tiles li { padding: 1rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }
.tiles strong { display: block; font-size: 2rem; line-height: 1.2; }
.key { font-family: ui-monospace, "Liberation Mono", monospace; font-size: 1.25rem; overflow-wrap: anywhere; }
.code svg { display: block; width: 12rem; height: auto; background: #fff; }
details { max-width: 48rem; margin: 0 0 1rem; }
summary { padding: .5rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
@media screen and (max-width: 44rem) {
  h1 { font-size: 1.5rem; }
  nav ul { display: grid; grid-template-columns: 1fr 1fr; padding: 0; }
  nav a { padding: .625rem 1rem; }
  .cards, .cards tbody, .cards tr, .cards th, .cards td, .cards caption { display: block; }
  .cards { border: 0; background: none; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .cards tr { margin: 0 0 .75rem; padding: .5rem .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }
  .cards tbody th, .cards td { padding: .25rem 0; border: 0; }
  .cards td::before { content: attr(data-label) " : "; color: var(--soft); }
  .cards td:empty { display: none; }
}
@media (forced-colors: active) { nav a[aria-current] { border: 2px solid; } }
.print-only { display: none; }
@page { size: A4; margin: 15mm; }
@media print {
  html { background: #fff; font-size: 10.5pt; }
  nav, .who, .skip, form, .search, .sheet, .inline, .actions, .notice, details, .no-print { display: none; }
  .print-only { display: inline; white-space: nowrap; }
  a { color: inherit; text-decoration: none; }
  main { max-width: none; padding: .75rem 0 0; }
  header { padding: 0 0 .5rem; }
  h2, h3, caption { break-after: avoid; }
  tr, .facts > div { break-inside: avoid; }
}
`.trim();

/** Where it is served; another style has another address, so that each can be kept for ever. */
export const stylePath: string = `/agents/style-${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
