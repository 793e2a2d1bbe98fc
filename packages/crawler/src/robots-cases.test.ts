import { expect, test } from 'vitest';
import { isAllowed, parseRobots } from './robots.ts';

/** Title, lines of the file, then what may be asked and what may not. */
type Case = readonly [
  title: string,
  lines: readonly string[],
  allowed: readonly string[],
  refused: readonly string[],
];

const ALL = 'User-agent: *';
const US = 'User-agent: qualepref';

/** Who a group is for: RFC 9309, 2.2.1. */
const agents: readonly Case[] = [
  ['our name', [US, 'Disallow: /'], [], ['/', '/x']],
  ['our name in capitals', ['User-agent: QUALEPREF', 'Disallow: /'], [], ['/x']],
  ['our name in mixed case', ['User-agent: QualePref', 'Disallow: /'], [], ['/x']],
  ['our name with a version', ['User-agent: qualepref/2.1', 'Disallow: /'], [], ['/x']],
  ['our name then a word', ['User-agent: qualepref audit', 'Disallow: /'], [], ['/x']],
  ['another name', ['User-agent: autre', 'Disallow: /'], ['/x'], []],
  ['a name that begins as ours', ['User-agent: qualeprefbis', 'Disallow: /'], ['/x'], []],
  ['a name that ends as ours', ['User-agent: monqualepref', 'Disallow: /'], ['/x'], []],
  ['a part of our name', ['User-agent: quale', 'Disallow: /'], ['/x'], []],
  ['our name with a suffix', ['User-agent: qualepref-images', 'Disallow: /'], ['/x'], []],
  ['everybody', [ALL, 'Disallow: /x'], ['/y'], ['/x']],
  ['our group wins over everybody’s', [ALL, 'Disallow: /', US, 'Disallow: /a'], ['/b'], ['/a']],
  ['whatever the order', [US, 'Disallow: /a', ALL, 'Disallow: /'], ['/b'], ['/a']],
  ['our group without a rule allows all', [ALL, 'Disallow: /', US], ['/x'], []],
  ['an empty name is nobody', ['User-agent:', 'Disallow: /'], ['/x'], []],
  ['a star before a name is nobody', ['User-agent: *qualepref', 'Disallow: /'], ['/x'], []],
];

/** How lines make groups: 2.1 and 2.2.1. */
const groups: readonly Case[] = [
  ['names in a row share rules', ['User-agent: autre', US, 'Disallow: /x'], ['/y'], ['/x']],
  ['everybody beside another', ['User-agent: autre', ALL, 'Disallow: /x'], ['/y'], ['/x']],
  ['a rule ends the names', ['User-agent: autre', 'Disallow: /a', US, 'Disallow: /b'], ['/a'], ['/b']],
  ['two groups of ours are one', [US, 'Disallow: /a', US, 'Disallow: /b'], ['/c'], ['/a', '/b']],
  [
    'two groups of everybody are one',
    [ALL, 'Disallow: /a', 'User-agent: autre', 'Disallow: /z', ALL, 'Disallow: /b'],
    ['/z'],
    ['/a', '/b'],
  ],
  [
    'groups of ours apart are one',
    [US, 'Disallow: /a', ALL, 'Disallow: /', US, 'Allow: /a/b'],
    ['/a/b', '/c'],
    ['/a'],
  ],
  ['a rule before any name is nobody’s', ['Disallow: /', ALL, 'Disallow: /x'], ['/y'], ['/x']],
  ['a blank line ends nothing', [US, '', 'Disallow: /x'], ['/y'], ['/x']],
  ['a blank line between rules ends nothing', [US, 'Disallow: /a', '', 'Disallow: /b'], ['/c'], ['/a', '/b']],
  ['a comment line ends nothing', [US, '# ici', 'Disallow: /x'], ['/y'], ['/x']],
  [
    'a sitemap ends no names',
    ['User-agent: autre', 'Sitemap: https://x.fr/s.xml', US, 'Disallow: /x'],
    ['/y'],
    ['/x'],
  ],
  ['an unknown line ends no names', ['User-agent: autre', 'Noindex: /y', US, 'Disallow: /x'], ['/y'], ['/x']],
  [
    'an empty Disallow ends the names',
    ['User-agent: autre', 'Disallow:', US, 'Disallow: /x'],
    ['/y'],
    ['/x'],
  ],
  ['an unknown line is no rule', [US, 'Noindex: /x', 'Host: x.fr'], ['/x'], []],
];

