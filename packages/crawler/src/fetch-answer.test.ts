import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PRIVATE_ADDRESS } from './address-guard.ts';
import {
  judge,
  judgeFailure,
  PROXY_FAILED,
  wantedBytes,
  type Answer,
  type AskedKind,
} from './fetch-answer.ts';

const LIMITS = { body: 1000, sitemap: 50_000, document: 16, whole: 2000, robots: 64, ratio: 100 };
const HTML = '<!doctype html><title>Page</title>';

const answer = ({ text = HTML, ...rest }: Partial<Answer> & { text?: string } = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  cookies: [],
  body: Buffer.from(text, 'latin1'),
  isWhole: true,
  ...rest,
});
const verdict = (given: Parameters<typeof answer>[0], kind: AskedKind = 'page') =>
  judge(kind, answer(given), new URL('https://www.a.fr/dossier/page'), LIMITS);
const outcome = async (...given: Parameters<typeof verdict>) => {
  const { outcome, reason } = await verdict(...given);
  return reason === undefined ? [outcome] : [outcome, reason];
};
const location = (text: string) => verdict({ status: 302, headers: { location: text } });

test('a page that answers is read whole', async () => {
  expect(await verdict({})).toEqual({ outcome: 'ok', body: Buffer.from(HTML), size: HTML.length });
});

test('a status says what became of the address', async () => {
  const table = {
    gone: [404, 410],
    server_error: [500, 501, 502, 504, 599],
    blocked: [300, 304, 400, 401, 403, 405, 429, 451, 503, 999],
  };
  for (const [expected, statuses] of Object.entries(table))
    for (const status of statuses) expect((await verdict({ status })).outcome, String(status)).toBe(expected);
  expect(await verdict({ status: 403 })).toEqual({ outcome: 'blocked', reason: 'Forbidden' });
});

test('an answer without content is not a page, an empty asset is one', async () => {
  expect(await outcome({ status: 204, text: '' })).toEqual(['invalid_content', 'empty']);
  expect(await outcome({ text: '' })).toEqual(['invalid_content', 'empty']);
  expect(await outcome({ text: '' }, 'document')).toEqual(['invalid_content', 'empty']);
  expect(await outcome({ text: '' }, 'asset')).toEqual(['ok']);
  expect(await outcome({ text: '' }, 'external')).toEqual(['ok']);
});

test('a redirect gives one absolute hop, without fragment nor credentials', async () => {
  for (const status of [301, 302, 303, 307, 308])
    expect((await verdict({ status, headers: { location: '/x' } })).outcome).toBe('redirected');
  expect((await location('autre')).location).toBe('https://www.a.fr/dossier/autre');
  expect((await location('//b.fr/x#bas')).location).toBe('https://b.fr/x');
  expect((await location('https://moi:secret@b.fr/')).location).toBe('https://b.fr/');
  expect((await location(Buffer.from('/démarches').toString('latin1'))).location).toBe(
    'https://www.a.fr/d%C3%A9marches',
  );
});

test('a redirect to nowhere is invalid, to another scheme out of scope and kept as text', async () => {
  expect(await outcome({ status: 302, headers: {} })).toEqual(['invalid_content', 'location']);
  expect(await location('http://[')).toEqual({ outcome: 'invalid_content', reason: 'location' });
  expect(await location('file:///etc/passwd')).toEqual({
    outcome: 'out_of_scope',
    reason: 'scheme',
    location: 'file:///etc/passwd',
  });
  expect(await location('javascript:alert(1)')).toMatchObject({ outcome: 'out_of_scope', reason: 'scheme' });
  expect((await location(`data:text/html,${'x'.repeat(2000)}`)).location).toHaveLength(1000);
});

