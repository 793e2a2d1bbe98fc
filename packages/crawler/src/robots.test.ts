import { expect, test } from 'vitest';
import { crawlDelay, isAllowed, parseRobots, robotsText } from './robots.ts';

const allows = (text: string, path: string, agent = 'qualepref') => isAllowed(parseRobots(text), agent, path);
const lines = (...all: string[]) => all.join('\n');

test('without a rule that applies, everything is allowed', () => {
  expect(allows('', '/x')).toBe(true);
  expect(allows('<!doctype html><title>Accueil</title><p>Disallow: /</p>', '/x')).toBe(true);
  expect(allows(lines('User-agent: *', 'Disallow:'), '/x')).toBe(true);
  expect(allows(lines('Disallow: /', 'User-agent: *', 'Allow: /y'), '/x')).toBe(true);
});

test('a rule forbids the paths that begin with it, in their own case', () => {
  const text = lines('User-agent: *', 'Disallow: /closed');
  expect(allows(text, '/open')).toBe(true);
  expect(allows(text, '/closed')).toBe(false);
  expect(allows(text, '/closed/deeper?x=1')).toBe(false);
  expect(allows(text, '/Closed')).toBe(true);
  expect(allows(text, '/open/closed')).toBe(true);
});

test('an empty path is the root', () => {
  expect(allows(lines('User-agent: *', 'Disallow: /'), '')).toBe(false);
});

test('our own group replaces the one for everybody', () => {
  const text = lines('User-agent: *', 'Disallow: /', '', 'User-agent: Qualepref', 'Disallow: /mine');
  expect(allows(text, '/x')).toBe(true);
  expect(allows(text, '/mine')).toBe(false);
  expect(allows(text, '/x', 'another')).toBe(false);
  expect(allows(lines('User-agent: *', 'Disallow: /', 'User-agent: qualepref'), '/x')).toBe(true);
  expect(allows(lines('User-agent: *', 'Disallow: /', '', 'User-agent: qualepref', 'Disallow:'), '/x')).toBe(
    true,
  );
});

test('the group of a crawler whose name only begins like ours is not ours', () => {
  expect(allows(lines('User-agent: qualepref-news', 'Disallow: /'), '/x')).toBe(true);
  expect(allows(lines('User-agent: quale', 'Disallow: /'), '/x')).toBe(true);
});

test('a name may carry a version or a comment, on both sides', () => {
  expect(allows(lines('User-agent: qualepref/1.0', 'Disallow: /'), '/x')).toBe(false);
  expect(allows(lines('User-agent: QUALEPREF robot', 'Disallow: /'), '/x')).toBe(false);
  expect(allows(lines('User-agent: qualepref', 'Disallow: /'), '/x', 'Qualepref/1.0 (+mailto:a@b.fr)')).toBe(
    false,
  );
});

test('a star stands for everybody only when alone', () => {
  expect(allows(lines('User-agent: * # tous', 'Disallow: /'), '/x')).toBe(false);
  expect(allows(lines('User-agent: *bot', 'Disallow: /'), '/x')).toBe(true);
});

test('several names in a row share their rules, and groups of one name are read as one', () => {
  const shared = lines('User-agent: other', 'User-agent: qualepref', 'Disallow: /closed');
  expect(allows(shared, '/closed')).toBe(false);
  expect(allows(shared, '/closed', 'other')).toBe(false);
  const apart = lines(
    'User-agent: qualepref',
    'Disallow: /a',
    'User-agent: *',
    'Disallow: /b',
    'User-agent: qualepref',
    'Disallow: /c',
  );
  expect(['/a', '/b', '/c'].map((path) => allows(apart, path))).toEqual([false, true, false]);
});

test('blank lines and lines of other kinds do not end a group', () => {
  expect(allows(lines('User-agent: qualepref', '', '', 'Disallow: /closed'), '/closed')).toBe(false);
  expect(
    allows(
      lines('User-agent: qualepref', 'Sitemap: https://x.fr/s.xml', 'User-agent: b', 'Disallow: /'),
      '/x',
    ),
  ).toBe(false);
  expect(allows(lines('User-agent: qualepref', 'Crawl-delay: 1', 'User-agent: b', 'Disallow: /'), '/x')).toBe(
    false,
  );
  expect(allows(lines('User-agent: qualepref', 'Crawl-delay: 1', 'Disallow: /closed'), '/closed')).toBe(
    false,
  );
});

test('the longest rule wins whatever the order, and Allow wins a tie', () => {
  const text = lines('User-agent: *', 'Allow: /a/b', 'Disallow: /a', 'Disallow: /a/b/c');
  expect(['/a', '/a/b', '/a/b/c'].map((path) => allows(text, path))).toEqual([false, true, false]);
  expect(allows(lines('User-agent: *', 'Disallow: /a', 'Allow: /a'), '/a')).toBe(true);
  expect(allows(lines('User-agent: *', 'Allow: /a', 'Disallow: /a'), '/a')).toBe(true);
  const wild = lines('User-agent: *', 'Allow: /page', 'Disallow: /*.html');
  expect(['/page', '/page.html'].map((path) => allows(wild, path))).toEqual([true, false]);
});

test('a star in a rule stands for any run, a last dollar for the end', () => {
  const text = lines('User-agent: *', 'Disallow: /*sed$', 'Disallow: /a*b*c', 'Disallow: /exact$');
  expect(allows(text, '/closed')).toBe(false);
  expect(allows(text, '/closed/')).toBe(true);
  expect(allows(text, '/a-b-c-d')).toBe(false);
  expect(allows(text, '/abc')).toBe(false);
  expect(allows(text, '/a-c-b')).toBe(true);
  expect(allows(text, '/exact')).toBe(false);
  expect(allows(text, '/exact?x')).toBe(true);
});

