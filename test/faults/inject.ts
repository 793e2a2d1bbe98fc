import { escapeHtml, html, page, type Fault, type Seen } from './fault.ts';

/** A title, a heading and the text of a dead link that are hostile; the dead link brings it into the findings. */
const payload = (name: string, text: string, title?: string): Fault => ({
  id: `inject/${name}`,
  outcomes: ['ok'],
  ...(title === undefined ? {} : { rules: { title } }),
  respond: html(page(text, `<p><a href="/status/404">${escapeHtml(text)}</a></p>`)),
});

/** An address that is hostile by itself. */
const path = (name: string, rest: string): Fault => ({
  id: `inject/${name}`,
  path: `/inject/${name}${rest}`,
  outcomes: ['ok'],
  respond: html(page(`Adresse hostile : ${name}`)),
});

const OVERRIDE = 'rapport_\u202efdp.exe';

/** What a site writes in the hope that a report, a spreadsheet or a terminal obeys it. */
export const inject: readonly Fault[] = [
  payload('script', '<script>globalThis.pwned = 1</script>'),
  payload('attribute', '"><img src=x onerror="globalThis.pwned=1">'),
  payload('end-script', '</script><svg onload=globalThis.pwned=1>'),
  payload('comment', '--><script>globalThis.pwned=1</script><!--'),
  payload('markdown', '[cliquez](javascript:alert(1)) | ![](http://x.invalid/y) x \n# titre'),
  payload('formula-equals', '=HYPERLINK("http://x.invalid/?"&A1;"ouvrir")'),
  payload('formula-plus', '+1+1'),
  payload('formula-minus', "-2+3+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0"),
  payload('formula-at', '@SUM(1+1)', '@SUM(1+1)'),
  payload('formula-tab', '\t=1+1'),
  payload('ansi-title', '\u001b]0;pwned\u0007Titre'),
  payload('ansi-clear', '\u001b[2J\u001b[1;1HTout va bien \u001b[32mCONFORME\u001b[0m'),
  payload('log-forging', 'ok\n2026-11-24 ERREUR fausse ligne\r\n{"level":"fatal"}'),
  {
    ...payload('bidi', OVERRIDE),
    judge: ({ outputs }) =>
      [...outputs]
        .filter(([, text]) => text.includes('\u202e'))
        .map(([name]) => `${name} turns its text round`),
  },
  path('path-quote', '/%22%3E%3Cscript%3EglobalThis.pwned=1%3C/script%3E'),
  path('path-traversal', '/..%2F..%2F..%2Fevasion.html'),
  path('path-long', `/${'a'.repeat(3_000 - '/inject/path-long/'.length)}`),
  path('path-nul', '/%00.html'),
  {
    id: 'inject/javascript-link',
    outcomes: ['ok'],
    respond: html(page('Lien de script', '<p><a href="javascript:globalThis.pwned=1//http://">Lien</a></p>')),
  },
  {
    id: 'inject/header-payload',
    outcomes: ['ok'],
    respond: html(page('En-têtes hostiles'), {
      etag: '"<script>globalThis.pwned=1</script>"',
      'last-modified': '<img src=x onerror=globalThis.pwned=1>',
      'x-frame-options': '\u009b31m<script>globalThis.pwned=1</script>',
    }),
  },
  {
    id: 'inject/axe-html',
    outcomes: ['ok'],
    respond: html(
      page(
        'Extrait hostile',
        `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-x='"&gt;&lt;script&gt;globalThis.pwned=1&lt;/script&gt;' data-y="</script><script>globalThis.pwned=1</script>">`,
      ),
    ),
    judge: (seen) => (hasFinding(seen, 'axe/image-alt') ? [] : ['axe did not see its image']),
  },
];

function hasFinding({ row, report }: Seen, check: string): boolean {
  return report.findings.some((finding) => finding.url === row?.url && finding.check === check);
}