/** Which rule wins: 2.2.2. */
const precedence: readonly Case[] = [
  ['no rule allows', [US], ['/', '/x'], []],
  ['an empty Disallow allows', [US, 'Disallow:'], ['/x'], []],
  ['an empty Allow says nothing', [US, 'Allow:', 'Disallow: /x'], ['/y'], ['/x']],
  ['the longest wins, allowing', [US, 'Disallow: /a', 'Allow: /a/b'], ['/a/b', '/a/b/c'], ['/a', '/a/c']],
  ['the longest wins, refusing', [US, 'Allow: /a', 'Disallow: /a/b'], ['/a', '/a/c'], ['/a/b']],
  ['whatever the order', [US, 'Allow: /a/b', 'Disallow: /a'], ['/a/b'], ['/a']],
  [
    'of three, the longest',
    [US, 'Disallow: /a/b/c', 'Allow: /a/b', 'Disallow: /a'],
    ['/a/b'],
    ['/a', '/a/b/c/d'],
  ],
  ['equal rules allow', [US, 'Disallow: /a', 'Allow: /a'], ['/a'], []],
  ['a longer pattern with a star wins', [US, 'Allow: /page', 'Disallow: /*.html'], ['/page'], ['/page.html']],
  ['a shorter pattern with a star loses', [US, 'Allow: /pages', 'Disallow: /*.h'], ['/pages.h'], ['/x.h']],
  ['equal lengths with a star allow', [US, 'Disallow: /p*e', 'Allow: /pag'], ['/page'], ['/poste']],
  ['all refused but one', [US, 'Disallow: /', 'Allow: /x'], ['/x', '/xy'], ['/', '/y']],
];

/** How a path is compared: 2.2.2 and 2.2.3. */
const paths: readonly Case[] = [
  [
    'a path is a beginning',
    [US, 'Disallow: /fish'],
    ['/Fish', '/x/fish'],
    ['/fish', '/fish.html', '/fish/a?b=c', '/fishheads'],
  ],
  ['a final slash is a folder', [US, 'Disallow: /fish/'], ['/fish', '/fish.html'], ['/fish/', '/fish/?a=b']],
  ['paths have a case', [US, 'Disallow: /Rubrique'], ['/rubrique'], ['/Rubrique']],
  ['the query is part of it', [US, 'Disallow: /x?a=1'], ['/x', '/x?b=1'], ['/x?a=1', '/x?a=12']],
  ['a pattern without a slash meets nothing', [US, 'Disallow: x'], ['/x'], []],
  ['a whole address meets nothing', [US, 'Disallow: https://x.fr/x'], ['/x'], []],
  ['a star is any run', [US, 'Disallow: /a*c'], ['/a', '/b/c'], ['/ac', '/abc', '/a/b/c/d']],
  ['a star alone is all', [US, 'Disallow: *'], [], ['/', '/x']],
  ['a star at the beginning', [US, 'Disallow: *.pdf'], ['/x.html'], ['/x.pdf', '/a/b.pdf?c']],
  ['a star at the end adds nothing', [US, 'Disallow: /a*'], ['/b'], ['/a', '/ab']],
  ['stars in a row are one', [US, 'Disallow: /a**c'], ['/ab'], ['/abc']],
  ['a star crosses slashes and the query', [US, 'Disallow: /*print'], ['/x'], ['/a/b?c=print']],
  ['a last dollar is the end', [US, 'Disallow: /a$'], ['/a/', '/ab', '/a?b'], ['/a']],
  ['a star then the end', [US, 'Disallow: /*.php$'], ['/a.php?b', '/a.php5'], ['/a.php', '/a/b.php']],
  ['a dollar within is a dollar', [US, 'Disallow: /a$b'], ['/a'], ['/a$b']],
  ['pieces never overlap', [US, 'Disallow: /aba*aba$'], ['/aba', '/ababa'], ['/abaaba', '/aba-aba']],
  [
    'the last piece is looked for at the end',
    [US, 'Disallow: /*a*b$'],
    ['/ab/c'],
    ['/ab', '/aabb', '/ab/ab'],
  ],
];