test('a page is HTML by its type, else by its first bytes; never when its bytes say otherwise', async () => {
  const typed = (type: string, text = HTML) => outcome({ headers: { 'content-type': type }, text });
  expect(await typed('TEXT/HTML;Charset="UTF-8"')).toEqual(['ok']);
  expect(await typed('application/xhtml+xml')).toEqual(['ok']);
  expect(await typed('text/plain')).toEqual(['not_html']);
  expect(await typed('application/pdf', '%PDF-1.7')).toEqual(['not_html']);
  expect(await typed('text/html', '%PDF-1.7')).toEqual(['not_html']);
  expect(await typed('text/html', '\x89PNG\r\n')).toEqual(['not_html']);
  expect(await typed('text/html', 'Une page sans balise')).toEqual(['ok']);
  const bom = '\xEF\xBB\xBF\n <HTML lang=fr>';
  expect(await outcome({ headers: {}, text: bom })).toEqual(['ok', 'no-type']);
  expect(await outcome({ headers: {}, text: 'Une page sans balise' })).toEqual(['not_html']);
  for (const type of ['', 'html', '*/*', 'unknown/unknown', 'application/unknown']) {
    expect([type, ...(await typed(type))]).toEqual([type, 'ok', 'no-type']);
    expect([type, ...(await typed(type, '%PDF-1.7'))]).toEqual([type, 'not_html']);
  }
});

test('a part that nobody asked for is no page, a document by parts is one', async () => {
  const part = { status: 206, headers: { 'content-type': 'text/html' }, text: HTML };
  expect(await outcome(part)).toEqual(['network_error', 'truncated']);
});

test('bytes that no text has are no page, wherever they come from; those that a page holds by accident are', async () => {
  const typed = (text: string) => outcome({ headers: { 'content-type': 'text/html' }, text });
  for (const bytes of ['\0asm\x01\0\0\0', '\0\0\0 ftypmp42', 'BM\x06\0\0\0', 'ID3\x03\0\0'])
    expect(await typed(bytes)).toEqual(['not_html']);
  expect(await typed(`${HTML}\x07\x1B[2J`)).toEqual(['ok']);
  expect(await typed('\xFF\xFE<\0p\0>\0')).toEqual(['ok']);
  const wide = { headers: { 'content-type': 'text/html; charset=UTF-16LE' }, text: '<\0p\0>\0' };
  expect(await outcome(wide)).toEqual(['ok']);
});

test('HTML sent as an attachment is a download', async () => {
  const headers = { 'content-type': 'text/html', 'content-disposition': 'Attachment; filename=x.html' };
  expect(await outcome({ headers })).toEqual(['not_html']);
  expect(await outcome({ headers: { ...headers, 'content-disposition': 'inline' } })).toEqual(['ok']);
});

test('only what is worth it is read', () => {
  const wanted = (kind: AskedKind, status = 200, headers = {}) => wantedBytes(kind, status, headers, LIMITS);
  expect(wanted('page')).toBe(1000);
  expect(wanted('page', 200, { 'content-type': 'application/zip' })).toBe(0);
  expect(wanted('asset', 200, { 'content-type': 'font/woff2' })).toBe(1000);
  expect(wanted('document', 206)).toBe(16);
  expect(wanted('external')).toBe(0);
  expect(wanted('page', 302)).toBe(0);
  expect(wanted('page', 404)).toBe(0);
});

test('the content encodings are undone, whatever their order and case', async () => {
  const encoded = async (encoding: string, body: Uint8Array) =>
    Buffer.from(
      (await verdict({ headers: { 'content-encoding': encoding }, body }, 'asset')).body ?? [],
    ).toString();
  const text = Buffer.from('Démarches');
  expect(await encoded('gzip', gzipSync(text))).toBe('Démarches');
  expect(await encoded('X-GZIP', gzipSync(text))).toBe('Démarches');
  expect(await encoded('br', brotliCompressSync(text))).toBe('Démarches');
  expect(await encoded('zstd', zstdCompressSync(text))).toBe('Démarches');
  const frame = Buffer.concat([Buffer.from('502a4d1803000000', 'hex'), Buffer.from('vue')]);
  const frames = [frame, zstdCompressSync(text.subarray(0, 4)), zstdCompressSync(text.subarray(4))];
  expect(await encoded('zstd', Buffer.concat(frames))).toBe('Démarches');
  expect(await encoded('deflate', deflateSync(text))).toBe('Démarches');
  expect(await encoded('deflate', deflateRawSync(text))).toBe('Démarches');
  expect(await encoded('gzip, br', brotliCompressSync(gzipSync(text)))).toBe('Démarches');
  expect(await encoded('identity', text)).toBe('Démarches');
});