test('pieces around a star never overlap', () => {
  const text = lines('User-agent: *', 'Disallow: /aba*aba$');
  expect(allows(text, '/abaaba')).toBe(false);
  expect(allows(text, '/aba')).toBe(true);
  expect(allows(text, '/ababa')).toBe(true);
});

test('a dollar elsewhere than at the end is a dollar', () => {
  const text = lines('User-agent: *', 'Disallow: /a$b');
  expect(allows(text, '/a$b')).toBe(false);
  expect(allows(text, '/a')).toBe(true);
});

test('the query is part of what a rule sees', () => {
  const text = lines('User-agent: *', 'Disallow: /*?print=');
  expect(allows(text, '/page?print=1')).toBe(false);
  expect(allows(text, '/page')).toBe(true);
});

test('escapes are compared after normalising both sides', () => {
  const rule = (path: string) => lines('User-agent: *', `Disallow: ${path}`);
  expect(allows(rule('/%63losed'), '/closed')).toBe(false);
  expect(allows(rule('/closed'), '/%63losed')).toBe(false);
  expect(allows(rule('/démarches'), '/d%C3%A9marches')).toBe(false);
  expect(allows(rule('/d%c3%a9marches'), '/d%C3%A9marches')).toBe(false);
  expect(allows(rule('/d%C3%A9marches'), '/démarches')).toBe(false);
  expect(allows(rule('/a%2Fb'), '/a/b')).toBe(true);
  expect(allows(rule('/a b'), '/a%20b')).toBe(false);
  expect(allows(rule('/\uD800'), '/x')).toBe(true);
});

test('a byte order mark, the three ends of line, comments, case and spaces make no difference', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `\uFEFF# tout\n  USER-AGENT :  * # nous${end}\tdisallow:/closed # fermé${end}allow: /open`;
    expect(allows(text, '/closed')).toBe(false);
    expect(allows(text, '/open')).toBe(true);
  }
});

test('a missing colon or a common misspelling is forgiven, a sentence is not a rule', () => {
  expect(allows(lines('user-agent qualepref', 'disallow /'), '/x')).toBe(false);
  expect(allows(lines('Useragent: *', 'Dissallow: /'), '/x')).toBe(false);
  expect(allows(lines('User-agent: *', 'disallow / please'), '/x')).toBe(true);
  expect(allows(lines('foo: qualepref', 'bar: /'), '/x')).toBe(true);
});

test('robots.txt itself is always allowed', () => {
  const text = lines('User-agent: *', 'Disallow: /');
  expect(allows(text, '/robots.txt')).toBe(true);
  expect(allows(text, '/robots.txt/x')).toBe(false);
});

test('the delay is that of our groups, bounded, and nonsense is ignored', () => {
  const delay = (...all: string[]) => crawlDelay(parseRobots(lines(...all)), 'qualepref');
  expect(delay('User-agent: *', 'Disallow: /a')).toBe(null);
  expect(delay('User-agent: *', 'Crawl-delay: 1.5')).toBe(1.5);
  expect(delay('User-agent: *', 'Crawl-delay: 1,5')).toBe(1.5);
  expect(delay('User-agent: *', 'Crawl-delay: 10 s # lent')).toBe(10);
  expect(delay('User-agent: *', 'Crawl-delay: 30')).toBe(30);
  expect(delay('User-agent: *', 'Crawl-delay: 31')).toBe(30);
  expect(delay('User-agent: *', 'Crawl-delay: -1', 'Crawl-delay: vite', 'Crawl-delay:')).toBe(null);
  expect(
    delay(
      'User-agent: *',
      'Crawl-delay: 9',
      'Allow: /',
      'User-agent: qualepref',
      'Crawl-delay: 2',
      'Crawl-delay: 3',
    ),
  ).toBe(3);
  expect(delay('Crawl-delay: 9', 'User-agent: *', 'Disallow: /a')).toBe(null);
});

test('sitemaps are listed wherever they stand', () => {
  const text = lines(
    'Sitemap: https://x.fr/a.xml',
    'User-agent: other',
    'Disallow: /',
    'SITEMAP: /b.xml',
    'Sitemap:',
  );
  expect(parseRobots(text).sitemaps).toEqual(['https://x.fr/a.xml', '/b.xml']);
});

test('a hostile file does not freeze: 100 wildcards on 3,000 letters, 20,000 rules, spaces, many names', () => {
  const quickly = (run: () => void, bound: number) => {
    const start = performance.now();
    run();
    expect(performance.now() - start).toBeLessThan(bound);
  };
  quickly(() => allows(`User-agent: *\nDisallow: /${'*a'.repeat(100)}b$`, `/${'a'.repeat(3000)}`), 50);
  const many = Array.from({ length: 20_000 }, (_, n) => `Disallow: /${String(n)}*x$`);
  quickly(() => allows(lines('User-agent: *', ...many), '/19999/x'), 1000);
  quickly(() => allows(`User-agent:${' '.repeat(500_000)}x\nDisallow${' '.repeat(500_000)}`, '/x'), 1000);
  const names = Array.from({ length: 20_000 }, (_, n) => `User-agent: a${String(n)}`);
  quickly(() => allows(lines(...names, ...many), '/x'), 1000);
});

test('a file is UTF-8, unless its first bytes say that it is UTF-16', () => {
  const big = Buffer.from('\uFEFFDisallow', 'utf16le').swap16();
  expect(robotsText(big)).toBe('Disallow');
  expect(robotsText(Buffer.from('\uFEFFDisallow', 'utf16le'))).toBe('Disallow');
  expect(robotsText(Buffer.from('# été'))).toBe('# été');
});
