import { brotliCompressSync, constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { html, letters, page, sends, type Fault, type Seen, type Stage } from './fault.ts';

const MEGABYTE = 1_000_000;
const HTML = 'text/html; charset=utf-8';

/** A page of that many bytes, and no more to read in it than in one of a hundred. */
const flat = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from(page('Page démesurée')), Buffer.alloc(bytes, '<p>Encore.</p>\n')]);

const huge = flat(200 * MEGABYTE);
const GZIP = gzipSync(huge);
const BROTLI = brotliCompressSync(Buffer.alloc(200 * MEGABYTE, '<p>'), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
const ZIP = zip('../../evasion.txt', Buffer.alloc(200 * MEGABYTE));
const SMALL_GZIP = gzipSync(page('Page compressée', '<p>Texte.</p>'.repeat(200)));

/** One entry, its name as given. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
  const central = Buffer.concat([
    ...[Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14)],
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
/** Divided as `letters` are, twice: links cost their browser far more than a text. */
const linksOf = ({ haste }: Stage): number => 20_000 / haste ** 2;
const listed = (stage: Stage): string =>
  page(
    'Vingt mille liens',
    `<ul>${numbers(linksOf(stage))
      .map((n) => `<li><a href="/size/links-20000/${String(n)}">Page ${String(n)}</a></li>`)
      .join('\n')}</ul>`,
  );

/** A page that only seems too deep or too long: what stands at its end is read. */
const harmless = (name: string, markup: string): Fault => ({
  id: `size/${name}`,
  outcomes: ['ok'],
  respond: html(page('Tout est là', `${markup}<p><a href="/urls/leaf?end=${name}">Fin</a></p>`)),
  judge: ({ rows }: Seen) =>
    rows.get(`/urls/leaf?end=${name}`)?.outcome === 'ok' ? [] : ['what stands at its end is not read'],
});

/** What is too large, too deep or too many. */
export const size: readonly Fault[] = [
  {
    id: 'size/100-mb',
    outcomes: ['too_large'],
    respond: ({ response, socket }) => {
      const piece = huge.subarray(0, MEGABYTE);
      response.writeHead(200, { 'content-type': HTML, 'content-length': 100 * MEGABYTE });
      let left = 100;
      const write = (): void => {
        while (left > 0 && !socket.destroyed && (left--, response.write(piece)));
        if (left === 0) response.end();
      };
      response.on('drain', write);
      write();
    },
  },
  {
    id: 'size/gzip-bomb',
    outcomes: ['too_large'],
    respond: sends(HTML, GZIP, { 'content-encoding': 'gzip' }),
  },
  {
    id: 'size/brotli-bomb',
    outcomes: ['too_large'],
    respond: sends(HTML, BROTLI, { 'content-encoding': 'br' }),
  },
  {
    id: 'size/gzip-lie',
    outcomes: ['invalid_content', 'network_error'],
    respond: sends(HTML, page('Pas compressée'), { 'content-encoding': 'gzip' }),
  },
  {
    id: 'size/gzip-truncated',
    outcomes: ['invalid_content', 'network_error'],
    respond: sends(HTML, SMALL_GZIP.subarray(0, SMALL_GZIP.length / 2), { 'content-encoding': 'gzip' }),
  },
  {
    id: 'size/deep-2000',
    outcomes: ['ok'],
    rules: { maxSeconds: 20 },
    respond: html(page('Page profonde', `${'<div>'.repeat(2_000)}Au fond.${'</div>'.repeat(2_000)}`)),
  },
  harmless('drawing-closed', `<svg width="10" height="10">${'<g/>'.repeat(3_000)}</svg>`),
  harmless('field-of-tags', `<label>Texte <textarea>${'<div>'.repeat(3_000)}</textarea></label>`),
  harmless('anchors-open', '<a name="ancre">Texte. '.repeat(3_000)),
  harmless('comment-abrupt', `<!-->${'<p>Texte.</p>'.repeat(10_000)}`),
  {
    id: 'size/spans',
    outcomes: ['ok'],
    rules: { maxSeconds: 45 },
    respond: html(
      page(
        'Cellules sans mesure',
        `<table><tr><th>a</th></tr>${`<tr>${'<td colspan="1000" rowspan="65534">x</td>'.repeat(50)}</tr>`.repeat(40)}</table>`,
      ),
    ),
  },
  {
    id: 'size/attributes-100000',
    outcomes: ['ok'],
    rules: { maxSeconds: 20 },
    respond: html(
      page(
        'Élément à cent mille attributs',
        `<p ${numbers(100_000)
          .map((n) => `data-a${String(n)}="${String(n)}"`)
          .join(' ')}>Texte.</p>`,
      ),
    ),
  },
  {
    id: 'size/links-20000',
    outcomes: ['ok'],
    respond: ({ url, response, stage }) => {
      const number = url.pathname.split('/')[3];
      response.writeHead(200, { 'content-type': HTML });
      response.end(number === undefined ? listed(stage) : page(`Page ${number}`, `<p>Numéro ${number}.</p>`));
    },
    judge: ({ rows, report, stage }) => {
      const links = linksOf(stage);
      const below = [...rows].filter(([path]) => path.startsWith('/size/links-20000/'));
      const unasked = below.filter(([, { outcome }]) => outcome === 'out_of_scope' || outcome === 'trap');
      const said = report.limits.some(({ count = 0 }) => count >= unasked.length);
      return [
        ...(below.length === links ? [] : [`${String(below.length)} links seen of ${String(links)}`]),
        ...(unasked.length > 0 && said ? [] : ['the report does not say how many were left']),
      ];
    },
  },
  {
    id: 'size/long-title',
    outcomes: ['ok'],
    respond: html(page(`Titre ${'interminable '.repeat(80_000)}`).replace(/<h1>.*<\/h1>/, '<h1>Titre</h1>')),
    judge: ({ row, outputs }) => [
      ...(row?.title?.endsWith('…') === true ? [] : ['the title is not cut with a mark']),
      ...([...outputs.values()].some((text) => text.includes('interminable '.repeat(1_000)))
        ? ['an output holds the whole title']
        : []),
    ],
  },
  {
    id: 'size/long-title-of-pairs',
    outcomes: ['ok'],
    respond: html(page(`a${'😀'.repeat(2_000)}`)),
    judge: ({ row }) => (row?.title?.isWellFormed() === true ? [] : ['its title ends with half a character']),
  },
  {
    id: 'size/long-text',
    outcomes: ['ok', 'too_large'],
    rules: { maxSeconds: 30 },
    respond: html((exchange) => page('Texte sans espace', `<p>${letters(exchange, 8)}</p>`)),
  },
  {
    id: 'size/zip-bomb',
    outcomes: ['not_html'],
    respond: sends('application/zip', ZIP),
    judge: ({ row }) => [
      ...(row?.size === undefined ? ['its size is not recorded'] : []),
      ...(row?.contentType === 'application/zip' ? [] : ['its type is not recorded']),
    ],
  },
];