test('what is no encoding changes nothing of the bytes, as in a browser', async () => {
  for (const name of ['klingon', 'constructor', 'utf-8', 'gzip, none'])
    expect(
      await verdict({ headers: { 'content-encoding': name }, body: Buffer.from(HTML) }, 'asset'),
      name,
    ).toMatchObject({
      outcome: 'ok',
      size: HTML.length,
    });
});

test('an answer that can have no body has none, whatever comes behind it', () => {
  for (const status of [204, 205]) expect(wantedBytes('page', status, {}, LIMITS)).toBe(0);
});

test('what does not decode is invalid', async () => {
  const encoded = (encoding: string, body: Uint8Array) =>
    outcome({ headers: { 'content-type': 'text/html', 'content-encoding': encoding }, body });
  const packed = gzipSync(HTML.repeat(20));
  expect(await encoded('gzip', Buffer.from(HTML))).toEqual(['invalid_content', 'encoding']);
  expect(await encoded('gzip', packed.subarray(0, packed.length / 2))).toEqual([
    'invalid_content',
    'encoding',
  ]);
  const thrice = gzipSync(gzipSync(gzipSync(HTML)));
  expect(await encoded('gzip, gzip, gzip', thrice)).toEqual(['invalid_content', 'encoding']);
});

test('the limit is of decoded bytes: at the limit a page is read, one byte more is too large', async () => {
  const page = (length: number) => Buffer.from(HTML.padEnd(length));
  expect(await outcome({ body: page(1000) })).toEqual(['ok']);
  expect(await outcome({ body: page(1000), isWhole: false })).toEqual(['too_large']);
  const packed = (body: Buffer) => ({
    headers: { 'content-type': 'text/html', 'content-encoding': 'br' },
    body: brotliCompressSync(body),
  });
  expect(await outcome(packed(page(1000)))).toEqual(['ok']);
  expect(await outcome(packed(page(1001)))).toEqual(['too_large']);
});

test('what swells like a bomb is refused beyond a million bytes, however far the limit is', async () => {
  const limits = { ...LIMITS, body: 100_000_000, ratio: 100 };
  const swollen = (length: number, ratio = 100) =>
    judge(
      'asset',
      answer({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(length)) }),
      new URL('https://www.a.fr/'),
      { ...limits, ratio },
    );
  expect((await swollen(1_000_000)).outcome).toBe('ok');
  expect((await swollen(1_000_001)).outcome).toBe('too_large');
  expect((await swollen(2_000_000, 1100)).outcome).toBe('ok');
});

test('what is announced too large is not read at all', async () => {
  const headers = { 'content-type': 'text/html', 'content-length': '1001' };
  expect(wantedBytes('page', 200, headers, LIMITS)).toBe(0);
  expect(wantedBytes('page', 200, { ...headers, 'content-length': '1000' }, LIMITS)).toBe(1000);
  expect(wantedBytes('whole', 200, { 'content-length': '2001' }, LIMITS)).toBe(16);
  expect(await verdict({ headers, body: Buffer.alloc(0), isWhole: false })).toEqual({
    ...{ outcome: 'too_large', size: 1001 },
  });
});

test('a whole document is decoded; a part that was sent instead says its whole size', async () => {
  const whole = (given: Parameters<typeof answer>[0]) => verdict(given, 'whole');
  const packed = { headers: { 'content-encoding': 'gzip' }, body: gzipSync('%PDF-1.7') };
  expect(await whole(packed)).toMatchObject({ outcome: 'ok', size: 8 });
  expect(await whole({ ...packed, body: packed.body.subarray(0, 12) })).toMatchObject({ reason: 'encoding' });
  expect(
    await whole({ status: 206, headers: { 'content-range': 'bytes 0-7/90000' }, text: '%PDF-1.7' }),
  ).toMatchObject({ outcome: 'ok', size: 90_000 });
});

