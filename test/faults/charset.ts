import { html, page, says, sends, type Fault } from './fault.ts';

const TITLE = 'Démarches à la préfecture';

/** A page in bytes of one encoding; nothing in it says which, but what `head` holds. */
const bytes = (encoding: 'utf8' | 'latin1', head = ''): Buffer =>
  Buffer.from(page(TITLE).replace('<meta charset="utf-8">', head), encoding);

const fault = (name: string, type: string, body: Uint8Array): Fault => ({
  id: `charset/${name}`,
  outcomes: ['ok'],
  rules: { title: TITLE },
  respond: sends(type, body),
});

/** What a page says of its encoding, and what its bytes are. */
export const charset: readonly Fault[] = [
  fault('header-iso-8859-1', 'text/html; charset=ISO-8859-1', bytes('latin1')),
  fault('meta-windows-1252', 'text/html', bytes('latin1', '<meta charset="windows-1252">')),
  fault(
    'meta-http-equiv',
    'text/html',
    bytes('latin1', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'),
  ),
  fault('header-wins', 'text/html; charset=utf-8', bytes('utf8', '<meta charset="iso-8859-1">')),
  fault(
    'bom-wins',
    'text/html; charset=windows-1252',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('utf8')]),
  ),
  {
    id: 'charset/meta-too-late',
    outcomes: ['ok'],
    respond: sends(
      'text/html',
      bytes('latin1', `<!-- ${'commentaire '.repeat(400)} --><meta charset="windows-1252">`),
    ),
    judge: ({ row }) => (row?.reason === undefined ? ['the late declaration is not flagged'] : []),
  },
  {
    id: 'charset/bad-utf-8',
    outcomes: ['ok'],
    respond: sends(
      'text/html; charset=utf-8',
      Buffer.concat([bytes('utf8'), Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80, 0xf0, 0x9f])]),
    ),
  },
  fault('unknown-label', 'text/html; charset=klingon', bytes('utf8')),
  {
    id: 'charset/accented-path',
    path: '/charset/accented-path/d%C3%A9marche',
    outcomes: ['ok'],
    rules: { title: 'Chemin accentué', maxRequests: 1 },
    hrefs: () => [
      '/charset/accented-path/démarche',
      '/charset/accented-path/d%C3%A9marche',
      '/charset/accented-path/d%c3%a9marche',
    ],
    respond: sends('text/html; charset=utf-8', page('Chemin accentué')),
    judge: ({ rows }) => {
      const found = [...rows.keys()].filter((path) => path.startsWith('/charset/accented-path'));
      return found.length === 1 ? [] : [`one page, recorded as ${found.join(', ')}`];
    },
  },
  {
    id: 'charset/query',
    outcomes: ['ok'],
    respond: (exchange) => {
      if (exchange.url.search === '?mot=pr%E9fecture') html(page('Réponse'))(exchange);
      else if (exchange.url.search !== '') says(404)(exchange);
      else {
        const link = '<a href="/charset/query?mot=pr\u00e9fecture">Chercher</a>';
        sends('text/html; charset=windows-1252', Buffer.from(page('Recherche', link), 'latin1'))(exchange);
      }
    },
    judge: ({ rows }) =>
      rows.get('/charset/query?mot=pr%E9fecture')?.outcome === 'ok'
        ? []
        : ['its link is not asked as browsers do'],
  },
];
