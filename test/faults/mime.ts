import { deflateSync } from 'node:zlib';
import { page, sends, type Fault } from './fault.ts';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n' +
    '% <a href="/urls/trap">lien dans les octets</a>\ntrailer <</Root 1 0 R>>\n%%EOF\n',
);
const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  deflateSync(Buffer.alloc(300)),
  Buffer.from('<a href="/urls/trap">lien dans les octets</a>'),
]);

/** What an answer says it is, and what it is. */
export const mime: readonly Fault[] = [
  { id: 'mime/pdf', outcomes: ['not_html'], respond: sends('application/pdf', PDF) },
  { id: 'mime/pdf-said-html', outcomes: ['not_html', 'invalid_content'], respond: sends('text/html', PDF) },
  {
    id: 'mime/html-said-plain',
    outcomes: ['not_html'],
    respond: sends('text/plain; charset=utf-8', page('Texte brut', '<a href="/urls/trap">lien</a>')),
  },
  {
    id: 'mime/no-type',
    outcomes: ['ok'],
    rules: { title: 'Sans type' },
    respond: sends(null, page('Sans type')),
    judge: ({ row }) => (row?.reason === undefined ? ['the missing type is not flagged'] : []),
  },
  {
    id: 'mime/odd-case',
    outcomes: ['ok'],
    rules: { title: 'Casse' },
    respond: sends('TEXT/HTML;Charset="UTF-8"', page('Casse')),
  },
  { id: 'mime/image-said-html', outcomes: ['not_html', 'invalid_content'], respond: sends('text/html', PNG) },
  {
    id: 'mime/attachment-html',
    outcomes: ['not_html'],
    respond: sends('text/html; charset=utf-8', page('À télécharger'), {
      'content-disposition': 'attachment; filename="../../evasion.html"',
    }),
  },
  {
    id: 'mime/page-said-pdf',
    path: '/mime/page-said-pdf.pdf',
    outcomes: ['invalid_content', 'not_html'],
    respond: sends('application/pdf', page('Page introuvable')),
  },
];