/** Escapes: 2.2.2, after RFC 3986. */
const escapes: readonly Case[] = [
  ['accents as they are', [US, 'Disallow: /démarches'], ['/demarches'], ['/d%C3%A9marches']],
  ['accents escaped', [US, 'Disallow: /d%C3%A9marches'], ['/demarches'], ['/démarches', '/d%C3%A9marches']],
  ['escapes in small letters', [US, 'Disallow: /d%c3%a9'], [], ['/d%C3%A9', '/d%c3%a9']],
  ['an escaped letter is the letter', [US, 'Disallow: /%78yz'], ['/ayz'], ['/xyz', '/%78yz']],
  ['an escaped slash is no slash', [US, 'Disallow: /a%2Fb'], ['/a/b'], ['/a%2fb']],
  ['a space', [US, 'Disallow: /a%20b'], ['/a'], ['/a b', '/a%20b']],
  ['an escaped star is a star', [US, 'Disallow: /a%2Ab'], ['/axb'], ['/a*b', '/a%2ab']],
  ['an escaped dollar is a dollar', [US, 'Disallow: /a%24'], ['/a'], ['/a$', '/a$b']],
  ['an escaped hash is a hash', [US, 'Disallow: /a%23b'], ['/a'], ['/a%23b']],
  ['a broken escape is itself', [US, 'Disallow: /a%zz'], ['/a'], ['/a%zz']],
  ['characters beyond the first plane', [US, 'Disallow: /🏛'], ['/x'], ['/%F0%9F%8F%9B']],
];

/** How a line is written: 2.2 and 2.2.4. */
const lines: readonly Case[] = [
  ['fields in capitals', ['USER-AGENT: qualepref', 'DISALLOW: /x'], ['/y'], ['/x']],
  ['no space after the colon', ['User-agent:qualepref', 'Disallow:/x'], ['/y'], ['/x']],
  ['spaces around all', ['  User-agent :  qualepref  ', '\tDisallow\t:\t/x\t'], ['/y'], ['/x']],
  ['a comment after a name', ['User-agent: qualepref # nous', 'Disallow: /x'], ['/y'], ['/x']],
  ['a comment after a path', [US, 'Disallow: /x # fermé'], ['/y'], ['/x']],
  ['a comment stuck to a path', [US, 'Disallow: /x#y'], ['/y'], ['/x', '/xz']],
  ['a commented rule', [US, '#Disallow: /x'], ['/x'], []],
  ['a colon in the path', [US, 'Disallow: /a:b'], ['/a'], ['/a:b']],
];

/** What Google’s reader forgives beyond the RFC, and we too: the intent is plain. */
const forgiven: readonly Case[] = [
  ['a missing colon', ['user-agent qualepref', 'disallow /x'], ['/y'], ['/x']],
  ['three words are a sentence', [US, 'disallow /x please'], ['/x'], []],
  ['Useragent', ['Useragent: qualepref', 'Disallow: /x'], ['/y'], ['/x']],
  ['User agent', ['User agent: qualepref', 'Disallow: /x'], ['/y'], ['/x']],
  ...['Dissallow', 'Dissalow', 'Disalow', 'Diasllow', 'Disallaw'].map((word): Case => [
    word,
    [US, `${word}: /x`],
    ['/y'],
    ['/x'],
  ]),
  ['a byte order mark', ['\uFEFFUser-agent: qualepref', 'Disallow: /x'], ['/y'], ['/x']],
  ['markup holds no rule', ['<!doctype html>', '<p>Disallow: /</p>'], ['/x'], []],
  [
    'a path that Google would cut is whole',
    [US, `Disallow: /${'x'.repeat(20_000)}`],
    ['/x'],
    [`/${'x'.repeat(20_000)}`],
  ],
];

const rfc = { agents, groups, precedence, paths, escapes, lines };

test('there are at least 72 cases of the RFC', () => {
  expect(Object.values(rfc).flat().length).toBeGreaterThanOrEqual(72);
});

const named = Object.entries({ ...rfc, forgiven }).flatMap(([about, cases]) =>
  cases.map(([title, ...rest]) => [`${about}, ${title}`, ...rest] as const),
);

test.each(named)('%s', (_, written, allowed, refused) => {
  for (const end of ['\n', '\r\n', '\r']) {
    const rules = parseRobots(written.join(end));
    for (const path of allowed) expect(isAllowed(rules, 'qualepref', path), path).toBe(true);
    for (const path of refused) expect(isAllowed(rules, 'qualepref', path), path).toBe(false);
  }
});