test('a robots.txt is read up to its limit and its last whole line', async () => {
  const robots = async (given: Parameters<typeof answer>[0]) =>
    Buffer.from((await verdict(given, 'robots')).body ?? []).toString();
  expect(await robots({ text: 'Allow: /\nDisallow: /x' })).toBe('Allow: /\nDisallow: /x');
  expect(await robots({ text: 'Allow: /\nDisallow: /x', isWhole: false })).toBe('Allow: /\n');
  expect(await robots({ text: 'Allow: /', isWhole: false })).toBe('');
});

test('the size of a document is that of the whole file, when the server says it', async () => {
  const size = async (given: Parameters<typeof answer>[0]) => (await verdict(given, 'document')).size;
  const part = { text: '%PDF-1.7', isWhole: true };
  expect(await size({ ...part, status: 206, headers: { 'content-range': 'bytes 0-15/123456' } })).toBe(
    123_456,
  );
  expect(await size({ ...part, status: 206, headers: { 'content-range': 'bytes 0-15/*' } })).toBe(undefined);
  expect(await size({ ...part, isWhole: false, headers: { 'content-length': '5000' } })).toBe(5000);
  expect(await size({ ...part, isWhole: false, headers: {} })).toBe(undefined);
  expect(await size({ ...part, headers: {} })).toBe(8);
});

test('the beginning of a compressed document is kept neither as its bytes nor as its size', async () => {
  const headers = { 'content-encoding': 'gzip', 'content-length': '90' };
  expect(await verdict({ headers, isWhole: false }, 'document')).toEqual({ outcome: 'ok' });
});

test('an empty document is told from a range refused', async () => {
  const refused = (range: string) =>
    outcome({ status: 416, headers: { 'content-range': range } }, 'document');
  expect(await refused('bytes */0')).toEqual(['invalid_content', 'empty']);
  expect(await refused('bytes */90')).toEqual(['blocked', 'Range Not Satisfiable']);
});

test('a failure has the reason its code says', () => {
  const failure = (code: string, hadHeaders = false) =>
    judgeFailure(Object.assign(new Error('x'), { code }), hadHeaders);
  const network = (reason: string) => ({ outcome: 'network_error', reason });
  expect(failure('ENOTFOUND')).toEqual(network('dns'));
  expect(failure('ECONNREFUSED')).toEqual(network('refused'));
  expect(failure('ECONNRESET')).toEqual(network('reset'));
  expect(failure('ECONNRESET', true)).toEqual(network('truncated'));
  expect(failure('UND_ERR_RES_CONTENT_LENGTH_MISMATCH', true)).toEqual(network('truncated'));
  expect(failure('UND_ERR_RES_CONTENT_LENGTH_MISMATCH')).toEqual(network('protocol'));
  expect(failure('CERT_HAS_EXPIRED')).toEqual(network('tls'));
  expect(failure('UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toEqual(network('tls'));
  expect(failure('ERR_TLS_CERT_ALTNAME_INVALID')).toEqual(network('tls'));
  expect(failure('UND_ERR_HEADERS_OVERFLOW')).toEqual(network('protocol'));
  expect(failure('UND_ERR_CONNECT_TIMEOUT')).toEqual({ outcome: 'timeout', reason: 'connect' });
  expect(failure(PRIVATE_ADDRESS)).toEqual({ outcome: 'out_of_scope', reason: 'private' });
});

test('an error of ours is not blamed on the site', () => {
  expect(judgeFailure(new TypeError('x'), false)).toBe(null);
  expect(judgeFailure(Object.assign(new Error('x'), { code: 'UND_ERR_INVALID_ARG' }), false)).toBe(null);
});

test('a proxy that refuses or fails says nothing of the site', () => {
  const refused = Object.assign(new Error('Proxy response (403) !== 200 when HTTP Tunneling'), {
    code: 'UND_ERR_ABORTED',
  });
  expect(judgeFailure(refused, false)).toEqual({ outcome: 'blocked', reason: 'proxy' });
  const failed = Object.assign(new Error('connect'), { code: PROXY_FAILED });
  expect(judgeFailure(failed, false)).toEqual({ outcome: 'blocked', reason: 'proxy' });
});
