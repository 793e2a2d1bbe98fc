import { shell } from './html-shell.ts';
import { html, type Html } from './html-tag.ts';

/** Of the pages made to be printed and handed round: A4, dark on white. */
const style = `
:root { --ink: #1d2125; --soft: #54585e; --line: #b9b6ad; --good: #17602f; --bad: #96192a; --doubt: #c98a1b; --none: #c4c5c2; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 50rem; background: #fff; color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: inherit; text-underline-offset: 0.15em; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: 0 0 0.3rem; }
h2 { font-size: 1.2rem; margin: 1.4rem 0 0.4rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
p, ul, ol { margin: 0.3rem 0; }
ul, ol { padding-left: 1.5rem; }
li { margin: 0.3rem 0; }
.soft, .path { color: var(--soft); font-size: 0.9em; }
.headline { font-size: 1.4rem; font-weight: 600; }
.cards > li { padding: 0.4rem 0; border-top: 1px solid var(--line); }
.message { font-weight: 600; }
.mark { font-weight: 600; white-space: nowrap; padding: 0 0.45em; border: 1px solid; border-radius: 1em; font-size: 0.88em; }
.blocking, .non_conforme { color: var(--bad); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.15rem 0.4rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
thead th { font-weight: 600; vertical-align: top; overflow-wrap: break-word; }
td { text-align: right; }
thead th:not(:first-child) { text-align: right; }
.key { margin-left: auto; }
svg { display: block; width: 7rem; height: 0.8rem; }
.key { width: 1.6rem; margin-bottom: 0.15rem; }
svg rect { stroke: #fff; stroke-width: 0.4; }
.bar-conforme { fill: var(--good); }
.bar-wrong { fill: var(--bad); }
.bar-open { fill: var(--doubt); }
.bar-none { fill: var(--none); }
@media (max-width: 40rem) {
  th, td { padding-inline: 0.2rem; }
  thead th { overflow-wrap: anywhere; hyphens: auto; }
  svg { width: 3rem; }
}
@media print {
  @page { size: A4; margin: 14mm 15mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  h1, h2 { break-after: avoid; }
  tr, .cards > li { break-inside: avoid; }
  svg { print-color-adjust: exact; }
}
`;

/** A document of its own that needs nothing else, to be read on paper. */
export function paper({ title, lead, body }: { title: string; lead: string; body: Html }): string {
  const content = html`
    <header>
      <h1>${title}</h1>
      <p class="soft">${lead}</p>
    </header>
    <main>${body}</main>
  `;
  return shell({ title, style, body: content });
}
