import { createHash } from 'node:crypto';

/** Sober, and bound to no brand: that of the State is for its sites. Nothing here needs a script, an image or a font. */
const TEXT = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1e1e1e; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 44rem; margin-inline: auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; border-bottom: 1px solid #6a6a6a; }
header p { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 2rem; }
h3 { font-size: 1.05rem; }
a { color: #00406b; }
a, button, input, select, textarea, summary, [tabindex] { outline-offset: 2px; }
:focus-visible { outline: 3px solid #0a76f6; }
.field, fieldset { margin: 1.25rem 0; padding: 0; border: 0; min-width: 0; }
legend, .field > label { display: block; padding: 0; font-weight: 600; }
.option { display: flex; gap: .6rem; align-items: flex-start; padding: .5rem 0; }
.option input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: .15rem 0 0; }
input:not([type=radio]), select, textarea { display: block; inline-size: 100%; min-block-size: 2.75rem; padding: .5rem; border: 1px solid #5a5a5a; border-radius: 0; background: #fff; color: inherit; font: inherit; }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; border: 1px solid #00406b; background: #00406b; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button.second { background: #fff; color: #00406b; }
.mention { margin: .25rem 0; color: #4a4a4a; }
.note, .wrong, .done { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid #6a6a6a; border-inline-start-width: .4rem; }
.wrong { border-color: #b30000; }
.done { border-color: #146c2e; }
.error { margin: .25rem 0; color: #b30000; font-weight: 600; }
[aria-invalid=true] { border: 2px solid #b30000; }
fieldset[aria-invalid=true] { padding: 0 .75rem; }
.trap { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.slots { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
.slots a, .slots .option { display: inline-flex; align-items: center; min-block-size: 2.75rem; min-inline-size: 4.5rem; padding: .25rem .75rem; border: 1px solid #00406b; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
table { inline-size: 100%; border-collapse: collapse; }
.scroll { overflow-x: auto; }
caption { padding: .5rem 0; font-weight: 600; text-align: start; }
th, td { overflow-wrap: break-word; padding: .5rem; border: 1px solid #6a6a6a; text-align: start; vertical-align: top; }
pre { overflow: auto; overflow-wrap: normal; padding: .75rem; background: #f3f3f3; }
dt { font-weight: 600; }
dd { margin: 0 0 .75rem; white-space: pre-line; }
.poster { text-align: center; }
.poster svg { inline-size: min(16rem, 80vw); block-size: auto; }
@media print { header, footer, .no-print { display: none; } a { color: inherit; } }
`;

/** Its name bears a hash: it can be kept for ever. */
export const plainStyle: { readonly file: string; readonly text: string } = {
  file: `plain-${createHash('sha256').update(TEXT).digest('hex').slice(0, 10)}.css`,
  text: TEXT,
};
